using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Segments;

/// <summary>The limits between groups of the active customers of one day, each descending: a value's group is 1 + the number of limits greater than it.</summary>
/// <param name="SalesTenths">Nine limits by sales; empty where nobody is active.</param>
/// <param name="SalesFifths">Four limits by sales.</param>
/// <param name="PurchaseFifths">Four limits by purchases.</param>
/// <param name="LastDayFifths">Four limits by last purchase day.</param>
internal sealed record ScoreLimits(long[] SalesTenths, long[] SalesFifths, long[] PurchaseFifths, long[] LastDayFifths)
{
    /// <summary>Nobody is active.</summary>
    public static ScoreLimits None { get; } = new([], [], [], []);
}

/// <summary>How many active customers there are by last day, by number of purchases and by bin of sales. One per thread.</summary>
internal sealed class ScoreCounts(int days)
{
    /// <summary>By last purchase day.</summary>
    public int[] LastDays { get; } = new int[days];

    /// <summary>By number of purchases.</summary>
    public int[] Purchases { get; private set; } = new int[256];

    /// <summary>By bin of sales.</summary>
    public int[] Sales { get; } = new int[RankLimits.Bins];

    /// <summary>Counts one customer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int lastDay, int purchases, long sales)
    {
        LastDays[lastDay]++;
        if (purchases >= Purchases.Length) Grow(purchases);
        Purchases[purchases]++;
        Sales[RankLimits.Bin(sales)]++;
    }

    private void Grow(int purchases)
    {
        var larger = new int[Math.Max(purchases + 1, Purchases.Length * 2)];
        Purchases.CopyTo(larger, 0);
        Purchases = larger;
    }
}

/// <summary>The values that divide customers into equal groups, best first, without sorting them all.</summary>
/// <remarks>
/// Group of a value = 1 + floor(groups x customers with strictly more / customers). So a value is beyond group k exactly when it is less than
/// the ceil(k n / groups)-th largest. These few order statistics are found by counting values into bins by their leading bits and sorting only
/// the bins in which they lie.
/// </remarks>
internal static class RankLimits
{
    private const int MantissaBits = 8;
    private const int CustomersPerPart = 1 << 18;

    /// <summary>How many bins sales fall into.</summary>
    public const int Bins = (64 << MantissaBits) * 2;

    /// <summary>The limits of all groups.</summary>
    public static ScoreLimits Of(ActiveScores scores, IReadOnlyList<ScoreCounts> counts, int maxThreads, CancellationToken cancellationToken)
    {
        var lastDays = Sum(counts, c => c.LastDays);
        var customers = lastDays.Sum();
        if (customers == 0) return ScoreLimits.None;
        var tenths = Ranks(customers, 10);
        var fifths = Ranks(customers, 5);
        var sales = Select(scores, Sum(counts, c => c.Sales), [.. tenths, .. fifths], maxThreads, cancellationToken);
        return new ScoreLimits(
            sales[..tenths.Length], sales[tenths.Length..],
            [.. fifths.Select(rank => PlaceOf(rank, Sum(counts, c => c.Purchases)).Place)],
            [.. fifths.Select(rank => PlaceOf(rank, lastDays).Place)]);
    }

    /// <summary>The group of a value, from 1 for the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int GroupOf(long value, ReadOnlySpan<long> limits)
    {
        var group = 1;
        foreach (var limit in limits) group += value < limit ? 1 : 0;
        return group;
    }

    /// <summary>A bin that never falls as the value rises: the exponent and leading mantissa bits, mirrored for negative values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bin(long value)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs((double)value));
        var magnitude = Math.Clamp((int)(bits >> (52 - MantissaBits)) - (1022 << MantissaBits), 0, (Bins / 2) - 1);
        return value < 0 ? (Bins / 2) - 1 - magnitude : (Bins / 2) + magnitude;
    }

    private static long[] Sum(IReadOnlyList<ScoreCounts> counts, Func<ScoreCounts, int[]> column)
    {
        var sums = new long[counts.Max(c => column(c).Length)];
        foreach (var part in counts.Select(column))
        {
            for (var i = 0; i < part.Length; i++) sums[i] += part[i];
        }

        return sums;
    }

    private static long[] Ranks(long customers, int groups) =>
        [.. Enumerable.Range(1, groups - 1).Select(k => ((k * customers) + groups - 1) / groups)];

    /// <summary>Where the customer of a rank is, counting from the last place down, and how many are above that place.</summary>
    private static (long Place, long Above) PlaceOf(long rank, long[] counts)
    {
        long above = 0;
        var place = counts.Length - 1;
        for (; above + counts[place] < rank; place--) above += counts[place];
        return (place, above);
    }

    private static long[] Select(ActiveScores scores, long[] counts, long[] ranks, int maxThreads, CancellationToken cancellationToken)
    {
        var places = Array.ConvertAll(ranks, rank => PlaceOf(rank, counts));
        var isWanted = new bool[Bins];
        foreach (var (place, _) in places) isWanted[place] = true;
        var parts = (scores.Count + CustomersPerPart - 1) / CustomersPerPart;
        var found = WorkSplit.Run(
            parts,
            maxThreads,
            () => new List<long>(),
            (list, part) => Gather(scores.From(part * CustomersPerPart, Math.Min(scores.Count, (part + 1) * CustomersPerPart)), isWanted, list),
            cancellationToken);
        var byBin = found.SelectMany(list => list).ToLookup(Bin);
        var sorted = byBin.ToDictionary(bin => bin.Key, bin => bin.OrderDescending().ToArray());
        return [.. ranks.Select((rank, i) => sorted[(int)places[i].Place][rank - places[i].Above - 1])];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ReadOnlySpan<ActiveScore> scores, bool[] isWanted, List<long> found)
    {
        foreach (ref readonly var score in scores)
        {
            if (score.IsActive && isWanted[Bin(score.Sales)]) found.Add(score.Sales);
        }
    }
}
