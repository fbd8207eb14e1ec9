using Mirai.Cli.Output;
using Mirai.Measures;

namespace Mirai.Cli.Page;

/// <summary>The list diagnosis for machines: one row a day, with stable column names.</summary>
internal static class DiagnosisTable
{
    private static readonly string[] ChangeNames = ["1d", "7d", "30d", "90d", "1y"];
    private static readonly string[] YearNames = ["2", "3", "4", "5", "6_plus"];
    private static readonly string[] CountNames = ["1", "2", "3_5", "6_9", "10_plus"];

    /// <summary>The row.</summary>
    public static DataTable Of(ListDiagnosis diagnosis)
    {
        var cells = new List<(string Id, Cell Value)> { ("day", Cell.Of(diagnosis.Day)) };
        cells.AddRange(diagnosis.Measures.Select(measure => (measure.Id, diagnosis.On(measure, diagnosis.Day))));
        for (var i = 0; i < ChangeNames.Length; i++)
        {
            AddChange(cells, diagnosis, CustomerMeasures.ActiveCustomers, i);
            AddChange(cells, diagnosis, SalesMeasures.TrailingSales, i);
        }

        var retention = diagnosis.On(CustomerMeasures.RetentionRate, diagnosis.Day).IsIncomplete;
        AddRetention(cells, "retention_into_year_", YearNames, diagnosis.Retention.ByCustomerYear, retention);
        AddRetention(cells, "retention_of_purchases_", CountNames, diagnosis.Retention.ByPurchaseCount, retention);
        var explained = diagnosis.Explanation;
        var isIncomplete = explained is not null && !diagnosis.Input.IsComplete(explained.From);
        cells.Add(("sales_change", Money(explained?.Change)));
        cells.Add(("sales_change_by_new", Money(explained?.NewCustomers)));
        cells.Add(("sales_change_by_reactivated", Money(explained?.ReactivatedCustomers)));
        cells.Add(("sales_change_by_lapsed", Money(explained?.LapsedCustomers)));
        cells.Add(("sales_change_by_frequency", Money(explained?.Frequency)));
        cells.Add(("sales_change_by_order_value", Money(explained?.OrderValue)));
        cells.Add(("sales_change_by_returns", Money(explained?.Returns)));
        cells.Add(("incomplete", Cell.Of(string.Join('|', cells.Where(cell => cell.Value.IsIncomplete).Select(cell => cell.Id)))));
        return new DataTable(
            [.. cells.Select(cell => new TableColumn(cell.Id, cell.Id))], [[.. cells.Select(cell => cell.Value)]], diagnosis.Input.History.Currency);

        Cell Money(decimal? amount) => amount is { } known ? Cell.Money(known) with { IsIncomplete = isIncomplete } : Cell.Missing;
    }

    private static void AddChange(List<(string Id, Cell Value)> cells, ListDiagnosis diagnosis, Measure measure, int index)
    {
        var now = diagnosis.On(measure, diagnosis.Day);
        var before = diagnosis.On(measure, diagnosis.ChangeDays[index]);
        var change = before.Value is null
            ? Cell.Missing
            : now with { Exact = now.Exact - before.Exact, IsIncomplete = now.IsIncomplete || before.IsIncomplete };
        cells.Add(($"{measure.Id}_change_{ChangeNames[index]}", change));
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
