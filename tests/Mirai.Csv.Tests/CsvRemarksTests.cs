using Mirai.TestSupport;

namespace Mirai.Csv.Tests;

public class CsvRemarksTests
{
    [Fact]
    public void Remarks_OfFiles_SpeakBothLanguagesAndNameTheSameValues()
    {
        var remarks = RemarkWords.Of(typeof(CsvRemarks)).ToList();
        Assert.True(remarks.Count > 40);
        foreach (var (name, remark) in remarks)
        {
            var (english, japanese) = (remark.ToString("en"), remark.ToString("ja"));
            Assert.False(RemarkWords.IsJapanese(english), $"{name}: {english}");
            // What is said of a file is the name and what is said: words of others.
            Assert.True(RemarkWords.IsJapanese(japanese) || name is "About(2)" or "Label(1)", $"{name}: {japanese}");
            Assert.True(RemarkWords.Values(english).SequenceEqual(RemarkWords.Values(japanese), StringComparer.Ordinal), $"{name}: {english} / {japanese}");
        }
    }

    [Fact]
    public void Failures_KeepTheirKindAndValues()
    {
        var failure = CsvText.Fail("a;b\n1;2\n");
        Assert.Equal("of_file", failure.Message.Kind);
        Assert.Equal("column_missing", Assert.IsType<Mirai.Ingest.IngestRemark>(failure.Message.Values[1]).Kind);
        Assert.StartsWith("The input: No column is customer. Found: `a`, `b`. ", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("入力: customer の列がありません。ある列: 「a」、「b」。", failure.Message.ToString("ja"), StringComparison.Ordinal);
    }
}
