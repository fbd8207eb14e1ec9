using System.Xml;
using FsCheck.Xunit;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Tests;

/// <summary>Texts are made fit for cells, and nothing vanishes unseen.</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData("plain 日本語", "plain 日本語")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("\u0007\u001B", "\uFFFD\uFFFD")]
    [InlineData("\u0085", "\uFFFD")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\uFFFE", "\uFFFD")]
    [InlineData("=1+1", "=1+1")]
    public void Safe_Text_BecomesFitForACell(string text, string expected) => Assert.Equal(expected, CellText.Safe(text));

    [Fact]
    public void Safe_LoneSurrogate_IsReplaced()
    {
        Assert.Equal("😀", CellText.Safe("\uD83D\uDE00"));
        Assert.Equal("\uFFFD", CellText.Safe("\uD83D"));
        Assert.Equal("\uFFFD\uFFFDx", CellText.Safe("\uDE00\uD83Dx"));
    }

    [Fact]
    public void Safe_LongText_IsCutWithAnEllipsisAndNeverWithinACharacter()
    {
        var text = CellText.Safe("a" + string.Concat(Enumerable.Repeat("😀", 20_000)));
        Assert.InRange(text.Length, CellText.MostCharacters - 1, CellText.MostCharacters);
        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
        Assert.Equal(CellText.MostCharacters, CellText.Safe(new string('x', CellText.MostCharacters)).Length);
        Assert.DoesNotContain('…', CellText.Safe(new string('x', CellText.MostCharacters)));
    }

    [Fact]
    public void Safe_ManyLines_KeepsAsManyAsACellShows() => Assert.Equal(253, CellText.Safe(new string('\n', 1_000)).Count(c => c == '\n'));

    [Theory]
    [InlineData("_x000D_", "_x005F_x000D_")]
    [InlineData("_X0041_", "_x005F_X0041_")]
    [InlineData("_x00G1_", "_x00G1_")]
    [InlineData("a_x0041", "a_x0041")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    public void Escaped_TextLikeAnEscape_IsEscaped(string text, string expected) => Assert.Equal(expected, CellText.Escaped(text));

    [Property]
    public bool Safe_AnyText_IsXmlAndStaysAsItIs(string? text)
    {
        var safe = CellText.Safe(text ?? "");
        return XmlConvert.VerifyXmlChars(safe) is not null && string.Equals(CellText.Safe(safe), safe, StringComparison.Ordinal);
    }
}
