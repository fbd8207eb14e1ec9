using System.Collections.Concurrent;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>A metric of a part on all days.</summary>
/// <param name="Values">A value a day; missing where it is not known or not finite.</param>
/// <param name="FirstKnown">The first day with a value; 0 where there is none at all, which is not a matter of history.</param>
internal sealed record FigureColumn(double[] Values, int FirstKnown);

/// <summary>The figures of a run: each metric of each part is asked for once.</summary>
internal sealed class FigureColumns(FigureSource figures, DayTable days, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<(string Metric, CustomerPart Part, bool IsDenominator), Lazy<FigureColumn>> _columns = new();
    private readonly ConcurrentDictionary<string, int> _notFinite = new(StringComparer.Ordinal);

    /// <summary>How many values of each metric were infinite, and therefore taken as missing.</summary>
    public IReadOnlyDictionary<string, int> NotFinite => _notFinite;

    /// <summary>The part of which a metric's values are taken when its term is evaluated for a part.</summary>
    public static CustomerPart PartOf(MetricNode metric, CustomerPart part) => (metric.IsOverall ? CustomerPart.Whole : part).With(metric.Picks);

    /// <summary>A metric's values, or the denominators of its rate, for the part that a term is evaluated for.</summary>
    public FigureColumn Of(MetricNode metric, CustomerPart part, bool isDenominator) => _columns.GetOrAdd(
        (metric.Metric.Name, PartOf(metric, part), isDenominator), key => new Lazy<FigureColumn>(() => Load(key.Metric, key.Part, key.IsDenominator))).Value;

    /// <summary>Whether the source knows what a rate is made of.</summary>
    public bool HasFractions(RuleMetric metric, CustomerPart part) => figures.Fractions(metric.Name, part.Picks, cancellationToken) is not null;

    private FigureColumn Load(string metric, CustomerPart part, bool isDenominator)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var given = isDenominator
            ? figures.Fractions(metric, part.Picks, cancellationToken)?.Denominators ?? throw new InvalidOperationException($"`{metric}` has no denominator.")
            : figures.Daily(metric, part.Picks, cancellationToken);
        if (given.Length != figures.Days.Count)
        {
            throw new InvalidOperationException(
                $"The figures of `{metric}` hold {given.Length} values for [{part}]; expected one for each of {figures.Days.Count} days.");
        }

        var values = given.Length == days.Count && Array.TrueForAll(given, v => !double.IsInfinity(v)) ? given : given[..days.Count];
        var (first, infinite) = (-1, 0);
        for (var day = 0; day < values.Length; day++)
        {
            if (double.IsInfinity(values[day]))
            {
                values[day] = double.NaN;
                infinite++;
            }

            if (first < 0 && !double.IsNaN(values[day])) first = day;
        }

        if (infinite > 0) _notFinite.AddOrUpdate(metric, infinite, (_, known) => known + infinite);
        return new FigureColumn(values, Math.Max(first, 0));
    }
}
