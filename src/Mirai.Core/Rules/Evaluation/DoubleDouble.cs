using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>A number held in two: sums of a long history keep the figures that their differences, the sums of windows, are made of.</summary>
/// <remarks>Error-free transformations of Dekker (1971) and Knuth; some 106 bits.</remarks>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>The nearest double.</summary>
    public double Value => High + Low;

    /// <summary>The sum of two doubles, exactly.</summary>
    public static DoubleDouble Sum(double left, double right)
    {
        var sum = left + right;
        var part = sum - left;
        return new DoubleDouble(sum, (left - (sum - part)) + (right - part));
    }

    /// <summary>The product of two doubles, exactly.</summary>
    public static DoubleDouble Product(double left, double right)
    {
        var product = left * right;
        return new DoubleDouble(product, Math.FusedMultiplyAdd(left, right, -product));
    }

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var sum = Sum(left.High, right.High);
        return Tidy(sum.High, sum.Low + left.Low + right.Low);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + new DoubleDouble(-right.High, -right.Low);

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var product = Product(left.High, right.High);
        return Tidy(product.High, product.Low + (left.High * right.Low) + (left.Low * right.High));
    }

    /// <summary>Moves into the high part what the low part has outgrown.</summary>
    private static DoubleDouble Tidy(double high, double low)
    {
        var sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }
}

/// <summary>The same for four days at once, operation by operation, so that the results are the same to the last bit.</summary>
internal readonly record struct FourDoubleDoubles(Vector256<double> High, Vector256<double> Low)
{
    /// <summary>The nearest doubles.</summary>
    public Vector256<double> Value => High + Low;

    /// <summary>The sums of the days of four windows of one length.</summary>
    /// <param name="sums">The running sums.</param>
    /// <param name="start">The first day of the first window.</param>
    /// <param name="end">The day after its last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourDoubleDoubles Sum(PrefixSums sums, int start, int end) =>
        new FourDoubleDoubles(FourDays.Load(sums.Sums, end), FourDays.Load(sums.Errors, end))
        - new FourDoubleDoubles(FourDays.Load(sums.Sums, start), FourDays.Load(sums.Errors, start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourDoubleDoubles operator -(FourDoubleDoubles left, FourDoubleDoubles right)
    {
        var sum = left.High - right.High;
        var part = sum - left.High;
        var error = (left.High - (sum - part)) + (-right.High - part);
        return Tidy(sum, error + left.Low - right.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourDoubleDoubles operator *(FourDoubleDoubles left, FourDoubleDoubles right)
    {
        var product = left.High * right.High;
        var error = Vector256.FusedMultiplyAdd(left.High, right.High, -product);
        return Tidy(product, error + (left.High * right.Low) + (left.Low * right.High));
    }

    /// <summary>The products with numbers that are held in one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourDoubleDoubles operator *(FourDoubleDoubles left, Vector256<double> right) =>
        left * new FourDoubleDoubles(right, Vector256<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FourDoubleDoubles Tidy(Vector256<double> high, Vector256<double> low)
    {
        var sum = high + low;
        return new FourDoubleDoubles(sum, low - (sum - high));
    }
}
