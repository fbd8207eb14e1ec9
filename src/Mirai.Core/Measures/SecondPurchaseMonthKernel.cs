using System.Numerics;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Counts first-time customers by month, and those of them who bought again soon. One per thread.</summary>
/// <param name="starts">The day indices on which the months begin, ascending, and at last the first day after all of them.</param>
/// <param name="withinDays">How soon.</param>
internal sealed class SecondPurchaseMonthKernel(int[] starts, int withinDays) : IColumnWork
{
    public long[] Customers { get; } = new long[starts.Length - 1];

    public long[] BoughtAgain { get; } = new long[starts.Length - 1];

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var (first, second) = (-1, -1);
            for (var row = offsets[customer]; row < offsets[customer + 1] && second < 0; row++)
            {
                if (TAmount.IsNegative(amounts[row])) continue;
                var day = int.CreateTruncating(days[row]);
                if (first < 0) first = day;
                else if (day > first) second = day;
            }

            if (first < starts[0] || first >= starts[^1]) continue;
            var place = Array.BinarySearch(starts, first);
            var month = place < 0 ? ~place - 1 : place;
            Customers[month]++;
            if (second >= 0 && second - first <= withinDays) BoughtAgain[month]++;
        }
    }
}
