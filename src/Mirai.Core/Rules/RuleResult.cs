namespace Mirai.Rules;

/// <summary>What a rule says of a part on a day, where it says anything.</summary>
public enum RuleState
{
    /// <summary>The warning opened on the day.</summary>
    Opened,

    /// <summary>The warning is open, and rose to a graver level on the day.</summary>
    Escalated,

    /// <summary>The warning is open, and it is time to say so again.</summary>
    Reminded,

    /// <summary>The warning is open; there is nothing new.</summary>
    Open,

    /// <summary>The warning closed on the day.</summary>
    Closed,

    /// <summary>The condition holds, and a known circumstance keeps the warning from opening.</summary>
    Suppressed,

    /// <summary>Whether there is a warning is not known: never to be taken for "no warning".</summary>
    NotEvaluated,
}

/// <summary>What a rule says of a part of the customers on a day.</summary>
public sealed record RuleResult
{
    /// <summary>The rule's name.</summary>
    public required string RuleId { get; init; }

    /// <summary>The part.</summary>
    public required CustomerPart Part { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it says.</summary>
    public required RuleState State { get; init; }

    /// <summary>How grave the warning is, or was when it closed; <see langword="null"/> without a warning.</summary>
    public WarningLevel? Severity { get; init; }

    /// <summary>The first day of the run of days that made the warning open: <c>since</c> in texts.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The day on which the warning opened, after its condition had held for long enough.</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>For how many days the warning has been open, the first one counted.</summary>
    public int DaysOpen { get; init; }

    /// <summary>Whether the figures have been missing for two weeks and more while the warning is open.</summary>
    public bool IsStale { get; init; }

    /// <summary>The rule's title.</summary>
    public required LanguageTexts Title { get; init; }

    /// <summary>What to tell people; the title where the rule has no message.</summary>
    public required LanguageTexts Message { get; init; }

    /// <summary>The rule's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The values that the rule shows.</summary>
    public IReadOnlyList<RuleEvidence> Evidence { get; init; } = [];

    /// <summary>The causes found when the warning opened or rose, the strongest first, each with its own.</summary>
    public IReadOnlyList<RuleCause> Causes { get; init; } = [];

    /// <summary>Which segments it comes from, as of the day on which the warning opened.</summary>
    public IReadOnlyList<RuleDrill> Drills { get; init; } = [];

    /// <summary>The name of a rule among whose causes this warning stands; it is in that warning's tree as well as in the list.</summary>
    public string? ParentId { get; init; }

    /// <summary>What keeps the warning from opening.</summary>
    public RuleSuppression? Suppression { get; init; }

    /// <summary>Why the rule could not be decided.</summary>
    public RuleUndecided? Undecided { get; init; }

    /// <summary>Whether a warning is open at the end of the day.</summary>
    public bool IsOpen => State is RuleState.Opened or RuleState.Escalated or RuleState.Reminded or RuleState.Open;
}

/// <summary>What can keep a warning from opening.</summary>
public enum SuppressionKind
{
    /// <summary>An <c>unless</c> of the rule.</summary>
    Unless,

    /// <summary>The quiet time after the warning closed the last time.</summary>
    Cooldown,

    /// <summary>A <c>suppress</c> period.</summary>
    Period,
}

/// <summary>What keeps a warning from opening.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">The text of the clause; empty where it has none.</param>
/// <param name="From">The first day on which it did.</param>
public sealed record RuleSuppression(SuppressionKind Kind, LanguageTexts Reason, DateOnly From);

/// <summary>Why a rule could not be decided.</summary>
/// <param name="Reason">What is lacking.</param>
/// <param name="Text">The text of the <c>needs</c> that does not hold; empty where it has none.</param>
/// <param name="From">The first day of the undecided stretch.</param>
/// <param name="DaysOfHistory">How many days the rule must look back on.</param>
public sealed record RuleUndecided(UndecidedReason Reason, LanguageTexts Text, DateOnly From, int DaysOfHistory);
