namespace Mirai.Rules.Evaluation;

/// <summary>Extremes, medians and percentiles over windows that end on each day.</summary>
/// <remarks>The windows' first days never move back, so each day enters a window once and leaves it once. Missing below 80 % coverage.</remarks>
internal static class OrderKernel
{
    /// <summary>The least or greatest known value of each window.</summary>
    /// <param name="values">The column.</param>
    /// <param name="before">The day before each window.</param>
    /// <param name="isGreatest">Whether the greatest is wanted.</param>
    /// <param name="queue">Room for one position a day.</param>
    /// <param name="result">The extremes.</param>
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
    public static void Percentile(ReadOnlySpan<double> values, ReadOnlySpan<int> before, double fraction, Span<double> sorted, Span<double> result)
    {
        var (known, start) = (0, 0);
        for (var t = 0; t < result.Length; t++)
        {
            if (!double.IsNaN(values[t]))
            {
                var place = PlaceOf(sorted[..known], values[t]);
                sorted[place..known].CopyTo(sorted[(place + 1)..]);
                sorted[place] = values[t];
                known++;
            }

            for (; start <= Math.Min(before[t], t); start++)
            {
                if (double.IsNaN(values[start])) continue;
                var place = PlaceOf(sorted[..known], values[start]);
                sorted[(place + 1)..known].CopyTo(sorted[place..]);
                known--;
            }

            result[t] = Coverage.Suffices(known, t - before[t]) ? Interpolate(sorted[..known], fraction) : double.NaN;
        }
    }

    /// <summary>The value at a fraction of a sorted row, between neighbours where it falls between them; missing for a fraction outside 0 to 1.</summary>
    public static double Interpolate(ReadOnlySpan<double> sorted, double fraction)
    {
        if (!(fraction is >= 0 and <= 1)) return double.NaN;
        var place = fraction * (sorted.Length - 1);
        var low = (int)place;
        if (low + 1 >= sorted.Length) return sorted[^1];
        return ArithmeticKernel.Finite(sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])));
    }

    private static int PlaceOf(ReadOnlySpan<double> sorted, double value)
    {
        var place = sorted.BinarySearch(value);
        return place < 0 ? ~place : place;
    }
}
