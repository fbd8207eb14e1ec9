using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <summary>The front door: everything that can be asked of a purchase history.</summary>
/// <remarks>
/// Daily figures of all days of history come out of one pass over the purchases and are kept, so asking for a second day or measure costs next
/// to nothing. The object may be used from any number of threads. Days outside <see cref="PurchaseHistory.Days"/> are the caller's bug.
/// </remarks>
public sealed partial class CustomerAnalysis
{
    private readonly LeaveTables _leaves;
    private readonly WholeCounters _whole;
    private readonly Lazy<ContactTables>? _contactTables;

    /// <summary>An analysis of a history.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="attributes">Texts about customers, by which figures can be split.</param>
    /// <param name="options">The active period, the catalog and the number of threads.</param>
    public CustomerAnalysis(PurchaseHistory history, CustomerAttributes? attributes = null, AnalysisOptions? options = null)
        : this(history, attributes, contacts: null, options)
    {
    }

    /// <summary>An analysis of a history with contacts.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="attributes">Texts about customers, by which figures can be split.</param>
    /// <param name="contacts">Direct mail, e-mail and calls; the contact measures need them.</param>
    /// <param name="options">The active period, the catalog and the number of threads.</param>
    public CustomerAnalysis(PurchaseHistory history, CustomerAttributes? attributes, ContactHistory? contacts, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        History = history;
        Attributes = attributes;
        Contacts = contacts;
        Options = options ?? AnalysisOptions.Default;
        if (Options.ActivePeriod.Length == 0) throw new ArgumentException("The active period is empty.", nameof(options));
        _leaves = new LeaveTables(history.Axis, Options.ActivePeriod);
        _contactTables = contacts is null
            ? null
            : new Lazy<ContactTables>(() => new ContactTables(new ContactLink(history, contacts), _leaves, Options.ActivePeriod));
        _whole = new WholeCounters(history, _leaves, _contactTables, Options.MaxThreads);
    }

    /// <summary>The purchases.</summary>
    public PurchaseHistory History { get; }

    /// <summary>Texts about customers, where there are any.</summary>
    public CustomerAttributes? Attributes { get; }

    /// <summary>Direct mail, e-mail and calls, where there are any.</summary>
    public ContactHistory? Contacts { get; }

    /// <summary>The active period, the catalog and the number of threads.</summary>
    public AnalysisOptions Options { get; }

    /// <summary>How many customers are active at the end of a day (稼働顧客数).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public long ActiveCustomers(DateOnly asOf) => Counters([Counter.Active])[Counter.Active][DayIndex(asOf)];

    /// <summary>One measure on one day in its unit; <see langword="null"/> where it is missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">The measure needs discounts or contacts that are not there.</exception>
    public double? Value(Measure measure, DateOnly asOf) => Daily([measure], new DayRange(asOf, asOf))[0][asOf];

    /// <summary>Daily series of measures for all customers, over all observed days, in the order asked for.</summary>
    /// <exception cref="ArgumentException">A measure needs discounts or contacts that are not there.</exception>
    public IReadOnlyList<DailySeries> Daily(params IReadOnlyList<Measure> measures) => Daily(measures, History.Days);

    /// <summary>Daily series of measures for all customers, on some days, in the order asked for.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="days">The days; all observed.</param>
    /// <param name="progress">Told the fraction of the work that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed.</exception>
    /// <exception cref="ArgumentException">A measure needs discounts or contacts that are not there.</exception>
    public IReadOnlyList<DailySeries> Daily(
        IReadOnlyList<Measure> measures, DayRange days, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        CheckMeasures(measures, segment: null);
        CheckDays(days);
        var table = Counters(CountersOf(measures), progress, cancellationToken);
        var staged = StageSeries(measures, segment: null, cancellationToken);
        return [.. measures.SelectMany(m => staged.TryGetValue(m, out var series) ? series : [Series(m, segmentValue: null, table)]).Select(s => s.Slice(days))];
    }

    /// <summary>Daily series of measures by segment: for each measure one series per value, in the segment's order.</summary>
    /// <remarks>
    /// Values that nobody ever has are left out, unless the segment names them itself. Costs one pass for all measures together, some 10 times
    /// that of <see cref="Daily(IReadOnlyList{Measure})"/>.
    /// </remarks>
    /// <param name="segment">How customers are divided.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="days">The days; <see langword="null"/> for all observed ones.</param>
    /// <param name="progress">Told the fraction of the work that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed.</exception>
    /// <exception cref="ArgumentException">A measure cannot be split, or needs discounts or contacts that are not there; or there is no such attribute or dimension.</exception>
    public IReadOnlyList<DailySeries> DailyBy(
        Segment segment, IReadOnlyList<Measure> measures, DayRange? days = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        CheckMeasures(measures, segment);
        var range = days ?? History.Days;
        CheckDays(range);
        if (segment is HorizonSegment)
        {
            var byHorizon = StageSeries(measures, segment, cancellationToken);
            return [.. measures.SelectMany(m => byHorizon[m]).Select(s => s.Slice(range))];
        }

        var placement = Place(segment);
        var counters = CountersOf(measures);
        var contacts = measures.Any(m => m.NeedsContacts) ? _contactTables!.Value : null;
        var tables = SegmentCounters.Fill(History, placement, _leaves, contacts, counters, Options.MaxThreads, progress, cancellationToken);
        var staged = StageSeries(measures, segment, cancellationToken);
        var figured = staged.Values.SelectMany(all => all).Where(HasFigure).Select(s => s.SegmentValue).ToHashSet(StringComparer.Ordinal);
        var shown = Enumerable.Range(0, tables.Length)
            .Where(value => value < placement.NamedValues || counters.Any(c => tables[value][c].AsSpan().ContainsAnyExcept(0)) || figured.Contains(placement.Values[value]))
            .ToList();
        var texts = shown.Select(value => placement.Values[value]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. measures.SelectMany(m => staged.TryGetValue(m, out var series)
                    ? series.Where(s => texts.Contains(s.SegmentValue!))
                    : shown.Select(value => Series(m, placement.Values[value], tables[value])))
                .Select(s => s.Slice(range)),
        ];
    }

    /// <summary>Whether a stage gave a value of a segment any figure: a rate that is not missing, or a level or flow that is not 0 either.</summary>
    private static bool HasFigure(DailySeries series)
    {
        for (var day = 0; day < series.Days.Count; day++)
        {
            var value = series.ValueAt(day);
            if (!double.IsNaN(value) && (value != 0 || series.Measure.Kind == MeasureKind.Rate)) return true;
        }

        return false;
    }

    private static HashSet<Counter> CountersOf(IReadOnlyList<Measure> measures) =>
        [.. measures.Where(m => m.Counters is not null).SelectMany(m => m.Counters!.Counters)];

    private CounterTable Counters(IReadOnlyCollection<Counter> counters, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        _whole.Get(counters, progress, cancellationToken);

    private DailySeries Series(Measure measure, string? segmentValue, CounterTable table)
    {
        var formula = measure.Counters!;
        var numerators = table[formula.Numerator];
        if (formula.Minus is { } minus)
        {
            var taken = table[minus];
            var all = numerators;
            numerators = table.Column(day => all[day] - taken[day]);
        }

        var denominators = formula.Denominator is { } denominator ? table[denominator] : null;
        var factor = formula.IsPerYear ? Options.ActivePeriod.PeriodsPerYear : (1, 1);
        return new DailySeries(measure, segmentValue, History.Days, CompleteFrom(measure), History.Currency, numerators, denominators, factor);
    }

    private SegmentPlacement Place(Segment segment) =>
        (segment is PortfolioSegment { Options: null } ? Segment.PortfolioOf(Options.Portfolio) : segment).Place(
            History, Attributes, Options.ActivePeriod, Options.MaxThreads, _contactTables?.Value.Link);

    private void CheckMeasures(IReadOnlyList<Measure> measures, Segment? segment)
    {
        ArgumentNullException.ThrowIfNull(measures);
        foreach (var measure in measures)
        {
            if (measure.NeedsDiscounts && !History.HasDiscounts)
            {
                throw new ArgumentException($"Measure `{measure.Id}` needs discounts, and the purchases carry none.", nameof(measures));
            }

            if (measure.NeedsContacts && Contacts is null)
            {
                throw new ArgumentException($"Measure `{measure.Id}` needs contacts, and there are none.", nameof(measures));
            }

            if (measure.NeedsContactCosts && !Contacts!.HasCosts)
            {
                throw new ArgumentException($"Measure `{measure.Id}` needs costs, and the contacts carry none.", nameof(measures));
            }

            if (segment is not null && !(segment is HorizonSegment ? ForecastMeasures.HasHorizons(measure) : measure.IsSegmentable))
            {
                throw new ArgumentException($"Measure `{measure.Id}` cannot be split by segment.", nameof(measures));
            }
        }
    }

    private void CheckDays(DayRange days)
    {
        DayIndex(days.First);
        DayIndex(days.Last);
    }

    private int DayIndex(DateOnly day) => History.Days.Contains(day)
        ? History.Days.IndexOf(day)
        : throw new ArgumentOutOfRangeException(nameof(day), day, $"The history covers {History.Days}.");
}
