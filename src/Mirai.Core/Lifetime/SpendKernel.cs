using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Lifetime;

/// <summary>Counts repeat buyers by frequency and spend up to a day. One per thread.</summary>
internal sealed class SpendKernel(int lastDay) : IColumnWork
{
    private readonly Dictionary<(int Frequency, long Spend), long> _customers = [];

    /// <summary>The statistics of a history up to the end of a day.</summary>
    public static SpendStatistics Statistics(PurchaseHistory history, int lastDay, int maxThreads, CancellationToken cancellationToken)
    {
        var workers = ColumnWork.Run(history, maxThreads, () => new SpendKernel(lastDay), cancellationToken);
        var all = workers[0]._customers;
        for (var i = 1; i < workers.Count; i++)
        {
            foreach (var (key, count) in workers[i]._customers) Count(all, key.Frequency, key.Spend, count);
        }

        var unit = (double)history.Currency.MinorPerUnit;
        return new SpendStatistics(
            all.Where(pair => pair.Key.Spend > 0).Select(pair => new SpendGroup(pair.Key.Frequency, pair.Key.Spend / unit / pair.Key.Frequency, pair.Value)),
            all.Where(pair => pair.Key.Spend == 0).Sum(pair => pair.Value));
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
            long spend = 0;
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (day > lastDay) break;
                if (TAmount.IsNegative(amounts[row])) continue;
                if (purchaseDays == 0) first = day;
                if (day != last) purchaseDays++;
                last = day;
                if (day != first) spend = checked(spend + long.CreateTruncating(amounts[row]));
            }

            if (purchaseDays > 1) Count(_customers, purchaseDays - 1, spend, 1);
        }
    }

    private static void Count(Dictionary<(int Frequency, long Spend), long> customers, int frequency, long spend, long count) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(customers, (frequency, spend), out _) += count;
}
