using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Segments;

/// <summary>What decile and RFM score: of every customer active on one day the last purchase day, and purchases and sales in the active period.</summary>
internal sealed class ActiveScores
{
    private ActiveScores(PurchaseHistory history, int day)
    {
        Day = day;
        LastDays = new NativeColumn<int>(history.CustomerCount);
        Purchases = new NativeColumn<int>(history.CustomerCount);
        Sales = new NativeColumn<long>(history.CustomerCount);
    }

    /// <summary>The index of the day.</summary>
    public int Day { get; }

    /// <summary>The last purchase day's index by customer; -1 for those not active.</summary>
    public NativeColumn<int> LastDays { get; }

    /// <summary>Purchases in the trailing active period, by customer.</summary>
    public NativeColumn<int> Purchases { get; }

    /// <summary>Net sales in the trailing active period in minor units, by customer.</summary>
    public NativeColumn<long> Sales { get; }

    /// <summary>The limits between the groups of active customers.</summary>
    public ScoreLimits Limits { get; private set; } = ScoreLimits.None;

    /// <summary>Scores every customer of a history on a day.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="before">The index of <c>t - A</c>; negative before the first day.</param>
    /// <param name="day">The index of the day <c>t</c>.</param>
    /// <param name="maxThreads">0 for one per processor.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ActiveScores On(PurchaseHistory history, int before, int day, int maxThreads, CancellationToken cancellationToken)
    {
        var scores = new ActiveScores(history, day);
        var workers = ColumnWork.Run(history, maxThreads, () => new Kernel(scores, before, day), cancellationToken);
        scores.Limits = RankLimits.Of(scores, [.. workers.Select(w => w.Counts)], maxThreads, cancellationToken);
        return scores;
    }

    private sealed class Kernel(ActiveScores scores, int before, int day) : IColumnWork
    {
        /// <summary>How many active customers have each last day, number of purchases, and bin of sales.</summary>
        public ScoreCounts Counts { get; } = new(day + 1);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TDay, TAmount>(
            int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
            where TDay : unmanaged, IBinaryInteger<TDay>
            where TAmount : unmanaged, IBinaryInteger<TAmount>
        {
            var lastDays = scores.LastDays.Span;
            var purchaseCounts = scores.Purchases.Span;
            var salesSums = scores.Sales.Span;
            for (var customer = firstCustomer; customer < endCustomer; customer++)
            {
                var start = offsets[customer];
                var row = offsets[customer + 1] - 1;
                while (row >= start && int.CreateTruncating(days[row]) > day) row--;
                var last = -1;
                var purchases = 0;
                long sales = 0;
                for (; row >= start; row--)
                {
                    var rowDay = int.CreateTruncating(days[row]);
                    if (rowDay <= before) break;
                    var amount = long.CreateTruncating(amounts[row]);
                    sales += amount;
                    if (amount < 0) continue;
                    purchases++;
                    if (last < 0) last = rowDay;
                }

                lastDays[customer] = last;
                purchaseCounts[customer] = purchases;
                salesSums[customer] = sales;
                if (last >= 0) Counts.Add(last, purchases, sales);
            }
        }
    }
}
