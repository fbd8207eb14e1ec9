namespace Mirai.Rules;

/// <summary>What an argument of a host application's function must be.</summary>
public enum RuleArgumentKind
{
    /// <summary>A value with a unit, as a column over days: a count, an amount, a percentage, points or a number.</summary>
    Value,

    /// <summary>A condition, as a column of 1, 0 and <see cref="double.NaN"/>.</summary>
    Condition,

    /// <summary>A constant duration, as a column that holds its days; calendar months and years in nominal days.</summary>
    Duration,

    /// <summary>A constant percentage or number.</summary>
    Constant,
}

/// <summary>A parameter of a host application's function.</summary>
/// <param name="Name">Its name in messages, and as a label in calls.</param>
/// <param name="Kind">What the argument must be.</param>
public sealed record HostRuleParameter(string Name, RuleArgumentKind Kind);

/// <summary>A function that a host application adds to the language: <c>weather_index(sales, 28 days)</c>.</summary>
/// <remarks>It must be pure, and causal: the result of a day may depend on that day and earlier ones only. Rules cannot tell it from a function of the language.</remarks>
public sealed record HostRuleFunction
{
    /// <summary>A function by its name, parameters and computation.</summary>
    /// <param name="name">Lower-case letters, digits, underscores and dots, beginning with a letter: <c>acme.weather</c>.</param>
    /// <param name="parameters">What it takes, in order.</param>
    /// <param name="compute">Fills the last array, which is as long as the days, from the arguments' columns; <see cref="double.NaN"/> is missing.</param>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    public HostRuleFunction(string name, IReadOnlyList<HostRuleParameter> parameters, Action<IReadOnlyList<double[]>, double[]> compute)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(compute);
        if (!char.IsAsciiLetterLower(name[0]) || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.'))
        {
            throw new ArgumentException($"`{name}` is not a function's name: expected lower-case letters, digits, underscores and dots.", nameof(name));
        }

        Name = name;
        Parameters = parameters;
        Compute = compute;
    }

    /// <summary>The name in rules.</summary>
    public string Name { get; }

    /// <summary>What the function takes, in order.</summary>
    public IReadOnlyList<HostRuleParameter> Parameters { get; }

    /// <summary>The computation.</summary>
    public Action<IReadOnlyList<double[]>, double[]> Compute { get; }

    /// <summary>
    /// The unit of the result as <see cref="RuleMetric.Unit"/> writes it: <c>%</c>, <c>pt</c>, <c>1</c>, <c>days</c>, <c>JPY/customers</c>;
    /// <c>condition</c> for a truth; <see langword="null"/> for that of the first argument.
    /// </summary>
    public string? ResultUnit { get; init; } = "1";

    /// <summary>How dear a day is, in units of an addition; counts towards the limit of work.</summary>
    public double CostPerDay { get; init; } = 10;

    /// <summary>How many days before a day the result looks at.</summary>
    public int LookBackDays { get; init; }

    /// <summary>What it gives, in one sentence of English.</summary>
    public string English { get; init; } = "";

    /// <summary>What it gives, in one sentence of Japanese.</summary>
    public string Japanese { get; init; } = "";
}
