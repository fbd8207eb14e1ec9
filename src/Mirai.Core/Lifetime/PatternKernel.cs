using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Lifetime;

/// <summary>Counts customers by pattern up to a day. One per thread.</summary>
internal sealed class PatternKernel(int lastDay) : IColumnWork
{
    /// <summary>The customers by pattern.</summary>
    public PatternCounts Counts { get; } = new();

    /// <summary>The statistics of a history up to the end of a day.</summary>
    public static PurchaseStatistics Statistics(PurchaseHistory history, int lastDay, int maxThreads, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new PatternKernel(lastDay), cancellationToken);
        var all = workers[0].Counts;
        for (var i = 1; i < workers.Count; i++) all.Add(workers[i].Counts);
        return new PurchaseStatistics(all);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var (first, last, purchaseDays) = (-1, -1, 0);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (day > lastDay) break;
                if (TAmount.IsNegative(amounts[row]) || day == last) continue;
                if (purchaseDays++ == 0) first = day;
                last = day;
            }

            if (purchaseDays > 0) Counts.Add(purchaseDays - 1, last - first, lastDay - first, 1);
        }
    }
}
