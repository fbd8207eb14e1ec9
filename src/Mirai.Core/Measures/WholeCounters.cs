using Mirai.History;

namespace Mirai.Measures;

/// <summary>Fills the counters of all customers: chooses the passes that the counters need, splits them over cores, adds up.</summary>
internal sealed class WholeCounters(PurchaseHistory history, LeaveTables leaves, Lazy<ContactTables>? contacts, int maxThreads)
{
    private readonly CounterTable _table = new(history.Days.Count);
    private readonly Lock _filling = new();

    /// <summary>The table with at least the counters given.</summary>
    public CounterTable Get(IReadOnlyCollection<Counter> counters, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        lock (_filling)
        {
            var missing = counters.Where(c => !_table.Has(c)).ToList();
            var needsDiscounts = missing.Exists(IsDiscount);
            var passes = new List<Action<IProgress<double>?>>();
            if (missing.Exists(c => !IsSilence(c) && !IsDiscount(c) && !IsContact(c)) || (needsDiscounts && !_table.Has(Counter.RecentGross)))
            {
                passes.Add(part => FillDaily(part, cancellationToken));
            }

            if (missing.Exists(IsSilence)) passes.Add(part => FillSilence(part, cancellationToken));
            if (needsDiscounts) passes.Add(part => FillDiscounts(part, cancellationToken));
            if (missing.Exists(IsContact)) passes.Add(part => FillContacts(part, cancellationToken));
            for (var pass = 0; pass < passes.Count; pass++) passes[pass](progress is null ? null : new PassProgress(progress, pass, passes.Count));
        }

        return _table;
    }

    private static bool IsSilence(Counter counter) => counter is Counter.AtRisk or Counter.Expiring or Counter.Overdue;

    private static bool IsDiscount(Counter counter) => counter is Counter.Discounts or Counter.DiscountedSales or Counter.RecentDiscount
        or Counter.RecentListPrice or Counter.RecentDiscountedPurchases or Counter.RecentDiscountedSales or Counter.RecentNewDiscounted;

    private static bool IsContact(Counter counter) => ContactKernel.Counters.Contains(counter);

    private void FillDaily(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new DailyKernel(leaves), progress, cancellationToken);
        foreach (var other in workers.Skip(1)) workers[0].Add(other);
        FillRows(workers[0]);
        FillSpells(workers[0]);
    }

    private void FillRows(DailyKernel sums)
    {
        var t = _table;
        t[Counter.Sales] = t.Column(day => sums.Rows[day].Sales);
        t[Counter.Returns] = t.Column(day => sums.Returns[day]);
        t[Counter.Purchases] = t.Column(day => sums.Rows[day].Purchases);
        t[Counter.Buyers] = t.Column(day => sums.Rows[day].Purchases - sums.Rows[day].Repeats);
        t[Counter.GrossSales] = t.Column(day => t[Counter.Sales][day] + t[Counter.Returns][day]);
        t[Counter.TrailingSales] = CounterTable.Window(t[Counter.Sales], leaves.Active);
        t[Counter.TrailingPurchases] = CounterTable.Window(t[Counter.Purchases], leaves.Active);
        t[Counter.AnnualSales] = CounterTable.Window(t[Counter.Sales], leaves.Annual);
        t[Counter.RecentSales] = CounterTable.Window(t[Counter.Sales], leaves.Recent);
        t[Counter.RecentPurchases] = CounterTable.Window(t[Counter.Purchases], leaves.Recent);
        t[Counter.RecentGross] = CounterTable.Window(t[Counter.GrossSales], leaves.Recent);
    }

    private void FillSpells(DailyKernel sums)
    {
        var t = _table;
        var lasts = t.Column(day => sums.Spells[day].Lasts);
        t[Counter.New] = t.Column(day => sums.Spells[day].Firsts);
        t[Counter.Reactivated] = t.Column(day => sums.Gaps[day].Reactivated);
        t[Counter.Lapsed] = AddMoved(t.Column(day => sums.Gaps[day].Lapsed), lasts, leaves.Active);
        t[Counter.Active] = CounterTable.Accumulate(t.Column(d => t[Counter.New][d] + t[Counter.Reactivated][d] - t[Counter.Lapsed][d]));
        var known = CounterTable.Accumulate(t[Counter.New]);
        t[Counter.Pool] = t.Column(day => known[day] - t[Counter.Active][day]);
        t[Counter.ActiveBefore] = CounterTable.Shift(t[Counter.Active], leaves.Before);
        t[Counter.PoolBefore] = CounterTable.Shift(t[Counter.Pool], leaves.Before);
        t[Counter.Retained] = CounterTable.Accumulate(AddMoved(
            t.Column(day => sums.Gaps[day].RetainedChange), t.Column(day => t[Counter.New][day] - lasts[day]), leaves.Active));
        t[Counter.NewWithin] = CounterTable.Window(t[Counter.New], leaves.Active);
        t[Counter.ReactivatedWithin] = t.Column(day => t[Counter.Active][day] - t[Counter.NewWithin][day] - t[Counter.Retained][day]);
        t[Counter.ReturnedFromPool] = t[Counter.ReactivatedWithin];
        t[Counter.RecentBuyers] = CounterTable.Accumulate(AddMoved(
            t.Column(day => t[Counter.New][day] + sums.Spells[day].SilentUntil),
            t.Column(day => -lasts[day] - sums.Spells[day].SilentSince),
            leaves.Recent));
        t[Counter.RecentNew] = CounterTable.Window(t[Counter.New], leaves.Recent);
        t[Counter.SecondBase] = Between(t[Counter.New]);
        t[Counter.SecondDone] = Between(t.Column(day => sums.Spells[day].BoughtTwice));
    }

    /// <summary>Adds to a column what each day of another is worth on the day on which it leaves a window.</summary>
    private static long[] AddMoved(long[] column, long[] moved, int[] leave)
    {
        for (var day = 0; day < moved.Length; day++)
        {
            if (leave[day] < column.Length) column[leave[day]] += moved[day];
        }

        return column;
    }

    /// <summary>Sums of a flow over the days from 180 until 90 days ago.</summary>
    private long[] Between(long[] flow)
    {
        var longer = CounterTable.Window(flow, leaves.HalfYear);
        var shorter = CounterTable.Window(flow, leaves.Recent);
        return _table.Column(day => longer[day] - shorter[day]);
    }

    private void FillSilence(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new SilenceKernel(leaves), progress, cancellationToken);
        var sums = workers[0];
        foreach (var other in workers.Skip(1)) sums.Add(other);
        _table[Counter.AtRisk] = CounterTable.Accumulate(_table.Column(day => sums.Days[day].AtRiskChange));
        _table[Counter.Expiring] = CounterTable.Accumulate(_table.Column(day => sums.Days[day].ExpiringChange));
        _table[Counter.Overdue] = CounterTable.Accumulate(_table.Column(day => sums.Days[day].OverdueChange));
    }

    private void FillDiscounts(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new DiscountKernel(leaves, history), progress, cancellationToken);
        var sums = workers[0];
        foreach (var other in workers.Skip(1)) sums.Add(other);
        var t = _table;
        t[Counter.Discounts] = t.Column(day => sums.Days[day].Discounts);
        t[Counter.DiscountedSales] = t.Column(day => sums.Days[day].DiscountedSales);
        t[Counter.RecentDiscount] = CounterTable.Window(t.Column(day => sums.Days[day].PurchaseDiscounts), leaves.Recent);
        t[Counter.RecentListPrice] = t.Column(day => t[Counter.RecentGross][day] + t[Counter.RecentDiscount][day]);
        t[Counter.RecentDiscountedSales] = CounterTable.Window(t[Counter.DiscountedSales], leaves.Recent);
        t[Counter.RecentDiscountedPurchases] =
            CounterTable.Window(t.Column(day => sums.Days[day].DiscountedPurchases), leaves.Recent);
        t[Counter.RecentNewDiscounted] = CounterTable.Window(t.Column(day => sums.Days[day].NewDiscounted), leaves.Recent);
    }

    private void FillContacts(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var tables = contacts!.Value;
        var workers = ColumnWork.Run(history, maxThreads, () => new ContactKernel(history, tables), progress, cancellationToken);
        workers[0].CountStrangers(cancellationToken);
        foreach (var counter in ContactKernel.Counters)
        {
            var changes = _table.Column(day => workers.Sum(w => w[counter][day]));
            _table[counter] = counter <= Counter.ContactCost ? changes : CounterTable.Accumulate(changes);
        }
    }

    /// <summary>The progress of one of several passes, as a part of the whole.</summary>
    private sealed class PassProgress(IProgress<double> whole, int pass, int passes) : IProgress<double>
    {
        public void Report(double value) => whole.Report((pass + value) / passes);
    }
}
