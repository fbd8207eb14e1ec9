using Mirai.Model;

namespace Mirai.Core.Tests.Engine;

/// <summary>A rate keeps its evidence.</summary>
public sealed class ShareTests
{
    [Fact]
    public void Value_NobodyCouldQualify_IsMissing()
    {
        Assert.Null(new Share(0, 0).Value);
        Assert.Equal(0, new Share(0, 3).Value);
        Assert.Equal(0.75, new Share(3, 4).Value);
    }

    [Fact]
    public void Complement_Share_IsTheOthers() => Assert.Equal(new Share(1, 4), new Share(3, 4).Complement);

    [Fact]
    public void ToString_Share_IsItsEvidence() => Assert.Equal("3/4", new Share(3, 4).ToString());
}
