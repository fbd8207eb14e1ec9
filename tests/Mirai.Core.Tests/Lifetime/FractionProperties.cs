using System.Numerics;
using FsCheck;
using FsCheck.Xunit;
using Mirai.Lifetime;

namespace Mirai.Core.Tests.Lifetime;

/// <summary>Fractions are exact, and become the nearest double.</summary>
[Properties(MaxTest = 300)]
public sealed class FractionProperties
{
    [Property]
    public void Double_ThereAndBack_IsItself(NormalFloat value) => Assert.Equal(value.Get, Fraction.Of(value.Get).ToDouble());

    [Property]
    public void Decimal_ThereAndBack_IsTheNearestDouble(decimal value) =>
        Assert.Equal(double.Parse(value.ToString("G29", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture), Fraction.Of(value).ToDouble());

    [Property]
    public void ToDouble_OfAnyFraction_IsNoFartherThanItsNeighbours(long numerator, long denominator, int more)
    {
        if (denominator == 0) return;
        var fraction = new Fraction((BigInteger)numerator * (1 + Math.Abs((long)more)), denominator);
        var value = fraction.ToDouble();
        var error = Distance(fraction, value);
        Assert.True(error <= Distance(fraction, Math.BitIncrement(value)), $"{fraction} {value:R}");
        Assert.True(error <= Distance(fraction, Math.BitDecrement(value)), $"{fraction} {value:R}");
    }

    [Property]
    public void FloorAndCeiling_OfAnyFraction_EncloseIt(int numerator, int denominator)
    {
        if (denominator == 0) return;
        var quotient = (decimal)numerator / denominator;
        var fraction = new Fraction(numerator, denominator);
        Assert.Equal((new BigInteger(Math.Floor(quotient)), new BigInteger(Math.Ceiling(quotient))), (fraction.Floor(), fraction.Ceiling()));
    }

    [Fact]
    public void Extremes_OfDoublesAndDecimals_AreHeld()
    {
        foreach (var value in new[] { double.MaxValue, double.Epsilon, -double.Epsilon, 1e-310, 0.1, 1 / 3d, Math.BitDecrement(1) })
            Assert.Equal(value, Fraction.Of(value).ToDouble());
        Assert.Equal((double)decimal.MaxValue, Fraction.Of(decimal.MaxValue).ToDouble());
        Assert.Equal(-0.0000000000000000000000000001, Fraction.Of(-0.0000000000000000000000000001m).ToDouble());
        Assert.True(double.IsInfinity(new Fraction(BigInteger.Pow(10, 400), 3).ToDouble()));
        Assert.Throws<DivideByZeroException>(() => new Fraction(1, 0));
    }

    private static Fraction Distance(Fraction from, double to)
    {
        var difference = from - Fraction.Of(to);
        return difference.Sign < 0 ? 0 - difference : difference;
    }
}
