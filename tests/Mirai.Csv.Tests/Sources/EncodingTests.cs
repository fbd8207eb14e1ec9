using System.Text;
using Mirai.Csv.Sources;
using Mirai.Ingest;

namespace Mirai.Csv.Tests.Sources;

public class EncodingTests
{
    private const string Text = "顧客ID,購入日,金額,店舗\n山田太郎,2024年3月1日,￥1980,表参道店\n鈴木ソー,2024/3/2,５００,銀座ーソ店\n";

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16BE")]
    [InlineData("UTF-32")]
    [InlineData("Shift_JIS")]
    [InlineData("cp932")]
    [InlineData("EUC-JP")]
    [InlineData("eucjp")]
    public void Load_StatedEncoding_JapaneseHeadersAndKeys(string name)
    {
        var bytes = TextEncodings.Find(name)!.GetBytes(Text);

        AssertLoaded(CsvText.Load(bytes, new CsvOptions { EncodingName = name }));
    }

    [Theory]
    [InlineData("UTF-16", "UTF-16")]
    [InlineData("UTF-16BE", "UTF-16 (big-endian)")]
    [InlineData("Shift_JIS", "Shift_JIS")]
    [InlineData("EUC-JP", "EUC-JP")]
    public void Load_NothingStated_EncodingIsRecognisedAndNoted(string name, string noted)
    {
        // UTF-16 shows by its zeros, which Japanese text alone has few of.
        var text = Text + string.Concat(Enumerable.Repeat("customer-0042,2024-03-03,100,x\n", 3));
        var load = CsvText.Load(TextEncodings.Find(name)!.GetBytes(text));

        AssertLoaded(load);
        Assert.Contains($"encoding recognised as {noted}.", load.Report.Notes.Select(note => note.ToString()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16BE")]
    [InlineData("UTF-32")]
    public void Load_ByteOrderMark_WinsOverWhatIsStated(string name)
    {
        var encoding = TextEncodings.Find(name)!;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];

        Assert.NotEmpty(encoding.GetPreamble());
        AssertLoaded(CsvText.Load(bytes, new CsvOptions { EncodingName = "Shift_JIS" }));
    }

    [Fact]
    public void Load_Utf8Japanese_IsNotTakenForAnotherEncoding()
    {
        var load = CsvText.Load(Encoding.UTF8.GetBytes(Text));

        AssertLoaded(load);
        Assert.DoesNotContain(load.Report.Notes, note => note.ToString().Contains("encoding", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Shift_JIS", 0x81)]
    [InlineData("EUC-JP", 0xA4)]
    [InlineData("UTF-8", 0xC3)]
    public void Load_BytesThatAreNoTextInTheStatedEncoding_AreBadRows(string stated, byte lead)
    {
        byte[] bytes = [.. "customer,day,amount\nABC,2024-01-01,5\nD"u8, lead, .. " E,2024-01-01,6\n"u8];
        var issue = Assert.Single(CsvText.Load(bytes, new CsvOptions { EncodingName = stated }).Report.Samples);

        Assert.Equal((IngestIssueKind.InvalidText, 3L, "customer", $"text in {stated}"), (issue.Kind, issue.LineNumber, issue.Column, issue.Expected.ToString()));
    }

    [Fact]
    public void Load_YenSignOfShiftJis_IsABackslashByte()
    {
        byte[] bytes = [.. TextEncodings.Find("Shift_JIS")!.GetBytes("顧客ID,購入日,金額\n花子,2024-01-01,"), 0x5C, .. "1980\n"u8];

        Assert.Equal(["花子|2024-01-01|1980|0"], CsvText.Rows(CsvText.Load(bytes).History), StringComparer.Ordinal);
    }

    [Fact]
    public void Load_BadBytesInAColumnThatIsNotUsed_HarmNothing()
    {
        byte[] bytes = [.. "customer,day,amount,name\nA,2024-01-01,5,"u8, 0xFF, 0xFE, 0xC0, .. "\nB,2024-01-02,6,x\n"u8];

        Assert.Equal(2, CsvText.Load(bytes, new CsvOptions { EncodingName = "UTF-8" }).Report.RowsAccepted);
    }

    [Fact]
    public void Load_UnknownEncoding_IsAFailure() =>
        Assert.Contains("The encoding `klingon` is not known", CsvText.Fail("x", new CsvOptions { EncodingName = "klingon" }).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_SecondByteLooksLikeABackslashOrPipe_IsNoDelimiter()
    {
        // ソ, 表 and ポ end in bytes that are \ and others in Shift_JIS.
        var bytes = TextEncodings.Find("Shift_JIS")!.GetBytes("顧客ID|購入日|金額\nソ表ポ|2024-01-01|5\n");
        var load = CsvText.Load(bytes);

        Assert.Equal(["ソ表ポ|2024-01-01|5|0"], CsvText.Rows(load.History), StringComparer.Ordinal);
    }

    private static void AssertLoaded(PurchaseLoad load)
    {
        var rows = CsvText.Rows(load.History);
        Assert.Equal(0, load.Report.BadRowCount);
        Assert.Contains("山田太郎|2024-03-01|1980|0", rows, StringComparer.Ordinal);
        Assert.Contains("鈴木ソー|2024-03-02|500|0", rows, StringComparer.Ordinal);
        Assert.Contains("銀座ーソ店", load.History.DimensionValues("store"), StringComparer.Ordinal);
    }
}
