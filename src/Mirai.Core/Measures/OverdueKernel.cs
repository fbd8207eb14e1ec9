using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Finds the active customers of a day who are silent for longer than their own rhythm, and counts them by several segments. One per thread.</summary>
/// <param name="history">The purchases.</param>
/// <param name="placements">Who has which value, segment by segment.</param>
/// <param name="leaves">When purchases leave the active period.</param>
/// <param name="day">The day's index.</param>
/// <param name="listsCustomers">Whether those found are kept one by one.</param>
internal sealed class OverdueKernel(
    PurchaseHistory history, IReadOnlyList<SegmentPlacement> placements, LeaveTables leaves, int day, bool listsCustomers) : IColumnWork
{
    private readonly int _before = leaves.Before[day];
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];
    private readonly List<Membership> _memberships = [];

    /// <summary>By segment and value: active customers, and the overdue among them.</summary>
    public Cell[][] Cells { get; } = [.. placements.Select(placement => new Cell[placement.Values.Count])];

    /// <summary>All active customers, and the overdue among them.</summary>
    public Cell Whole { get; private set; }

    /// <summary>The overdue customers, where they are kept.</summary>
    public List<Found> Customers { get; } = [];

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _run.Read(customer);
            var last = _run.LastPurchaseDay(day);
            if (last < 0 || day >= leaves.Active[last]) continue;
            var cell = Judge(customer, last);
            Whole = Whole.With(cell);
            for (var segment = 0; segment < placements.Count; segment++)
            {
                if (placements[segment] is DimensionPlacement dimension) AddToValues(dimension, Cells[segment], cell);
                else Add(Cells[segment], placements[segment].ValueOn(_run, day), cell);
            }
        }
    }

    private static void Add(Cell[] cells, int value, in Cell cell) => cells[value] = cells[value].With(cell);

    private Cell Judge(int customer, int last)
    {
        var rhythm = default(Rhythm);
        var days = _run.PurchaseDays;
        for (var i = 1; i < days.Length && days[i] <= last; i++) rhythm.Add(days[i] - days[i - 1]);
        if (!rhythm.IsKnown || rhythm.IsWithinMean(day - last)) return new Cell(1, 0, 0);
        var since = last + rhythm.OverdueDays();
        if (since > day) return new Cell(1, 0, 0);
        var (purchases, sales) = _run.Sum(_before, day);
        if (listsCustomers) Customers.Add(new Found(customer, last, since, rhythm.MeanDays, purchases, sales));
        return new Cell(1, 1, sales);
    }

    private void AddToValues(DimensionPlacement dimension, Cell[] cells, in Cell cell)
    {
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            dimension.Place(_runOfValue, _run, value, _memberships);
            if (_memberships.Exists(m => m.From <= day && day < m.Until)) Add(cells, value, cell);
        }
    }

    /// <summary>Active customers, the overdue among them, and what these bought in the trailing active period, in minor units.</summary>
    internal readonly record struct Cell(long Active, long Overdue, long Sales)
    {
        public Cell With(in Cell other) => new(Active + other.Active, Overdue + other.Overdue, Sales + other.Sales);
    }

    /// <summary>An overdue customer by number; days by index.</summary>
    internal readonly record struct Found(int Customer, int Last, int Since, double MeanDays, int Purchases, long Sales);
}
