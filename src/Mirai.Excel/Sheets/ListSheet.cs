using Mirai.Excel.Grid;
using Mirai.Measures;

namespace Mirai.Excel.Sheets;

/// <summary>The list diagnosis (リスト診断) of the day: figures, changes over days and a year, who the active customers are.</summary>
internal sealed class ListSheet(SheetSetting setting, DataSheet data)
{
    private const int PageColumns = 7;
    private const int ChartRows = 13;

    private readonly SheetGrid _grid = new(setting.Words.ListSheet) { TabColor = "1F5FA8", IsLandscape = false };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        _grid.Widen(1, 30);
        for (var column = 2; column <= PageColumns; column++) _grid.Widen(column, 12.5);
        var page = setting.Page(_grid, PageColumns, setting.Words.ListTitle);
        page.Heading(setting.Words.ChangesTitle);
        Changes(page);
        page.Skip();
        Charts(page);
        page.Heading(setting.Words.FiguresTitle);
        ComparedTable.Place(page, setting, "ListFigures", setting.Report.List.Figures);
        page.Skip();
        page.Heading(setting.Words.ByPurchaseCountTitle);
        ByPurchaseCount(page);
        page.Skip();
        page.Heading(setting.Words.ByPortfolioTitle);
        ByPortfolio(page);
        return _grid;
    }

    private void Changes(SheetPage page)
    {
        var words = setting.Words;
        var table = new TableSpec("ListChanges", [words.Measure, words.Over, words.SinceDay, words.OnTheDay, words.ThatDay, words.Change, words.ChangeRate]);
        foreach (var change in setting.Report.List.Changes.GroupBy(change => change.Figure.Measure).SelectMany(group => group))
        {
            var figure = change.Figure;
            table.Add(
                FigureCells.Text(setting.Shared.Of(figure.Measure)), FigureCells.Text(setting.Shared.Of(change.Over)), FigureCells.Day(change.Since),
                setting.Cells.Value(figure.Measure, figure.Now), setting.Cells.Value(figure.Measure, figure.Before), setting.Cells.Change(figure),
                FigureCells.ChangeRate(figure));
        }

        var placed = page.Table(table);
        page.Arrows(placed, 6);
    }

    private void Charts(SheetPage page)
    {
        page.Begin();
        setting.Draw(_grid, HistoryChart.Of(setting, data, 0, SheetPage.Room(page.Row, 1, 3, ChartRows)));
        setting.Draw(_grid, HistoryChart.Of(setting, data, 1, SheetPage.Room(page.Row, 4, 4, ChartRows)));
        page.Skip(ChartRows + 1);
    }

    private void ByPurchaseCount(SheetPage page)
    {
        var table = new TableSpec("ListByPurchaseCount", SegmentColumns(setting.Words.PurchasesSoFar));
        foreach (var row in setting.Report.List.ByPurchaseCount)
        {
            table.Add(
                FigureCells.Text(setting.Shared.OfValue("purchase_count", row.Value)), setting.Cells.People(row.Customers), FigureCells.Share(row.CustomerShare.Value),
                FigureCells.Number(row.Purchases, NumberFormats.Count), setting.Cells.Money(row.Sales), FigureCells.Share(row.SalesShare));
        }

        Bars(page.Table(table));
    }

    private void ByPortfolio(SheetPage page)
    {
        var table = new TableSpec("ListByPortfolio", SegmentColumns(setting.Words.Group));
        var active = setting.Report.List.ByPortfolio.Sum(row => row.ActiveCustomers);
        foreach (var row in setting.Report.List.ByPortfolio)
        {
            table.Add(
                FigureCells.Text(setting.Shared.Of(row.Group)), setting.Cells.People(row.ActiveCustomers), FigureCells.Share(active == 0 ? null : (double)row.ActiveCustomers / active),
                FigureCells.Number(row.Purchases, NumberFormats.Count), setting.Cells.Money(row.Sales), FigureCells.Share(row.SalesShare));
        }

        Bars(page.Table(table));
    }

    private TableColumn[] SegmentColumns(string first) =>
        [first, setting.Words.ActiveCustomers, setting.Words.ShareOfActive, setting.Words.Purchases, setting.Words.Sales, setting.Words.ShareOfSales];

    private void Bars(PlacedTable table)
    {
        _grid.Rules.Add(new BarRule(table.Body(1)));
        _grid.Rules.Add(new BarRule(table.Body(4)));
    }
}
