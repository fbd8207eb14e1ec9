using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Commands;

/// <summary>Fits probability models.</summary>
internal sealed class FitCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _model = NewOption.Text("--model", "MODEL");
    private readonly Option<string> _until = NewOption.Text("--calibrate-until", "DAY");
    private readonly Option<string> _unit = NewOption.Text("--unit", "day|week");
    private readonly Option<string> _period = NewOption.Text("--period", "PERIOD");
    private readonly Option<bool> _perCustomer = NewOption.Flag("--per-customer");
    private readonly Option<string> _horizon = NewOption.Text("--horizon", "PERIOD");

    /// <summary>The command.</summary>
    public FitCommand()
        : base("fit", "mirai fit samples/purchases.csv --model mbg-nbd --calibrate-until 2024-12-31")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _model, _until, _unit, _period, _perCustomer, _horizon }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <summary>What is fitted.</summary>
    private enum FitModel
    {
        MbgNbd,
        BgNbd,
        ParetoNbd,
        GammaGamma,
        ShiftedBetaGeometric,
        BetaDiscreteWeibull,
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Table);
        var model = run.Choice(
            _model, ("mbg-nbd", FitModel.MbgNbd), ("bg-nbd", FitModel.BgNbd), ("pareto-nbd", FitModel.ParetoNbd), ("gamma-gamma", FitModel.GammaGamma),
            ("sbg", FitModel.ShiftedBetaGeometric), ("bdw", FitModel.BetaDiscreteWeibull)) ?? FitModel.MbgNbd;
        var unit = run.Choice(_unit, ("week", TimeUnit.Week), ("day", TimeUnit.Day)) ?? TimeUnit.Week;
        var (period, horizon) = (run.Period(_period) ?? Period.OneYear, run.Period(_horizon) ?? Period.OneYear);
        run.Day(_until);
        if (run.Has(_perCustomer) && model > FitModel.ParetoNbd) throw new WrongInputException(FitTexts.Of(run.Texts).PerCustomerNeedsPurchases);
        using var input = _input.Load(run);
        var until = input.DayOrLast(run, _until);
        if (run.Has(_perCustomer))
        {
            _output.Write(run, CustomerScoreTable.Of(run, input, KindOf(model), until, unit, horizon), format);
            return;
        }

        var report = Report(run, input, model, until, unit, period);
        if (format != OutputFormat.Table)
        {
            _output.Write(run, FitTable.Of(report, input.History.Currency), format);
            return;
        }

        var file = _output.File(run);
        var setting = run.PageFor(file);
        var page = FitPage.Of(report, input.History.Currency, setting);
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(page, stream));
    }

    private static FitReport Report(CommandRun run, PurchaseInput input, FitModel model, DateOnly until, TimeUnit unit, Period period)
    {
        FitReport? report = null;
        Progress.Show(run, run.Texts.Messages.Computing, _ => report = model switch
        {
            FitModel.GammaGamma => FitReport.OfSpend(input.Analysis, until, run.Stop),
            FitModel.ShiftedBetaGeometric => FitReport.OfRetention(input.Analysis, RetentionModelKind.ShiftedBetaGeometric, period, until, run.Stop),
            FitModel.BetaDiscreteWeibull => FitReport.OfRetention(input.Analysis, RetentionModelKind.BetaDiscreteWeibull, period, until, run.Stop),
            _ => FitReport.OfPurchases(input.Analysis, KindOf(model), until, unit, run.Stop),
        });
        return report!;
    }

    private static PurchaseModelKind KindOf(FitModel model) => model switch
    {
        FitModel.BgNbd => PurchaseModelKind.BgNbd,
        FitModel.ParetoNbd => PurchaseModelKind.ParetoNbd,
        _ => PurchaseModelKind.MbgNbd,
    };
}
