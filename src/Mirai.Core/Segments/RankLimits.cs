using System.Runtime.CompilerServices;

namespace Mirai.Segments;

/// <summary>The values that divide customers into equal groups, best first, without sorting them all.</summary>
/// <remarks>
/// Group of a value = 1 + floor(groups x customers with strictly more / customers). So a value is beyond group k exactly when it is less than
/// the ceil(k n / groups)-th largest. These few order statistics are found by counting values into bins by their leading bits and sorting only
/// the bins in which they lie.
/// </remarks>
internal static class RankLimits
{
    private const int MantissaBits = 8;
    private const int Bins = (64 << MantissaBits) * 2;

    /// <summary>The limits of the groups: a value's group is 1 + the number of limits greater than it.</summary>
    /// <param name="values">The values by customer.</param>
    /// <param name="lastDays">Less than 0 for customers who do not count.</param>
    /// <param name="groups">How many groups.</param>
    /// <returns><paramref name="groups"/> - 1 limits, descending; empty where no customer counts.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long[] Of(ReadOnlySpan<long> values, ReadOnlySpan<int> lastDays, int groups)
    {
        var counts = new int[Bins];
        var customers = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (lastDays[i] < 0) continue;
            counts[Bin(values[i])]++;
            customers++;
        }

        if (customers == 0) return [];
        var ranks = new long[groups - 1];
        for (var k = 1; k < groups; k++) ranks[k - 1] = (((long)k * customers) + groups - 1) / groups;
        return Select(values, lastDays, counts, ranks);
    }

    /// <summary>The same for whole numbers from 0, each of which is a bin of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long[] OfSmall(ReadOnlySpan<int> values, ReadOnlySpan<int> lastDays, int groups)
    {
        var largest = 0;
        foreach (var value in values) largest = Math.Max(largest, value);
        var counts = new int[largest + 1];
        var customers = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (lastDays[i] < 0) continue;
            counts[values[i]]++;
            customers++;
        }

        if (customers == 0) return [];
        var limits = new long[groups - 1];
        long above = 0;
        var next = 0;
        for (var value = largest; value >= 0; value--)
        {
            above += counts[value];
            for (; next < limits.Length && above >= (((next + 1L) * customers) + groups - 1) / groups; next++) limits[next] = value;
        }

        return limits;
    }

    /// <summary>The group of a value, from 1 for the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int GroupOf(long value, ReadOnlySpan<long> limits)
    {
        var group = 1;
        foreach (var limit in limits)
        {
            if (value < limit) group++;
        }

        return group;
    }

    private static long[] Select(ReadOnlySpan<long> values, ReadOnlySpan<int> lastDays, int[] counts, long[] ranks)
    {
        var wanted = new List<long>?[Bins];
        var binOfRank = new int[ranks.Length];
        var countAbove = new long[ranks.Length];
        long above = 0;
        var next = 0;
        for (var bin = Bins - 1; bin >= 0 && next < ranks.Length; bin--)
        {
            for (; next < ranks.Length && above + counts[bin] >= ranks[next]; next++)
            {
                wanted[bin] ??= new List<long>(counts[bin]);
                (binOfRank[next], countAbove[next]) = (bin, above);
            }

            above += counts[bin];
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (lastDays[i] >= 0) wanted[Bin(values[i])]?.Add(values[i]);
        }

        foreach (var list in wanted) list?.Sort();
        var limits = new long[ranks.Length];
        for (var i = 0; i < ranks.Length; i++) limits[i] = wanted[binOfRank[i]]![^(int)(ranks[i] - countAbove[i])];
        return limits;
    }

    /// <summary>A bin that never falls as the value rises: the exponent and leading mantissa bits, mirrored for negative values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bin(long value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value < 0 ? -(double)value : value);
        var magnitude = bits == 0 ? 0 : (int)(bits >> (52 - MantissaBits)) - (1022 << MantissaBits);
        return value < 0 ? (Bins / 2) - 1 - Math.Min(magnitude, (Bins / 2) - 1) : (Bins / 2) + Math.Min(magnitude, (Bins / 2) - 1);
    }
}
