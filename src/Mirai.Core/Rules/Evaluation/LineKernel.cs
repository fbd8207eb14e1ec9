using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>Least-squares lines through the known days of windows that end on each day. Missing below 80 % coverage, and for a single day.</summary>
internal static class LineKernel
{
    /// <summary>Sums up the numbers of the known days, and their squares: what a fitted line needs to know of the days.</summary>
    /// <remarks>They are whole numbers that a double holds exactly, for histories of centuries.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillDayNumbers(ReadOnlySpan<double> values, (double[] Sums, double[] Squares) days)
    {
        var sums = days.Sums.AsSpan(1, values.Length);
        var squares = days.Squares.AsSpan(1, values.Length);
        var (sum, square) = (0.0, 0.0);
        for (var day = 0; day < values.Length; day++)
        {
            var number = double.IsNaN(values[day]) ? 0.0 : day;
            sums[day] = sum += number;
            squares[day] = square += number * number;
        }
    }

    /// <summary>The slope a day of each line.</summary>
    /// <param name="values">Sums of the values.</param>
    /// <param name="weighted">Sums of day number times value, the first day being 0.</param>
    /// <param name="days">Sums of the numbers of the known days, and of their squares.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="result">The slopes.</param>
    public static void Slope(PrefixSums values, PrefixSums weighted, (double[] Sums, double[] Squares) days, DayWindows windows, Span<double> result) =>
        Fit(values, weighted, days, windows, isTrend: false, result);

    /// <summary>The last value of each line as a change from its first; missing unless the line begins above 0.</summary>
    public static void Trend(PrefixSums values, PrefixSums weighted, (double[] Sums, double[] Squares) days, DayWindows windows, Span<double> result) =>
        Fit(values, weighted, days, windows, isTrend: true, result);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fit(
        PrefixSums values, PrefixSums weighted, (double[] Sums, double[] Squares) days, DayWindows windows, bool isTrend, Span<double> result)
    {
        var (t, before) = (0, windows.Before);
        for (var whole = windows.FirstWhole(result.Length); t < whole; t++) result[t] = Of(values, weighted, days, before[t] + 1, t, isTrend);
        for (; t <= result.Length - FourDays.Count; t += FourDays.Count)
        {
            FourDays.Store(OfFour(values, weighted, days, t + 1 - windows.Days, t, isTrend), result, t);
        }

        for (; t < result.Length; t++) result[t] = Of(values, weighted, days, before[t] + 1, t, isTrend);
    }

    private static double Of(PrefixSums values, PrefixSums weighted, (double[] Sums, double[] Squares) days, int first, int last, bool isTrend)
    {
        var (start, end) = (Math.Max(first, 0), last + 1);
        if (start > last) return double.NaN;
        var known = values.Known(start, end);
        if (known < 2 || !Coverage.Suffices(known, end - first)) return double.NaN;
        var dayNumbers = days.Sums[end] - days.Sums[start];
        var spread = (known * (days.Squares[end] - days.Squares[start])) - (dayNumbers * dayNumbers);
        var sum = values.SumInFull(start, end);
        var moment = (weighted.SumInFull(start, end) * new DoubleDouble(known, 0)) - (sum * new DoubleDouble(dayNumbers, 0));
        var slope = moment.Value / spread;
        if (!isTrend) return ArithmeticKernel.Finite(slope);
        var (mean, centre) = (sum.Value / known, dayNumbers / known);
        return ArithmeticKernel.Of<RelativeChange>(mean + (slope * (last - centre)), mean + (slope * (first - centre)));
    }

    /// <summary>The same for four windows of one length that lie within the history.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> OfFour(
        PrefixSums values, PrefixSums weighted, (double[] Sums, double[] Squares) days, int first, int last, bool isTrend)
    {
        var end = last + 1;
        var known = FourDays.Load(values.KnownDays, end) - FourDays.Load(values.KnownDays, first);
        var suffices = Vector256.GreaterThanOrEqual(known, Vector256.Create(Math.Max(2, Coverage.Least(end - first))));
        var dayNumbers = FourDays.Load(days.Sums, end) - FourDays.Load(days.Sums, first);
        var spread = (known * (FourDays.Load(days.Squares, end) - FourDays.Load(days.Squares, first))) - (dayNumbers * dayNumbers);
        var sum = FourDoubleDoubles.Sum(values, first, end);
        var moment = (FourDoubleDoubles.Sum(weighted, first, end) * known) - (sum * dayNumbers);
        var slope = moment.Value / spread;
        if (!isTrend) return FourDays.Where(suffices, FourDays.Finite(slope));
        var (mean, centre) = (sum.Value / known, dayNumbers / known);
        var steps = Vector256.Create(0.0, 1, 2, 3);
        var ends = mean + (slope * (Vector256.Create((double)last) + steps - centre));
        var begins = mean + (slope * (Vector256.Create((double)first) + steps - centre));
        return FourDays.Where(suffices, FourDays.Finite(RelativeChange.Of(ends, begins)));
    }
}
