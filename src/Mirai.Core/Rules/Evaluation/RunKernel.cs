using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace Mirai.Rules.Evaluation;

/// <summary>Columns that depend on runs of days, on decaying weights, or on counts of a day.</summary>
internal static class RunKernel
{
    /// <summary>After so many missing days in a row and one more, a run has to begin anew.</summary>
    public const int ToleratedGap = 3;

    /// <summary>Days on which a condition has been true without a break: missing days neither count nor break, more than three in a row do. Missing where the day is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Streak(ReadOnlySpan<byte> truths, Span<double> result)
    {
        var (run, gap) = (0, 0);
        for (var t = 0; t < result.Length; t++)
        {
            Advance(truths[t], ref run, ref gap);
            result[t] = truths[t] == Truth.Missing ? double.NaN : run;
        }
    }

    /// <summary>Takes a day into a run.</summary>
    public static void Advance(byte truth, ref int run, ref int gap)
    {
        if (truth == Truth.Missing)
        {
            if (++gap > ToleratedGap) run = 0;
            return;
        }

        gap = 0;
        run = truth == Truth.True ? run + 1 : 0;
    }

    /// <summary>Days since a condition was last known to be true; missing before the first time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DaysSince(ReadOnlySpan<byte> truths, Span<double> result)
    {
        var last = -1;
        for (var t = 0; t < result.Length; t++)
        {
            if (truths[t] == Truth.True) last = t;
            result[t] = last < 0 ? double.NaN : t - last;
        }
    }

    /// <summary>Days of each window on which a condition is true; missing where less than 80 % of the window is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CountDays(ReadOnlySpan<byte> truths, ReadOnlySpan<int> before, Span<double> result)
    {
        var (count, known, start) = (0, 0, 0);
        for (var t = 0; t < result.Length; t++)
        {
            if (truths[t] != Truth.Missing) known++;
            if (truths[t] == Truth.True) count++;
            for (; start <= Math.Min(before[t], t); start++)
            {
                if (truths[start] != Truth.Missing) known--;
                if (truths[start] == Truth.True) count--;
            }

            result[t] = Coverage.Suffices(known, t - before[t]) ? count : double.NaN;
        }
    }

    /// <summary>The mean of all known days so far, each day's weight halving with every half-life that has passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FadingMean(ReadOnlySpan<double> values, double halfLifeDays, Span<double> result)
    {
        var fade = Math.Pow(0.5, 1 / halfLifeDays);
        var (sum, weight) = (0.0, 0.0);
        for (var t = 0; t < result.Length; t++)
        {
            sum *= fade;
            weight *= fade;
            if (!double.IsNaN(values[t]))
            {
                sum += values[t];
                weight++;
            }

            result[t] = weight > 0 ? ArithmeticKernel.Finite(sum / weight) : double.NaN;
        }
    }

    /// <summary>Chooses by day; missing where the condition is.</summary>
    public static void Choose(ReadOnlySpan<byte> condition, Column yes, Column no, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = condition[t] switch { Truth.True => yes.At(t), Truth.False => no.At(t), _ => double.NaN };
        }
    }

    /// <summary>Chooses by day; missing where the condition is.</summary>
    public static void Choose(ReadOnlySpan<byte> condition, ReadOnlySpan<byte> yes, ReadOnlySpan<byte> no, Span<byte> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = condition[t] switch { Truth.True => yes[t], Truth.False => no[t], _ => Truth.Missing };
        }
    }

    /// <summary>A bound of the Wilson interval for so many of so many; missing unless there are some, and no more than that qualify.</summary>
    /// <param name="part">How many qualify.</param>
    /// <param name="whole">Of how many.</param>
    /// <param name="confidence">The confidence, such as 0.95.</param>
    /// <param name="isUpper">Whether the upper bound is wanted.</param>
    /// <remarks>E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).</remarks>
    public static double Wilson(double part, double whole, double confidence, bool isUpper) =>
        Wilson(part, whole, Quantile(confidence), confidence, isUpper);

    /// <summary>The bounds of every day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wilson(Column part, Column whole, Column confidence, bool isUpper, Span<double> result)
    {
        var (known, quantile) = (double.NaN, double.NaN);
        for (var t = 0; t < result.Length; t++)
        {
            var level = confidence.At(t);
            if (!level.Equals(known)) (known, quantile) = (level, Quantile(level));
            result[t] = Wilson(part.At(t), whole.At(t), quantile, level, isUpper);
        }
    }

    private static double Quantile(double confidence) => confidence is > 0 and < 1 ? Math.Sqrt(2) * SpecialFunctions.ErfInv(confidence) : double.NaN;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Wilson(double part, double whole, double quantile, double confidence, bool isUpper)
    {
        if (double.IsNaN(confidence) || !(whole > 0) || !(part >= 0 && part <= whole)) return double.NaN;
        var square = quantile * quantile;
        var centre = part + (square / 2);
        var reach = quantile * Math.Sqrt((part * (whole - part) / whole) + (square / 4));
        return ArithmeticKernel.Finite(Math.Clamp((centre + (isUpper ? reach : -reach)) / (whole + square), 0, 1));
    }
}
