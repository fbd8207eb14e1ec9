namespace Mirai.Html.Tests;

/// <summary>The code that <c>docs/page.md</c> shows.</summary>
public sealed class PageExampleTests
{
    [Fact]
    public void Write_ToAFile_IsThePage()
    {
        var (report, folder) = (SampleReports.Leaky, Directory.CreateTempSubdirectory("mirai-page").FullName);
        try
        {
            Write(report, folder);

            Assert.Equal(SampleReports.BytesOf(report, "ja"), File.ReadAllBytes(Path.Combine(folder, "diagnosis-2025-12-31.html")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(Diagnosis.DiagnosisReport report, string folder)
    {
        // snippet: write
        using var file = File.Create(Path.Combine(folder, $"diagnosis-{report.AsOf:yyyy-MM-dd}.html"));
        DiagnosisHtml.Write(report, file, new PageOptions { Language = "ja" }); // what it opens with: the reader switches
        // end
    }
}
