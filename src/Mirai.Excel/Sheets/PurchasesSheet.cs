using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Lifetime;
using Mirai.Measures;

namespace Mirai.Excel.Sheets;

/// <summary>Part B: what customers buy, how fast they are being lost, and what explains sales.</summary>
internal sealed class PurchasesSheet(SheetSetting setting)
{
    private const int PageColumns = 7;
    private const int ChartRows = 13;

    private readonly SheetGrid _grid = new(setting.Words.PurchasesSheet) { TabColor = "C9971C", IsLandscape = false };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        _grid.Widen(1, 36);
        for (var column = 2; column <= PageColumns; column++) _grid.Widen(column, 13);
        var page = setting.Page(_grid, PageColumns, setting.Words.PurchasesTitle);
        page.Heading(setting.Words.FiguresTitle);
        ComparedTable.Place(page, setting, "PurchaseFigures", setting.Report.Purchases.Figures);
        page.Note(setting.Words.RecentNote);
        page.Skip();
        Churn(page);
        Explanation(page);
        Overdue(page);
        return _grid;
    }

    /// <summary>Who is overdue, one by one, where that was asked for.</summary>
    private void Overdue(SheetPage page)
    {
        var overdue = setting.Report.Purchases.Overdue;
        if (overdue.Listed.Count == 0) return;
        page.Skip();
        page.Heading(setting.Shared.OverdueList(overdue));
        var table = new TableSpec("OverdueCustomers", [.. Enum.GetValues<OverdueColumn>().Select(column => new TableColumn(setting.Shared.Of(column)))]) { HasFilter = true };
        foreach (var customer in overdue.Listed)
        {
            table.Add(
                FigureCells.Text(customer.Customer), FigureCells.Day(customer.LastPurchase), FigureCells.Number(customer.SilentDays, NumberFormats.Count),
                FigureCells.Number(customer.UsualDays, NumberFormats.Fine), FigureCells.Day(customer.OverdueSince),
                FigureCells.Number(customer.Purchases, NumberFormats.Count), setting.Cells.Money(customer.Sales));
        }

        page.Table(table);
    }

    private void Churn(SheetPage page)
    {
        var (words, now, before) = (setting.Words, setting.Report.Purchases.Churn, setting.Report.Purchases.ChurnBefore);
        page.Heading(words.ChurnTitle);
        if (now.Selection is { } selection) page.Note(WorkbookWords.Fill(words.ChurnPattern, SheetSetting.Text(selection.BaseDays), SheetSetting.Text(selection.NextDays)));
        if (now.ExceedsOneYear) page.Note(words.ChurnExceeds, TextTone.Bad);
        var table = new TableSpec("WindowChurn", [words.Measure, words.OnTheDay, words.WindowBefore]);
        Row(words.BaseCustomers, churn => setting.Cells.People(churn.Totals.BaseCustomers));
        Row(words.NextCustomers, churn => setting.Cells.People(churn.Totals.NextCustomers));
        Row(words.LostRate, churn => FigureCells.Share(churn.LostRate));
        Row(words.FrequencyDecline, churn => FigureCells.Share(churn.FrequencyDecline));
        Row(words.WindowChurn, churn => FigureCells.Share(churn.Churn));
        Row(words.AnnualChurn, churn => FigureCells.Share(churn.AnnualChurn));
        Row(words.AnnualSpend, churn => Money(churn.AnnualSpend));
        Row(words.LifetimeValue, churn => churn.LifetimeValue.IsUnbounded ? GridCell.Of(words.Unbounded, new CellLook(Align: CellAlign.Right)) : Money(churn.LifetimeValue.Amount));
        Row(words.ExpectedYears, churn => FigureCells.Number(churn.ExpectedYears, NumberFormats.Fine));
        Row(words.NewCustomerRate, churn => FigureCells.Share(churn.BreakEven?.NewCustomerRate));
        Row(words.MissingNewCustomers, churn => setting.Cells.People(churn.BreakEven?.MissingNewCustomers));
        page.Table(table);
        page.Skip();

        void Row(string name, Func<WindowChurn, GridCell> cell) =>
            table.Add(FigureCells.Text(name), cell(now), before is null ? FigureCells.Missing : cell(before));
        GridCell Money(double? amount) => FigureCells.Number(amount, setting.Formats.Money);
    }

    private void Explanation(SheetPage page)
    {
        var words = setting.Words;
        page.Heading(words.ExplanationTitle);
        if (setting.Report.Purchases.Explanation is not { } explanation)
        {
            page.Note(words.TooShort, TextTone.Body);
            return;
        }

        page.Note(WorkbookWords.Fill(words.ExplanationPattern, ExcelDay.Text(explanation.From), ExcelDay.Text(explanation.To)));
        var table = new TableSpec("SalesExplanation", [words.Part, words.Amount, words.ShareOfChange]);
        table.Add(FigureCells.Text(words.SalesBefore), setting.Cells.Money(explanation.SalesBefore), default);
        Part(words.DueToNew, explanation.NewCustomers);
        Part(words.DueToReactivated, explanation.ReactivatedCustomers);
        Part(words.DueToLapsed, explanation.LapsedCustomers);
        Part(words.DueToFrequency, explanation.Frequency);
        Part(words.DueToOrderValue, explanation.OrderValue);
        Part(words.DueToReturns, explanation.Returns);
        table.Add(FigureCells.Text(words.SalesAfter, TextTone.Strong), setting.Cells.Money(explanation.SalesAfter), default);
        Part(words.WholeChange, explanation.Change);
        var placed = page.Table(table);
        page.Skip();
        var parts = new GridRange(placed.FirstRow + 1, 1, 6);
        setting.Draw(_grid, new ChartSpec
        {
            Kind = ChartKind.Column, Title = words.ExplanationTitle, Room = SheetPage.Room(page.Row, 1, PageColumns, ChartRows),
            Series =
            [
                new DrawnSeries(DataSheet.Name(placed, 1), new CellReference(_grid, parts), new CellReference(_grid, parts with { Column = 2 }), ChartColors.Main),
            ],
            ValueFormat = setting.Formats.MoneyChange,
        });
        page.Skip(ChartRows);

        void Part(string name, decimal amount) => table.Add(
            FigureCells.Text(name), setting.Cells.MoneyChange(amount),
            FigureCells.Number(explanation.Change == 0 ? null : (double)(amount / explanation.Change), NumberFormats.WholePercent));
    }
}
