using System.Globalization;
using System.Numerics;

namespace Mirai.TestSupport;

/// <summary>An exact value of a measure: a part out of a whole, not reduced; a level or a flow is a part out of 1.</summary>
/// <param name="Part">Customers, purchases, days or currency units.</param>
/// <param name="Whole">What the part is divided by; 0 where the value is missing.</param>
public readonly record struct Ratio(decimal Part, decimal Whole)
{
    /// <summary>A count or a sum, which is never missing.</summary>
    public static Ratio Of(decimal value) => new(value, 1);

    /// <summary>Whether there is no evidence.</summary>
    public bool IsMissing => Whole == 0;

    /// <summary>The nearest double, or <see langword="null"/> where the value is missing.</summary>
    public double? Value => IsMissing ? null : Divide(Part, Whole);

    /// <summary>Whether both are missing, or both are the same number however it is written.</summary>
    public bool IsSameNumberAs(Ratio other) =>
        IsMissing || other.IsMissing ? IsMissing == other.IsMissing : Cross(Part, other.Whole) == Cross(other.Part, Whole);

    /// <summary>Reads <c>3</c>, <c>-2.50</c>, <c>1/3</c>, or <c>-</c> for missing.</summary>
    public static Ratio Parse(string text)
    {
        if (text is "-") return default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? Of(Number(text))
            : new Ratio(Number(text[..slash]), Number(text[(slash + 1)..]));
    }

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        IsMissing ? "-" : Whole == 1 ? Text(Part) : $"{Text(Part)}/{Text(Whole)}";

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static BigInteger Cross(decimal left, decimal right) => InMillionths(left) * InMillionths(right);

    /// <summary>No currency has more than 6 decimals.</summary>
    private static BigInteger InMillionths(decimal value)
    {
        var scaled = new BigInteger(value * 1_000_000m);
        return (decimal)scaled == value * 1_000_000m
            ? scaled
            : throw new ArgumentException($"{value} has more than 6 decimals.", nameof(value));
    }

    /// <summary>Two whole numbers that doubles hold exactly have a quotient that is rounded once.</summary>
    private static double Divide(decimal part, decimal whole)
    {
        var (numerator, denominator) = (InMillionths(part), InMillionths(whole));
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return BigInteger.Abs(numerator) < (1L << 53) && BigInteger.Abs(denominator) < (1L << 53)
            ? (double)numerator / (double)denominator
            : (double)(part / whole);
    }
}
