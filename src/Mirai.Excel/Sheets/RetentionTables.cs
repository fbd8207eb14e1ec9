using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Measures;

namespace Mirai.Excel.Sheets;

/// <summary>Retention by customer year and by purchases so far, against what the field expects.</summary>
internal sealed class RetentionTables(SheetSetting setting, DataSheet data)
{
    private const int ChartRows = 12;

    /// <summary>Places both tables, each with its chart beside it, and below them the course over the months.</summary>
    public void Place(SheetPage page)
    {
        var (words, retention) = (setting.Words, setting.Report.Customers.Retention);
        Table(page, "RetentionByYear", words.CustomerYearBefore, "customer_year", retention.ByCustomerYear, hasMinimum: true);
        Table(page, "RetentionByPurchaseCount", words.PurchasesBefore, "purchase_count", retention.ByPurchaseCount, hasMinimum: false);
        if (setting.Report.Charts.RetentionByYear.Count > 1) Course(page);
    }

    private void Table(SheetPage page, string name, string first, string segment, IReadOnlyList<SegmentShare> shares, bool hasMinimum)
    {
        if (!hasMinimum) page.Begin(); // The first table stands under the heading.
        var words = setting.Words;
        var row = page.Row;
        var columns = new List<TableColumn> { first, words.Retained, words.RetainedOf, words.Rate };
        if (hasMinimum) columns.AddRange([words.Minimum, words.AboveMinimum]);
        var table = new TableSpec(name, columns);
        foreach (var share in shares)
        {
            var rate = share.Share.Value;
            var cells = new List<GridCell>
            {
                FigureCells.Text(setting.Shared.OfValue(segment, share.SegmentValue)), setting.Cells.People(share.Share.Part),
                setting.Cells.People(share.Share.Whole), FigureCells.Share(rate),
            };
            if (hasMinimum)
            {
                var minimum = RetentionMinima.Of(share.SegmentValue);
                cells.Add(minimum is { } least ? FigureCells.Share(least) : default);
                cells.Add(minimum is null ? default : setting.Cells.Points(rate - minimum));
            }

            table.Add([.. cells]);
        }

        var placed = page.Table(table);
        var series = new List<DrawnSeries> { new(DataSheet.Name(placed, 3), DataSheet.Column(placed, 0), DataSheet.Column(placed, 3), ChartColors.Main) };
        if (hasMinimum) series.Add(new DrawnSeries(DataSheet.Name(placed, 4), DataSheet.Column(placed, 0), DataSheet.Column(placed, 4), ChartColors.Reference));
        setting.Draw(page.Grid, new ChartSpec
        {
            Kind = ChartKind.Column, Title = hasMinimum ? words.RetentionByYearChart : words.RetentionByCountChart, Room = SheetPage.Room(row, 8, 5, ChartRows),
            Series = series, ValueFormat = NumberFormats.WholePercent, Least = 0, Greatest = 1,
        });
        page.Row = Math.Max(page.Row, row + ChartRows) + 1;
    }

    private void Course(SheetPage page)
    {
        page.Begin();
        var table = data.Retention;
        var last = table.Headings.Count - 1;
        var days = DataSheet.Column(table, 0);
        var lines = new List<DrawnSeries>();
        for (var column = 1; column < last - 1; column++)
            lines.Add(new DrawnSeries(DataSheet.Name(table, column), days, DataSheet.Column(table, column), ChartColors.Series[(column - 1) % ChartColors.Series.Count]));
        lines.Add(new DrawnSeries(DataSheet.Name(table, last - 1), days, DataSheet.Column(table, last - 1), ChartColors.Main, LineLook.Dashed));
        lines.Add(new DrawnSeries(DataSheet.Name(table, last), days, DataSheet.Column(table, last), ChartColors.Lost, LineLook.Dashed));
        setting.Draw(page.Grid, new ChartSpec
        {
            Kind = ChartKind.Line, Title = setting.Words.RetentionCourseChart, Room = SheetPage.Room(page.Row, 1, page.Columns, ChartRows + 4),
            Series = lines, ValueFormat = NumberFormats.WholePercent, IsByDay = true, Greatest = 1,
        });
        page.Skip(ChartRows + 5);
    }
}
