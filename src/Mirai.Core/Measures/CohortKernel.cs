using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Counts customers by the period of their first purchase and every period since. One per thread.</summary>
internal sealed class CohortKernel(int[] periodOfDay, int periods) : IColumnWork
{
    /// <summary>Cells by first period and periods since: row by row, <c>periods</c> cells each.</summary>
    public Cell[] Cells { get; } = new Cell[(long)periods * periods];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var cells = Cells;
        var periodOf = periodOfDay;
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var end = offsets[customer + 1];
            var start = offsets[customer];
            var row = start;
            while (row < end && TAmount.IsNegative(amounts[row])) row++;
            if (row == end) continue;
            var first = periodOf[int.CreateTruncating(days[row])];
            var firstCell = (first * periods) - first;
            var last = -1;
            for (row = start; row < end; row++)
            {
                var amount = long.CreateTruncating(amounts[row]);
                var period = periodOf[int.CreateTruncating(days[row])];
                if (period < first) continue; // A return before the first purchase precedes its cohort.
                ref var cell = ref cells[firstCell + period];
                cell.Sales += amount;
                if (amount < 0) continue;
                cell.Purchases++;
                cell.Customers += period == last ? 0 : 1;
                last = period;
            }
        }
    }

    /// <summary>What one cohort did in one period.</summary>
    internal struct Cell
    {
        public long Sales;
        public int Purchases;
        public int Customers;
    }
}
