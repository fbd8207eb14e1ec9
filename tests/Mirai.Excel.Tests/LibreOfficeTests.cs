using System.Diagnostics;
using Mirai.TestSupport;

namespace Mirai.Excel.Tests;

/// <summary>LibreOffice opens the workbook and prints it.</summary>
public sealed class LibreOfficeTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(3);

    [FactWithLibreOffice]
    public void Convert_WorkbooksInBothLanguages_GivesAPrintedDocumentOfEach()
    {
        var folder = Directory.CreateTempSubdirectory("mirai-excel-");
        try
        {
            foreach (var (report, language) in new[] { ("leaky", "en"), ("mail", "ja"), ("one purchase", "ja"), ("dollars with a gap", "en") })
                File.WriteAllBytes(Path.Combine(folder.FullName, report + ".xlsx"), SampleReports.WorkbookOf(report, language));
            var (code, output) = Convert(folder.FullName, "pdf");
            Assert.True(code == 0, output);
            Assert.DoesNotContain("Error", output, StringComparison.Ordinal);
            foreach (var workbook in folder.GetFiles("*.xlsx"))
                Assert.Equal("%PDF"u8.ToArray(), File.ReadAllBytes(Path.ChangeExtension(workbook.FullName, "pdf"))[..4]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [FactWithLibreOffice]
    public void Convert_HostileTexts_ComeThroughAsTexts()
    {
        var folder = Directory.CreateTempSubdirectory("mirai-excel-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "hostile.xlsx"), SampleReports.WorkbookOf("hostile"));
            var (code, output) = Convert(folder.FullName, "fods");
            Assert.True(code == 0, output);
            var flat = File.ReadAllText(Path.Combine(folder.FullName, "hostile.fods"));
            Assert.DoesNotContain("table:formula", flat, StringComparison.Ordinal);
            Assert.Contains("=cmd|", flat, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, string Output) Convert(string folder, string format)
    {
        var start = new ProcessStartInfo(
            FactWithLibreOfficeAttribute.Program.Path,
            [
                $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "--outdir", folder,
                .. Directory.GetFiles(folder, "*.xlsx").Order(StringComparer.Ordinal),
            ])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(MostTime))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"LibreOffice took more than {MostTime.TotalMinutes} minutes.");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }
}

/// <summary>A fact that needs LibreOffice: skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithLibreOfficeAttribute : FactAttribute
{
    /// <summary>The fact.</summary>
    public FactWithLibreOfficeAttribute() => Skip = Program.WhyMissing;

    /// <summary>LibreOffice Calc.</summary>
    internal static ExternalProgram Program { get; } = new(["soffice", "libreoffice"], "libreoffice-calc");
}
