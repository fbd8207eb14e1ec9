using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using S = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Mirai.Excel.Package;

/// <summary>Puts sheets together into a workbook. All ids are counted, none is drawn.</summary>
/// <param name="fontName">The font of all cells and charts.</param>
/// <param name="footer">What stands on the left at the foot of every page.</param>
internal sealed class WorkbookPackage(string fontName, string footer)
{
    private readonly StyleTable _styles = new(fontName);
    private readonly SharedTexts _texts = new();
    private readonly ChartWriter _charts = new(fontName);
    private uint _tables;

    /// <summary>Writes the workbook.</summary>
    /// <param name="sheets">The sheets in the order of their tabs.</param>
    /// <param name="stream">Where to: a stream that can be read and positioned.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public void Write(IReadOnlyList<SheetGrid> sheets, Stream stream, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "workbook"); // The id that it was given is drawn.
        var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        var writer = new SheetWriter(_styles, _texts, footer);
        for (var i = 0; i < sheets.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (id, number) = (Id("sheet", i + 1), (uint)i + 1);
            var part = workbook.AddNewPart<WorksheetPart>(id);
            part.Worksheet = writer.Write(sheets[i], isFirst: i == 0);
            AddDrawing(part, sheets[i]);
            AddTables(part, sheets[i]);
            list.Append(new Sheet { Name = sheets[i].Name, SheetId = number, Id = id });
        }

        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = _styles.ToStylesheet();
        workbook.AddNewPart<SharedStringTablePart>("texts").SharedStringTable = _texts.ToTable();
        workbook.Workbook = new Workbook(
            new WorkbookProperties { DefaultThemeVersion = 124226 },
            new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 28800, WindowHeight = 15000, TabRatio = 850, ActiveTab = 0 }),
            list);
        var names = PrintNames(sheets).ToList();
        if (names.Count > 0) workbook.Workbook.Append(new DefinedNames(names));
        workbook.Workbook.Append(new CalculationProperties { CalculationId = 191029 });
    }

    private static string Id(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);

    private void AddDrawing(WorksheetPart part, SheetGrid grid)
    {
        if (grid.Charts.Count == 0) return;
        var drawing = part.AddNewPart<DrawingsPart>("drawing1");
        drawing.WorksheetDrawing = new S.WorksheetDrawing();
        for (var i = 0; i < grid.Charts.Count; i++)
        {
            var id = Id("chart", i + 1);
            drawing.AddNewPart<ChartPart>(id).ChartSpace = _charts.Chart(grid.Charts[i]);
            drawing.WorksheetDrawing.Append(ChartWriter.Frame(grid.Charts[i], (uint)i + 1, id));
        }

        part.Worksheet!.Append(new Drawing { Id = "drawing1" });
    }

    private void AddTables(WorksheetPart part, SheetGrid grid)
    {
        if (grid.Tables.Count == 0) return;
        var tables = new TableParts { Count = (uint)grid.Tables.Count };
        for (var i = 0; i < grid.Tables.Count; i++)
        {
            var id = Id("table", i + 1);
            part.AddNewPart<TableDefinitionPart>(id).Table = TableOf(grid.Tables[i]);
            tables.Append(new TablePart { Id = id });
        }

        part.Worksheet!.Append(tables);
    }

    private Table TableOf(PlacedTable placed)
    {
        var range = placed.Range.ToString();
        var table = new Table { Id = ++_tables, Name = placed.Name, DisplayName = placed.Name, Reference = range, TotalsRowShown = false };
        if (placed.HasFilter) table.Append(new AutoFilter { Reference = range });
        table.Append(
            new TableColumns(placed.Headings.Select((heading, i) => new DocumentFormat.OpenXml.Spreadsheet.TableColumn { Id = (uint)i + 1, Name = CellText.Escaped(heading) }))
            {
                Count = (uint)placed.Headings.Count,
            },
            new TableStyleInfo { ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = false, ShowColumnStripes = false });
        return table;
    }

    private static IEnumerable<DefinedName> PrintNames(IReadOnlyList<SheetGrid> sheets)
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].PrintArea is { } area) yield return new DefinedName(area.Absolute(sheets[i].Name)) { Name = "_xlnm.Print_Area", LocalSheetId = (uint)i };
            if (sheets[i].PrintTitleRows is not var (first, last)) continue;
            var quoted = sheets[i].Name.Replace("'", "''", StringComparison.Ordinal);
            yield return new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{quoted}'!${first}:${last}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i };
        }
    }
}
