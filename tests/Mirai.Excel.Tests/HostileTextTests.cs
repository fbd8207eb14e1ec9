using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Tests;

/// <summary>What others write into names and rules stays text.</summary>
public sealed class HostileTextTests
{
    private static readonly WorkbookContent Book = new(SampleReports.WorkbookOf("hostile"));

    public static TheoryData<int> Texts => [.. Enumerable.Range(0, HostileTexts.All.Count)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Write_HostileText_ComesBackAsText(int place)
    {
        var safe = CellText.Safe(HostileTexts.All[place]);
        if (string.IsNullOrWhiteSpace(safe)) return; // Readers make nothing of blank texts.
        Assert.Contains(Book.Table("SilentRules"), row => string.Equals(row[0] as string, safe, StringComparison.Ordinal));
        Assert.Contains(Book.Table("BySegment"), row => string.Equals(row[1] as string, safe, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_FormulaLikeText_IsASharedString()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(SampleReports.WorkbookOf("hostile")), isEditable: false);
        var texts = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Descendants<Text>().Select(text => text.Text).ToList();
        Assert.Contains("=cmd|' /C calc'!A0", texts, StringComparer.Ordinal);
        var cells = document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToList();
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.All(cells, cell => Assert.True(cell.DataType is null || cell.DataType.Value == CellValues.SharedString));
    }
}
