namespace Mirai.Rules.Binding;

/// <summary>A function of the language as the reader of a rule knows it; how it is computed stands in <c>Evaluation</c>, by <see cref="Name"/>.</summary>
/// <param name="Name">Its name in rules.</param>
/// <param name="Parameters">What it takes, in order.</param>
internal sealed record RuleFunction(string Name, IReadOnlyList<FunctionParameter> Parameters)
{
    /// <summary>What it gives on a day, in one sentence of English and of Japanese; the docs' table is made from these.</summary>
    public required string English { get; init; }

    /// <inheritdoc cref="English"/>
    public required string Japanese { get; init; }

    /// <summary>The type of the result from those of the arguments.</summary>
    public required Func<IReadOnlyList<ValueType>, ValueType> ResultType { get; init; }

    /// <summary>How many days before a day the result looks at, from the nominal days of its duration arguments in order; 0 where it looks at the day alone.</summary>
    public Func<IReadOnlyList<long>, long> LookBack { get; init; } = durations => durations.Count == 0 ? 0 : Math.Max(0, durations[0] - 1);

    /// <summary>Whether the result behaves over days as the first argument does: a mean of flows is a flow, a change is not.</summary>
    public bool KeepsBehaviour { get; init; }

    /// <summary>Whether more arguments than parameters are folded from the left: <c>least(a, b, c)</c>.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The host's computation; <see langword="null"/> for the functions of the language.</summary>
    public HostFunction? Host { get; init; }
}

/// <summary>What an argument must be.</summary>
internal enum ParameterKind
{
    /// <summary>A value with a unit: quantity, percentage, points or number.</summary>
    Value,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>A constant duration.</summary>
    Duration,

    /// <summary>A constant percentage or number.</summary>
    Constant,

    /// <summary>The word <c>weekly</c> or <c>yearly</c>.</summary>
    Season,

    /// <summary>A rule's name.</summary>
    Rule,

    /// <summary>A value with <c>by</c> dimensions.</summary>
    ValueBy,
}

/// <summary>One parameter of a function.</summary>
/// <param name="Name">Its name in the docs, and as a label in calls.</param>
/// <param name="Kind">What the argument must be.</param>
internal sealed record FunctionParameter(string Name, ParameterKind Kind)
{
    /// <summary>The earlier parameter whose unit this one shares, by its index; <see langword="null"/> where any unit will do.</summary>
    public int? SameAs { get; init; }

    /// <summary>Whether a duration here is a window of days, not a distance back in time.</summary>
    public bool IsWindow { get; init; }

    /// <summary>Whether only something that adds up over days has a meaning here.</summary>
    public bool MustAddUp { get; init; }
}

/// <summary>A host application's function of daily columns: causal, pure, of bounded cost.</summary>
/// <param name="Compute">Fills the result from the arguments' columns, <see cref="double.NaN"/> where missing; day t may look at days up to t only.</param>
/// <param name="CostPerDay">How dear a day is, in units of an addition.</param>
internal sealed record HostFunction(Action<IReadOnlyList<double[]>, double[]> Compute, double CostPerDay);
