namespace Mirai.Rules;

/// <summary>What an episode of a back-test is.</summary>
public enum EpisodeKind
{
    /// <summary>A warning, from its opening to its close.</summary>
    Warning,

    /// <summary>A warning that was kept from opening.</summary>
    Suppressed,

    /// <summary>A stretch of days on which the rule could not be decided.</summary>
    NotEvaluated,
}

/// <summary>Something that a rule said of a part over consecutive days of a back-test.</summary>
public sealed record RuleEpisode
{
    /// <summary>The rule's name.</summary>
    public required string RuleId { get; init; }

    /// <summary>The part.</summary>
    public required CustomerPart Part { get; init; }

    /// <summary>What it is.</summary>
    public required EpisodeKind Kind { get; init; }

    /// <summary>The first day: of a warning, that of its opening.</summary>
    public required DateOnly Opened { get; init; }

    /// <summary>The first day on which it was over; <see langword="null"/> where it lasts beyond the back-test.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>How many days of the back-test it lasted.</summary>
    public required int Days { get; init; }

    /// <summary>The first day of the run of days that made a warning open, or would have.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The level of a warning and each rise, by day.</summary>
    public IReadOnlyList<(DateOnly Day, WarningLevel Level)> Levels { get; init; } = [];

    /// <summary>The gravest level of a warning.</summary>
    public WarningLevel? Severity => Levels.Count == 0 ? null : Levels[^1].Level;

    /// <summary>The days on which a warning reminded.</summary>
    public IReadOnlyList<DateOnly> Reminders { get; init; } = [];

    /// <summary>Whether a warning's figures were missing for two weeks and more.</summary>
    public bool WasStale { get; init; }

    /// <summary>What kept a suppressed warning from opening.</summary>
    public SuppressionKind? Suppression { get; init; }

    /// <summary>Why the rule could not be decided.</summary>
    public UndecidedReason? Undecided { get; init; }

    /// <summary>Whether two warnings of the same rule and part open, rise and close on the same days.</summary>
    internal bool IsSameAs(RuleEpisode other) => Opened == other.Opened && Closed == other.Closed && Levels.SequenceEqual(other.Levels);

    /// <summary>Whether two episodes have a day in common.</summary>
    internal bool Overlaps(RuleEpisode other) => Opened < (other.Closed ?? DateOnly.MaxValue) && other.Opened < (Closed ?? DateOnly.MaxValue);
}
