namespace Mirai.Samples;

/// <summary>Exponential and logarithm from additions, multiplications and divisions only, which IEEE 754 rounds alike everywhere.</summary>
/// <remarks>
/// <see cref="Math.Exp"/> and <see cref="Math.Log(double)"/> call the platform's C library, whose last bit differs between
/// systems; here one flipped bit could change a rounded price, and with it the bytes of a sample. Both are within four units in
/// the last place of the true value.
/// </remarks>
internal static class PortableMath
{
    // The high part has 32 significant bits, so that a multiple by an exponent of at most 11 bits is exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.44269504088896340736;
    private const double Sqrt2 = 1.41421356237309504880;

    /// <summary>e to the power of <paramref name="x"/>, for arguments from -700 to 700.</summary>
    public static double Exp(double x)
    {
        if (!(x >= -700 && x <= 700)) throw new ArgumentOutOfRangeException(nameof(x), x, "An exponent from -700 to 700 is expected.");
        var k = Math.Floor((x * Log2E) + 0.5);
        var r = x - (k * Ln2High) - (k * Ln2Low);

        // Taylor's series by Horner: |r| <= 0.347, so the first term left out is below 1e-17.
        var sum = 1.0;
        for (var n = 14; n >= 1; n--) sum = 1.0 + (r * sum / n);
        return sum * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        if (!(x >= 2.2250738585072014e-308 && x <= double.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(x), x, "A positive, normal number is expected.");
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > Sqrt2)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.172: ten terms of its series leave less than 1e-17.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var series = 1.0 / 21;
        for (var n = 19; n >= 1; n -= 2) series = (1.0 / n) + (square * series);
        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * s * series));
    }
}
