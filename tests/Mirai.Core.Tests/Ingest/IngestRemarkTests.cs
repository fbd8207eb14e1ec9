using Mirai.Ingest;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Ingest;

public class IngestRemarkTests
{
    [Theory]
    [InlineData(typeof(RowRemarks))]
    [InlineData(typeof(ColumnRemarks))]
    [InlineData(typeof(DayFormatRemarks))]
    public void Remarks_OfTheLibrary_SpeakBothLanguagesAndNameTheSameValues(Type words)
    {
        foreach (var (name, remark) in RemarkWords.Of(words))
        {
            var (english, japanese) = (remark.ToString("en"), remark.ToString("ja"));
            Assert.False(RemarkWords.IsJapanese(english), $"{name}: {english}");
            Assert.True(RemarkWords.IsJapanese(japanese), $"{name}: {japanese}");
            // Of the three reasons why input is too much, the Japanese text names all.
            if (name is "TooMuch(1)") continue;
            Assert.True(RemarkWords.Values(english).SequenceEqual(RemarkWords.Values(japanese), StringComparer.Ordinal), $"{name}: {english} / {japanese}");
        }
    }

    [Fact]
    public void Remarks_InRemarks_ComeInTheSameLanguage()
    {
        var inner = new IngestRemark("inner", "one of {0}", "{0}のうち1つ", 3);
        var both = IngestRemark.Join(" and ", "と", [inner, IngestRemark.Plain("{0} as it is")]);
        var outer = new IngestRemark("outer", "({0})", "〔{0}〕", both);
        Assert.Equal("(one of 3 and {0} as it is)", outer.ToString(), StringComparer.Ordinal);
        Assert.Equal("〔3のうち1つと{0} as it is〕", outer.ToString("ja"), StringComparer.Ordinal);
        Assert.Equal(outer.ToString(), outer, StringComparer.Ordinal);
        Assert.Equal([both], outer.Values);
    }

    [Fact]
    public void Remarks_AreEqual_WhereTheySayTheSame()
    {
        var one = new IngestRemark("k", "{0} rows", "{0}行", 3);
        Assert.Equal(one, new IngestRemark("k", "{0} rows", "{0}行", 3L));
        Assert.NotEqual(one, new IngestRemark("k", "{0} rows", "{0}列", 3));
        Assert.NotEqual(one, new IngestRemark("l", "{0} rows", "{0}行", 3));
        Assert.False(one.Equals(null));
        Assert.Equal(one.GetHashCode(), new IngestRemark("k", "{0} rows", "{0}行", 3L).GetHashCode());
    }

    [Fact]
    public void Issue_InJapanese_SaysWhatAndWhere() => Assert.Equal(
        "orders.csv 17行目、列「amount」: 「12x」(正しくは: 1234 や 1,234 のような JPY の金額)",
        new IngestIssue(IngestIssueKind.UnreadableAmount, "orders.csv", 17, "amount", "12x", RowRemarks.Amount(Mirai.Model.Currency.Jpy)).ToString("ja"),
        StringComparer.Ordinal);
}
