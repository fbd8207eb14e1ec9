using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Adds up discounts by day. One per thread.</summary>
internal sealed class DiscountKernel(LeaveTables leaves, PurchaseHistory history) : IColumnWork
{
    /// <summary>Sums by day; one more entry than days.</summary>
    public DayDiscounts[] Days { get; } = new DayDiscounts[leaves.Count + 1];

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DiscountKernel other)
    {
        for (var day = 0; day < Days.Length; day++) Days[day].Add(other.Days[day]);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        ReadOnlySpan<long> discounts = history.Columns.Discounts!.Span;
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var first = -1;
            var firstIsDiscounted = false;
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                var discount = discounts[row];
                ref var sums = ref Days[day];
                sums.Discounts += discount;
                if (TAmount.IsNegative(amounts[row])) continue;
                if (first < 0) first = day;
                sums.PurchaseDiscounts += discount;
                if (discount <= 0) continue;
                sums.DiscountedPurchases++;
                sums.DiscountedSales += long.CreateTruncating(amounts[row]);
                firstIsDiscounted |= day == first;
            }

            if (firstIsDiscounted) Days[first].NewDiscounted++;
        }
    }
}
