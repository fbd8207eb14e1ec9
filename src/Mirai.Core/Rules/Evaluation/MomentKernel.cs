using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>Deviations of windows that end on each day, and how far days lie from the mean in them. Missing below 80 % coverage, and for a single day.</summary>
/// <remarks>The sums are those of the values less a number near them, and of the squares of those.</remarks>
internal static class MomentKernel
{
    /// <summary>The sample deviation of the known days.</summary>
    /// <param name="shifted">Sums of the values less a number near them.</param>
    /// <param name="squares">Sums of the squares of those.</param>
    /// <param name="shift">That number.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="result">The deviations.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Deviation(PrefixSums shifted, PrefixSums squares, double shift, DayWindows windows, Span<double> result)
    {
        var (t, before) = (0, windows.Before);
        for (var whole = windows.FirstWhole(result.Length); t < whole; t++) result[t] = Of(shifted, squares, shift, before[t] + 1, t + 1).Deviation;
        for (; t <= result.Length - FourDays.Count; t += FourDays.Count)
        {
            FourDays.Store(OfFour(shifted, squares, shift, t + 1 - windows.Days, t + 1).Deviation, result, t);
        }

        for (; t < result.Length; t++) result[t] = Of(shifted, squares, shift, before[t] + 1, t + 1).Deviation;
    }

    /// <summary>How many deviations each day lies from the mean of the window that ends the day before; missing where the deviation is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Score(
        PrefixSums shifted, PrefixSums squares, double shift, DayWindows windows, ReadOnlySpan<double> values, Span<double> result)
    {
        var (t, before) = (0, windows.Before);
        for (var whole = windows.FirstWhole(result.Length, lag: 1); t < whole; t++) result[t] = Score(values[t], Of(shifted, squares, shift, before[t], t));
        for (; t <= result.Length - FourDays.Count; t += FourDays.Count)
        {
            var (mean, deviation) = OfFour(shifted, squares, shift, t - windows.Days, t);
            var score = FourDays.Finite((FourDays.Load(values, t) - mean) / deviation);
            FourDays.Store(FourDays.Where(Vector256.GreaterThan(deviation, Vector256<double>.Zero), score), result, t);
        }

        for (; t < result.Length; t++) result[t] = Score(values[t], Of(shifted, squares, shift, before[t], t));
    }

    private static double Score(double value, (double Mean, double Deviation) window) =>
        window.Deviation > 0 ? ArithmeticKernel.Finite((value - window.Mean) / window.Deviation) : double.NaN;

    private static (double Mean, double Deviation) Of(PrefixSums shifted, PrefixSums squares, double shift, int start, int end)
    {
        var inside = Math.Max(start, 0);
        var known = inside < end ? shifted.Known(inside, end) : 0;
        if (known < 2 || !Coverage.Suffices(known, end - start)) return (double.NaN, double.NaN);
        var sum = shifted.SumInFull(inside, end);
        var mean = shift + (sum.Value / known);
        var square = (squares.SumInFull(inside, end) * new DoubleDouble(known, 0)) - (sum * sum);
        var deviation = Math.Sqrt(Math.Max(0, square.Value) / (known * (known - 1)));
        return (mean, deviation <= Tolerance.Of(mean, 0) ? 0 : deviation);
    }

    /// <summary>The same for four windows of one length that lie within the history.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Vector256<double> Mean, Vector256<double> Deviation) OfFour(PrefixSums shifted, PrefixSums squares, double shift, int start, int end)
    {
        var known = FourDays.Load(shifted.KnownDays, end) - FourDays.Load(shifted.KnownDays, start);
        var sum = FourDoubleDoubles.Sum(shifted, start, end);
        var mean = Vector256.Create(shift) + (sum.Value / known);
        var square = (FourDoubleDoubles.Sum(squares, start, end) * known) - (sum * sum);
        var deviation = Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, square.Value) / (known * (known - Vector256<double>.One)));
        var tolerance = Vector256.Create(Tolerance.Relative) * Vector256.Max(Vector256<double>.One, Vector256.Abs(mean));
        deviation = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(deviation, tolerance), Vector256<double>.Zero, deviation);
        var suffices = Vector256.GreaterThanOrEqual(known, Vector256.Create(Math.Max(2, Coverage.Least(end - start))));
        return (mean, FourDays.Where(suffices, deviation));
    }
}
