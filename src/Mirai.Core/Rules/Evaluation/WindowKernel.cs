namespace Mirai.Rules.Evaluation;

/// <summary>Means, sums, deviations and fitted lines over windows that end on each day, at a cost that does not grow with the window.</summary>
/// <remarks>
/// <c>before[t]</c> is the position of the day before the window, so that the window of day t is the days after it up to t: calendar months cost what
/// days do. Everything is missing where less than 80 % of the window is known; days before the first one are unknown.
/// </remarks>
internal static class WindowKernel
{
    /// <summary>The mean of the known days.</summary>
    public static void Average(PrefixSums sums, ReadOnlySpan<int> before, Span<double> result)
    {
        var (highs, lows, knowns) = sums.Columns;
        for (var t = 0; t < result.Length; t++)
        {
            var start = Math.Max(before[t] + 1, 0);
            var known = start <= t ? knowns[t + 1] - knowns[start] : 0;
            var sum = highs[t + 1] - highs[start] + (lows[t + 1] - lows[start]);
            result[t] = Coverage.Suffices(known, t - before[t]) ? ArithmeticKernel.Finite(sum / known) : double.NaN;
        }
    }

    /// <summary>The mean of the known days times the number of days.</summary>
    public static void Sum(PrefixSums sums, ReadOnlySpan<int> before, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            var start = Math.Max(before[t] + 1, 0);
            var days = t - before[t];
            var known = start <= t ? sums.Known(start, t + 1) : 0;
            if (!Coverage.Suffices(known, days)) result[t] = double.NaN;
            else if (known == days) result[t] = ArithmeticKernel.Finite(sums.Sum(start, t + 1));
            else result[t] = ArithmeticKernel.Finite(sums.Sum(start, t + 1) / known * days);
        }
    }

    /// <summary>The share of days that are known; never missing.</summary>
    public static void Known(PrefixSums sums, ReadOnlySpan<int> before, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            var start = Math.Max(before[t] + 1, 0);
            result[t] = t > before[t] ? (double)sums.Known(start, t + 1) / (t - before[t]) : 0;
        }
    }

    /// <summary>The sample deviation of the known days; missing for a single one.</summary>
    /// <param name="shifted">Sums of the values less a number near them.</param>
    /// <param name="squares">Sums of the squares of those.</param>
    /// <param name="shift">That number.</param>
    /// <param name="before">The day before each window.</param>
    /// <param name="result">The deviations.</param>
    public static void Deviation(PrefixSums shifted, PrefixSums squares, double shift, ReadOnlySpan<int> before, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++) result[t] = Moments(shifted, squares, shift, before[t] + 1, t + 1).Deviation;
    }

    /// <summary>How many deviations each day lies from the mean of the window that ends the day before; missing where the deviation is 0.</summary>
    public static void Score(
        PrefixSums shifted, PrefixSums squares, double shift, ReadOnlySpan<int> before, ReadOnlySpan<double> values, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            var (mean, deviation) = Moments(shifted, squares, shift, before[t], t);
            result[t] = deviation > 0 ? ArithmeticKernel.Finite((values[t] - mean) / deviation) : double.NaN;
        }
    }

    /// <summary>The least-squares line through the known days: its slope a day, or its last value as a change from its first.</summary>
    /// <param name="values">Sums of the values.</param>
    /// <param name="weighted">Sums of day number times value, the first day being 0.</param>
    /// <param name="days">Sums of the numbers of the known days, and of their squares.</param>
    /// <param name="before">The day before each window.</param>
    /// <param name="isTrend">Whether the change along the line is wanted, which is missing unless the line begins above 0; else the slope.</param>
    /// <param name="result">The slopes or changes.</param>
    public static void Line(
        PrefixSums values, PrefixSums weighted, (long[] Sums, long[] Squares) days, ReadOnlySpan<int> before, bool isTrend, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = double.NaN;
            var start = Math.Max(before[t] + 1, 0);
            if (start > t) continue;
            var known = values.Known(start, t + 1);
            if (known < 2 || !Coverage.Suffices(known, t - before[t])) continue;
            var dayNumbers = days.Sums[t + 1] - days.Sums[start];
            var spread = (known * (days.Squares[t + 1] - days.Squares[start])) - (dayNumbers * dayNumbers);
            var sum = values.SumInFull(start, t + 1);
            var moment = (weighted.SumInFull(start, t + 1) * new DoubleDouble(known, 0)) - (sum * new DoubleDouble(dayNumbers, 0));
            var slope = moment.Value / spread;
            if (!isTrend)
            {
                result[t] = ArithmeticKernel.Finite(slope);
                continue;
            }

            var mean = sum.Value / known;
            var centre = (double)dayNumbers / known;
            var (first, last) = (mean + (slope * (before[t] + 1 - centre)), mean + (slope * (t - centre)));
            result[t] = ArithmeticKernel.Of<RelativeChange>(last, first);
        }
    }

    /// <summary>Sums up the numbers of the known days, and their squares: what a fitted line needs to know of the days.</summary>
    public static void FillDayNumbers(ReadOnlySpan<double> values, (long[] Sums, long[] Squares) days)
    {
        var (sums, squares) = days;
        for (var day = 0; day < values.Length; day++)
        {
            var number = double.IsNaN(values[day]) ? 0L : day;
            sums[day + 1] = sums[day] + number;
            squares[day + 1] = squares[day] + (number * number);
        }
    }

    private static (double Mean, double Deviation) Moments(PrefixSums shifted, PrefixSums squares, double shift, int start, int end)
    {
        var inside = Math.Max(start, 0);
        var known = inside < end ? shifted.Known(inside, end) : 0;
        if (known < 2 || !Coverage.Suffices(known, end - start)) return (double.NaN, double.NaN);
        var sum = shifted.SumInFull(inside, end);
        var mean = shift + (sum.Value / known);
        var square = (squares.SumInFull(inside, end) * new DoubleDouble(known, 0)) - (sum * sum);
        var deviation = Math.Sqrt(Math.Max(0, square.Value) / ((double)known * (known - 1)));
        return (mean, deviation <= Tolerance.Of(mean, 0) ? 0 : deviation);
    }
}
