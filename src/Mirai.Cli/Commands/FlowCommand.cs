using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Ingest;
using Mirai.Measures;

namespace Mirai.Cli.Commands;

/// <summary>Who came and went between two days, and what explains the change of sales.</summary>
internal sealed class FlowCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string[]> _between = new("--between")
    {
        Arity = new ArgumentArity(0, 2), AllowMultipleArgumentsPerToken = true, HelpName = "DAY DAY",
    };

    private readonly Option<string> _by = NewOption.Text("--by", "SEGMENT");
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");

    /// <summary>The command.</summary>
    public FlowCommand()
        : base("flow", "mirai flow samples/purchases.csv --between 2024-06-30 2025-06-30")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _between, _by, _asOf }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Csv);
        var stated = Between(run);
        run.Day(_asOf);
        using var input = _input.Load(run);
        var (from, to) = stated ?? Default(run, input);
        CheckDay(run, input, from);
        CheckDay(run, input, to);
        if (SegmentChoice.Read(run, _by, input) is { } segment)
        {
            var flow = SegmentedFlow.Of(input, segment, from, to, run.Stop);
            Write(run, format, () => flow.Table(input), setting => SegmentedFlowPage.Of(flow, input, setting));
            return;
        }

        var explanation = input.Analysis.Explain(from, to, run.Stop);
        Write(run, format, () => Table(explanation, input), setting => FlowPage.Of(explanation, input, setting));
    }

    private void Write(CommandRun run, OutputFormat format, Func<DataTable> table, Func<PageSetting, Block> page)
    {
        if (format != OutputFormat.Table)
        {
            _output.Write(run, table(), format);
            return;
        }

        var file = _output.File(run);
        var setting = run.PageFor(file);
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(page(setting), stream));
    }

    private (DateOnly From, DateOnly To)? Between(CommandRun run)
    {
        const string Expected = "yyyy-MM-dd yyyy-MM-dd";
        if (run.Parsed.GetResult(_between) is not { Implicit: false } result) return null;
        if (result.Tokens.Count != 2) throw new WrongInputException(run.Texts.Messages.ValueNeeded(_between.Name, Expected));
        var days = new DateOnly[2];
        for (var i = 0; i < days.Length; i++)
        {
            if (!DayText.Any.TryParse(result.Tokens[i].Value, out days[i])) throw run.Bad(_between, result.Tokens[i].Value, Expected);
        }

        return days[0] < days[1] ? (days[0], days[1]) : throw new WrongInputException(run.Texts.Messages.DaysReversed(days[0], days[1]));
    }

    private (DateOnly From, DateOnly To) Default(CommandRun run, PurchaseInput input)
    {
        var to = input.DayOrLast(run, _asOf);
        return (input.Analysis.Options.ActivePeriod.Before(to), to);
    }

    private void CheckDay(CommandRun run, PurchaseInput input, DateOnly day)
    {
        if (!input.Days.Contains(day)) throw new WrongInputException(run.Texts.Messages.DayOutside($"{_between.Name} {day:yyyy-MM-dd}", input.Days));
    }

    private static DataTable Table(SalesExplanation explained, PurchaseInput input)
    {
        var flow = explained.Flow;
        (string Part, string Item, Cell Value)[] rows =
        [
            ("customers", "active_before", Cell.Of(flow.ActiveBefore)), ("customers", "retained", Cell.Of(flow.Retained)),
            ("customers", "new", Cell.Of(flow.New)), ("customers", "reactivated", Cell.Of(flow.Reactivated)),
            ("customers", "lapsed", Cell.Of(flow.Lapsed)), ("customers", "active_after", Cell.Of(flow.ActiveAfter)),
            ("customers", "retention_rate", Cell.Percentage(flow.RetentionRate.Value)),
            ("gross", "new", Cell.Of(flow.GrossNew)), ("gross", "reactivated", Cell.Of(flow.GrossReactivated)),
            ("gross", "lapsed", Cell.Of(flow.GrossLapsed)),
            ("sales", "before", Cell.Money(explained.SalesBefore)), ("sales", "by_new", Cell.Money(explained.NewCustomers)),
            ("sales", "by_reactivated", Cell.Money(explained.ReactivatedCustomers)), ("sales", "by_lapsed", Cell.Money(explained.LapsedCustomers)),
            ("sales", "by_frequency", Cell.Money(explained.Frequency)), ("sales", "by_order_value", Cell.Money(explained.OrderValue)),
            ("sales", "by_returns", Cell.Money(explained.Returns)), ("sales", "change", Cell.Money(explained.Change)),
            ("sales", "after", Cell.Money(explained.SalesAfter)),
        ];
        return new DataTable(
            [new("part", "", IsKey: true), new("item", "", IsKey: true), new("value", "")],
            rows.Select(row => (Cell[])[Cell.Of(row.Part), Cell.Of(row.Item), row.Value]),
            input.History.Currency);
    }
}
