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
    public static void Yearly(PrefixSums sums, int years, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            var now = sums.Mean(t - LevelDays, t);
            var total = 0.0;
            for (var k = 1; k <= years && !double.IsNaN(total); k++)
            {
                var then = t - (k * SeasonalYear);
                total += sums.Mean(then - 3, then + 4) * ArithmeticKernel.Of<Division>(now, sums.Mean(then - LevelDays, then));
            }

            result[t] = ArithmeticKernel.Finite(total / years);
        }
    }

    /// <summary>How far back the yearly expectation looks.</summary>
    public static long YearlyLookBack(int years) => ((long)years * SeasonalYear) + LevelDays + 3;
}
