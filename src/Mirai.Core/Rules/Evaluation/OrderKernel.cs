using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>Extremes, medians and percentiles over windows that end on each day.</summary>
/// <remarks>The windows' first days never move back, so each day enters a window once and leaves it once. Missing below 80 % coverage.</remarks>
internal static class OrderKernel
{
    private const int CountedTogether = 96;

    /// <summary>The least or greatest known value of each window.</summary>
    /// <param name="values">The column.</param>
    /// <param name="before">The day before each window.</param>
    /// <param name="isGreatest">Whether the greatest is wanted.</param>
    /// <param name="queue">Room for one position a day.</param>
    /// <param name="result">The extremes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Extreme(ReadOnlySpan<double> values, ReadOnlySpan<int> before, bool isGreatest, Span<int> queue, Span<double> result)
    {
        var (head, tail, known, start) = (0, 0, 0, 0); // queue[head..tail]: positions whose values no later one surpasses.
        for (var t = 0; t < result.Length; t++)
        {
            if (!double.IsNaN(values[t]))
            {
                known++;
                while (tail > head && (isGreatest ? values[queue[tail - 1]] <= values[t] : values[queue[tail - 1]] >= values[t])) tail--;
                queue[tail++] = t;
            }

            for (; start <= Math.Min(before[t], t); start++)
            {
                if (!double.IsNaN(values[start])) known--;
            }

            while (head < tail && queue[head] < start) head++;
            result[t] = Coverage.Suffices(known, t - before[t]) ? values[queue[head]] : double.NaN;
        }
    }

    /// <summary>A percentile of each window's known values, by linear interpolation between order statistics.</summary>
    /// <param name="values">The column.</param>
    /// <param name="before">The day before each window.</param>
    /// <param name="fraction">From 0, the least, to 1, the greatest; 0.5 is the median.</param>
    /// <param name="sorted">Room for a window's values.</param>
    /// <param name="result">The percentiles.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Percentile(ReadOnlySpan<double> values, ReadOnlySpan<int> before, double fraction, Span<double> sorted, Span<double> result)
    {
        var (known, start) = (0, 0);
        for (var t = 0; t < result.Length; t++)
        {
            var leaving = double.NaN;
            for (; start <= Math.Min(before[t], t); start++)
            {
                if (!double.IsNaN(leaving)) Remove(sorted[..known--], leaving);
                leaving = values[start];
            }

            if (double.IsNaN(values[t]))
            {
                if (!double.IsNaN(leaving)) Remove(sorted[..known--], leaving);
            }
            else if (double.IsNaN(leaving))
            {
                Add(sorted[..++known], values[t]);
            }
            else
            {
                Replace(sorted[..known], leaving, values[t]);
            }

            result[t] = Coverage.Suffices(known, t - before[t]) ? Interpolate(sorted[..known], fraction) : double.NaN;
        }
    }

    /// <summary>The value at a fraction of a sorted row, between neighbours where it falls between them; missing for a fraction outside 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Interpolate(ReadOnlySpan<double> sorted, double fraction)
    {
        if (!(fraction is >= 0 and <= 1)) return double.NaN;
        var place = fraction * (sorted.Length - 1);
        var low = (int)place;
        if (low + 1 >= sorted.Length) return sorted[^1];
        return ArithmeticKernel.Finite(sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])));
    }

    private static void Remove(Span<double> sorted, double value)
    {
        var place = PlaceOf(sorted, value);
        sorted[(place + 1)..].CopyTo(sorted[place..]);
    }

    /// <summary>Adds a value to a row whose last place is free.</summary>
    private static void Add(Span<double> sorted, double value)
    {
        var place = PlaceOf(sorted[..^1], value);
        sorted[place..^1].CopyTo(sorted[(place + 1)..]);
        sorted[place] = value;
    }

    /// <summary>Takes a value out and another one in, moving just what lies between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Replace(Span<double> sorted, double leaving, double entering)
    {
        var (from, to) = sorted.Length > CountedTogether ? (PlaceOf(sorted, leaving), PlaceOf(sorted, entering)) : CountLess(sorted, leaving, entering);
        if (from < to)
        {
            sorted[(from + 1)..to].CopyTo(sorted[from..]);
            sorted[to - 1] = entering;
        }
        else
        {
            sorted[to..from].CopyTo(sorted[(to + 1)..]);
            sorted[to] = entering;
        }
    }

    /// <summary>How many of a sorted row are less than a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int PlaceOf(ReadOnlySpan<double> sorted, double value)
    {
        var (start, end) = (0, sorted.Length);
        while (end - start > CountedTogether)
        {
            var middle = (start + end) >> 1;
            if (sorted[middle] < value) start = middle + 1;
            else end = middle;
        }

        return start + CountLess(sorted[start..end], value);
    }

    /// <summary>Counting all of a short row costs less than guessing the way through it.</summary>
    private static int CountLess(ReadOnlySpan<double> row, double value) => CountLess(row, value, value).First;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int First, int Second) CountLess(ReadOnlySpan<double> row, double first, double second)
    {
        var (firsts, seconds, place) = (0, 0, 0);
        if (Vector256.IsHardwareAccelerated)
        {
            var (firstAll, secondAll) = (Vector256.Create(first), Vector256.Create(second));
            var (firstCounts, secondCounts) = (Vector256<long>.Zero, Vector256<long>.Zero);
            for (; place <= row.Length - FourDays.Count; place += FourDays.Count)
            {
                var values = FourDays.Load(row, place);
                firstCounts -= Vector256.LessThan(values, firstAll).AsInt64();
                secondCounts -= Vector256.LessThan(values, secondAll).AsInt64();
            }

            (firsts, seconds) = ((int)Vector256.Sum(firstCounts), (int)Vector256.Sum(secondCounts));
        }

        for (; place < row.Length; place++)
        {
            firsts += row[place] < first ? 1 : 0;
            seconds += row[place] < second ? 1 : 0;
        }

        return (firsts, seconds);
    }
}
