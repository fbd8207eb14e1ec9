using System.Text;
using Mirai.Csv.Records;

namespace Mirai.Csv.Tests.Records;

public class RecordCutterTests
{
    [Theory]
    [InlineData("a,b\nc,d", "a,b\n")]
    [InlineData("a,b\r\nc", "a,b\r\n")]
    [InlineData("a,b\rc", "a,b\r")]
    [InlineData("a,b\r", "")]
    [InlineData("a,\"b\nc\"\nd,\"e\n", "a,\"b\nc\"\n")]
    [InlineData("a,\"b\"\"\nc\"\nd", "a,\"b\"\"\nc\"\n")]
    [InlineData("a,b\"c\nd,e", "a,b\"c\n")]
    [InlineData("\"a\"", "")]
    public void Cut_MoreToCome_EndsWithTheLastWholeRecord(string text, string expected)
    {
        var broken = new List<Range>();
        var end = RecordCutter.Cut(Encoding.UTF8.GetBytes(text), (byte)',', atEnd: false, broken, out _);

        Assert.Equal(expected, text[..end]);
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("a,\"b\nc,d\n", "a,\"b\n")]
    [InlineData("x,y\na,\"b\"z\nc,d\n", "a,\"b\"z\n")]
    [InlineData("\"p\nq\",\"b\nc,d\n", "\"p\nq\",\"b\n")]
    [InlineData("a,\"b\nc,\"d\"\n", "a,\"b\n")]
    public void Cut_BrokenQuote_CostsTheLineInWhichItOpens(string text, string expected)
    {
        var broken = new List<Range>();
        var end = RecordCutter.Cut(Encoding.UTF8.GetBytes(text), (byte)',', atEnd: true, broken, out var hasQuotes);

        Assert.Equal(text.Length, end);
        Assert.Equal(expected, text[Assert.Single(broken)]);
        Assert.True(hasQuotes);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData("a\n", 1)]
    [InlineData("a\r\nb\rc\n\n", 4)]
    [InlineData("\r\r", 2)]
    public void CountLines_EveryLineEnd_CountsOnce(string text, int expected) => Assert.Equal(expected, RecordCutter.CountLines(Encoding.UTF8.GetBytes(text)));
}
