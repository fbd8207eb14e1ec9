using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A rule whose names, units, parameters and overrides are resolved.</summary>
internal sealed record BoundRule
{
    /// <summary>The rule's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was declared.</summary>
    public required RuleSyntax Syntax { get; init; }

    /// <summary>The layer that declared it: 0 for the shipped pack, then the files in order.</summary>
    public int Layer { get; init; }

    /// <summary>Titles by language, with placeholders.</summary>
    public required BoundTexts Title { get; init; }

    /// <summary>Messages by language; the titles where the rule has none.</summary>
    public required BoundTexts Message { get; init; }

    /// <summary>Documentation by language; empty where the rule has none.</summary>
    public required BoundTexts Doc { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the rule runs for all customers.</summary>
    public bool IncludesOverall { get; init; } = true;

    /// <summary>The dimensions of <c>for each</c>; the rule runs for every combination of their values that occurs. Empty for a rule that runs overall only.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Preconditions with their texts.</summary>
    public IReadOnlyList<BoundCondition> Needs { get; init; } = [];

    /// <summary>The condition that opens.</summary>
    public required BoundCondition When { get; init; }

    /// <summary>The condition that closes; without it, that <see cref="When"/> is false.</summary>
    public BoundCondition? Until { get; init; }

    /// <summary>Circumstances in which not to open.</summary>
    public IReadOnlyList<BoundCondition> Unless { get; init; } = [];

    /// <summary>Levels in order; the unconditional one last.</summary>
    public required IReadOnlyList<BoundSeverity> Severities { get; init; }

    /// <summary>Values to show.</summary>
    public IReadOnlyList<BoundEvidence> Evidence { get; init; } = [];

    /// <summary>Candidate causes in file order.</summary>
    public IReadOnlyList<BoundCause> Causes { get; init; } = [];

    /// <summary>Contributions of segments to show.</summary>
    public IReadOnlyList<BoundDrill> Drills { get; init; } = [];

    /// <summary>How long after closing no opening counts.</summary>
    public RuleDuration? Cooldown { get; init; }

    /// <summary>How often an open warning reminds.</summary>
    public RuleDuration? Remind { get; init; }

    /// <summary>Periods in which openings are muted.</summary>
    public IReadOnlyList<BoundSuppression> Suppressions { get; init; } = [];

    /// <summary>Why the rule is switched off; <see langword="null"/> where it is not.</summary>
    public BoundTexts? Disabled { get; init; }
}

/// <summary>A condition with its persistence (<c>for</c>) and reason.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Persist">For how long; <see langword="null"/> for at once.</param>
/// <param name="Reason">Texts of <c>needs</c> and <c>unless</c>; else empty.</param>
/// <param name="Span">Where it stands, for coverage reports.</param>
internal sealed record BoundCondition(BoundNode Condition, PersistSyntax? Persist, BoundTexts Reason, SourceSpan Span);

/// <summary>A level and when it applies.</summary>
internal sealed record BoundSeverity(WarningLevel Level, BoundNode? Condition, SourceSpan Span);

/// <summary>A value to show: today's, and the series of the last days.</summary>
internal sealed record BoundEvidence(BoundNode Value, RuleDuration? Last, BoundTexts Label, string Source);

/// <summary>A candidate cause. <see cref="RuleIndex"/> is set where the condition is a plain <c>firing(rule)</c>.</summary>
internal sealed record BoundCause(BoundNode Condition, BoundNode? Strength, RuleDuration Within, BoundTexts Text, int? RuleIndex, SourceSpan Span)
{
    /// <summary>Reads the condition aloud, which only sound rules allow: the text where the clause gives none and names no rule.</summary>
    public required Func<LanguageTexts> Aloud { get; init; }
}

/// <summary>A drill-down. For a rate, the numerator and denominator come from the figure source by part.</summary>
internal sealed record BoundDrill(BoundNode Value, IReadOnlyList<string> Dimensions, int? Top, string Source);

/// <summary>A muted period; <see cref="Part"/> is empty for all segments. Both days are within.</summary>
internal sealed record BoundSuppression(IReadOnlyList<SegmentPick> Part, DateOnly From, DateOnly To, BoundTexts Reason);

/// <summary>Texts by language. The language <c>""</c> is that of a text that serves all.</summary>
internal sealed record BoundTexts(IReadOnlyDictionary<string, IReadOnlyList<BoundTextPart>> ByLanguage)
{
    /// <summary>No text.</summary>
    public static BoundTexts Empty { get; } = new(new Dictionary<string, IReadOnlyList<BoundTextPart>>(StringComparer.Ordinal));
}

/// <summary>A piece of a text: characters, or a value in a format.</summary>
/// <param name="Literal">Characters that stand as they are; <see langword="null"/> for a value.</param>
/// <param name="Value">The value.</param>
/// <param name="Format">The format's name; empty for the one that the value's type suggests.</param>
/// <param name="Arguments">The format's arguments.</param>
internal sealed record BoundTextPart(string? Literal, BoundNode? Value, string Format, IReadOnlyList<string> Arguments);

/// <summary>All rules of a set, each after those that it refers to by <c>firing</c>.</summary>
/// <param name="Rules">The rules; <see cref="FiringNode.RuleIndex"/> counts in this list.</param>
internal sealed record BoundRuleSet(IReadOnlyList<BoundRule> Rules);
