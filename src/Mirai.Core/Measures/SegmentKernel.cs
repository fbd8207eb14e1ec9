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
        var rhythm = default(Rhythm);
        for (var i = 0; i < days.Length; i++)
        {
            var next = i + 1 < days.Length ? days[i + 1] : leaves.Count;
            var leave = leaves.Active[days[i]];
            Sink.Level(Counter.Active, days[i], Math.Min(leave, next), 1, memberships);
            if (leave < next || i + 1 == days.Length) Sink.Event(Counter.Lapsed, leave, leave - 1, 1, memberships);
            Sink.Level(Counter.Pool, leave, next, 1, memberships);
            if (i > 0)
            {
                CountReturn(days[i - 1], days[i], memberships);
                rhythm.Add(days[i] - days[i - 1]);
            }

            CountSilence(days[i], Math.Min(leave, next), rhythm, memberships);
        }

        CountFirst(run, memberships);
    }

    private void CountReturn(int last, int day, List<Membership> memberships)
    {
        var active = leaves.Active;
        var leave = active[last];
        Sink.LevelByValueBefore(Counter.Retained, Math.Max(leave, day), Math.Min(active[day], active[leave]), memberships);
        if (leave >= day) return;
        Sink.Event(Counter.Reactivated, day, day, 1, memberships);
        var from = Math.Max(active[leave], day);
        Sink.LevelByValueBefore(Counter.ReturnedFromPool, from, active[day], memberships);
        Sink.Level(Counter.ReactivatedWithin, from, active[day], 1, memberships);
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

        var days = run.PurchaseDays;
        for (var i = 0; i < days.Length; i++)
        {
            var next = i + 1 < days.Length ? days[i + 1] : leaves.Count;
            Sink.Event(Counter.Buyers, days[i], days[i], 1, memberships);
            Sink.Level(Counter.RecentBuyers, days[i], Math.Min(next, leaves.Recent[days[i]]), 1, memberships);
        }
    }
}
