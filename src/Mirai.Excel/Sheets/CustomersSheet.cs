using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Measures;

namespace Mirai.Excel.Sheets;

/// <summary>Part A: which marketing won or lost the customers.</summary>
internal sealed class CustomersSheet(SheetSetting setting, DataSheet data)
{
    private const int PageColumns = 12;
    private const int ChartRows = 15;

    private readonly SheetGrid _grid = new(setting.Words.CustomersSheet) { TabColor = "2E9E78", IsLandscape = false };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        _grid.Widen(1, 24);
        for (var column = 2; column <= PageColumns; column++) _grid.Widen(column, 10.5);
        var page = setting.Page(_grid, PageColumns, setting.Words.CustomersTitle);
        Cause(page);
        Attribution(page);
        Marketing(page);
        Charts(page);
        page.Heading(setting.Words.RetentionTitle);
        page.Note(setting.Words.RetentionNote);
        new RetentionTables(setting, data).Place(page);
        SecondPurchases(page);
        page.Heading(setting.Words.PortfolioStepsTitle);
        ComparedTable.Place(page, setting, "PortfolioSteps", setting.Report.Customers.PortfolioSteps);
        page.Skip();
        BySegment(page);
        return _grid;
    }

    private void Cause(SheetPage page)
    {
        var attribution = setting.Report.Customers.Attribution;
        if (attribution.LargestLoss is { } loss)
            page.Note(WorkbookWords.Fill(setting.Words.LargestLoss, setting.Shared.Of(loss.Cause, setting.Report.Settings.ActivePeriod), FigureFormat.CountChange(loss.Customers)), TextTone.Strong);
        else page.Note(setting.Words.NoLoss, TextTone.Strong);
        if (!attribution.IsComplete) page.Note(setting.Words.AttributionIncomplete);
        page.Skip();
    }

    private void Attribution(SheetPage page)
    {
        var (words, attribution) = (setting.Words, setting.Report.Customers.Attribution);
        page.Heading(words.AttributionTitle);
        var row = page.Row;
        var table = new TableSpec("Attribution", [words.Term, words.WholeCustomers, words.ExactCustomers]);
        foreach (var term in attribution.Terms)
        {
            table.Add(
                FigureCells.Text(words.Of(term.Cause)), setting.Cells.PeopleChange(term.Customers),
                FigureCells.Number(term.Exact, "+#,##0.00;-#,##0.00;0.00"));
        }

        var terms = table.Rows.Count;
        table.Add(FigureCells.Text(words.WholeChange, TextTone.Strong), setting.Cells.PeopleChange(attribution.Change), FigureCells.Number(attribution.Change, "+#,##0.00;-#,##0.00;0.00"));
        var placed = page.Table(table);
        setting.Draw(_grid, new ChartSpec
        {
            Kind = ChartKind.Column, Title = words.AttributionTitle, Room = SheetPage.Room(row, 5, 8, 11),
            Series =
            [
                new DrawnSeries(
                    DataSheet.Name(placed, 1), new CellReference(_grid, placed.Body(0) with { Rows = terms }),
                    new CellReference(_grid, placed.Body(1) with { Rows = terms }), ChartColors.Main),
            ],
            ValueFormat = NumberFormats.CountChange,
        });
        page.Row = Math.Max(page.Row, row + 11) + 1;
    }

    private void Marketing(SheetPage page)
    {
        var (words, cells) = (setting.Words, setting.Cells);
        page.Heading(words.MarketingTitle);
        var table = new TableSpec(
            "Marketing",
            [
                words.Marketing, words.OnTheDay, setting.Before, words.Change, words.ShareOfChange, words.RateNow, words.RateBefore,
                words.PoolNow, words.PoolBefore, words.ByRate, words.ByPool,
            ]);
        foreach (var row in setting.Report.Customers.Rows)
        {
            table.Add(
                FigureCells.Text(setting.Shared.Of(row.Kind)), cells.People(row.Now), cells.People(row.Before), cells.PeopleChange(row.Change),
                FigureCells.Number(row.ShareOfChange, NumberFormats.WholePercent), FigureCells.Share(row.RateNow.Value), FigureCells.Share(row.RateBefore.Value),
                cells.People(row.RateNow.Whole), cells.People(row.RateBefore.Whole), cells.PeopleChange(row.ByRate), cells.PeopleChange(row.ByPool));
        }

        var placed = page.Table(table);
        page.Arrows(placed, 3);
        page.Note(words.MarketingNote);
        page.Skip();
    }

    private void Charts(SheetPage page)
    {
        page.Begin();
        setting.Draw(_grid, HistoryChart.Flow(setting, data, SheetPage.Room(page.Row, 1, 5, ChartRows)));
        setting.Draw(_grid, HistoryChart.Of(setting, data, 2, SheetPage.Room(page.Row, 6, 7, ChartRows)));
        page.Skip(ChartRows + 1);
    }

    private void SecondPurchases(SheetPage page)
    {
        var (words, months) = (setting.Words, setting.Report.Customers.SecondPurchases);
        page.Heading(words.SecondPurchasesTitle);
        if (months.Count == 0)
        {
            page.Note(words.TooShort, TextTone.Body);
            page.Skip();
            return;
        }

        var row = page.Row;
        var table = new TableSpec("SecondPurchases", [words.FirstPurchaseMonth, words.FirstTimeCustomers, words.BoughtAgain, words.Rate]);
        foreach (var month in months)
        {
            table.Add(
                FigureCells.Text(ExcelDay.Text(month.FirstPurchases.First)[..7]), setting.Cells.People(month.Customers.Whole),
                setting.Cells.People(month.Customers.Part), FigureCells.Share(month.Customers.Value));
        }

        var placed = page.Table(table);
        setting.Draw(_grid, new ChartSpec
        {
            Kind = ChartKind.Column, Title = WorkbookWords.Fill(words.SecondPurchasesChart, months[0].WithinDays),
            Room = SheetPage.Room(row, 6, 7, ChartRows),
            Series = [new DrawnSeries(DataSheet.Name(placed, 3), DataSheet.Column(placed, 0), DataSheet.Column(placed, 3), ChartColors.New)],
            ValueFormat = NumberFormats.WholePercent, Least = 0,
        });
        page.Row = Math.Max(page.Row, row + ChartRows) + 1;
    }

    private void BySegment(SheetPage page)
    {
        var (words, cells) = (setting.Words, setting.Cells);
        page.Heading(words.BySegmentTitle);
        page.Note(words.BySegmentNote);
        var table = new TableSpec(
            "BySegment",
            [
                new TableColumn(words.Segment), words.SegmentValue, words.New, words.NewBefore, words.Retained, words.RetainedOf, words.RateNow, words.RateBefore,
                words.RetentionEffect, words.Reactivated, words.ReactivationRateNow, words.ReactivationEffect,
            ]);
        foreach (var segment in setting.Report.Customers.BySegment)
        {
            foreach (var row in segment.Rows) table.Add(Row(segment, row));
        }

        var placed = page.Table(table);
        page.Arrows(placed, 8);
        page.Arrows(placed, 11);

        GridCell[] Row(SegmentAttribution segment, SegmentAttributionRow row) =>
        [
            FigureCells.Text(setting.Shared.OfSegment(segment.SegmentId)), FigureCells.Text(setting.Shared.OfValue(segment.SegmentId, row.Value)),
            cells.People(row.NewNow), cells.People(row.NewBefore), cells.People(row.RetentionNow.Part), cells.People(row.RetentionNow.Whole),
            FigureCells.Share(row.RetentionNow.Value), FigureCells.Share(row.RetentionBefore.Value), Effect(row.RetentionEffect),
            cells.People(row.ReactivationNow.Part), FigureCells.Share(row.ReactivationNow.Value), Effect(row.ReactivationEffect),
        ];

        GridCell Effect(double customers) => cells.PeopleChange(customers);
    }
}
