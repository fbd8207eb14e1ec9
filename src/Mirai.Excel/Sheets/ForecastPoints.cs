using Mirai.Diagnosis;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Measures;
using Mirai.Projection;

namespace Mirai.Excel.Sheets;

/// <summary>The table of what happens if it goes on like this: today, and 30, 90, 365 days and 5 years ahead, as far as the forecast reaches.</summary>
internal static class ForecastPoints
{
    /// <summary>Places the table; its first row is the day itself.</summary>
    public static PlacedTable Place(SheetPage page, SheetSetting setting, string name, ForecastOutlook outlook)
    {
        var (words, cells) = (setting.Words, setting.Cells);
        var table = new TableSpec(
            name,
            [
                words.Horizon, words.Day, words.ActiveCustomers, WorkbookWords.Fill(words.Low80Pattern, words.ActiveCustomers), WorkbookWords.Fill(words.High80Pattern, words.ActiveCustomers),
                words.AnnualSales, WorkbookWords.Fill(words.Low80Pattern, words.AnnualSales), WorkbookWords.Fill(words.High80Pattern, words.AnnualSales),
            ]);
        table.Add(
            FigureCells.Text(words.Today), FigureCells.Day(setting.Report.AsOf), cells.People(outlook.Forecast.ActiveCustomers), default, default,
            cells.Money(outlook.Forecast.AnnualSales), default, default);
        foreach (var point in outlook.Points)
        {
            var (active, sales) = (point.ActiveCustomers, point.AnnualSales);
            table.Add(
                FigureCells.Text(setting.Shared.Of(point.Horizon)), FigureCells.Day(point.Day), cells.People(active.Value), cells.People(active.Band80.Low),
                cells.People(active.Band80.High), Money(sales.Value), Money(sales.Band80.Low), Money(sales.Band80.High));
        }

        return page.Table(table);

        GridCell Money(double amount) => FigureCells.Number(amount, setting.Formats.Money);
    }

    /// <summary>What to read with the table: what the forecast cannot know, and the five-year multiple where there is one.</summary>
    public static void Notes(SheetPage page, SheetSetting setting, ForecastOutlook outlook)
    {
        if (outlook.Caution != ForecastCaution.None) page.Note(setting.Shared.CautionOf(outlook), TextTone.Strong);
        if (outlook.FiveYearMultiple.Value is null) return;
        page.Note(WorkbookWords.Fill(setting.Words.FiveYearLine, setting.Figures.Of(ForecastMeasures.FiveYearMultiple, outlook.FiveYearMultiple)));
    }
}
