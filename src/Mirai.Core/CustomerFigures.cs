using System.Collections.Concurrent;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Segments;

namespace Mirai;

/// <summary>The figures of an analysis as rules read them: every measure of its catalog, by every segment.</summary>
/// <remarks>
/// Incomplete figures are missing, and so is what the input does not have: discounts, contacts, their costs. A rule that reads it is undecided, and
/// not wrong. Each segment is counted once for all measures that rules read of it, and kept. Several segments together are
/// crossed; a purchase dimension cannot be crossed. A part of several values is counted as one: customers who bought in two stores are not counted
/// twice, and rates are computed anew. The value <c>none</c> can be picked, but rules do not run for it unless it is that of an attribute or a purchase dimension.
/// </remarks>
public sealed class CustomerFigures : FigureSource
{
    private readonly CustomerAnalysis _analysis;
    private readonly Dictionary<string, Measure> _measures;
    private readonly Dictionary<string, Segment> _segments = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _holidays;
    private readonly ConcurrentDictionary<string, SegmentFigures> _figures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _expected = new(StringComparer.Ordinal);

    /// <summary>The figures of an analysis.</summary>
    /// <param name="analysis">The analysis; its measures are those of its catalog.</param>
    /// <param name="holidays">The days that <c>is_holiday</c> means.</param>
    /// <param name="segments">Segments beyond the built-in ones, or in place of one of the same id, such as other bands of purchases.</param>
    public CustomerFigures(CustomerAnalysis analysis, IEnumerable<DateOnly>? holidays = null, IReadOnlyList<Segment>? segments = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _analysis = analysis;
        _holidays = (holidays ?? []).ToHashSet();
        var measures = analysis.Options.Catalog.Measures;
        _measures = measures.Where(analysis.CanCompute).ToDictionary(m => m.Id, StringComparer.Ordinal);
        Metrics = [.. measures.Select(m => RuleVocabulary.MetricOf(m, Currency))];
        foreach (var segment in segments ?? []) _segments[segment.Id] = segment;
        foreach (var segment in BuiltInSegments()) _segments.TryAdd(segment.Id, segment);
    }

    /// <inheritdoc/>
    public override DayRange Days => _analysis.History.Days;

    /// <inheritdoc/>
    public override string Currency => _analysis.History.Currency.Code;

    /// <inheritdoc/>
    public override IReadOnlyList<RuleMetric> Metrics { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dimensions => [.. _segments.Keys];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ValuesOf(string dimension) => _values.GetOrAdd(dimension, name =>
    {
        if (IsAbsent(name)) return RuleVocabulary.BuiltIn.ValuesOf(name);
        var segment = Find(name);
        var values = _analysis.ValuesOf(segment);
        return segment is AttributeSegment or DimensionSegment ? values : [.. values.Where(v => !string.Equals(v, Segment.None, StringComparison.Ordinal))];
    });

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<string>> CombinationsOf(IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Count <= 1) return base.CombinationsOf(dimensions);
        var occurring = FiguresOf(Crossed(dimensions)).Series(_analysis, CustomerMeasures.ActiveCustomers, ExpectedOf(dimensions), CancellationToken.None).Keys.ToHashSet(StringComparer.Ordinal);
        return [.. base.CombinationsOf(dimensions).Where(values => occurring.Contains(CrossedSegment.ValueOf(values)))];
    }

    /// <inheritdoc/>
    public override double[] Daily(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken) =>
        IsAbsent(metric, part) ? DailyColumns.Missing(Days) : SeriesOf(metric, part, cancellationToken) is { Count: > 0 } series ? DailyColumns.Values(series) : DailyColumns.OfNobody(SeriesOf(metric, [], cancellationToken)[0]);

    /// <inheritdoc/>
    public override RateFractions? Fractions(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken) =>
        !IsAbsent(metric, part) && MeasureOf(metric).Kind == MeasureKind.Rate ? DailyColumns.Fractions(SeriesOf(metric, part, cancellationToken)) : null;

    /// <inheritdoc/>
    public override void Expect(IReadOnlyList<string> metrics, IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(dimensions);
        var wanted = metrics.Where(m => _measures.TryGetValue(m, out var measure) && measure.IsSegmentable);
        _expected.AddOrUpdate(KeyOf(dimensions), _ => wanted.ToHashSet(StringComparer.Ordinal), (_, known) => known.Concat(wanted).ToHashSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override UndecidedReason? WhyAbsent(string metric, IReadOnlyList<SegmentPick> part)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(part);
        if (!IsAbsent(metric, part)) return null;
        _analysis.Options.Catalog.TryFind(metric, out var measure);
        if (_analysis.Contacts is null && (measure is { NeedsContacts: true } || part.Any(p => Find(p.Dimension) == Segment.ContactBand))) return UndecidedReason.NoContacts;
        return measure is { NeedsContactCosts: true } ? UndecidedReason.NoContactCosts : UndecidedReason.NoDiscounts;
    }

    /// <inheritdoc/>
    public override bool IsHoliday(DateOnly day) => _holidays.Contains(day);

    private static string KeyOf(IEnumerable<string> dimensions) => string.Join('\u0001', dimensions);

    private IEnumerable<Segment> BuiltInSegments()
    {
        var (history, attributes) = (_analysis.History, _analysis.Attributes);
        foreach (var segment in (Segment[])[Segment.CustomerYear, Segment.PurchaseCount, Segment.Decile, Segment.Rfm]) yield return segment;
        yield return Segment.PortfolioOf(_analysis.Options.Portfolio);
        yield return Segment.ContactBand;
        yield return Segment.FirstPurchaseDiscounted;
        foreach (var name in attributes?.Names ?? []) yield return Segment.Attribute(name);
        foreach (var name in history.Dimensions) yield return Segment.Dimension(name);
    }

    /// <summary>Whether the input lacks what a metric or a part of it is made from.</summary>
    private bool IsAbsent(string metric, IReadOnlyList<SegmentPick> part) =>
        (!_measures.ContainsKey(metric) && Metrics.Any(m => string.Equals(m.Name, metric, StringComparison.Ordinal))) || part.Any(p => IsAbsent(p.Dimension));

    private bool IsAbsent(string dimension) => Find(dimension) switch
    {
        var segment when segment == Segment.ContactBand => _analysis.Contacts is null,
        var segment => segment == Segment.FirstPurchaseDiscounted && !_analysis.History.HasDiscounts,
    };

    private Segment Find(string dimension) => _segments.TryGetValue(dimension, out var segment)
        ? segment
        : throw new ArgumentException($"There is no dimension `{dimension}`; there are {string.Join(", ", _segments.Keys)}.", nameof(dimension));

    private Measure MeasureOf(string metric) =>
        _measures.TryGetValue(metric, out var measure) ? measure : throw new ArgumentException(_analysis.Options.Catalog.Unknown(metric), nameof(metric));

    private CrossedSegment Crossed(IReadOnlyList<string> dimensions) => new([.. dimensions.Select(Find)]);

    private SegmentFigures FiguresOf(Segment segment, string suffix = "") => _figures.GetOrAdd(segment.Id + suffix, _ => new SegmentFigures(segment));

    private Measure[] ExpectedOf(IReadOnlyList<string> dimensions) =>
        _expected.TryGetValue(KeyOf(dimensions), out var expected) ? [.. expected.Order(StringComparer.Ordinal).Select(MeasureOf)] : [];

    /// <summary>The series whose sum is the part.</summary>
    private List<DailySeries> SeriesOf(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken)
    {
        var measure = MeasureOf(metric);
        if (part.Count == 0) return [.. _analysis.Daily([measure], Days, progress: null, cancellationToken)];
        var picks = new CustomerPart(part).Picks;
        string[] dimensions = [.. picks.Select(p => p.Dimension)];
        var expected = ExpectedOf(dimensions);
        if (dimensions is [var only] && Find(only) is DimensionSegment && picks[0].Values is { Count: > 1 } merged)
        {
            var figures = FiguresOf(new DimensionSegment(only, merged), "\u0002" + KeyOf(merged));
            return [.. Known(figures.Series(_analysis, measure, expected, cancellationToken), [merged[0]])];
        }

        var segment = dimensions.Length == 1 ? Find(dimensions[0]) : Crossed(dimensions);
        IEnumerable<string[]> values = [[]];
        foreach (var pick in picks) values = values.SelectMany(_ => pick.Values, (known, value) => (string[])[.. known, value]);
        return [.. Known(FiguresOf(segment).Series(_analysis, measure, expected, cancellationToken), values.Select(CrossedSegment.ValueOf))];
    }

    private static IEnumerable<DailySeries> Known(IReadOnlyDictionary<string, DailySeries> series, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            if (series.TryGetValue(value, out var found)) yield return found;
        }
    }
}

/// <summary>The series of one segment that have been asked for so far.</summary>
internal sealed class SegmentFigures(Segment segment)
{
    private readonly Dictionary<string, Dictionary<string, DailySeries>> _series = new(StringComparer.Ordinal);
    private readonly Lock _counting = new();

    /// <summary>A measure's series by value; counts whatever else is expected in the same pass.</summary>
    public IReadOnlyDictionary<string, DailySeries> Series(CustomerAnalysis analysis, Measure measure, IEnumerable<Measure> expected, CancellationToken cancellationToken)
    {
        lock (_counting)
        {
            if (_series.TryGetValue(measure.Id, out var known)) return known;
            Measure[] wanted = [measure, .. expected.Where(m => m != measure && !_series.ContainsKey(m.Id))];
            foreach (var one in wanted) _series[one.Id] = new Dictionary<string, DailySeries>(StringComparer.Ordinal);
            try
            {
                foreach (var series in analysis.DailyBy(segment, wanted, days: null, progress: null, cancellationToken)) _series[series.Measure.Id][series.SegmentValue!] = series;
            }
            catch
            {
                foreach (var one in wanted) _series.Remove(one.Id);
                throw;
            }

            return _series[measure.Id];
        }
    }
}
