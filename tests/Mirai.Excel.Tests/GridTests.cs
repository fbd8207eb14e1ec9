using Mirai.Excel.Grid;

namespace Mirai.Excel.Tests;

/// <summary>Addresses, days and widths.</summary>
public sealed class GridTests
{
    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16_384, "XFD")]
    public void Letters_Column_IsItsName(int column, string expected) => Assert.Equal(expected, GridRange.Letters(column));

    [Fact]
    public void Absolute_SheetWithQuote_IsQuoted()
    {
        Assert.Equal("'It''s'!$B$3:$C$4", new GridRange(3, 2, 2, 2).Absolute("It's"));
        Assert.Equal("'A'!$A$1", new GridRange(1, 1).Absolute("A"));
    }

    [Theory]
    [InlineData("1900-03-01", 61.0)]
    [InlineData("2025-12-31", 46022.0)]
    [InlineData("1900-02-28", null)]
    public void Serial_Day_IsExcels(string day, double? expected) =>
        Assert.Equal(expected, ExcelDay.Serial(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(1234567, "#,##0", 9)]
    [InlineData(-1234567, "\"¥\"#,##0;-\"¥\"#,##0", 11)]
    [InlineData(0.123, "0.0%", 5)]
    [InlineData(12, "#,##0\"人\"", 4)]
    [InlineData(46022, "yyyy\\-mm\\-dd", 10)]
    public void Of_NumberInFormat_IsAsWideAsItIsShown(double number, string format, double expected) =>
        Assert.Equal(expected, TextWidth.Of(number, format), tolerance: 1.0);

    [Fact]
    public void Of_JapaneseText_CountsTwice() => Assert.Equal(10, TextWidth.Of("稼働顧客数"));

    [Theory]
    [InlineData("", 1)]
    [InlineData("one\ntwo", 2)]
    [InlineData("稼働顧客数が減っています", 3)]
    public void Lines_TextInTenCharacters_AreEnough(string text, int expected) => Assert.Equal(expected, TextWidth.Lines(text, 10));
}
