using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Cli.Commands;

/// <summary>What rules would have said on every day of a history; against other rules, or with several values of a parameter.</summary>
internal sealed class RulesBacktestCommand : ToolCommand
{
    private readonly RuleInput _rules = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _from = NewOption.Text("--from", "DAY");
    private readonly Option<string> _to = NewOption.Text("--to", "DAY");
    private readonly Option<bool> _episodes = NewOption.Flag("--episodes");
    private readonly Option<string> _against = NewOption.Text("--against", "FILE,...");
    private readonly Option<string> _sweep = NewOption.Text("--sweep", "RULE.PARAM=LOW..HIGH");

    /// <summary>The command.</summary>
    public RulesBacktestCommand()
        : base("backtest", "mirai rules backtest samples/rules/*.mirai --purchases samples/purchases.csv --attributes samples/customers.csv --from 2023-01-01")
    {
        Add(_rules.Files);
        foreach (var option in new Option[] { _from, _to, _episodes, _against, _sweep, _rules.Tags }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _rules.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var texts = RuleTexts.Of(run.Texts);
        var format = _output.Format(run, OutputFormat.Csv);
        var others = run.Value(_against, "FILE,...");
        var sweep = run.Value(_sweep, SweepRange.Expected) is { } written ? SweepRange.Parse(run, _sweep, written) : null;
        RefuseTogether(run, others is not null, sweep is not null, texts);
        var sources = _rules.Sources(run);
        var otherSources = others is null ? null : RuleFiles.Read(run, others.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        using var purchases = _rules.NeededPurchases(run);
        var days = DaysOf(run, purchases);
        var figures = new CustomerFigures(purchases.Analysis);
        var options = RuleInput.Options(run, figures);
        var rules = _rules.Rules(run, sources, options);
        sweep?.Check(run, _sweep, rules);
        var tables = new BacktestTables(texts, format == OutputFormat.Table);
        var evaluation = new EvaluationOptions { MaxThreads = 0 };
        var table = Work(run, texts, () =>
        {
            if (sweep is not null) return tables.Sweep(rules.Sweep(figures, sweep.Parameter, sweep.Values, days, evaluation, run.Stop));
            var backtest = rules.Backtest(figures, days, incidents: null, evaluation, run.Stop);
            if (otherSources is null) return run.Has(_episodes) ? tables.Episodes(backtest) : tables.Rules(backtest);
            return tables.Diff(_rules.Rules(run, otherSources, options).Backtest(figures, days, incidents: null, evaluation, run.Stop).Diff(backtest));
        });
        _output.Write(run, table, format);
        run.Say(Backtest.Note[run.Texts.Language]);
    }

    private static DataTable Work(CommandRun run, RuleTexts texts, Func<DataTable> work)
    {
        DataTable? table = null;
        Progress.Show(run, texts.BackTesting, _ => table = RuleInput.Guarded(run, work));
        return table!;
    }

    private void RefuseTogether(CommandRun run, bool against, bool sweep, RuleTexts texts)
    {
        if (against && sweep) throw new WrongInputException(texts.NotTogether(_against.Name, _sweep.Name));
        if (run.Has(_episodes) && (against || sweep)) throw new WrongInputException(texts.NotTogether(_episodes.Name, against ? _against.Name : _sweep.Name));
    }

    private DayRange DaysOf(CommandRun run, PurchaseInput purchases)
    {
        var (from, to) = (purchases.Day(run, _from) ?? purchases.Days.First, purchases.Day(run, _to) ?? purchases.Days.Last);
        return from <= to ? new DayRange(from, to) : throw new WrongInputException(run.Texts.Messages.DaysReversed(from, to));
    }
}
