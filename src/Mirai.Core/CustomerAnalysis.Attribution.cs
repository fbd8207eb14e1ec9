using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <content>Which marketing won or lost the customers.</content>
public sealed partial class CustomerAnalysis
{
    private long[]? _retainedBefore;

    /// <summary>The change of active customers from one active period before, attributed to new customers, retention, base, reactivation and pool.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public CustomerAttribution Attribution(DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var day = DayIndex(asOf);
        var isComplete = CompleteFrom(HistoryNeeded.ThreeActivePeriods) is { } from && asOf >= from;
        return CustomerAttribution.Of(asOf, Options.ActivePeriod, AttributionTotalsOf(cancellationToken)(day), isComplete);
    }

    /// <summary>New, retained and reactivated customers of the last two active periods by segment, and whose rates fell most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension, or the segment needs discounts or contacts that are not there.</exception>
    public SegmentAttribution Attribution(DateOnly asOf, Segment segment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Attributions(asOf, [segment], cancellationToken)[0];
    }

    /// <summary>The same for several segments, in one pass.</summary>
    internal IReadOnlyList<SegmentAttribution> Attributions(DateOnly asOf, IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        var day = DayIndex(asOf);
        SegmentPlacement[] placements = [.. segments.Select(Place)];
        var (middle, first) = (_leaves.Before[day], History.Axis.BeforeIndex(day, Options.ActivePeriod.Times(2)));
        var cells = SegmentFlowKernel.Between(
            History, placements, _leaves.Active, [(middle, day), (first, middle)], Options.MaxThreads, cancellationToken);
        return [.. segments.Select((segment, i) => new SegmentAttribution(asOf, segment.Id, RowsOf(placements[i].Values, cells[i][0], cells[i][1])))];
    }

    private static List<SegmentAttributionRow> RowsOf(IReadOnlyList<string> values, SegmentFlowKernel.Cell[] now, SegmentFlowKernel.Cell[] before) =>
    [
        .. Enumerable.Range(0, now.Length).Where(value => !now[value].IsEmpty || !before[value].IsEmpty).Select(value => new SegmentAttributionRow(
            values[value], now[value].New, before[value].New,
            new Share(now[value].Retained, now[value].Base), new Share(before[value].Retained, before[value].Base),
            new Share(now[value].Reactivated, now[value].Pool), new Share(before[value].Reactivated, before[value].Pool))),
    ];

    /// <summary>Gives for a day index the customers from which its change is attributed.</summary>
    private Func<int, AttributionTotals> AttributionTotalsOf(CancellationToken cancellationToken)
    {
        var table = Counters([Counter.Active, Counter.Pool, Counter.NewWithin, Counter.Retained], progress: null, cancellationToken);
        var (active, pool) = (table[Counter.Active], table[Counter.Pool]);
        var twice = Options.ActivePeriod.Times(2);
        var retainedBefore = _retainedBefore ??= RetainedBefore(twice, cancellationToken);
        return day =>
        {
            var (middle, first) = (_leaves.Before[day], History.Axis.BeforeIndex(day, twice));
            var size = (Before: At(active, first), Now: At(active, middle));
            var lapsed = (Before: At(pool, first), Now: At(pool, middle));
            var retained = (Before: retainedBefore[day], Now: table[Counter.Retained][day]);
            var fresh = (Before: size.Now + lapsed.Now - size.Before - lapsed.Before, Now: table[Counter.NewWithin][day]);
            var reactivated = (Before: size.Now - fresh.Before - retained.Before, Now: active[day] - fresh.Now - retained.Now);
            return new AttributionTotals(fresh, size, retained, lapsed, reactivated);
        };

        static long At(long[] level, int day) => day < 0 ? 0 : level[day];
    }

    private long[] RetainedBefore(Period twice, CancellationToken cancellationToken)
    {
        var leave = History.Axis.LeaveDays(twice);
        var workers = ColumnWork.Run(History, Options.MaxThreads, () => new AttributionKernel(_leaves.Active, leave), cancellationToken);
        var changes = new long[History.Days.Count];
        for (var day = 0; day < changes.Length; day++) changes[day] = workers.Sum(worker => worker.Changes[day]);
        return CounterTable.Accumulate(changes);
    }

    private IEnumerable<DailySeries> AttributionSeries(IReadOnlyList<Measure> measures, CancellationToken cancellationToken)
    {
        var totalsOf = AttributionTotalsOf(cancellationToken);
        var terms = Enumerable.Range(0, History.Days.Count).Select(day => totalsOf(day).Terms()).ToList();
        foreach (var measure in measures)
        {
            var cause = AttributionMeasures.All.Index().First(term => term.Item == measure).Index;
            yield return Fractions(measure, day => AttributionTotals.Shorten(terms[day][cause]));
        }
    }
}
