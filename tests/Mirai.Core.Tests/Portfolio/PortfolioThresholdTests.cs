using FsCheck.Xunit;
using Mirai.Segments;

namespace Mirai.Core.Tests.Portfolio;

/// <summary>The threshold asks for the least whole spend; the product that defines it is the oracle.</summary>
public sealed class PortfolioThresholdTests
{
    [Property(MaxTest = 500)]
    public void IsReachedBy_SpendsAroundTheThreshold_EqualsTheProduct(long sales, int purchases, short apart)
    {
        var (numerator, denominator) = ((Int128)sales * 7, Math.Abs((long)purchases));
        var threshold = new PortfolioThreshold(numerator, denominator);
        var at = denominator == 0 ? 0 : (long)Int128.Clamp(numerator / denominator, long.MinValue / 2, long.MaxValue / 2);

        foreach (var spend in (long[])[at - 1, at, at + 1, at + apart, 0, long.MinValue, long.MaxValue])
            Assert.Equal(denominator > 0 && (Int128)spend * denominator >= numerator, threshold.IsReachedBy(spend));
    }

    [Fact]
    public void IsReachedBy_AThresholdBeyondAllSpends_NobodyReaches()
    {
        Assert.False(new PortfolioThreshold((Int128)long.MaxValue * 7, 1).IsReachedBy(long.MaxValue));
        Assert.True(new PortfolioThreshold((Int128)long.MinValue * 7, 1).IsReachedBy(long.MinValue));
        Assert.False(default(PortfolioThreshold).IsReachedBy(long.MaxValue));
    }
}
