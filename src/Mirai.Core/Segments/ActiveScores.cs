using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Segments;

/// <summary>What decile and RFM score of one customer on one day.</summary>
/// <param name="Sales">Net sales in the trailing active period, in minor units.</param>
/// <param name="LastDay">The last purchase day's index; -1 for a customer who is not active.</param>
/// <param name="Purchases">Purchases in the trailing active period.</param>
internal readonly record struct ActiveScore(long Sales, int LastDay, int Purchases)
{
    /// <summary>Whether the customer is active.</summary>
    public bool IsActive => LastDay >= 0;
}

/// <summary>What decile and RFM score of every customer on one day.</summary>
/// <remarks>The scores lie in blocks of the size into which a builder scatters rows: where a history was just built, their memory is at hand.</remarks>
internal sealed class ActiveScores
{
    private const int BlockBits = 21; // 16 bytes each: a block of NativePages.
    private readonly NativeColumn<ActiveScore>[] _blocks;

    private ActiveScores(PurchaseHistory history, int day)
    {
        Day = day;
        Count = history.CustomerCount;
        _blocks = new NativeColumn<ActiveScore>[(Count + (1 << BlockBits) - 1) >> BlockBits];
        for (var block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = new NativeColumn<ActiveScore>(Math.Min(1 << BlockBits, Count - (block << BlockBits)));
        }
    }

    /// <summary>The index of the day.</summary>
    public int Day { get; }

    /// <summary>How many customers.</summary>
    public int Count { get; }

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

    /// <summary>As many scores from a customer on as lie together, at most until a customer; at least one.</summary>
    public Span<ActiveScore> From(int customer, int until)
    {
        var block = customer >> BlockBits;
        var start = block << BlockBits;
        var end = Math.Min(until - start, _blocks[block].Length);
        return _blocks[block].Span[(customer - start)..end];
    }

    private sealed class Kernel(ActiveScores scores, int before, int day) : IColumnWork
    {
        /// <summary>How many active customers have each last day, number of purchases, and bin of sales.</summary>
        public ScoreCounts Counts { get; } = new(day + 1);

        public void Run<TDay, TAmount>(
            int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
            where TDay : unmanaged, IBinaryInteger<TDay>
            where TAmount : unmanaged, IBinaryInteger<TAmount>
        {
            for (var customer = firstCustomer; customer < endCustomer;)
            {
                var part = scores.From(customer, endCustomer);
                Score(part, offsets.Slice(customer, part.Length + 1), days, amounts);
                customer += part.Length;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Score<TDay, TAmount>(
            Span<ActiveScore> part, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
            where TDay : unmanaged, IBinaryInteger<TDay>
            where TAmount : unmanaged, IBinaryInteger<TAmount>
        {
            for (var customer = 0; customer < part.Length; customer++)
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

                part[customer] = new ActiveScore(sales, last, purchases);
                if (last >= 0) Counts.Add(last, purchases, sales);
            }
        }
    }
}
