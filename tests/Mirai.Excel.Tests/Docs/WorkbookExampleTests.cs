using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Excel.Tests.Docs;

/// <summary>The examples of <c>docs/reports.md</c>.</summary>
public sealed class WorkbookExampleTests
{
    [Fact]
    public void Write_AsInTheDocs_MakesAWorkbook()
    {
        using var history = Purchases.Load([new Purchase("C-1001", new DateOnly(2025, 3, 1), 4_980m)]).History;
        var analysis = new CustomerAnalysis(history);
        var day = history.Days.Last;
        var path = Path.GetTempFileName();
        try
        {
            WriteTo(path);
            Assert.Equal("総括", new WorkbookContent(File.ReadAllBytes(path)).SheetNames[0]);
        }
        finally
        {
            File.Delete(path);
        }

        void WriteTo(string path)
        {
            // snippet: write
            var report = analysis.Diagnose(day);
            using var file = File.Create(path);
            DiagnosisWorkbook.Write(report, file, new WorkbookOptions { Language = "ja" });
            // end
        }
    }
}
