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
    private const int CustomersPerPart = 1 << 18; // A part of a block of scores.

    private delegate void Work(int firstCustomer, ReadOnlySpan<ActiveScore> scores);

    /// <summary>Deciles by sales.</summary>
    public static byte[] Deciles(ActiveScores scores, int maxThreads, CancellationToken cancellationToken)
    {
        var limits = scores.Limits.SalesTenths;
        var deciles = new byte[scores.Count];
        InParts(scores, maxThreads, (first, part) => Score(part, limits, deciles.AsSpan(first)), cancellationToken);
        GC.KeepAlive(scores);
        return deciles;
    }

    /// <summary>Scores in fifths.</summary>
    public static RfmScore[] Rfm(ActiveScores scores, int maxThreads, CancellationToken cancellationToken)
    {
        var rfm = new RfmScore[scores.Count];
        InParts(scores, maxThreads, (first, part) => Score(part, scores.Limits, rfm.AsSpan(first)), cancellationToken);
        GC.KeepAlive(scores);
        return rfm;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(ReadOnlySpan<ActiveScore> scores, ReadOnlySpan<long> limits, Span<byte> deciles)
    {
        for (var customer = 0; customer < scores.Length; customer++)
        {
            deciles[customer] = scores[customer].IsActive ? (byte)RankLimits.GroupOf(scores[customer].Sales, limits) : (byte)0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(ReadOnlySpan<ActiveScore> scores, ScoreLimits limits, Span<RfmScore> rfm)
    {
        var (lastDays, purchases, sales) = (limits.LastDayFifths, limits.PurchaseFifths, limits.SalesFifths);
        for (var customer = 0; customer < scores.Length; customer++)
        {
            ref readonly var score = ref scores[customer];
            if (!score.IsActive) continue;
            rfm[customer] = new RfmScore(
                (byte)(6 - RankLimits.GroupOf(score.LastDay, lastDays)),
                (byte)(6 - RankLimits.GroupOf(score.Purchases, purchases)),
                (byte)(6 - RankLimits.GroupOf(score.Sales, sales)));
        }
    }

    /// <summary>Does work for the customers in parts, each of scores that lie together.</summary>
    private static void InParts(ActiveScores scores, int maxThreads, Work work, CancellationToken cancellationToken)
    {
        var parts = (scores.Count + CustomersPerPart - 1) / CustomersPerPart;
        WorkSplit.Run(
            parts,
            maxThreads,
            () => 0,
            (_, part) => work(part * CustomersPerPart, scores.From(part * CustomersPerPart, Math.Min(scores.Count, (part + 1) * CustomersPerPart))),
            cancellationToken);
    }
}
