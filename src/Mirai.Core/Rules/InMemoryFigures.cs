using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Rules;

/// <summary>Figures that the host application holds itself: its own KPIs, by day and part.</summary>
/// <remarks>
/// A union of parts is the sum of their levels or flows, and for a rate the quotient of the sums; it is missing where one of them is, and where a
/// rate is given without its denominators. A part for which nothing is given is missing.
/// </remarks>
public sealed class InMemoryFigures : FigureSource
{
    private readonly Dictionary<(string Metric, CustomerPart Part), FigureSeries> _series = [];
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<DateOnly> _holidays;

    /// <summary>Figures on consecutive days.</summary>
    /// <param name="days">The days.</param>
    /// <param name="currency">The code of the currency of all money.</param>
    /// <param name="series">What is known, each metric and part once.</param>
    /// <param name="holidays">The days that <c>is_holiday</c> means.</param>
    /// <exception cref="ArgumentException">A series has another number of days, picks several values, or is given twice; or a metric is described in two ways.</exception>
    public InMemoryFigures(DayRange days, string currency, IEnumerable<FigureSeries> series, IEnumerable<DateOnly>? holidays = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(currency);
        ArgumentNullException.ThrowIfNull(series);
        (Days, Currency, _holidays) = (days, currency, (holidays ?? []).ToHashSet());
        var metrics = new List<RuleMetric>();
        foreach (var one in series)
        {
            Check(one, metrics);
            _series.Add((one.Metric.Name, one.Part), one);
            foreach (var pick in one.Part.Picks) Note(pick);
        }

        Metrics = metrics;
    }

    /// <inheritdoc/>
    public override DayRange Days { get; }

    /// <inheritdoc/>
    public override string Currency { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RuleMetric> Metrics { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dimensions => [.. _values.Keys];

    /// <summary>
    /// Whether a part for which nothing is given has the values of the narrowest part around it, in the end those of the whole: for examples in
    /// which the parts do not matter.
    /// </summary>
    public bool PartsTakeAfterTheWhole { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(string dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return _values.TryGetValue(dimension, out var values) ? values : [];
    }

    /// <inheritdoc/>
    public override double[] Daily(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var parts = PartsOf(new CustomerPart(part)).Select(p => Find(metric, p)).ToList();
        if (parts is [{ Denominators: null } single]) return single.Values;
        if (Sum(parts, s => s.Denominators) is { } denominators) return Divide(Sum(parts, s => s.Values)!, denominators);
        return parts.Exists(p => p is null || p.Metric.Kind == MeasureKind.Rate) ? Missing() : Sum(parts, s => s.Values) ?? Missing();
    }

    /// <inheritdoc/>
    public override RateFractions? Fractions(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken)
    {
        var parts = PartsOf(new CustomerPart(part)).Select(p => Find(metric, p)).ToList();
        return Sum(parts, s => s.Denominators) is { } denominators ? new RateFractions(Sum(parts, s => s.Values)!, denominators) : null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<string>> CombinationsOf(IReadOnlyList<string> dimensions)
    {
        var given = _series.Keys.Select(key => key.Part).Distinct()
            .Where(part => part.Picks.Count == dimensions.Count && dimensions.All(d => part.Picks.Any(p => string.Equals(p.Dimension, d, StringComparison.Ordinal))))
            .Select(part => (IReadOnlyList<string>)[.. dimensions.Select(d => part.Picks.First(p => string.Equals(p.Dimension, d, StringComparison.Ordinal)).Values[0])])
            .ToList();
        return given.Count > 0 ? given : base.CombinationsOf(dimensions);
    }

    /// <inheritdoc/>
    public override bool IsHoliday(DateOnly day) => _holidays.Contains(day);

    private void Check(FigureSeries series, List<RuleMetric> metrics)
    {
        var name = series.Metric.Name;
        if (series.Values.Length != Days.Count || series.Denominators is { } denominators && denominators.Length != Days.Count)
        {
            throw new ArgumentException($"The series of `{name}` [{series.Part}] has {series.Values.Length} values; expected one for each of {Days.Count} days.");
        }

        if (series.Part.Picks.Any(p => p.Values.Count > 1)) throw new ArgumentException($"The series of `{name}` [{series.Part}] picks several values of a dimension.");
        if (_series.ContainsKey((name, series.Part))) throw new ArgumentException($"`{name}` [{series.Part}] is given twice.");
        var known = metrics.Find(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        if (known is null) metrics.Add(series.Metric);
        else if (known != series.Metric) throw new ArgumentException($"`{name}` is described in two ways: {known} and {series.Metric}.");
    }

    private void Note(SegmentPick pick)
    {
        if (!_values.TryGetValue(pick.Dimension, out var values)) _values.Add(pick.Dimension, values = []);
        if (!values.Contains(pick.Values[0], StringComparer.Ordinal)) values.Add(pick.Values[0]);
    }

    private static IEnumerable<CustomerPart> PartsOf(CustomerPart part)
    {
        IEnumerable<SegmentPick[]> parts = [[]];
        foreach (var pick in part.Picks)
        {
            parts = parts.SelectMany(_ => pick.Values, (known, value) => (SegmentPick[])[.. known, new SegmentPick(pick.Dimension, [value])]);
        }

        return parts.Select(picks => new CustomerPart(picks));
    }

    private FigureSeries? Find(string metric, CustomerPart part)
    {
        if (_series.TryGetValue((metric, part), out var exact)) return exact;
        if (!PartsTakeAfterTheWhole) return null;
        return _series.Values
            .Where(s => string.Equals(s.Metric.Name, metric, StringComparison.Ordinal) && part.LiesWithin(s.Part))
            .MaxBy(s => s.Part.Picks.Count);
    }

    private double[]? Sum(List<FigureSeries?> parts, Func<FigureSeries, double[]?> column)
    {
        if (parts.Count == 0) return null;
        var sum = new double[Days.Count];
        foreach (var part in parts)
        {
            if (part is null || column(part) is not { } values) return null;
            for (var day = 0; day < sum.Length; day++) sum[day] += values[day];
        }

        return sum;
    }

    private static double[] Divide(double[] numerators, double[] denominators)
    {
        var quotients = new double[numerators.Length];
        for (var day = 0; day < quotients.Length; day++) quotients[day] = denominators[day] == 0 ? double.NaN : numerators[day] / denominators[day];
        return quotients;
    }

    private double[] Missing()
    {
        var missing = new double[Days.Count];
        Array.Fill(missing, double.NaN);
        return missing;
    }
}
