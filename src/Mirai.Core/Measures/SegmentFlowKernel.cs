using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Compares every customer's state on pairs of days, by the values of several segments at once. One per thread.</summary>
/// <param name="history">The purchases.</param>
/// <param name="placements">Who has which value, segment by segment.</param>
/// <param name="leave">When a purchase leaves the active period.</param>
/// <param name="pairs">Indexes of an earlier and a later day; negative before the first day.</param>
internal sealed class SegmentFlowKernel(
    PurchaseHistory history, IReadOnlyList<SegmentPlacement> placements, int[] leave, IReadOnlyList<(int From, int To)> pairs) : IColumnWork
{
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];
    private readonly List<Membership> _memberships = [];
    private readonly Step[] _steps = new Step[pairs.Count];

    /// <summary>By segment, pair of days and value: what became of the customers.</summary>
    public Cell[][][] Cells { get; } = [.. placements.Select(placement => pairs.Select(_ => new Cell[placement.Values.Count]).ToArray())];

    /// <summary>The flow between the days of each pair by segment, pair and value, over all customers.</summary>
    public static Cell[][][] Between(
        PurchaseHistory history, IReadOnlyList<SegmentPlacement> placements, int[] leave, IReadOnlyList<(int From, int To)> pairs, int maxThreads,
        CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new SegmentFlowKernel(history, placements, leave, pairs), cancellationToken);
        var sums = workers[0].Cells;
        foreach (var worker in workers.Skip(1))
        {
            for (var segment = 0; segment < sums.Length; segment++)
            {
                for (var pair = 0; pair < pairs.Count; pair++)
                {
                    for (var value = 0; value < sums[segment][pair].Length; value++) sums[segment][pair][value].Add(worker.Cells[segment][pair][value]);
                }
            }
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
            if (first < 0) continue;
            for (var pair = 0; pair < _steps.Length; pair++)
            {
                var (from, to) = pairs[pair];
                _steps[pair] = first > to ? default : new Step(true, first > from, first <= from && IsActive(from), IsActive(to));
            }

            for (var segment = 0; segment < placements.Count; segment++)
            {
                if (placements[segment] is DimensionPlacement dimension) CountValues(dimension, Cells[segment]);
                else CountPairs(placements[segment], Cells[segment]);
            }
        }
    }

    private bool IsActive(int day) => _run.LastPurchaseDay(day) is >= 0 and var last && day < leave[last];

    private int DayOf(int pair) => _steps[pair].IsNew ? pairs[pair].To : pairs[pair].From;

    private void CountPairs(SegmentPlacement placement, Cell[][] cells)
    {
        for (var pair = 0; pair < _steps.Length; pair++)
        {
            if (_steps[pair].IsKnown) cells[pair][placement.ValueOn(_run, DayOf(pair))].Count(_steps[pair]);
        }
    }

    private void CountValues(DimensionPlacement dimension, Cell[][] cells)
    {
        dimension.Split(_run, _lines);
        for (var start = 0; start < _lines.Count;)
        {
            var value = _lines[start].Value;
            start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
            dimension.Place(_runOfValue, _run, value, _memberships);
            for (var pair = 0; pair < _steps.Length; pair++)
            {
                if (!_steps[pair].IsKnown) continue;
                var day = DayOf(pair);
                if (_memberships.Exists(m => m.From <= day && day < m.Until)) cells[pair][value].Count(_steps[pair]);
            }
        }
    }

    /// <summary>What one customer did between two days.</summary>
    internal readonly record struct Step(bool IsKnown, bool IsNew, bool WasActive, bool IsActive);

    /// <summary>What became of the customers of one value.</summary>
    internal struct Cell
    {
        public long New;
        public long Base;
        public long Retained;
        public long Pool;
        public long Reactivated;

        public readonly bool IsEmpty => New + Base + Pool == 0;

        public void Count(in Step step)
        {
            var active = step.IsActive ? 1 : 0;
            if (step.IsNew)
            {
                New += active;
            }
            else if (step.WasActive)
            {
                Base++;
                Retained += active;
            }
            else
            {
                Pool++;
                Reactivated += active;
            }
        }

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
