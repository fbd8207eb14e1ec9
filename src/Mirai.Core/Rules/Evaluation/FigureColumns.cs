using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

        var infinite = CountInfinite(given.AsSpan(0, days.Count));
        var values = given.Length == days.Count && infinite == 0 ? given : given[..days.Count];
        for (var day = 0; infinite > 0 && day < values.Length; day++)
        {
            if (double.IsInfinity(values[day])) values[day] = double.NaN;
        }

        var first = Array.FindIndex(values, v => !double.IsNaN(v));
        if (infinite > 0) _notFinite.AddOrUpdate(metric, infinite, (_, known) => known + infinite);
        return new FigureColumn(values, Math.Max(first, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountInfinite(ReadOnlySpan<double> values)
    {
        var (day, infinite) = (0, 0);
        for (; Vector256.IsHardwareAccelerated && day <= values.Length - FourDays.Count; day += FourDays.Count)
        {
            var isInfinite = Vector256.Equals(Vector256.Abs(FourDays.Load(values, day)), Vector256.Create(double.PositiveInfinity));
            infinite += BitOperations.PopCount(isInfinite.ExtractMostSignificantBits());
        }

        for (; day < values.Length; day++) infinite += double.IsInfinity(values[day]) ? 1 : 0;
        return infinite;
    }
}
