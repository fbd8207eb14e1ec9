using System.IO.Compression;

namespace Mirai.Excel.Tests;

/// <summary>The same document gives the same bytes, and nothing is written by halves.</summary>
public sealed class WorkbookBytesTests
{
    [Theory]
    [InlineData("leaky", "en")]
    [InlineData("mail", "ja")]
    public void Write_SameReportTwice_SameBytes(string report, string language) =>
        Assert.Equal(SampleReports.WorkbookOf(report, language), SampleReports.Write(SampleReports.Of(report), language));

    [Fact]
    public void Write_AnyReport_HoldsNoTimeOfWriting()
    {
        using var archive = new ZipArchive(new MemoryStream(SampleReports.WorkbookOf("leaky")));
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("docProps", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_OtherLanguage_IsEnglish() =>
        Assert.Equal(SampleReports.WorkbookOf("leaky"), SampleReports.Write(SampleReports.Leaky, "fr"));

    [Fact]
    public void Write_Cancelled_WritesNothing()
    {
        using var stream = new MemoryStream();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => DiagnosisWorkbook.Write(SampleReports.Leaky, stream, options: null, cancelled.Token));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Write_StreamThatIsNotEmpty_AppendsAndStaysOpen()
    {
        using var stream = new MemoryStream();
        stream.WriteByte(1);
        DiagnosisWorkbook.Write(SampleReports.Leaky, stream);
        Assert.Equal([1, .. SampleReports.WorkbookOf("leaky")], stream.ToArray());
    }
}
