using Mirai.Diagnosis;
using Mirai.Excel.Grid;
using Mirai.Excel.Package;
using Mirai.Excel.Sheets;

namespace Mirai.Excel;

/// <summary>Writes a diagnosis as an Excel workbook: what managers and clerks read, with tables, native charts and print set-up.</summary>
/// <remarks>
/// Nothing is computed here but sums and differences of what the document holds. The same document and options give the same bytes. Texts of rules,
/// segments and files are stored as texts: none of them can become a formula. What each sheet holds: <c>docs/reports.md</c>.
/// </remarks>
public static class DiagnosisWorkbook
{
    private const string JapaneseFont = "Yu Gothic";
    private const string LatinFont = "Arial";

    /// <summary>Writes the workbook.</summary>
    /// <param name="report">The diagnosis.</param>
    /// <param name="stream">Where to; it stays open, and gets nothing before the workbook is whole.</param>
    /// <param name="options">The language; <see langword="null"/> for English.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static void Write(
        DiagnosisReport report, Stream stream, WorkbookOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        var setting = new SheetSetting(report, (options ?? WorkbookOptions.Default).Language);
        var sheets = Sheets(setting, cancellationToken);
        var footer = $"{setting.Words.FooterTitle} {ExcelDay.Text(report.AsOf)}";
        using var package = new MemoryStream();
        new WorkbookPackage(setting.Shared.Language is "ja" ? JapaneseFont : LatinFont, footer).Write(sheets, package, cancellationToken);
        package.Position = 0;
        using var whole = new MemoryStream();
        StablePackage.Copy(package, whole, cancellationToken);
        whole.Position = 0;
        whole.CopyTo(stream);
    }

    /// <summary>All sheets in the order of their tabs.</summary>
    internal static IReadOnlyList<SheetGrid> Sheets(SheetSetting setting, CancellationToken cancellationToken)
    {
        var data = new DataSheet(setting);
        var warnings = new WarningsSheet(setting, data);
        Func<SheetGrid>[] sheets =
        [
            new SummarySheet(setting, data, warnings).Build, () => warnings.Grid, new ListSheet(setting, data).Build, new DaysSheet(setting).Build,
            new CustomersSheet(setting, data).Build, new PurchasesSheet(setting).Build, new ContactsSheet(setting).Build,
            new ProjectionSheet(setting).Build, new PortfolioSheet(setting).Build, new CohortsSheet(setting).Build,
            new DefinitionsSheet(setting).Build, () => data.Grid,
        ];
        return [.. sheets.Select(Build)];

        SheetGrid Build(Func<SheetGrid> sheet)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return sheet();
        }
    }
}
