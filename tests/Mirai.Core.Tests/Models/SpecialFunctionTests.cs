using Mirai.Lifetime;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

public sealed class SpecialFunctionTests
{
    [Theory]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1e-8, 18.420680738180209)]
    [InlineData(3.7, 1.4280723266653881)]
    [InlineData(100.25, 360.2845596377643)]
    [InlineData(1e6, 12815504.569147611)]
    public void LogGamma_OfKnownPoints_IsExact(double x, double expected) => Near(expected, SpecialFunctions.LogGamma(x), 3e-14);

    [Theory]
    [InlineData(0.3, 2.4)]
    [InlineData(15, 0.001)]
    [InlineData(40, -39.5)]
    public void LogGammaRise_OfSmallArguments_IsTheDifference(double x, double d) =>
        Assert.Equal(SpecialFunctions.LogGamma(x + d) - SpecialFunctions.LogGamma(x), SpecialFunctions.LogGammaRise(x, d), 3e-14 * SpecialFunctions.LogGamma(50));

    [Fact]
    public void LogGammaRise_OfHugeArguments_IsThePower() => Near(0.25 * Math.Log(1e100), SpecialFunctions.LogGammaRise(1e100, 0.25), 1e-14);

    [Theory]
    [InlineData(1, -0.57721566490153286)]
    [InlineData(0.5, -1.9635100260214235)]
    [InlineData(10, 2.2517525890667211)]
    public void Digamma_OfKnownPoints_IsExact(double x, double expected) => Near(expected, SpecialFunctions.Digamma(x), 1e-14);

    [Theory]
    [InlineData(1e-18)]
    [InlineData(3e-9)]
    [InlineData(-2e-5)]
    [InlineData(0.3)]
    [InlineData(-0.45)]
    [InlineData(2)]
    public void LogOnePlus_AndExpMinusOne_AreInverse(double x) => Near(x, SpecialFunctions.ExpMinusOne(SpecialFunctions.LogOnePlus(x)), 1e-15);

    [Fact]
    public void PowerIntegral_NearZero_IsSmooth()
    {
        Near(0.7, SpecialFunctions.PowerIntegral(0, -0.7), 1e-15);
        Near(0.7, SpecialFunctions.PowerIntegral(1e-12, -0.7), 1e-11);
        Near(1 - Math.Exp(-0.7), SpecialFunctions.PowerIntegral(1, -0.7), 1e-15);
    }

    [Theory]
    [InlineData(0.3, 5)]
    [InlineData(4, 0.2)]
    [InlineData(2_000, 3_000)]
    [InlineData(0.01, 10_000)]
    public void BetaMean_OfTheVariable_IsTheMean(double a, double b) => Near(a / (a + b), Quadrature.BetaMean(a, b, p => p), 1e-10);

    [Fact]
    public void ExponentialMean_OfPowers_IsFactorial()
    {
        Near(1, Quadrature.ExponentialMean(2, _ => 1), 1e-12);
        Near(1 / 0.003, Quadrature.ExponentialMean(0.003, t => t), 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0.3, 0)]
    [InlineData(0.5, 0.3, 1)]
    [InlineData(0.5, 0.9, 3)]
    [InlineData(12, 0.6, 40)]
    public void AtLeast_OfNegativeBinomial_IsTheRestOfTheMass(double shape, double z, int k)
    {
        var nbd = new NegativeBinomial(shape, z);
        Near(1, Enumerable.Range(0, k).Sum(j => Math.Exp(nbd.LogMass(j))) + nbd.AtLeast(k), 1e-12);
        Near(nbd.AtLeast(k) - nbd.AtLeast(k + 1), Math.Exp(nbd.LogMass(k)), 1e-9);
    }
}
