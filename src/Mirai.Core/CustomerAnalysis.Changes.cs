using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

public sealed partial class CustomerAnalysis
{
    /// <summary>Retention into a day, overall, by customer year and by purchase count one active period before.</summary>
    /// <remarks>Benchmarks of the field: at least 65 % into year 2 and 86 % into year 3.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public RetentionSummary RetentionRate(DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var day = DayIndex(asOf);
        var workers = Compare(_leaves.Before[day], day, CustomerYearSegment.YearEnds(History.Axis), cancellationToken);
        return new RetentionSummary(
            asOf,
            new Share(workers.Sum(w => w.Retained), workers.Sum(w => w.Retained + w.Lapsed)),
            [.. CustomerYearSegment.Years.ToArray().Select((text, i) => new SegmentShare(text, Sum(workers, w => w.ByYear[i])))],
            [.. PurchaseCountSegment.BandTexts(PurchaseCountSegment.UsualBounds).Select((text, i) => new SegmentShare(text, Sum(workers, w => w.ByCount[i])))]);
    }

    /// <summary>Of the customers first seen in a window, the share that bought again within so many days (F2転換率).</summary>
    /// <param name="firstPurchases">The window of first purchase days; its days need not be observed.</param>
    /// <param name="withinDays">How soon, such as 90, 180 or 365. Only customers observed for at least so many days are in the whole.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public SecondPurchaseShare SecondPurchaseRate(DayRange firstPurchases, int withinDays, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(withinDays);
        var first = Math.Max(0, History.Days.IndexOf(firstPurchases.First));
        var last = Math.Min(History.Days.Count - 1, History.Days.IndexOf(firstPurchases.Last));
        last = (int)Math.Min(last, History.Days.Count - 1L - withinDays);
        var workers = ColumnWork.Run(History, Options.MaxThreads, () => new SecondPurchaseKernel(first, last, withinDays), cancellationToken);
        return new SecondPurchaseShare(firstPurchases, withinDays, new Share(workers.Sum(w => w.BoughtAgain), workers.Sum(w => w.Customers)));
    }

    /// <summary>Customers by the period of their first purchase, and what they did in every period since.</summary>
    /// <exception cref="InvalidOperationException">The history spans more than 2,400 such periods.</exception>
    public CohortTable Cohorts(CohortGrain grain, CancellationToken cancellationToken = default) =>
        Measures.Cohorts.Of(History, grain, Options.MaxThreads, cancellationToken);

    /// <summary>New, retained, reactivated and lapsed customers between two days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed, or <paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public CustomerFlow Flow(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var (s, t) = (DayIndex(from), DayIndex(to));
        var workers = Compare(s, t, [], cancellationToken);
        var table = Counters([Counter.New, Counter.Reactivated, Counter.Lapsed], progress: null, cancellationToken);
        long Gross(Counter counter) => table[counter][(s + 1)..(t + 1)].Sum();
        return new CustomerFlow(
            from, to, workers.Sum(w => w.Retained + w.Lapsed), workers.Sum(w => w.New), workers.Sum(w => w.Retained),
            workers.Sum(w => w.Reactivated), workers.Sum(w => w.Lapsed), Gross(Counter.New), Gross(Counter.Reactivated), Gross(Counter.Lapsed));
    }

    /// <summary>New, retained, reactivated and lapsed customers between two days, value by value of a segment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed, or <paramref name="to"/> is not after <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension, or the segment needs discounts or contacts that are not there.</exception>
    public SegmentedCustomerFlow Flow(DateOnly from, DateOnly to, Segment segment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var (s, t) = (DayIndex(from), DayIndex(to));
        var placement = Place(segment);
        var cells = SegmentFlows.Between(History, placement, _leaves.Active, s, t, Options.MaxThreads, cancellationToken);
        var tables = SegmentCounters.Fill(
            History, placement, _leaves, contacts: null, [Counter.New, Counter.Reactivated, Counter.Lapsed], Options.MaxThreads, progress: null, cancellationToken);
        long Gross(int value, Counter counter) => tables[value][counter][(s + 1)..(t + 1)].Sum();
        var rows = placement.Values.Select((value, i) => new SegmentFlowRow(
            value, cells[i].Before, cells[i].Retained, cells[i].New, cells[i].Reactivated, cells[i].After,
            Gross(i, Counter.New), Gross(i, Counter.Reactivated), Gross(i, Counter.Lapsed)));
        return new SegmentedCustomerFlow(
            from, to, segment.Id, [.. rows.Where((row, i) => i < placement.NamedValues || row != new SegmentFlowRow(row.Value, 0, 0, 0, 0, 0, 0, 0, 0))]);
    }

    /// <summary>What explains the change of trailing sales between two days: active customers, frequency, order value, returns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed, or <paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public SalesExplanation Explain(DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        SalesExplanations.Of(TotalsOn(DayIndex(from)), TotalsOn(DayIndex(to)), Flow(from, to, cancellationToken), History.Currency);

    /// <summary>What explains the change of trailing sales between two days, value by value of a segment.</summary>
    /// <remarks>Of a purchase dimension a customer counts under every value bought, so the mix part holds what that counts twice.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed, or <paramref name="to"/> is not after <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension.</exception>
    public SegmentedSalesExplanation Explain(DateOnly from, DateOnly to, Segment segment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var (s, t) = (DayIndex(from), DayIndex(to));
        var placement = Place(segment);
        var before = SegmentTotals.On(History, placement, _leaves.Before[s], s, Options.MaxThreads, cancellationToken);
        var after = SegmentTotals.On(History, placement, _leaves.Before[t], t, Options.MaxThreads, cancellationToken);
        return SalesExplanations.Of(
            from, to, segment.Id, placement.Values, before, after, ActiveCustomers(from), ActiveCustomers(to), History.Currency);
    }

    private static Share Sum(IReadOnlyList<StateKernel> workers, Func<StateKernel, (long Retained, long Active)> cell) =>
        new(workers.Sum(w => cell(w).Retained), workers.Sum(w => cell(w).Active));

    private IReadOnlyList<StateKernel> Compare(int from, int to, int[][] yearEnds, CancellationToken cancellationToken) => ColumnWork.Run(
        History, Options.MaxThreads, () => new StateKernel(_leaves.Active, from, to, yearEnds, PurchaseCountSegment.UsualBounds), cancellationToken);

    private SalesTotals TotalsOn(int day)
    {
        var table = Counters([Counter.Active, Counter.TrailingPurchases, Counter.Returns, Counter.TrailingSales]);
        var returns = table[Counter.Returns][Math.Max(0, _leaves.Before[day] + 1)..(day + 1)].Sum();
        return new SalesTotals(
            table[Counter.Active][day], table[Counter.TrailingPurchases][day], table[Counter.TrailingSales][day] + returns, returns);
    }
}
