using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Segments;

/// <summary>Recency, frequency and monetary score of a customer on a day.</summary>
/// <param name="Recency">From 5 (bought last) to 1; 0 for a customer who is not active.</param>
/// <param name="Frequency">From 5 (most purchases in the active period) to 1; 0 for a customer who is not active.</param>
/// <param name="Monetary">From 5 (highest sales in the active period) to 1; 0 for a customer who is not active.</param>
public readonly record struct RfmScore(byte Recency, byte Frequency, byte Monetary);

/// <summary>Scores every customer by rank among the active ones.</summary>
internal static class CustomerScores
{
    private const int CustomersPerPart = 1 << 18;

    /// <summary>Deciles by sales.</summary>
    public static byte[] Deciles(ActiveScores scores, int maxThreads, CancellationToken cancellationToken)
    {
        var limits = scores.Limits.SalesTenths;
        var deciles = new byte[scores.Sales.Length];
        InParts(deciles.Length, maxThreads, (first, end) => Score(scores, limits, deciles, first, end), cancellationToken);
        GC.KeepAlive(scores);
        return deciles;
    }

    /// <summary>Scores in fifths.</summary>
    public static RfmScore[] Rfm(ActiveScores scores, int maxThreads, CancellationToken cancellationToken)
    {
        var rfm = new RfmScore[scores.Sales.Length];
        InParts(rfm.Length, maxThreads, (first, end) => Score(scores, scores.Limits, rfm, first, end), cancellationToken);
        GC.KeepAlive(scores);
        return rfm;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(ActiveScores scores, long[] limits, byte[] deciles, int first, int end)
    {
        ReadOnlySpan<int> lastDays = scores.LastDays.Span;
        ReadOnlySpan<long> sales = scores.Sales.Span;
        for (var customer = first; customer < end; customer++)
        {
            deciles[customer] = lastDays[customer] < 0 ? (byte)0 : (byte)RankLimits.GroupOf(sales[customer], limits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(ActiveScores scores, ScoreLimits limits, RfmScore[] rfm, int first, int end)
    {
        ReadOnlySpan<int> lastDays = scores.LastDays.Span;
        ReadOnlySpan<int> purchases = scores.Purchases.Span;
        ReadOnlySpan<long> sales = scores.Sales.Span;
        for (var customer = first; customer < end; customer++)
        {
            if (lastDays[customer] < 0) continue;
            rfm[customer] = new RfmScore(
                (byte)(6 - RankLimits.GroupOf(lastDays[customer], limits.LastDayFifths)),
                (byte)(6 - RankLimits.GroupOf(purchases[customer], limits.PurchaseFifths)),
                (byte)(6 - RankLimits.GroupOf(sales[customer], limits.SalesFifths)));
        }
    }

    private static void InParts(int customers, int maxThreads, Action<int, int> work, CancellationToken cancellationToken)
    {
        var parts = (customers + CustomersPerPart - 1) / CustomersPerPart;
        WorkSplit.Run(
            parts,
            maxThreads,
            () => 0,
            (_, part) => work(part * CustomersPerPart, Math.Min(customers, (part + 1) * CustomersPerPart)),
            cancellationToken);
    }
}
