using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Cli.Commands;

/// <summary>Customers by segment on one day.</summary>
internal sealed class SegmentsCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _by = NewOption.Text("--by", "SEGMENT");
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");
    private readonly Option<bool> _perCustomer = NewOption.Flag("--per-customer");

    /// <summary>The command.</summary>
    public SegmentsCommand()
        : base("segments", "mirai segments samples/purchases.csv --attributes samples/customers.csv --by acquisition_channel")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _by, _perCustomer, _asOf }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Csv);
        run.Day(_asOf);
        using var input = _input.Load(run);
        var segment = SegmentChoice.Read(run, _by, input) ?? Segment.Decile;
        var day = input.DayOrLast(run, _asOf);
        _output.Write(run, run.Has(_perCustomer) ? PerCustomer(run, input, segment, day) : Heads(run, input, segment, day), format);
    }

    private static DataTable Heads(CommandRun run, PurchaseInput input, Segment segment, DateOnly day) =>
        segment == Segment.Portfolio ? Portfolio(run, input, day) : Summary(run, input, segment, day);

    /// <summary>The portfolio's groups hold lapsed customers too.</summary>
    private static DataTable Portfolio(CommandRun run, PurchaseInput input, DateOnly day)
    {
        var (page, texts) = (run.Texts.Page, run.Texts.Portfolio);
        var table = input.Analysis.Portfolio(day, options: null, run.Stop);
        return new DataTable(
            [
                new("segment", texts.Group, IsKey: true), new("customers", page.Heads), new("customer_share", page.Share), new("active", texts.Active),
                new("purchases", page.Purchases), new("sales", page.Sales), new("sales_share", page.Share),
                new("cumulative_sales", texts.CumulativeSales), new("mean_tenure_days", texts.MeanTenure), new("mean_spend", texts.MeanSpend),
            ],
            table.Rows.Select(row => (Cell[])
            [
                Cell.Of(row.Group.Id), Cell.Of(row.Customers.Part), Cell.Percentage(row.Customers.Value), Cell.Of(row.ActiveCustomers),
                Cell.Of(row.Purchases), Cell.Money(row.Sales), Cell.Percentage(row.SalesShare), Cell.Money(row.CumulativeSales),
                Cell.Ratio(row.MeanTenureDays), Cell.MoneyRate(row.MeanSpend),
            ]),
            table.Currency);
    }

    private static DataTable Summary(CommandRun run, PurchaseInput input, Segment segment, DateOnly day)
    {
        var texts = run.Texts.Page;
        var table = input.Analysis.Segments(segment, day, run.Stop);
        return new DataTable(
            [
                new("segment", segment.Id, IsKey: true), new("customers", texts.Heads), new("customer_share", texts.Share),
                new("purchases", texts.Purchases), new("sales", texts.Sales), new("sales_share", texts.Share),
            ],
            table.Rows.Select(row => (Cell[])
            [
                Cell.Of(row.Value), Cell.Of(row.Customers), Cell.Percentage(row.CustomerShare.Value), Cell.Of(row.Purchases), Cell.Money(row.Sales),
                Cell.Percentage(row.SalesShare),
            ]),
            table.Currency);
    }

    private static DataTable PerCustomer(CommandRun run, PurchaseInput input, Segment segment, DateOnly day)
    {
        var texts = run.Texts.Page;
        return new DataTable(
            [
                new("customer", texts.Customer, IsKey: true), new("segment", segment.Id), new("state", texts.State),
                new("first_purchase", texts.FirstPurchase), new("last_purchase", texts.LastPurchase), new("purchases", texts.Purchases),
                new("sales", texts.Sales),
            ],
            input.Analysis.SegmentMembers(segment, day, run.Stop).Select(member => (Cell[])
            [
                Cell.Of(member.Customer), Cell.Of(member.Value), Cell.Of(member.State == CustomerState.Active ? "active" : "lapsed"),
                Cell.Of(member.FirstPurchase), Cell.Of(member.LastPurchase), Cell.Of(member.Purchases), Cell.Money(member.Sales),
            ]),
            input.History.Currency);
    }
}
