using System.Numerics;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Counts first-time customers of some days and those of them who bought again soon. One per thread.</summary>
internal sealed class SecondPurchaseKernel(int firstDay, int lastDay, int withinDays) : IColumnWork
{
    public long Customers { get; private set; }

    public long BoughtAgain { get; private set; }

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

            if (first < firstDay || first > lastDay) continue;
            Customers++;
            if (second >= 0 && second - first <= withinDays) BoughtAgain++;
        }
    }
}
