using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>What a day's value should be, from the days of the week or the seasons before it.</summary>
internal static class SeasonKernel
{
    private const int Week = 7;
    private const int SeasonalYear = 52 * Week; // The same weekday.
    private const int LevelDays = 28;

    /// <summary>The median of the same weekday in the weeks before; at least half of the weeks, and two, must be known.</summary>
    public static void Weekly(ReadOnlySpan<double> values, int weeks, Span<double> sorted, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            var known = 0;
            for (var k = 1; k <= weeks && t - (k * Week) >= 0; k++)
            {
                var value = values[t - (k * Week)];
                if (!double.IsNaN(value)) sorted[known++] = value;
            }

            result[t] = double.NaN;
            if (known < 2 || known * 2 < weeks) continue;
            sorted[..known].Sort();
            result[t] = OrderKernel.Interpolate(sorted[..known], 0.5);
        }
    }

    /// <summary>The mean over the years before of the week around the same weekday, each grown as the 28 days up to yesterday have grown since then.</summary>
    /// <param name="sums">Sums of the values.</param>
    /// <param name="years">How many years.</param>
    /// <param name="levels">Room for a mean a day.</param>
    /// <param name="weeks">Room for another.</param>
    /// <param name="result">The expected values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Yearly(PrefixSums sums, int years, Span<double> levels, Span<double> weeks, Span<double> result)
    {
        var begin = (int)Math.Min(result.Length, (long)years * SeasonalYear);
        WindowKernel.Means(sums, -LevelDays, 0, levels);
        WindowKernel.Means(sums, -3, 4, weeks);
        result[..begin].Fill(double.NaN); // The first year's week would lie before the first day.
        var t = begin;
        for (; Vector256.IsHardwareAccelerated && t <= result.Length - FourDays.Count; t += FourDays.Count)
        {
            var (now, total) = (FourDays.Load(levels, t), Vector256<double>.Zero);
            for (var then = t - SeasonalYear; then >= t - begin; then -= SeasonalYear)
            {
                total += FourDays.Load(weeks, then) * FourDays.Finite(Division.Of(now, FourDays.Load(levels, then)));
            }

            FourDays.Store(FourDays.Finite(total / Vector256.Create((double)years)), result, t);
        }

        for (; t < result.Length; t++)
        {
            var total = 0.0;
            for (var then = t - SeasonalYear; then >= t - begin; then -= SeasonalYear)
            {
                total += weeks[then] * ArithmeticKernel.Of<Division>(levels[t], levels[then]);
            }

            result[t] = ArithmeticKernel.Finite(total / years);
        }
    }

    /// <summary>How far back the yearly expectation looks.</summary>
    public static long YearlyLookBack(int years) => ((long)years * SeasonalYear) + LevelDays + 3;
}
