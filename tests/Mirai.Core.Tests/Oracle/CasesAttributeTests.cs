using Mirai.TestSupport;

namespace Mirai.Core.Tests.Oracle;

public sealed class CasesAttributeTests
{
    [Fact]
    public void Read_CommentsAndBlankLines_AreNoCases() => Assert.Equal(
        [["a", "b"], ["c", "d => e"], ["", "empty left"], ["empty right", ""]],
        CasesAttribute.Read("x.cases", ["# a comment", "", "  a   =>  b ", "c => d => e", "=> empty left", "empty right =>"]));

    [Fact]
    public void Read_LineWithoutSeparator_IsNamed()
    {
        var error = Assert.Throws<FormatException>(() => CasesAttribute.Read("x.cases", ["a => b", "", "a b"]));
        Assert.Equal("x.cases line 3: found `a b`, expected `left => right`.", error.Message);
    }

    [Fact]
    public void Read_NoCase_Fails() => Assert.Throws<FormatException>(() => CasesAttribute.Read("x.cases", ["# nothing yet"]));
}
