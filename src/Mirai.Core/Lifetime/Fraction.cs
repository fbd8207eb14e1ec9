using System.Globalization;
using System.Numerics;

namespace Mirai.Lifetime;

/// <summary>An exact fraction in lowest terms, so that rates made of counts and money are rounded once, at the end, and compared without rounding.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    private const int QuotientBits = 64;

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator; // Positive; 0 only in `default`, which stands for 0.

    /// <summary>A numerator over a denominator that is not 0.</summary>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        _numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    /// <summary>1.</summary>
    public static Fraction One { get; } = new(1, 1);

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _numerator.Sign;

    private BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a._numerator * b.Denominator) + (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a._numerator * b.Denominator) - (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a._numerator * b._numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a._numerator * b.Denominator, a.Denominator * b._numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>The fraction that a decimal is.</summary>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new Fraction(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>The fraction that a finite double is.</summary>
    public static Fraction Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        return shift >= 0 ? new Fraction(signed << shift, 1) : new Fraction(signed, BigInteger.One << -shift);
    }

    /// <summary>The greater of two.</summary>
    public static Fraction Max(Fraction a, Fraction b) => a < b ? b : a;

    /// <summary>This fraction to a whole power, 0 or more.</summary>
    public Fraction Pow(int exponent) => new(BigInteger.Pow(_numerator, exponent), BigInteger.Pow(Denominator, exponent));

    /// <summary>The greatest whole number that is not greater.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(_numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least whole number that is not less.</summary>
    public BigInteger Ceiling() => -new Fraction(-_numerator, Denominator).Floor();

    /// <summary>The nearest double; infinity beyond its range.</summary>
    public double ToDouble()
    {
        if (_numerator.IsZero) return 0;
        var magnitude = BigInteger.Abs(_numerator);

        // A quotient of 64 bits and more, its last bit set where a rest was cut off, is rounded by the conversion as the fraction itself would be.
        var shift = (int)(Denominator.GetBitLength() - magnitude.GetBitLength()) + QuotientBits + 1;
        var quotient = BigInteger.DivRem(
            shift >= 0 ? magnitude << shift : magnitude, shift >= 0 ? Denominator : Denominator << -shift, out var rest);
        if (!rest.IsZero) quotient |= 1;
        var excess = (int)quotient.GetBitLength() - QuotientBits;
        if (excess > 0)
        {
            var cut = !(quotient & ((BigInteger.One << excess) - 1)).IsZero;
            quotient >>= excess;
            if (cut) quotient |= 1;
        }

        var value = Math.ScaleB((double)(ulong)quotient, Math.Max(excess, 0) - shift);
        return _numerator.Sign < 0 ? -value : value;
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <summary>The fraction as <c>3/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}");
}
