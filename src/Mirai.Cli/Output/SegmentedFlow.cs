using Mirai.Cli.Input;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.Cli.Output;

/// <summary>The flow of customers and the explanation of the change of sales by segment, beside those of all customers.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Whole">Of all customers.</param>
/// <param name="Flow">Who came and went, by value.</param>
/// <param name="Sales">What explains the change of sales, by value.</param>
internal sealed record SegmentedFlow(Segment Segment, CustomerFlow Whole, SegmentedCustomerFlow Flow, SegmentedSalesExplanation Sales)
{
    /// <summary>Asks for both.</summary>
    public static SegmentedFlow Of(PurchaseInput input, Segment segment, DateOnly from, DateOnly to, CancellationToken stop) => new(
        segment, input.Analysis.Flow(from, to, stop), input.Analysis.Flow(from, to, segment, stop), input.Analysis.Explain(from, to, segment, stop));

    /// <summary>All figures, one in a row; those of all customers have no segment.</summary>
    public DataTable Table(PurchaseInput input) => new(
        [new("part", "", IsKey: true), new("segment", "", IsKey: true), new("item", "", IsKey: true), new("value", "")],
        Rows().Select(row => (Cell[])[Cell.Of(row.Part), Cell.Of(row.Value), Cell.Of(row.Item), row.Figure]),
        input.History.Currency);

    private IEnumerable<(string Part, string Value, string Item, Cell Figure)> Rows()
    {
        foreach (var (item, figure) in HeadsOf(Whole.ActiveBefore, Whole.Retained, Whole.New, Whole.Reactivated, Whole.Lapsed, 0, Whole.ActiveAfter, Whole.RetentionRate.Value))
            yield return ("customers", "", item, figure);
        foreach (var (item, heads) in GrossOf(Whole.GrossNew, Whole.GrossReactivated, Whole.GrossLapsed)) yield return ("gross", "", item, heads);
        foreach (var row in Flow.Rows)
        {
            foreach (var (item, figure) in HeadsOf(row.ActiveBefore, row.Retained, row.New, row.Reactivated, row.Lapsed, row.Moved, row.ActiveAfter, row.RetentionRate.Value))
                yield return ("customers", row.Value, item, figure);
            foreach (var (item, heads) in GrossOf(row.GrossNew, row.GrossReactivated, row.GrossLapsed)) yield return ("gross", row.Value, item, heads);
        }

        yield return ("sales", "", "before", Cell.Money(Sales.SalesBefore));
        foreach (var part in Sales.Parts)
        {
            yield return ("sales", part.Value, "by_customers", Cell.Money(part.Customers));
            yield return ("sales", part.Value, "by_frequency", Cell.Money(part.Frequency));
            yield return ("sales", part.Value, "by_order_value", Cell.Money(part.OrderValue));
            yield return ("sales", part.Value, "by_returns", Cell.Money(part.Returns));
        }

        yield return ("sales", "", "by_mix", Cell.Money(Sales.Mix));
        yield return ("sales", "", "change", Cell.Money(Sales.Change));
        yield return ("sales", "", "after", Cell.Money(Sales.SalesAfter));
    }

    private static (string Item, Cell Figure)[] HeadsOf(
        long before, long retained, long fresh, long reactivated, long lapsed, long moved, long after, double? retention) =>
    [
        ("active_before", Cell.Of(before)), ("retained", Cell.Of(retained)), ("new", Cell.Of(fresh)), ("reactivated", Cell.Of(reactivated)),
        ("lapsed", Cell.Of(lapsed)), ("moved", Cell.Of(moved)), ("active_after", Cell.Of(after)), ("retention_rate", Cell.Percentage(retention)),
    ];

    private static (string Item, Cell Heads)[] GrossOf(long fresh, long reactivated, long lapsed) =>
        [("new", Cell.Of(fresh)), ("reactivated", Cell.Of(reactivated)), ("lapsed", Cell.Of(lapsed))];
}
