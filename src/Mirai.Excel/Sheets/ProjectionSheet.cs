using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Projection;

namespace Mirai.Excel.Sheets;

/// <summary>What happens if it goes on like this: points, months with bands, and how such forecasts have done so far.</summary>
internal sealed class ProjectionSheet(SheetSetting setting)
{
    private const int PageColumns = 14;
    private const int ChartRows = 16;

    private readonly SheetGrid _grid = new(setting.Words.ProjectionSheet) { TabColor = "4BA3C3" };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        _grid.Widen(1, 18);
        for (var column = 2; column <= PageColumns; column++) _grid.Widen(column, 13);
        var page = setting.Page(_grid, PageColumns, setting.Words.ProjectionTitle);
        if (setting.Report.Forecast is not { } outlook)
        {
            page.Note(setting.Words.NoForecast, TextTone.Body);
            return _grid;
        }

        page.Heading(setting.Words.ForecastTitle);
        ForecastPoints.Place(page, setting, "ForecastPoints", outlook);
        ForecastPoints.Notes(page, setting, outlook);
        page.Note(setting.Words.BandNote);
        page.Skip();
        page.Begin();
        var chartRow = page.Row;
        page.Skip(ChartRows + 1);
        Method(page, outlook.Forecast);
        Scores(page, outlook.Forecast);
        page.Heading(setting.Words.MonthsTitle);
        var months = Months(page, outlook.Forecast);
        Chart(setting.Words.ActiveCustomers, months, 1, setting.Formats.People, chartRow, 1, 6);
        Chart(setting.Words.MonthlySales, months, 9, setting.Formats.Money, chartRow, 7, 8);
        return _grid;
    }

    private void Method(SheetPage page, CustomerForecast forecast)
    {
        var words = setting.Words;
        page.Heading(words.MethodTitle);
        page.Note(WorkbookWords.Fill(words.MethodPattern, words.Of(forecast.Method), words.Of(forecast.Reason)), TextTone.Body);
        if (forecast.BackTest.Standings.FirstOrDefault(standing => standing.Method == forecast.Method) is { } own)
            page.Note(WorkbookWords.Fill(words.StandingPattern, own.RelativeError, forecast.BackTest.Standings.Count));
        if (setting.Shared.Language is not "ja" && forecast.Explanation.Length > 0) page.Note(forecast.Explanation); // It is written in English only.
        foreach (var (method, why) in forecast.BackTest.Refusals.OrderBy(refusal => refusal.Key)) page.Note($"{words.Of(method)}: {why}");
        page.Skip();
    }

    private void Scores(SheetPage page, CustomerForecast forecast)
    {
        var words = setting.Words;
        var backTest = forecast.BackTest;
        page.Heading(words.BackTestTitle);
        if (backTest.Scores.Count == 0)
        {
            page.Note(words.NoBackTest, TextTone.Body);
            page.Skip();
            return;
        }

        page.Note(WorkbookWords.Fill(words.BackTestPattern, backTest.Origins.Count));
        var table = new TableSpec(
            "BackTest",
            [
                words.Method, words.Measure, words.MonthsAhead, words.Cases, words.MeanError, words.SquareError, words.Bias, words.Wape, words.Mase,
                words.Covered80, words.Covered95,
            ]);
        var order = backTest.Standings.Select((standing, i) => (standing.Method, i)).ToDictionary(pair => pair.Method, pair => pair.i);
        foreach (var score in backTest.Scores.Where(score => score.MonthsAhead == 0 || score.Method == forecast.Method).OrderBy(score => order.GetValueOrDefault(score.Method, int.MaxValue)))
            table.Add(Row(score));
        page.Table(table);
        page.Skip();
    }

    private GridCell[] Row(ForecastScore score)
    {
        var format = score.Measure == ForecastMeasure.Sales ? setting.Formats.Money : NumberFormats.Fine;
        return
        [
            FigureCells.Text(setting.Words.Of(score.Method)), FigureCells.Text(setting.Words.Of(score.Measure)),
            score.MonthsAhead == 0 ? GridCell.Of(setting.Words.AllMonths, new CellLook(Align: CellAlign.Right)) : FigureCells.Number(score.MonthsAhead, NumberFormats.Count),
            FigureCells.Number(score.Cases, NumberFormats.Count), FigureCells.Number(score.MeanAbsoluteError, format),
            FigureCells.Number(score.RootMeanSquareError, format), FigureCells.Number(score.Bias, format), FigureCells.Share(score.Wape),
            FigureCells.Number(score.Mase, NumberFormats.Fine), Covered(score.Covered80), Covered(score.Covered95),
        ];

        GridCell Covered(int covered) => FigureCells.Share(score.Banded == 0 ? null : (double)covered / score.Banded);
    }

    private PlacedTable Months(SheetPage page, CustomerForecast forecast)
    {
        var (words, cells) = (setting.Words, setting.Cells);
        var table = new TableSpec(
            "ForecastMonths",
            [
                words.MonthEnd, words.ActiveCustomers, WorkbookWords.Fill(words.Low80Pattern, words.ActiveCustomers), WorkbookWords.Fill(words.High80Pattern, words.ActiveCustomers),
                WorkbookWords.Fill(words.Low95Pattern, words.ActiveCustomers), WorkbookWords.Fill(words.High95Pattern, words.ActiveCustomers), words.New, words.Reactivated, words.Lapsed,
                words.Sales, WorkbookWords.Fill(words.Low80Pattern, words.Sales), WorkbookWords.Fill(words.High80Pattern, words.Sales), WorkbookWords.Fill(words.Low95Pattern, words.Sales), WorkbookWords.Fill(words.High95Pattern, words.Sales),
            ]);
        foreach (var month in forecast.Months)
        {
            var (active, sales) = (month.ActiveCustomers, month.Sales);
            table.Add(
                FigureCells.Day(month.Days.Last), cells.People(active.Value), cells.People(active.Band80.Low), cells.People(active.Band80.High),
                cells.People(active.Band95.Low), cells.People(active.Band95.High), cells.People(month.NewCustomers.Value),
                cells.People(month.ReactivatedCustomers.Value), cells.People(month.LapsedCustomers.Value), Money(sales.Value), Money(sales.Band80.Low),
                Money(sales.Band80.High), Money(sales.Band95.Low), Money(sales.Band95.High));
        }

        return page.Table(table);

        GridCell Money(double amount) => FigureCells.Number(amount, setting.Formats.Money);
    }

    private void Chart(string title, PlacedTable months, int first, string format, int row, int column, int columns)
    {
        (int Offset, string Color, LineLook Look)[] lines =
        [
            (0, ChartColors.Main, LineLook.Solid), (1, ChartColors.Main, LineLook.Dashed), (2, ChartColors.Main, LineLook.Dashed),
            (3, ChartColors.Band, LineLook.Dotted), (4, ChartColors.Band, LineLook.Dotted),
        ];
        var days = DataSheet.Column(months, 0);
        setting.Draw(_grid, new ChartSpec
        {
            Kind = ChartKind.Line, Title = title, Room = SheetPage.Room(row, column, columns, ChartRows),
            Series = [.. lines.Select(line => new DrawnSeries(DataSheet.Name(months, first + line.Offset), days, DataSheet.Column(months, first + line.Offset), line.Color, line.Look))],
            ValueFormat = format, IsByDay = true,
        });
    }
}
