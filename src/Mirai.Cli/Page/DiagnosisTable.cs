using Mirai.Cli.Output;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>The list diagnosis for machines: one row a day, with stable column names.</summary>
internal static class DiagnosisTable
{
    private static readonly string[] YearNames = ["2", "3", "4", "5", "6_plus"];
    private static readonly string[] CountNames = ["1", "2", "3_5", "6_9", "10_plus"];

    private static readonly Measure[] Discounts =
    [
        SalesMeasures.DiscountRate, SalesMeasures.DiscountedPurchaseShare, SalesMeasures.DiscountedSalesShare, SalesMeasures.DiscountAcquiredShare,
    ];

    /// <summary>The row.</summary>
    public static DataTable Of(DiagnosisReport report)
    {
        var figures = new DiagnosisFigures(report);
        var cells = new List<(string Id, Cell Value)> { ("day", Cell.Of(report.AsOf)) };
        cells.AddRange(report.List.Figures.Select(figure => (figure.Measure.Id, CellOf(figure.Measure, figure.Now))));
        if (figures.HasDiscounts) cells.AddRange(Discounts.Select(measure => (measure.Id, CellOf(measure, figures[measure].Now))));
        foreach (var change in report.List.Changes) cells.Add(($"{change.Figure.Measure.Id}_change_{NameOf(change.Over)}", Change(change.Figure)));
        AddRetention(cells, "retention_into_year_", YearNames, figures.Retention.ByCustomerYear, !figures.IsRetentionComplete);
        AddRetention(cells, "retention_of_purchases_", CountNames, figures.Retention.ByPurchaseCount, !figures.IsRetentionComplete);
        var explained = figures.Explanation;
        cells.Add(("sales_change", Money(explained?.Change)));
        cells.Add(("sales_change_by_new", Money(explained?.NewCustomers)));
        cells.Add(("sales_change_by_reactivated", Money(explained?.ReactivatedCustomers)));
        cells.Add(("sales_change_by_lapsed", Money(explained?.LapsedCustomers)));
        cells.Add(("sales_change_by_frequency", Money(explained?.Frequency)));
        cells.Add(("sales_change_by_order_value", Money(explained?.OrderValue)));
        cells.Add(("sales_change_by_returns", Money(explained?.Returns)));
        cells.Add(("incomplete", Cell.Of(string.Join('|', cells.Where(cell => cell.Value.IsIncomplete).Select(cell => cell.Id)))));
        return new DataTable(
            [.. cells.Select(cell => new TableColumn(cell.Id, cell.Id))], [[.. cells.Select(cell => cell.Value)]], report.Settings.Currency);

        Cell Money(decimal? amount) => amount is { } known ? Cell.Money(known) with { IsIncomplete = !figures.IsExplanationComplete } : Cell.Missing;
    }

    private static string NameOf(Period over) => over.Unit == PeriodUnit.Year ? $"{over.Length}y" : $"{over.Length}d";

    private static Cell Change(ComparedFigure figure)
    {
        if (figure.Before.Value is null) return Cell.Missing;
        var now = CellOf(figure.Measure, figure.Now);
        return now with { Exact = now.Exact - CellOf(figure.Measure, figure.Before).Exact, IsIncomplete = now.IsIncomplete || !figure.Before.IsComplete };
    }

    private static Cell CellOf(Measure measure, FigureValue value)
    {
        if (value.Value is not { } number) return Cell.Missing;
        var cell = (measure.Unit, value.Exact) switch
        {
            (MeasureUnit.Money, { } exact) => Cell.Money(exact),
            (_, { } exact) => Cell.Of((long)exact),
            (MeasureUnit.Percentage, _) => new Cell(CellKind.Percentage, Number: number),
            (MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase, _) => new Cell(CellKind.MoneyRate, Number: number),
            _ => new Cell(CellKind.Ratio, Number: number),
        };
        return cell with { IsIncomplete = !value.IsComplete };
    }

    private static void AddRetention(List<(string Id, Cell Value)> cells, string prefix, string[] names, IReadOnlyList<SegmentShare> shares, bool isIncomplete)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var rate = Cell.Percentage(shares[i].Share.Value);
            cells.Add((prefix + names[i], rate with { IsIncomplete = isIncomplete && rate.Value is not null }));
        }
    }
}
