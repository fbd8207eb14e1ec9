using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class PortableMathTests
{
    [Fact]
    public void Exp_WholeRange_IsWithinFourUnitsOfTheLastPlace()
    {
        for (var x = -700.0; x <= 700; x += 0.137) AssertClose(Math.Exp(x), PortableMath.Exp(x));
        for (var x = -1.0; x <= 1; x += 0.0007) AssertClose(Math.Exp(x), PortableMath.Exp(x));
    }

    [Fact]
    public void Log_WholeRange_IsWithinFourUnitsOfTheLastPlace()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.37) AssertClose(Math.Log(x), PortableMath.Log(x));
        for (var x = 0.5; x <= 2; x += 0.0007) AssertClose(Math.Log(x), PortableMath.Log(x));
    }

    [Theory]
    [InlineData(1.0, 0x4005BF0A8B14576A)]
    [InlineData(8.15, 0x40AB0EC214DEDA9A)]
    [InlineData(-0.42, 0x3FE506870D617CB6)]
    public void Exp_PinnedArguments_HaveTheSameBitsEverywhere(double x, long bits) =>
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Exp(x)));

    [Theory]
    [InlineData(2.0, 0x3FE62E42FEFA39EF)]
    [InlineData(10.0, 0x40026BB1BBB55516)]
    [InlineData(0.3, -4615271006209202399L)]
    public void Log_PinnedArguments_HaveTheSameBitsEverywhere(double x, long bits) =>
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Log(x)));

    [Fact]
    public void ExpAndLog_ExactPoints_AreExact()
    {
        Assert.Equal(1.0, PortableMath.Exp(0));
        Assert.Equal(0.0, PortableMath.Log(1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(701)]
    [InlineData(-701)]
    public void Exp_OutsideItsRange_Throws(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Exp(x));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Log_OutsideItsRange_Throws(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(x));

    private static void AssertClose(double expected, double actual)
    {
        var distance = Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
        Assert.True(distance <= 4, $"expected {expected:R}, found {actual:R}: {distance} units apart");
    }
}
