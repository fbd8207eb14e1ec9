using System.Numerics;
using Mirai.History;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Adds up heads and trailing sales by a segment's value on one day, or lists the customers. One per thread.</summary>
internal sealed class SegmentTotals(PurchaseHistory history, SegmentPlacement placement, int before, int day) : IColumnWork
{
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];
    private readonly List<Membership> _memberships = [];

    /// <summary>By value: active customers and what they bought.</summary>
    public SalesTotals[] Totals { get; } = new SalesTotals[placement.Values.Count];

    /// <summary>Heads, purchases, gross sales and returns by value on a day, over all customers.</summary>
    public static SalesTotals[] On(
        PurchaseHistory history, SegmentPlacement placement, int before, int day, int maxThreads, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new SegmentTotals(history, placement, before, day), cancellationToken);
        var totals = new SalesTotals[placement.Values.Count];
        for (var value = 0; value < totals.Length; value++)
        {
            foreach (var worker in workers) totals[value] = Sum(totals[value], worker.Totals[value]);
        }

        return totals;
    }

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _run.Read(customer);
            if (placement is DimensionPlacement dimension) AddByRows(dimension);
            else if (placement.ValueOn(_run, day) is >= 0 and var value) Add(value, _run, IsActive(_run.LastPurchaseDay(day)));
        }
    }

    /// <summary>One known customer with the value on the day; <see langword="null"/> for one not yet known.</summary>
    public SegmentMember? Member(int customer)
    {
        _run.Read(customer);
        var last = _run.LastPurchaseDay(day);
        if (last < 0) return null;
        var value = placement is DimensionPlacement dimension ? ValuesOf(dimension) : placement.Values[placement.ValueOn(_run, day)];
        var (purchases, sales) = _run.Sum(before, day);
        return new SegmentMember(
            history.CustomerKey(customer), value, IsActive(last) ? CustomerState.Active : CustomerState.Lapsed,
            history.Days[_run.FirstDay], history.Days[last], purchases, history.Currency.ToAmount(sales));
    }

    private static SalesTotals Sum(in SalesTotals a, in SalesTotals b) =>
        new(a.Customers + b.Customers, a.Purchases + b.Purchases, a.Gross + b.Gross, a.Returns + b.Returns);

    private bool IsActive(int lastPurchaseDay) => lastPurchaseDay >= 0 && lastPurchaseDay > before;

    private void AddByRows(DimensionPlacement dimension)
    {
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            Add(value, _runOfValue, Belongs(dimension, value));
        }
    }

    private bool Belongs(DimensionPlacement dimension, int value)
    {
        dimension.Place(_runOfValue, _run, value, _memberships);
        return _memberships.Exists(m => m.From <= day && day < m.Until);
    }

    private string ValuesOf(DimensionPlacement dimension)
    {
        var values = new List<string>();
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            if (Belongs(dimension, value)) values.Add(placement.Values[value]);
        }

        return values.Count == 0 ? Segment.None : string.Join('|', values);
    }

    private void Add(int value, CustomerRun run, bool isActive)
    {
        var totals = isActive ? new SalesTotals(1, 0, 0, 0) : default;
        var days = run.Days;
        var amounts = run.Amounts;
        for (var row = run.RowsUntil(day) - 1; row >= 0 && days[row] > before; row--)
        {
            var amount = amounts[row];
            totals = Sum(totals, amount < 0 ? new SalesTotals(0, 0, 0, -amount) : new SalesTotals(0, 1, amount, 0));
        }

        Totals[value] = Sum(Totals[value], totals);
    }
}
