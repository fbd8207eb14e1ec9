using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Cli.Commands;

/// <summary>Forecasts of customers and sales, and how such forecasts have done so far.</summary>
internal sealed class ForecastCommand : ToolCommand
{
    private const int MostMonths = 240;

    /// <summary>Beyond so many months people are shown years.</summary>
    private const int MostMonthsByMonth = 24;

    private static readonly (string Word, ForecastMethod Meaning)[] Methods =
    [
        ("cohort", ForecastMethod.Cohort), ("probability", ForecastMethod.Probability), ("combination", ForecastMethod.Combination),
        ("last-value", ForecastMethod.LastValue), ("drift", ForecastMethod.Drift), ("seasonal-naive", ForecastMethod.SeasonalNaive),
    ];

    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _horizon = NewOption.Text("--horizon", "PERIOD");
    private readonly Option<string> _acquisition = NewOption.Text("--acquisition", "N");
    private readonly Option<bool> _backTest = NewOption.Flag("--backtest");
    private readonly Option<string> _by = NewOption.Text("--by", "STEP");
    private readonly Option<string> _method = NewOption.Text("--method", "METHOD");
    private readonly Option<string> _seed = NewOption.Text("--seed", "S");
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");

    /// <summary>The command.</summary>
    public ForecastCommand()
        : base("forecast", "mirai forecast samples/purchases.csv --horizon 5y")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _horizon, _acquisition, _backTest, _by, _method, _seed, _asOf }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Csv);
        var horizon = Horizon(run);
        var options = new ForecastOptions
        {
            Acquisition = Acquisition(run), Method = run.Choice(_method, Methods), Seed = (int)(run.Number(_seed, 0, int.MaxValue) ?? 1),
        };
        var byYear = run.Choice(_by, ("month", false), ("year", true)) ?? (horizon.Unit == PeriodUnit.Year ? 12 : 1) * horizon.Length > MostMonthsByMonth;
        run.Day(_asOf);
        using var input = _input.Load(run);
        var forecast = Forecast(run, input, horizon, options with { AsOf = input.DayOrLast(run, _asOf) });
        var texts = ForecastTexts.Of(run.Texts);
        if (run.Has(_backTest))
        {
            if (format == OutputFormat.Table) Show(run, BackTestPage.Of(forecast, options.Method, run.PageFor(_output.File(run))));
            else _output.Write(run, ForecastTable.OfBackTest(forecast.BackTest, texts, input.History.Currency), format);
            return;
        }

        if (format == OutputFormat.Table)
        {
            var page = new ForecastPage(forecast, input.Analysis, byYear && forecast.Years.Count > 0, run.PageFor(_output.File(run)));
            Show(run, page.Make(options.Method));
            return;
        }

        run.Say(ForecastPage.Why(forecast, options.Method, texts));
        if (forecast.Caution != ForecastCaution.None) run.Say(run.Texts.Words.Of(forecast.Caution, forecast.Observed));
        _output.Write(run, ForecastTable.Of(byYear ? forecast.Years : forecast.Months, texts, input.History.Currency), format);
    }

    private static CustomerForecast Forecast(CommandRun run, PurchaseInput input, Period horizon, ForecastOptions options)
    {
        CustomerForecast? forecast = null;
        Progress.Show(run, run.Texts.Messages.Computing, report =>
            forecast = input.Analysis.Forecast(horizon, options, report, run.Stop));
        return forecast!;
    }

    private void Show(CommandRun run, Block page)
    {
        var file = _output.File(run);
        var setting = run.PageFor(file);
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(page, stream));
    }

    private Period Horizon(CommandRun run)
    {
        const string Expected = "1m ... 240m, 1y ... 20y";
        if (run.Period(_horizon) is not { } horizon) return Period.Months(12);
        var months = horizon.Unit == PeriodUnit.Year ? 12L * horizon.Length : horizon.Length;
        return horizon.Unit != PeriodUnit.Day && months <= MostMonths ? horizon : throw run.Bad(_horizon, horizon.ToString(), Expected);
    }

    private ForecastAcquisition Acquisition(CommandRun run)
    {
        const string Expected = "same, none, N";
        return run.Value(_acquisition, Expected) switch
        {
            null or "same" => ForecastAcquisition.SameAsLastYear,
            "none" => ForecastAcquisition.None,
            { } found when double.TryParse(found, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1e11 =>
                ForecastAcquisition.Yearly(number),
            { } found => throw run.Bad(_acquisition, found, Expected),
        };
    }
}
