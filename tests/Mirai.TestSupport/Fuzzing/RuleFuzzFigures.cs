using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Small figures for fuzzing: some measures of every kind, three dimensions and one of ten values, with gaps, zeros and negative values.</summary>
public sealed class RuleFuzzFigures : FigureSource
{
    private static readonly DateOnly Last = new(2026, 3, 31);

    private static readonly string[] Names =
    [
        "active_customers", "new_customers", "lapsed_customers", "lapsed_pool", "reactivated_customers", "retained_customers", "at_risk_customers", "purchases", "sales",
        "gross_sales", "discounts", "churn_rate", "retention_rate", "purchase_frequency", "average_order_value", "annual_ltv",
    ];

    private static readonly RuleMetric[] Measures = [.. Names.Select(name => RuleVocabulary.MetricOf(MeasureCatalog.BuiltIn.Find(name), "JPY"))];

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["store"] = ["Ginza", "Umeda", "none"],
        ["rank"] = ["New", "Bronze", "Gold"],
        ["customer_year"] = ["1", "2", "5+"],
        ["decile"] = ["1", "10"],
    };

    private readonly double[][] _columns;

    /// <summary>Figures of so many days, of which no two columns beside each other are alike.</summary>
    public RuleFuzzFigures(int days)
    {
        Days = new DayRange(Last.AddDays(1 - days), Last);
        _columns = [.. Enumerable.Range(0, 17).Select(shift => Enumerable.Range(0, days).Select(day => Value(day, shift)).ToArray())];
    }

    /// <summary>The names, to which rules are bound before there are figures: the same, so that they are bound once.</summary>
    public static RuleVocabulary Vocabulary { get; } = RuleVocabulary.Of(new RuleFuzzFigures(days: 1));

    /// <inheritdoc/>
    public override DayRange Days { get; }

    /// <inheritdoc/>
    public override string Currency => "JPY";

    /// <inheritdoc/>
    public override IReadOnlyList<RuleMetric> Metrics => Measures;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dimensions { get; } = [.. Values.Keys];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(string dimension) => Values[dimension];

    /// <inheritdoc/>
    public override double[] Daily(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken) =>
        _columns[(metric.Length + part.Sum(pick => pick.Values.Sum(value => value[0] + value.Length))) % _columns.Length];

    /// <inheritdoc/>
    public override bool IsHoliday(DateOnly day) => day.Day == 1;

    private static double Value(int day, int shift) => ((day + shift) % 17) switch
    {
        0 => double.NaN,
        1 => 0,
        2 => -3.5,
        var step => shift == 16 && step == 5 ? double.PositiveInfinity : 100 + (step * Math.Sin(day / 9.0)),
    };
}
