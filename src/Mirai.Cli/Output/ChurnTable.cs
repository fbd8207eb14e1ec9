using Mirai.Cli.Wording;
using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Output;

/// <summary>Window churn as tables: for machines every figure, for people those that fit.</summary>
internal static class ChurnTable
{
    private static readonly (string Id, Func<WindowChurn, Cell> Cell)[] Figures =
    [
        ("base_customers", churn => Cell.Of(churn.Totals.BaseCustomers)), ("base_purchases", churn => Cell.Of(churn.Totals.BasePurchases)),
        ("base_sales", churn => Cell.Money(churn.Totals.BaseSales)), ("next_customers", churn => Cell.Of(churn.Totals.NextCustomers)),
        ("next_purchases", churn => Cell.Of(churn.Totals.NextPurchases)), ("next_sales", churn => Cell.Money(churn.Totals.NextSales)),
        (LifetimeMeasures.WindowLostRate.Id, churn => Cell.Percentage(churn.LostRate)),
        (LifetimeMeasures.WindowFrequencyDecline.Id, churn => Cell.Percentage(churn.FrequencyDecline)),
        (LifetimeMeasures.WindowChurn.Id, churn => Cell.Percentage(churn.Churn)),
        (LifetimeMeasures.AnnualChurn.Id, churn => Cell.Percentage(churn.AnnualChurn)),
        ("exceeds_one_year", churn => Cell.Of(churn.ExceedsOneYear ? "yes" : "no")),
        ("annual_spend", churn => MoneyRate(churn.AnnualSpend)), (LifetimeMeasures.LifetimeValue.Id, churn => MoneyRate(churn.LifetimeValue.Amount)),
        ("lifetime_value_outcome", churn => Cell.Of(OutcomeOf(churn.LifetimeValue))),
        ("expected_years", churn => Ratio(churn.ExpectedYears)), ("expected_purchases", churn => Ratio(churn.ExpectedPurchases)),
        ("payback_months", churn => Ratio(churn.PaybackMonths)), ("value_per_cost", churn => Ratio(churn.ValuePerCost)),
        (CustomerMeasures.NewCustomerRate.Id, churn => Cell.Percentage(churn.BreakEven?.NewCustomerRate)),
        (LifetimeMeasures.MissingNewCustomers.Id, churn => churn.BreakEven?.MissingNewCustomers is { } missing ? Cell.Of(missing) : Cell.Missing),
        ("incomplete", churn => Cell.Of(IncompleteOf(churn))),
    ];

    /// <summary>One row.</summary>
    public static DataTable Of(WindowChurn churn, Currency currency) => new(
        [.. Figures.Select(figure => new TableColumn(figure.Id, figure.Id))], [[.. Figures.Select(figure => figure.Cell(churn))]], currency);

    /// <summary>One row a figure, with its interval.</summary>
    public static DataTable Of(WindowSample sample, Currency currency)
    {
        (string Id, Estimate? Estimate, Func<double?, Cell> Cell)[] rows =
        [
            (LifetimeMeasures.WindowLostRate.Id, sample.LostRate, Cell.Percentage),
            (LifetimeMeasures.WindowFrequencyDecline.Id, sample.FrequencyDecline, Cell.Percentage),
            (LifetimeMeasures.WindowChurn.Id, sample.WindowChurn, Cell.Percentage),
            (LifetimeMeasures.AnnualChurn.Id, sample.AnnualChurn, Cell.Percentage),
            (LifetimeMeasures.LifetimeValue.Id, sample.LifetimeValue, MoneyRate),
        ];
        return new DataTable(
            [new("figure", "", IsKey: true), new("value", ""), new("low", ""), new("high", ""), new("confidence", ""), new("customers", ""), new("base_customers", "")],
            rows.Select(row => (Cell[])
            [
                Cell.Of(row.Id), row.Cell(Finite(row.Estimate?.Value)), row.Cell(Finite(row.Estimate?.Low)), row.Cell(Finite(row.Estimate?.High)),
                Cell.Percentage(row.Estimate?.Confidence), Cell.Of(sample.Customers), Cell.Of(sample.BaseCustomers),
            ]),
            currency);
    }

    /// <summary>One row a value of a segment.</summary>
    public static DataTable BySegment(IReadOnlyList<SegmentChurn> values, string segmentId, Texts texts, Currency currency, OutputFormat format) =>
        Rows(new TableColumn("segment", segmentId, IsKey: true), values.Select(value => (Cell.Of(value.SegmentValue), value.Churn)), texts, currency, format);

    /// <summary>One row a month.</summary>
    public static DataTable ByMonth(IReadOnlyList<WindowChurn> churns, Texts texts, Currency currency, OutputFormat format) => Rows(
        new TableColumn("day", ChurnTexts.Of(texts).Month, IsKey: true), churns.Select(churn => (Cell.Of(churn.Selection!.AsOf), churn)), texts, currency, format);

    private static DataTable Rows(TableColumn key, IEnumerable<(Cell Key, WindowChurn Churn)> rows, Texts texts, Currency currency, OutputFormat format)
    {
        if (format == OutputFormat.Table) return Shown(key, rows, texts, currency);
        return new DataTable(
            [key, .. Figures.Select(figure => new TableColumn(figure.Id, figure.Id))],
            rows.Select(row => (Cell[])[row.Key, .. Figures.Select(figure => figure.Cell(row.Churn))]),
            currency);
    }

    private static DataTable Shown(TableColumn key, IEnumerable<(Cell Key, WindowChurn Churn)> rows, Texts texts, Currency currency)
    {
        var churn = ChurnTexts.Of(texts);
        return new DataTable(
            [
                key, .. churn.Columns.Select(title => new TableColumn(title, title)),
            ],
            rows.Select(row => (Cell[])
            [
                row.Key, Cell.Of(row.Churn.Totals.BaseCustomers), Marked(row.Churn, Cell.Percentage(row.Churn.LostRate)),
                Marked(row.Churn, Cell.Percentage(row.Churn.FrequencyDecline)), Marked(row.Churn, Cell.Percentage(row.Churn.AnnualChurn)),
                row.Churn.LifetimeValue.IsUnbounded ? Cell.Of(churn.Unbounded) : Marked(row.Churn, MoneyRate(row.Churn.LifetimeValue.Amount)),
                Marked(row.Churn, Ratio(row.Churn.ExpectedYears)),
            ]),
            currency);
    }

    private static Cell Marked(WindowChurn churn, Cell cell) => cell with { IsIncomplete = churn.Selection is { IsComplete: false } };

    private static string OutcomeOf(LifetimeValue value) => value switch
    {
        FiniteLifetimeValue => "finite",
        UnboundedLifetimeValue { Reason: UnboundedReason.NoChurn } => "unbounded: no churn",
        UnboundedLifetimeValue { Reason: UnboundedReason.GrowthOutpacesDiscount } => "unbounded: growth outpaces discount",
        UnboundedLifetimeValue => "unbounded: beyond range",
        _ => "missing: no base customers",
    };

    private static string IncompleteOf(WindowChurn churn)
    {
        if (churn.Selection is { IsComplete: false }) return "window";
        return churn.BreakEven is { IsComplete: false } ? "new_customer_rate" : "";
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static Cell MoneyRate(double? value) => value is { } number ? new Cell(CellKind.MoneyRate, Number: number) : Cell.Missing;

    private static Cell Ratio(double? value) => value is { } number ? new Cell(CellKind.Ratio, Number: number) : Cell.Missing;
}
