using System.Numerics;

namespace Mirai.Core.Tests.Projection;

/// <summary>A number with any number of decimals: a whole number over a power of ten, never rounded.</summary>
/// <param name="Mantissa">The digits.</param>
/// <param name="Decimals">How many of them are behind the point.</param>
internal readonly record struct ExactDecimal(BigInteger Mantissa, int Decimals)
{
    public static ExactDecimal Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new ExactDecimal(value < 0 ? -mantissa : mantissa, (bits[3] >> 16) & 0xFF);
    }

    public static ExactDecimal operator *(ExactDecimal left, ExactDecimal right) => new(left.Mantissa * right.Mantissa, left.Decimals + right.Decimals);

    public static ExactDecimal operator +(ExactDecimal left, ExactDecimal right)
    {
        var decimals = Math.Max(left.Decimals, right.Decimals);
        return new ExactDecimal(left.At(decimals) + right.At(decimals), decimals);
    }

    /// <summary>Whether the two differ by at most 10^-<paramref name="digits"/>, or not at all where it is <see langword="null"/>.</summary>
    public bool IsNear(ExactDecimal other, int? digits)
    {
        var decimals = Math.Max(Math.Max(Decimals, other.Decimals), digits ?? 0);
        var difference = BigInteger.Abs(At(decimals) - other.At(decimals));
        return difference <= (digits is { } allowed ? BigInteger.Pow(10, decimals - allowed) : 0);
    }

    /// <summary>Whether a decimal holds the number: at most 28 digits, and none behind the 28th decimal.</summary>
    public bool FitsDecimal()
    {
        var (mantissa, decimals) = (Mantissa, Decimals);
        while (!mantissa.IsZero && decimals > 0 && mantissa % 10 == 0) (mantissa, decimals) = (mantissa / 10, decimals - 1);
        return mantissa.IsZero || (BigInteger.Abs(mantissa) < BigInteger.Pow(10, 28) && decimals <= 28);
    }

    private BigInteger At(int decimals) => Mantissa * BigInteger.Pow(10, decimals - Decimals);
}
