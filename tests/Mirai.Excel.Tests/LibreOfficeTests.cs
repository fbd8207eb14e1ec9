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
            foreach (var (name, report, language) in new[] { ("mail", "mail", "ja"), ("hostile", "hostile", "en"), ("tiny", "one purchase", "en") })
                File.WriteAllBytes(Path.Combine(folder.FullName, name + ".xlsx"), SampleReports.WorkbookOf(report, language));
            var (code, output) = Convert(folder.FullName);
            Assert.True(code == 0, output);
            foreach (var name in new[] { "mail", "hostile", "tiny" })
            {
                var printed = File.ReadAllBytes(Path.Combine(folder.FullName, name + ".pdf"));
                Assert.Equal("%PDF"u8.ToArray(), printed[..4]);
            }

            Assert.DoesNotContain("Error", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, string Output) Convert(string folder)
    {
        var start = new ProcessStartInfo(
            FactWithLibreOfficeAttribute.Program.Path,
            [
                $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
                .. Directory.GetFiles(folder, "*.xlsx").Order(StringComparer.Ordinal),
            ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
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
