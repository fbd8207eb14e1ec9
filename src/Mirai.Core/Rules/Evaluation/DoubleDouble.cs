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
