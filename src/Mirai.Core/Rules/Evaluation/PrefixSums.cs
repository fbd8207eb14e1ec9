using System.Runtime.CompilerServices;

namespace Mirai.Rules.Evaluation;

/// <summary>Running sums over a column's known days, from which the sum over any window is one difference.</summary>
/// <remarks>The rounding errors are summed beside the sums, so that a window of zeros sums to 0 and a small window late in a long history is exact.</remarks>
internal sealed class PrefixSums(int days)
{
    private readonly double[] _high = new double[days + 1];
    private readonly double[] _low = new double[days + 1];
    private readonly double[] _known = new double[days + 1];

    /// <summary>The sums before each day.</summary>
    public ReadOnlySpan<double> Sums => _high;

    /// <summary>The rounding errors of the sums.</summary>
    public ReadOnlySpan<double> Errors => _low;

    /// <summary>How many days were known before each day: whole numbers, kept like the sums for kernels that take several days at once.</summary>
    public ReadOnlySpan<double> KnownDays => _known;

    /// <summary>Takes a column's values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<double> values)
    {
        var (high, low, known) = (0.0, 0.0, 0.0);
        var highs = _high.AsSpan(1, values.Length);
        var lows = _low.AsSpan(1, values.Length);
        var knowns = _known.AsSpan(1, values.Length);
        for (var day = 0; day < values.Length; day++)
        {
            var value = values[day];
            if (!double.IsNaN(value))
            {
                var sum = high + value;
                var part = sum - high;
                low += (high - (sum - part)) + (value - part);
                high = sum;
                known++;
            }

            highs[day] = high;
            lows[day] = low;
            knowns[day] = known;
        }
    }

    /// <summary>Takes the product of two columns' values on the days on which both are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillProducts(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (high, low, known) = (0.0, 0.0, 0.0);
        var highs = _high.AsSpan(1, left.Length);
        var lows = _low.AsSpan(1, left.Length);
        var knowns = _known.AsSpan(1, left.Length);
        right = right[..left.Length];
        for (var day = 0; day < left.Length; day++)
        {
            var product = left[day] * right[day];
            if (!double.IsNaN(product))
            {
                var sum = high + product;
                var part = sum - high;
                low += (high - (sum - part)) + (product - part) + Math.FusedMultiplyAdd(left[day], right[day], -product);
                high = sum;
                known++;
            }

            highs[day] = high;
            lows[day] = low;
            knowns[day] = known;
        }
    }

    /// <summary>How many days from <paramref name="start"/> until before <paramref name="end"/> are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Known(int start, int end) => _known[end] - _known[start];

    /// <summary>The sum of the known days from <paramref name="start"/> until before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum(int start, int end) => (_high[end] - _high[start]) + (_low[end] - _low[start]);

    /// <summary>The same sum with all its figures.</summary>
    public DoubleDouble SumInFull(int start, int end) => new DoubleDouble(_high[end], _low[end]) - new DoubleDouble(_high[start], _low[start]);
}

/// <summary>How much of a window must be known.</summary>
internal static class Coverage
{
    /// <summary>Whether at least 80 % of a window's days, and at least one, are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Suffices(double known, double days) => known > 0 && known * 5 >= days * 4;

    /// <summary>The fewest days of a window that must be known: a whole number.</summary>
    public static double Least(int days) => Math.Max(1, ((days * 4L) + 4) / 5);
}
