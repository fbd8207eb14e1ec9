using System.Globalization;
using Mirai.Excel.Grid;
using Mirai.Measures;

namespace Mirai.Excel.Sheets;

/// <summary>Cohorts: of the customers first seen in a period, the share with a purchase in every period since, as a heat map.</summary>
internal sealed class CohortsSheet(SheetSetting setting)
{
    private readonly SheetGrid _grid = new(setting.Words.CohortsSheet) { TabColor = "2C6DB2" };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        var (words, cohorts) = (setting.Words, setting.Report.Charts.Cohorts);
        _grid.Widen(1, 16);
        var page = setting.Page(_grid, Math.Max(8, cohorts.PeriodCount + 2), words.CohortsTitle);
        page.Note($"{words.Of(cohorts.Grain)} {words.CohortsNote}");
        page.Skip();
        if (cohorts.Rows.Count == 0)
        {
            page.Note(words.TooShort, TextTone.Body);
            return _grid;
        }

        page.Heading(words.CohortCustomersTitle);
        var shares = Heat(page, "CohortCustomers", cohorts, (row, cell) => row.Size == 0 ? default : GridCell.Of((double)cell.Customers / row.Size, new CellLook(Format: NumberFormats.WholePercent)));
        (_grid.FrozenRows, _grid.FrozenColumns) = (shares.Range.Row, 2);
        page.Skip();
        page.Heading(words.CohortSalesTitle);
        Heat(page, "CohortSales", cohorts, (_, cell) => GridCell.Of(cell.Sales, new CellLook(Format: setting.Formats.Money)));
        return _grid;
    }

    private PlacedTable Heat(SheetPage page, string name, CohortTable cohorts, Func<CohortRow, CohortCell, GridCell> cellOf)
    {
        var periods = cohorts.Rows.Max(row => row.Cells.Count);
        var table = new TableSpec(
            name,
            [
                setting.Words.FirstPurchase, setting.Words.Customers,
                .. Enumerable.Range(0, periods).Select(since => new TableColumn("+" + since.ToString(CultureInfo.InvariantCulture))),
            ]);
        foreach (var row in cohorts.Rows)
        {
            table.Add(
            [
                FigureCells.Text(row.Label), setting.Cells.People(row.Size),
                .. Enumerable.Range(0, periods).Select(since => since < row.Cells.Count ? cellOf(row, row.Cells[since]) : default),
            ]);
        }

        var placed = page.Table(table);
        _grid.Rules.Add(new BarRule(placed.Body(1)));
        if (periods > 1) _grid.Rules.Add(new ScaleRule(placed.Body(3, periods - 1)));
        return placed;
    }
}
