using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Compares every customer's state on two days, by the values that a segment gives on each of them. One per thread.</summary>
/// <param name="history">The purchases.</param>
/// <param name="placement">Who has which value.</param>
/// <param name="leave">When a purchase leaves the active period.</param>
/// <param name="from">The earlier day's index.</param>
/// <param name="to">The later day's index.</param>
internal sealed class SegmentFlows(PurchaseHistory history, SegmentPlacement placement, int[] leave, int from, int to) : IColumnWork
{
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];
    private readonly List<Membership> _memberships = [];

    /// <summary>By value: what became of the customers.</summary>
    public Cell[] Cells { get; } = new Cell[placement.Values.Count];

    /// <summary>The flow by value, over all customers.</summary>
    public static Cell[] Between(
        PurchaseHistory history, SegmentPlacement placement, int[] leave, int from, int to, int maxThreads, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new SegmentFlows(history, placement, leave, from, to), cancellationToken);
        var sums = workers[0].Cells;
        foreach (var worker in workers.Skip(1))
        {
            for (var value = 0; value < sums.Length; value++) sums[value].Add(worker.Cells[value]);
        }

        return sums;
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
            var first = _run.FirstDay;
            if (first < 0 || first > to) continue;
            var (wasActive, isActive) = (IsActive(from), IsActive(to));
            if (!wasActive && !isActive) continue;
            if (placement is DimensionPlacement dimension) CountValues(dimension, first > from, wasActive, isActive);
            else Count(first > from, wasActive, isActive);
        }
    }

    private bool IsActive(int day) => _run.LastPurchaseDay(day) is >= 0 and var last && day < leave[last];

    private void Count(bool isNew, bool wasActive, bool isActive)
    {
        if (wasActive) Cells[placement.ValueOn(_run, from)].Leave(isActive);
        if (isActive) Cells[placement.ValueOn(_run, to)].Arrive(isNew, wasActive);
    }

    private void CountValues(DimensionPlacement dimension, bool isNew, bool wasActive, bool isActive)
    {
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            dimension.Place(_runOfValue, _run, value, _memberships);
            if (Belongs(from)) Cells[value].Leave(isActive);
            if (Belongs(to)) Cells[value].Arrive(isNew, wasActive);
        }
    }

    private bool Belongs(int day) => _memberships.Exists(m => m.From <= day && day < m.Until);

    /// <summary>What became of the customers of one value.</summary>
    internal struct Cell
    {
        public long Before;
        public long Retained;
        public long New;
        public long Reactivated;
        public long After;

        /// <summary>Counts a customer who had the value, and may have stayed active.</summary>
        public void Leave(bool isActive)
        {
            Before++;
            Retained += isActive ? 1 : 0;
        }

        /// <summary>Counts a customer who has the value now.</summary>
        public void Arrive(bool isNew, bool wasActive)
        {
            After++;
            if (isNew) New++;
            else if (!wasActive) Reactivated++;
        }

        public void Add(Cell other)
        {
            Before += other.Before;
            Retained += other.Retained;
            New += other.New;
            Reactivated += other.Reactivated;
            After += other.After;
        }
    }
}
