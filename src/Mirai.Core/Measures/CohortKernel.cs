using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Counts customers by the period of their first purchase and every period since. One per thread.</summary>
/// <param name="periodOfDay">The period of every day of the history.</param>
/// <param name="periods">How many periods.</param>
internal sealed class CohortKernel(ushort[] periodOfDay, int periods) : IColumnWork
{
    private const int CustomerShift = 32;

    // Cells by first period and periods since: row by row, so many cells each. A cell holds sales in its first word, and in its second purchases
    // and, shifted, customers: a row changes it all at once.
    private readonly Vector128<long>[] _cells = new Vector128<long>[(long)periods * periods];

    /// <summary>Adds what another thread counted.</summary>
    public void Add(CohortKernel other)
    {
        for (var cell = 0; cell < _cells.Length; cell++) _cells[cell] += other._cells[cell];
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        // Every day is within the history and no period before the cohort's, so the loop over rows needs no bounds.
        ref var periodOf = ref MemoryMarshal.GetArrayDataReference(periodOfDay);
        ref var dayOf = ref MemoryMarshal.GetReference(days);
        ref var amountOf = ref MemoryMarshal.GetReference(amounts);
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var end = offsets[customer + 1];
            var start = offsets[customer];
            var row = start;
            while (row < end && TAmount.IsNegative(amounts[row])) row++;
            if (row == end) continue;
            var first = Unsafe.Add(ref periodOf, int.CreateTruncating(days[row]));
            ref var cohort = ref Unsafe.Add(ref cells, (first * periods) - first);
            for (var before = start; before < row; before++)
            {
                var period = periodOfDay[int.CreateTruncating(days[before])];
                if (period == first) Unsafe.Add(ref cohort, period) += Vector128.Create(long.CreateTruncating(amounts[before]), 0); // An earlier one precedes its cohort.
            }

            var last = -1;
            for (; row < end; row++)
            {
                var amount = long.CreateTruncating(Unsafe.Add(ref amountOf, row));
                var period = (int)Unsafe.Add(ref periodOf, int.CreateTruncating(Unsafe.Add(ref dayOf, row)));
                if (amount < 0)
                {
                    Unsafe.Add(ref cohort, period) += Vector128.Create(amount, 0);
                    continue;
                }

                Unsafe.Add(ref cohort, period) += Vector128.Create(amount, ((period == last ? 0L : 1L) << CustomerShift) + 1);
                last = period;
            }
        }
    }

    /// <summary>What a cohort did so many periods after its first purchases: sales in minor units, purchases and customers.</summary>
    public (long Sales, long Purchases, long Customers) Cell(int cohort, int since)
    {
        var cell = _cells[(cohort * periods) + since];
        return (cell[0], cell[1] & uint.MaxValue, cell[1] >> CustomerShift);
    }
}
