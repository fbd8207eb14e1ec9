using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.Excel.Sheets;

/// <summary>The customer portfolio: ten groups, the bubbles, and who moved where in a month.</summary>
internal sealed class PortfolioSheet(SheetSetting setting)
{
    private const int PageColumns = 11;
    private const int ChartRows = 22;

    private static readonly string[] StageColors = ["8A8F98", "4BA3C3", "1F5FA8", "D1603D", "2E9E78"];
    private static readonly string[] GoneColors = ["C9CDD3", "B5DBE8", "A9C3E2", "EDC0AF", "ABD9C9"];

    private readonly SheetGrid _grid = new(setting.Words.PortfolioSheet) { TabColor = "2E9E78", IsLandscape = false };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        var words = setting.Words;
        _grid.Widen(1, 22);
        for (var column = 2; column <= PageColumns; column++) _grid.Widen(column, 11);
        var page = setting.Page(_grid, PageColumns, words.PortfolioTitle);
        var portfolio = setting.Report.Charts.Portfolio;
        page.Note(WorkbookWords.Fill(words.PortfolioPattern, setting.Report.Settings.Portfolio.SteadyDays, setting.Report.Settings.Portfolio.BestDays));
        page.Note(portfolio.Threshold is { } threshold ? WorkbookWords.Fill(words.ThresholdPattern, setting.Figures.Money(threshold)) : words.NoThreshold);
        page.Skip();
        var groups = Groups(page, portfolio);
        page.Skip();
        Bubbles(page, portfolio, groups);
        Moves(page);
        return _grid;
    }

    private PlacedTable Groups(SheetPage page, PortfolioTable portfolio)
    {
        var (words, cells) = (setting.Words, setting.Cells);
        page.Heading(words.GroupsTitle);
        var table = new TableSpec(
            "PortfolioGroups",
            [
                words.Group, words.Customers, words.Share, words.ActiveCustomers, words.Purchases, words.Sales, words.ShareOfSales, words.TenureDays, words.MeanSpend,
            ]);
        foreach (var row in portfolio.Rows)
        {
            table.Add(
                FigureCells.Text(setting.Shared.Of(row.Group)), cells.People(row.Customers.Part), FigureCells.Share(row.Customers.Value),
                cells.People(row.ActiveCustomers), FigureCells.Number(row.Purchases, NumberFormats.Count), cells.Money(row.Sales),
                FigureCells.Share(row.SalesShare), FigureCells.Number(row.MeanTenureDays, NumberFormats.Count), cells.Money(row.MeanSpend));
        }

        var placed = page.Table(table);
        _grid.Rules.Add(new BarRule(placed.Body(1)));
        _grid.Rules.Add(new BarRule(placed.Body(5)));
        return placed;
    }

    private void Bubbles(SheetPage page, PortfolioTable portfolio, PlacedTable groups)
    {
        var bubbles = new List<DrawnSeries>();
        for (var i = 0; i < portfolio.Rows.Count; i++)
        {
            if (portfolio.Rows[i].Customers.Part == 0) continue;
            var (row, group) = (groups.FirstRow + i, portfolio.Rows[i].Group);
            bubbles.Add(new DrawnSeries(
                Cell(row, 1), Cell(row, 8), Cell(row, 9), (group.IsCurrent ? StageColors : GoneColors)[(int)group.Stage], Sizes: Cell(row, 2)));
        }

        if (bubbles.Count == 0) return;
        page.Begin();
        setting.Draw(_grid, new ChartSpec
        {
            Kind = ChartKind.Bubble, Title = setting.Words.BubbleChart, Room = SheetPage.Room(page.Row, 1, PageColumns, ChartRows), Series = bubbles,
            ValueFormat = setting.Formats.Money, AcrossTitle = setting.Words.TenureDays, ValueTitle = setting.Words.MeanSpend,
        });
        page.Skip(ChartRows + 1);

        CellReference Cell(int row, int column) => new(_grid, new GridRange(row, column));
    }

    private void Moves(SheetPage page)
    {
        var (words, moves) = (setting.Words, setting.Report.Charts.PortfolioMoves);
        page.Heading(words.MovesTitle);
        if (moves.Count == 0)
        {
            page.Note(words.TooShort, TextTone.Body);
            return;
        }

        page.Note(words.MovesNote);
        var groups = PortfolioGroup.All;
        var counts = moves.ToDictionary(move => (move.From ?? "", move.To), move => move.Customers);
        var table = new TableSpec("PortfolioMoves", [words.FromTo, .. groups.Select(group => new TableColumn(setting.Shared.Of(group)))]);
        foreach (var (id, name) in groups.Select(group => (group.Id, setting.Shared.Of(group))).Append(("", words.NotYetCustomer)))
        {
            table.Add(
            [
                FigureCells.Text(name),
                .. groups.Select(to => counts.TryGetValue((id, to.Id), out var customers) ? setting.Cells.People(customers) : default),
            ]);
        }

        _grid.Rules.Add(new ScaleRule(page.Table(table).Body(1, groups.Count)));
    }
}
