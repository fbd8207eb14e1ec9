using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Mirai.Excel.Tests;

/// <summary>Office opens the workbook without repair, whatever is in it.</summary>
public sealed class WorkbookValidityTests
{
    private const int MostSheetName = 31;
    private const int MostCell = 32_767;

    public static TheoryData<string, string> Workbooks
    {
        get
        {
            var workbooks = new TheoryData<string, string>();
            foreach (var name in SampleReports.Names)
            {
                workbooks.Add(name, "en");
                workbooks.Add(name, "ja");
            }

            return workbooks;
        }
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Write_AnyReport_IsValid(string report, string language)
    {
        using var document = Open(report, language);
        var version = string.Equals(language, "en", StringComparison.Ordinal) ? FileFormatVersions.Office2019 : FileFormatVersions.Microsoft365;
        var errors = new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Write_AnyReport_KeepsExcelsLimitsAndHasNoFormula(string report, string language)
    {
        using var document = Open(report, language);
        var workbook = document.WorkbookPart!;
        Assert.All(workbook.Workbook!.Descendants<Sheet>(), sheet =>
        {
            Assert.InRange(sheet.Name!.Value!.Length, 1, MostSheetName);
            Assert.DoesNotContain(sheet.Name.Value!, c => c is '\\' or '/' or '?' or '*' or '[' or ']' or ':');
        });
        Assert.All(workbook.SharedStringTablePart!.SharedStringTable!.Descendants<Text>(), text => Assert.InRange(text.Text.Length, 0, MostCell * 2));
        foreach (var sheet in workbook.WorksheetParts)
        {
            Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>());
            Assert.Empty(sheet.HyperlinkRelationships); // All links lead to cells of the workbook itself.
            Assert.All(sheet.Worksheet.Descendants<Row>(), row => Assert.InRange(row.Height?.Value ?? 15, 10, 409));
        }
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Write_AnyReport_NamesTablesOnceAndInAsciiWithUniqueColumns(string report, string language)
    {
        using var document = Open(report, language);
        var tables = document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.TableDefinitionParts).Select(part => part.Table!).ToList();
        Assert.NotEmpty(tables);
        Assert.Equal(tables.Count, tables.Select(table => table.Name!.Value!.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(tables.Count, tables.Select(table => table.Id!.Value).Distinct().Count());
        Assert.All(tables, table => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", table.Name!.Value!));
        Assert.All(tables, table =>
        {
            var columns = table.Descendants<TableColumn>().Select(column => column.Name!.Value!).ToList();
            Assert.Equal(columns.Count, columns.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });
    }

    private static SpreadsheetDocument Open(string report, string language) =>
        SpreadsheetDocument.Open(new MemoryStream(SampleReports.WorkbookOf(report, language)), isEditable: false);
}
