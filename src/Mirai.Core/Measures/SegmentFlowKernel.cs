using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Compares every customer's state on two days, by the values of a segment. One per thread.</summary>
/// <param name="history">The purchases.</param>
/// <param name="placement">Who has which value.</param>
/// <param name="leave">When a purchase leaves the active period.</param>
/// <param name="from">The earlier day's index; negative before the first day.</param>
/// <param name="to">The later day's index; negative before the first day.</param>
internal sealed class SegmentFlowKernel(PurchaseHistory history, SegmentPlacement placement, int[] leave, int from, int to) : IColumnWork
{
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];
    private readonly List<Membership> _memberships = [];

    /// <summary>By value: what became of the customers.</summary>
    public Cell[] Cells { get; } = new Cell[placement.Values.Count];

    /// <summary>The flow between two days by value, over all customers.</summary>
    public static Cell[] Between(
        PurchaseHistory history, SegmentPlacement placement, int[] leave, int from, int to, int maxThreads, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new SegmentFlowKernel(history, placement, leave, from, to), cancellationToken);
        var cells = new Cell[placement.Values.Count];
        foreach (var worker in workers)
        {
            for (var value = 0; value < cells.Length; value++) cells[value].Add(worker.Cells[value]);
        }

        return cells;
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
            if (_run.FirstDay < 0 || _run.FirstDay > to) continue;
            if (placement is DimensionPlacement dimension) CountValues(dimension);
            else Count(_run.FirstDay > from ? placement.ValueOn(_run, to) : placement.ValueOn(_run, from));
        }
    }

    private bool IsActive(int day) => _run.LastPurchaseDay(day) is >= 0 and var last && day < leave[last];

    private void Count(int value)
    {
        ref var cell = ref Cells[value];
        var isActive = IsActive(to) ? 1 : 0;
        if (_run.FirstDay > from)
        {
            cell.New += isActive;
        }
        else if (IsActive(from))
        {
            cell.Base++;
            cell.Retained += isActive;
        }
        else
        {
            cell.Pool++;
            cell.Reactivated += isActive;
        }
    }

    private void CountValues(DimensionPlacement dimension)
    {
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            dimension.Place(_runOfValue, _run, value, _memberships);
            var day = _run.FirstDay > from ? to : from;
            if (_memberships.Exists(m => m.From <= day && day < m.Until)) Count(value);
        }
    }

    /// <summary>What became of the customers of one value.</summary>
    internal struct Cell
    {
        public long New;
        public long Base;
        public long Retained;
        public long Pool;
        public long Reactivated;

        public readonly bool IsEmpty => New + Base + Pool == 0;

        public void Add(Cell other)
        {
            New += other.New;
            Base += other.Base;
            Retained += other.Retained;
            Pool += other.Pool;
            Reactivated += other.Reactivated;
        }
    }
}
