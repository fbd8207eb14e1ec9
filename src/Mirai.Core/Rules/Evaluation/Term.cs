using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>How a term's column is computed from those of its operands.</summary>
internal enum TermKind
{
    // Leaves.
    Constant,
    Table,
    Metric,
    Denominator,
    Firing,
    Weekday,
    Month,
    DayOfMonth,
    IsHoliday,

    // Day by day.
    Add,
    Subtract,
    Multiply,
    Divide,
    RelativeChange,
    Least,
    Greatest,
    Absolute,
    Default,
    If,
    WilsonLow,
    WilsonHigh,
    Host,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Not,
    IsMissing,

    // Over days.
    Ago,
    Average,
    Sum,
    Coverage,
    Deviation,
    Score,
    Slope,
    Trend,
    Minimum,
    Maximum,
    Percentile,
    FadingMean,
    ExpectedWeekly,
    ExpectedYearly,
    Streak,
    DaysSince,
    CountDays,

    // Over parts.
    LargestShare,
    Concentration,
}

/// <summary>
/// A node of the graph that all rules of a run share: one for every distinct expression, whatever the part it is evaluated for. Terms are made by
/// <see cref="TermGraph"/> only, so equal terms are the same object.
/// </summary>
internal sealed class Term
{
    /// <summary>The place in the graph; operands have lower ones.</summary>
    public required int Id { get; init; }

    /// <summary>How it is computed.</summary>
    public required TermKind Kind { get; init; }

    /// <summary>What it is computed from.</summary>
    public required IReadOnlyList<Term> Operands { get; init; }

    /// <summary>Whether its column holds truths.</summary>
    public required bool IsCondition { get; init; }

    /// <summary>A constant's value; the number of seasons; the rule of a firing.</summary>
    public double Value { get; init; }

    /// <summary>The window, the shift, the half-life.</summary>
    public RuleDuration Duration { get; init; }

    /// <summary>The metric of <see cref="TermKind.Metric"/> and <see cref="TermKind.Denominator"/>.</summary>
    public MetricNode? Metric { get; init; }

    /// <summary>The table of <see cref="TermKind.Table"/>.</summary>
    public TableNode? Table { get; init; }

    /// <summary>The function of <see cref="TermKind.Host"/>.</summary>
    public HostFunction? Host { get; init; }

    /// <summary>The dimensions whose parts are looked at.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Whether the value is that of all customers, whatever the part.</summary>
    public bool IsOverall { get; init; }

    /// <summary>How many days before a day its value depends on, in nominal days.</summary>
    public int LookBack { get; init; }

    /// <summary>The place in the graph of the rule whose firing this is.</summary>
    public int Rule => (int)Value;
}
