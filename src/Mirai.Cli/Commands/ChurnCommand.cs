using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Commands;

/// <summary>Window churn and lifetime value: of all customers, by segment, by month, by sample, or of totals typed.</summary>
internal sealed class ChurnCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly ChurnOptions _options = new();
    private readonly Option<string> _by = NewOption.Text("--by", "SEGMENT");
    private readonly Option<bool> _monthly = NewOption.Flag("--monthly");
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");

    /// <summary>The command.</summary>
    public ChurnCommand()
        : base("churn", "mirai churn samples/purchases.csv --window 6m --margin 30% --acquisition-cost 3000")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _by, _monthly, _asOf }.Concat(_options.All).Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Csv);
        var texts = ChurnTexts.Of(run.Texts);
        var (options, totals, sampling) = (_options.Read(run), _options.Totals(run), _options.Sampling(run));
        run.Day(_asOf);
        CheckTogether(run, texts);
        if (totals is { } typed)
        {
            Show(run, OfTotals(typed, options, texts), sample: null, InputSettings.Currency(run), format, Period.OneYear);
            return;
        }

        using var input = _input.Load(run);
        var segment = SegmentChoice.Read(run, _by, input);
        var day = input.DayOrLast(run, _asOf);
        if (run.Has(_monthly)) _output.Write(run, ChurnTable.ByMonth(Monthly(run, input, options, day), run.Texts, input.History.Currency, format), format);
        else if (segment is not null)
        {
            var values = input.Analysis.WindowChurnBy(segment, day, options, run.Stop);
            if (values.Count == 0) throw Nobody(texts, input, options, day);
            _output.Write(run, ChurnTable.BySegment(values, segment.Id, run.Texts, input.History.Currency, format), format);
        }
        else
        {
            var sample = sampling is null ? null : Sample(texts, input, sampling, options, day, run.Stop);
            var churn = sample?.Churn ?? input.Analysis.WindowChurn(day, options, run.Stop);
            if (churn.Totals.BaseCustomers == 0) throw Nobody(texts, input, options, day);
            Show(run, churn, sample, input.History.Currency, format, input.Analysis.Options.ActivePeriod);
        }
    }

    private static WindowChurn OfTotals(WindowTotals totals, WindowChurnOptions options, ChurnTexts texts)
    {
        if (totals.Contradiction is { } contradiction) throw new WrongInputException(texts.Contradiction(contradiction, totals.ToString()));
        return totals.BaseCustomers > 0 ? WindowChurn.Of(totals, options) : throw new WrongInputException(texts.EmptyTotals);
    }

    private static WindowSample Sample(
        ChurnTexts texts, PurchaseInput input, WindowSampling sampling, WindowChurnOptions options, DateOnly day, CancellationToken stop)
    {
        var all = sampling.Customers is null ? long.MaxValue : input.Analysis.WindowChurn(day, options, stop).Totals.BaseCustomers;
        return sampling.Customers <= all || sampling.Customers is null
            ? input.Analysis.SampleWindowChurn(day, sampling, options, stop)
            : throw (all == 0 ? Nobody(texts, input, options, day) : new WrongInputException(texts.TooFewToSample(sampling.Customers.Value, all)));
    }

    private static WrongInputException Nobody(ChurnTexts texts, PurchaseInput input, WindowChurnOptions options, DateOnly day)
    {
        var (until, after) = (options.Window.Before(day), options.Window.Times(2).Before(day));
        return new WrongInputException(texts.NobodyInBase(new DayRange(after < until ? after.AddDays(1) : until, until), input.Days));
    }

    private static IReadOnlyList<WindowChurn> Monthly(CommandRun run, PurchaseInput input, WindowChurnOptions options, DateOnly last)
    {
        IReadOnlyList<WindowChurn> churns = [];
        Progress.Show(run, run.Texts.Messages.Computing, report => churns = input.Analysis.MonthlyWindowChurn(
            options, new DayRange(input.Days.First, last), report, run.Stop));
        return churns;
    }

    /// <summary>What cannot be asked for at once, whatever the input is.</summary>
    private void CheckTogether(CommandRun run, ChurnTexts texts)
    {
        var given = new (string Name, bool Is)[]
        {
            (_options.TotalsOption.Name, IsGiven(_options.TotalsOption)), ("--by", IsGiven(_by)), ("--monthly", run.Has(_monthly)),
            (_options.SampleOption.Name, IsGiven(_options.SampleOption)),
        }.Where(option => option.Is).Select(option => option.Name).ToList();
        if (given.Count > 1) throw new WrongInputException(texts.NotTogether(given[0], given[1]));
        if (!IsGiven(_options.TotalsOption)) return;
        if (IsGiven(_asOf)) throw new WrongInputException(texts.NotTogether(given[0], "--as-of"));
        if (_input.HasPurchases(run)) throw new WrongInputException(texts.NotTogether(given[0], _input.Purchases.Name));

        bool IsGiven(Option<string> option) => run.Parsed.GetResult(option) is { Implicit: false };
    }

    private void Show(CommandRun run, WindowChurn churn, WindowSample? sample, Currency currency, OutputFormat format, Period activePeriod)
    {
        if (format != OutputFormat.Table)
        {
            _output.Write(run, sample is null ? ChurnTable.Of(churn, currency) : ChurnTable.Of(sample, currency), format);
            return;
        }

        var file = _output.File(run);
        var setting = run.PageFor(file);
        var page = new ChurnPage(churn, sample, setting, currency, activePeriod).Make();
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(page, stream));
    }
}
