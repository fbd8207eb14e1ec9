using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Package;

/// <summary>Turns a sheet into the XML of a worksheet.</summary>
/// <param name="styles">The formats of the workbook.</param>
/// <param name="texts">The texts of the workbook.</param>
/// <param name="footer">What stands on the left at the foot of every page.</param>
internal sealed class SheetWriter(StyleTable styles, SharedTexts texts, string footer)
{
    /// <summary>A worksheet without its drawing and tables, which have relations of their own.</summary>
    public Worksheet Write(SheetGrid grid, bool isFirst)
    {
        var sheet = new Worksheet(
            new SheetProperties(new TabColor { Rgb = "FF" + grid.TabColor }, new PageSetupProperties { FitToPage = true }),
            View(grid, isFirst),
            new SheetFormatProperties { DefaultRowHeight = SheetGrid.LineHeight, CustomHeight = true });
        if (grid.Widths.Count > 0)
        {
            sheet.Append(new Columns(grid.Widths.Select(width => new Column
            {
                Min = (uint)width.Key, Max = (uint)width.Key, Width = Math.Round(width.Value, 2), CustomWidth = true,
            })));
        }

        var links = new List<Hyperlink>();
        sheet.Append(Rows(grid, links));
        if (grid.Merged.Count > 0)
            sheet.Append(new MergeCells(grid.Merged.Select(range => new MergeCell { Reference = range.ToString() })) { Count = (uint)grid.Merged.Count });
        ConditionalFormats.Append(sheet, grid.Rules);
        if (links.Count > 0) sheet.Append(new Hyperlinks(links));
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.55, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup
            {
                PaperSize = 9, FitToWidth = 1, FitToHeight = 0, Orientation = grid.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            },
            new HeaderFooter(new OddFooter($"&L&8{footer}&C&8&A&R&8&P / &N")));
        var breaks = PageFlow.Breaks(grid);
        if (breaks.Count > 0)
        {
            sheet.Append(new RowBreaks(breaks.Select(row => new Break { Id = (uint)(row - 1), Max = 16383, ManualPageBreak = true }))
            {
                Count = (uint)breaks.Count, ManualBreakCount = (uint)breaks.Count,
            });
        }

        return sheet;
    }

    private static SheetViews View(SheetGrid grid, bool isFirst)
    {
        var view = new SheetView { ShowGridLines = false, WorkbookViewId = 0 };
        if (isFirst) view.TabSelected = true;
        if (grid.FrozenRows > 0 || grid.FrozenColumns > 0)
        {
            var pane = new Pane
            {
                TopLeftCell = GridRange.Address(grid.FrozenRows + 1, grid.FrozenColumns + 1),
                ActivePane = grid.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            };
            if (grid.FrozenRows > 0) pane.VerticalSplit = grid.FrozenRows;
            if (grid.FrozenColumns > 0) pane.HorizontalSplit = grid.FrozenColumns;
            view.Append(pane, new Selection { Pane = pane.ActivePane });
        }

        return new SheetViews(view);
    }

    private SheetData Rows(SheetGrid grid, List<Hyperlink> links)
    {
        var data = new SheetData();
        foreach (var (row, cells) in grid.Rows)
        {
            var line = new Row { RowIndex = (uint)row };
            if (grid.HasHeight(row)) (line.Height, line.CustomHeight) = (Math.Round(grid.HeightOf(row), 2), true);
            foreach (var (column, cell) in cells)
            {
                var address = GridRange.Address(row, column);
                line.Append(CellOf(cell, address));
                if (cell.Link is { } target) links.Add(new Hyperlink { Reference = address, Location = target, Display = cell.Text });
            }

            data.Append(line);
        }

        return data;
    }

    private Cell CellOf(GridCell content, string address)
    {
        var cell = new Cell { CellReference = address };
        if (styles.IndexOf(content.Style) is > 0 and var style) cell.StyleIndex = style;
        if (content.Number is { } number) cell.CellValue = new CellValue(NumberText.Of(number));
        else if (content.Text is { } text)
        {
            cell.DataType = CellValues.SharedString;
            cell.CellValue = new CellValue(NumberText.Of(texts.IndexOf(text)));
        }

        return cell;
    }
}
