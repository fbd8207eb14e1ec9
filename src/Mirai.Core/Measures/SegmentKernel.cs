using System.Runtime.CompilerServices;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Counts customer by customer what happened under each value of a segment. One per thread.</summary>
/// <remarks>
/// The same events and states as in <see cref="DailyKernel"/> and its siblings, one by one instead of telescoped, because every one must be cut
/// where the customer's value changes.
/// </remarks>
internal sealed class SegmentKernel(
    PurchaseHistory history, SegmentPlacement placement, IReadOnlyCollection<Counter> wanted, LeaveTables leaves, ContactTables? contacts) : IColumnWork
{
    private static readonly Counter[] StateCounters =
        [Counter.Active, Counter.Lapsed, Counter.Pool, Counter.Retained, Counter.Reactivated, Counter.ReturnedFromPool, Counter.ReactivatedWithin];

    private static readonly Counter[] SilenceCounters = [Counter.AtRisk, Counter.Expiring, Counter.Overdue];

    private static readonly Counter[] FirstCounters =
        [Counter.New, Counter.NewWithin, Counter.RecentNew, Counter.SecondBase, Counter.SecondDone, Counter.RecentNewDiscounted];

    private static readonly Counter[] RowCounters =
    [
        Counter.Sales, Counter.Discounts, Counter.TrailingSales, Counter.AnnualSales, Counter.RecentSales, Counter.Returns, Counter.Purchases, Counter.GrossSales,
        Counter.TrailingPurchases, Counter.RecentPurchases, Counter.RecentGross, Counter.RecentListPrice, Counter.RecentDiscount, Counter.DiscountedSales,
        Counter.RecentDiscountedPurchases, Counter.RecentDiscountedSales,
    ];

    private static readonly Counter[] BuyerCounters = [Counter.Buyers, Counter.RecentBuyers];

    private readonly bool _countsStates = wanted.Any(StateCounters.Contains);
    private readonly bool _countsSilence = wanted.Any(SilenceCounters.Contains);
    private readonly bool _countsFirsts = wanted.Any(FirstCounters.Contains);
    private readonly bool _countsRows = wanted.Any(RowCounters.Contains);
    private readonly bool _countsBuyers = wanted.Any(BuyerCounters.Contains);
    private readonly ContactCounting? _contacts = contacts is null ? null : new ContactCounting(contacts);
    private readonly ContactRun? _contactRun = contacts is null ? null : new ContactRun(contacts.Link);
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];
    private readonly List<Membership> _memberships = [];
    private readonly List<Membership> _always = [];

    /// <summary>What was counted.</summary>
    public SegmentSink Sink { get; } = new(placement.Values.Count, wanted, leaves);

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, System.Numerics.IBinaryInteger<TDay>
        where TAmount : unmanaged, System.Numerics.IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _run.Read(customer);
            _contactRun?.Read(customer);
            if (placement is DimensionPlacement dimension)
            {
                CountByRows(dimension);
                continue;
            }

            _memberships.Clear();
            placement.Place(_run, _memberships);
            CountStates(_run, _memberships);
            CountRows(_run, _memberships);
            CountContacts(_memberships);
        }
    }

    private void CountByRows(DimensionPlacement dimension)
    {
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            dimension.Place(_runOfValue, _run, value, _memberships);
            CountStates(_run, _memberships);
            CountContacts(_memberships);
            _always.Clear();
            _always.Add(new Membership(0, leaves.Count, value));
            CountRows(_runOfValue, _always);
        }
    }

    private void CountContacts(List<Membership> memberships) =>
        _contacts?.Count(_contactRun!, _run.PurchaseDays, new SegmentContactSink(Sink, memberships));

    private void CountStates(CustomerRun run, List<Membership> memberships)
    {
        var days = run.PurchaseDays;
        if (days.IsEmpty) return;
        if (_countsStates) CountSpells(days, memberships);
        if (_countsSilence) CountSilences(days, memberships);
        if (_countsFirsts) CountFirst(run, memberships);
    }

    /// <summary>Counts the stretches of days on which a customer is active, is retained, and is neither; such that follow each other are counted at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountSpells(ReadOnlySpan<int> days, List<Membership> memberships)
    {
        var active = leaves.Active;
        var (start, retainedFrom, retainedUntil) = (days[0], 0, 0);
        for (var i = 0; i < days.Length; i++)
        {
            var next = i + 1 < days.Length ? days[i + 1] : leaves.Count;
            var leave = active[days[i]];
            if (leave < next || i + 1 == days.Length)
            {
                Sink.Level(Counter.Active, start, leave, 1, memberships);
                Sink.Event(Counter.Lapsed, leave, leave - 1, 1, memberships);
                Sink.Level(Counter.Pool, leave, next, 1, memberships);
                start = next;
            }

            if (i == 0) continue;
            var leaveBefore = active[days[i - 1]];
            var (from, until) = (Math.Max(leaveBefore, days[i]), Math.Min(leave, active[leaveBefore]));
            if (from > retainedUntil)
            {
                Sink.LevelByValueBefore(Counter.Retained, retainedFrom, retainedUntil, memberships);
                retainedFrom = from;
            }

            retainedUntil = Math.Max(until, retainedUntil);
            if (leaveBefore < days[i]) CountReturn(leaveBefore, days[i], memberships);
        }

        Sink.LevelByValueBefore(Counter.Retained, retainedFrom, retainedUntil, memberships);
    }

    private void CountReturn(int leave, int day, List<Membership> memberships)
    {
        var active = leaves.Active;
        Sink.Event(Counter.Reactivated, day, day, 1, memberships);
        var from = Math.Max(active[leave], day);
        Sink.LevelByValueBefore(Counter.ReturnedFromPool, from, active[day], memberships);
        Sink.Level(Counter.ReactivatedWithin, from, active[day], 1, memberships);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountSilences(ReadOnlySpan<int> days, List<Membership> memberships)
    {
        var rhythm = default(Rhythm);
        for (var i = 0; i < days.Length; i++)
        {
            var next = i + 1 < days.Length ? days[i + 1] : leaves.Count;
            if (i > 0) rhythm.Add(days[i] - days[i - 1]);
            CountSilence(days[i], Math.Min(leaves.Active[days[i]], next), rhythm, memberships);
        }
    }

    private void CountSilence(int last, int until, Rhythm rhythm, List<Membership> memberships)
    {
        Sink.Level(Counter.AtRisk, (int)Math.Min(until, (long)last + leaves.AtRiskDays), until, 1, memberships);
        Sink.Level(Counter.Expiring, leaves.Expiring[last], until, 1, memberships);
        if (!rhythm.IsKnown || !Sink.Wants(Counter.Overdue) || rhythm.IsWithinMean(until - 1 - last)) return;
        Sink.Level(Counter.Overdue, last + rhythm.OverdueDays(), until, 1, memberships);
    }

    private void CountFirst(CustomerRun run, List<Membership> memberships)
    {
        var days = run.PurchaseDays;
        var first = days[0];
        Sink.Event(Counter.New, first, first, 1, memberships);
        Sink.Level(Counter.NewWithin, first, leaves.Active[first], 1, memberships);
        Sink.Level(Counter.RecentNew, first, leaves.Recent[first], 1, memberships);
        Sink.Level(Counter.SecondBase, leaves.Recent[first], leaves.HalfYear[first], 1, memberships);
        if (days.Length > 1 && days[1] - first <= 90)
        {
            Sink.Level(Counter.SecondDone, leaves.Recent[first], leaves.HalfYear[first], 1, memberships);
        }

        if (!Sink.Wants(Counter.RecentNewDiscounted)) return;
        for (var row = 0; row < run.Days.Length && run.Days[row] <= first; row++)
        {
            if (run.Days[row] < first || run.Amounts[row] < 0 || run.Discounts[row] <= 0) continue;
            Sink.Level(Counter.RecentNewDiscounted, first, leaves.Recent[first], 1, memberships);
            return;
        }
    }

    private void CountRows(CustomerRun run, List<Membership> memberships)
    {
        if (_countsRows) CountPurchases(run, memberships);
        if (_countsBuyers) CountBuyers(run.PurchaseDays, memberships);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountPurchases(CustomerRun run, List<Membership> memberships)
    {
        for (var row = 0; row < run.Days.Length; row++)
        {
            var (day, amount, discount) = (run.Days[row], run.Amounts[row], run.Discounts[row]);
            var (recent, active) = (leaves.Recent[day], leaves.Active[day]);
            Sink.Event(Counter.Sales, day, day, amount, memberships);
            Sink.Event(Counter.Discounts, day, day, discount, memberships);
            Sink.Level(Counter.TrailingSales, day, active, amount, memberships);
            Sink.Level(Counter.AnnualSales, day, leaves.Annual[day], amount, memberships);
            Sink.Level(Counter.RecentSales, day, recent, amount, memberships);
            if (amount < 0)
            {
                Sink.Event(Counter.Returns, day, day, -amount, memberships);
                continue;
            }

            Sink.Event(Counter.Purchases, day, day, 1, memberships);
            Sink.Event(Counter.GrossSales, day, day, amount, memberships);
            Sink.Level(Counter.TrailingPurchases, day, active, 1, memberships);
            Sink.Level(Counter.RecentPurchases, day, recent, 1, memberships);
            Sink.Level(Counter.RecentGross, day, recent, amount, memberships);
            Sink.Level(Counter.RecentListPrice, day, recent, amount + discount, memberships);
            Sink.Level(Counter.RecentDiscount, day, recent, discount, memberships);
            if (discount <= 0) continue;
            Sink.Event(Counter.DiscountedSales, day, day, amount, memberships);
            Sink.Level(Counter.RecentDiscountedPurchases, day, recent, 1, memberships);
            Sink.Level(Counter.RecentDiscountedSales, day, recent, amount, memberships);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountBuyers(ReadOnlySpan<int> days, List<Membership> memberships)
    {
        for (var i = 0; i < days.Length; i++)
        {
            var next = i + 1 < days.Length ? days[i + 1] : leaves.Count;
            Sink.Event(Counter.Buyers, days[i], days[i], 1, memberships);
            Sink.Level(Counter.RecentBuyers, days[i], Math.Min(next, leaves.Recent[days[i]]), 1, memberships);
        }
    }
}
