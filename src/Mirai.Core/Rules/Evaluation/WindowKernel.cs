using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>What is made of the sum of a window, by one and by four.</summary>
internal interface IWindowFigure
{
    /// <summary>The figure of a window of which enough is known.</summary>
    static abstract double Of(double sum, double known, double days);

    /// <summary>The figures of four such windows.</summary>
    static abstract Vector256<double> Of(Vector256<double> sum, Vector256<double> known, Vector256<double> days);
}

/// <summary>Means, sums and coverage of windows that end on each day, at a cost that does not grow with the window.</summary>
/// <remarks>Everything is missing where less than 80 % of the window is known; days before the first one are unknown.</remarks>
internal static class WindowKernel
{
    /// <summary>Computes a figure of every window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFigure>(PrefixSums sums, DayWindows windows, Span<double> result)
        where TFigure : IWindowFigure
    {
        var (t, before) = (0, windows.Before);
        for (var whole = windows.FirstWhole(result.Length); t < whole; t++) result[t] = Of<TFigure>(sums, before[t] + 1, t + 1);
        var (days, least) = (Vector256.Create((double)windows.Days), Vector256.Create(Coverage.Least(windows.Days)));
        for (; t <= result.Length - FourDays.Count; t += FourDays.Count)
        {
            FourDays.Store(Of<TFigure>(sums, t + 1 - windows.Days, t + 1, days, least), result, t);
        }

        for (; t < result.Length; t++) result[t] = Of<TFigure>(sums, before[t] + 1, t + 1);
    }

    /// <summary>The means of windows of a fixed length, which may end after the day that they are kept under.</summary>
    /// <param name="sums">The running sums.</param>
    /// <param name="start">The first day of a window, as days from its own day.</param>
    /// <param name="end">The day after its last.</param>
    /// <param name="result">The means; missing where the window ends after the last day.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Means(PrefixSums sums, int start, int end, Span<double> result)
    {
        var (t, stop) = (0, result.Length - Math.Max(end, 0) + (end > 0 ? 1 : 0));
        for (var whole = Vector256.IsHardwareAccelerated ? Math.Min(Math.Max(-start, 0), stop) : stop; t < whole; t++)
        {
            result[t] = Of<WindowMean>(sums, t + start, t + end);
        }

        var (days, least) = (Vector256.Create((double)(end - start)), Vector256.Create(Coverage.Least(end - start)));
        for (; t <= stop - FourDays.Count; t += FourDays.Count)
        {
            FourDays.Store(Of<WindowMean>(sums, t + start, t + end, days, least), result, t);
        }

        for (; t < stop; t++) result[t] = Of<WindowMean>(sums, t + start, t + end);
        result[Math.Max(stop, 0)..].Fill(double.NaN);
    }

    /// <summary>The share of days that are known; never missing.</summary>
    public static void Known(PrefixSums sums, ReadOnlySpan<int> before, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            var start = Math.Max(before[t] + 1, 0);
            result[t] = t > before[t] ? sums.Known(start, t + 1) / (t - before[t]) : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Of<TFigure>(PrefixSums sums, int start, int end)
        where TFigure : IWindowFigure
    {
        var inside = Math.Max(start, 0);
        if (end <= inside) return double.NaN;
        var known = sums.Known(inside, end);
        return Coverage.Suffices(known, end - start) ? ArithmeticKernel.Finite(TFigure.Of(sums.Sum(inside, end), known, end - start)) : double.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of<TFigure>(PrefixSums sums, int start, int end, Vector256<double> days, Vector256<double> least)
        where TFigure : IWindowFigure
    {
        var known = FourDays.Load(sums.KnownDays, end) - FourDays.Load(sums.KnownDays, start);
        var sum = FourDays.Load(sums.Sums, end) - FourDays.Load(sums.Sums, start)
            + (FourDays.Load(sums.Errors, end) - FourDays.Load(sums.Errors, start));
        return FourDays.Where(Vector256.GreaterThanOrEqual(known, least), FourDays.Finite(TFigure.Of(sum, known, days)));
    }
}

/// <summary>The mean of the known days.</summary>
internal readonly struct WindowMean : IWindowFigure
{
    public static double Of(double sum, double known, double days) => sum / known;

    public static Vector256<double> Of(Vector256<double> sum, Vector256<double> known, Vector256<double> days) => sum / known;
}

/// <summary>The mean of the known days times the number of days.</summary>
internal readonly struct WindowSum : IWindowFigure
{
    public static double Of(double sum, double known, double days) => known.Equals(days) ? sum : sum / known * days;

    public static Vector256<double> Of(Vector256<double> sum, Vector256<double> known, Vector256<double> days) =>
        Vector256.ConditionalSelect(Vector256.Equals(known, days), sum, sum / known * days);
}
