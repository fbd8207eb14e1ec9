using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Projection;

namespace Mirai.Cli.Commands;

/// <summary>What follows from a scenario, and what a target takes.</summary>
internal sealed class ProjectCommand : ToolCommand
{
    private readonly OutputOptions _output = new();
    private readonly Argument<string> _file = new("SCENARIO.toml") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _scenario = NewOption.Text("--scenario", "NAME");
    private readonly Option<string> _years = NewOption.Text("--years", "N");
    private readonly Option<bool> _cohorts = NewOption.Flag("--cohorts");
    private readonly Option<bool> _compare = NewOption.Flag("--compare");
    private readonly Option<string> _solve = NewOption.Text("--solve", "UNKNOWN");
    private readonly Option<string> _target = NewOption.Text("--target", "N");
    private readonly Option<string> _year = NewOption.Text("--year", "Y");
    private readonly Option<string> _figure = NewOption.Text("--figure", "FIGURE");

    /// <summary>The command.</summary>
    public ProjectCommand()
        : base("project", "mirai project samples/scenarios/reference.toml --solve retention --target 10000000000 --year 5")
    {
        Add(_file);
        foreach (var option in new Option[] { _scenario, _years, _cohorts, _compare, _solve, _target, _year, _figure }.Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var texts = ProjectTexts.In(run.Texts);
        var format = _output.Format(run, OutputFormat.Csv);
        var question = Question(run, texts);
        if (run.Parsed.GetValue(_file) is not { Length: > 0 } path) throw new WrongInputException(texts.FileNeeded);
        var file = ScenarioFile.Load(run, path);
        var years = (int)(run.Number(_years, 1, ScenarioFile.MostYears) ?? file.Years);
        var scenarios = Chosen(run, file, texts);
        if (run.Has(_compare) && scenarios.Count < 2) throw new WrongInputException(texts.TwoNeeded);
        if (question is { } asked) Solve(run, file, scenarios, years, asked, format);
        else if (run.Has(_compare)) Compare(run, file, ScenarioComparison.Of(scenarios, years), format);
        else Project(run, file, [.. scenarios.Select(scenario => scenario.Project(years))], format);
    }

    private static IEnumerable<Cell[]> Rows(IEnumerable<ScenarioResult> results) =>
        from result in results
        from year in result.Years
        select (Cell[])
        [
            Cell.Of(result.Scenario.Name), Cell.Of(year.Year), Cell.Decimal(Heads(year.Acquired)), Cell.Decimal(Heads(year.Active)),
            Cell.Money(year.Sales), Rate(CellKind.MoneyRate, year.SalesPerCustomer), Rate(CellKind.Ratio, result.Scenario.FiveYearMultiple(year.Year)),
        ];

    private static IEnumerable<Cell[]> CohortRows(IEnumerable<ScenarioResult> results) =>
        from result in results
        from year in result.Years
        from cohort in year.Cohorts
        select (Cell[])
        [
            Cell.Of(result.Scenario.Name), Cell.Of(year.Year), Cell.Of(cohort.AcquiredIn), Cell.Of(cohort.CustomerYear),
            Cell.Decimal(Heads(cohort.Active)), Cell.Money(cohort.Sales),
        ];

    private static IEnumerable<Cell[]> Rows(ScenarioComparison comparison) =>
        from year in Enumerable.Range(1, comparison.YearCount)
        from row in comparison.Year(year).Zip(comparison.ActiveDifferences(year), comparison.SalesDifferences(year)).Zip(comparison.Results)
        select (Cell[])
        [
            Cell.Of(year), Cell.Of(row.Second.Scenario.Name), Cell.Decimal(Heads(row.First.First.Active)), Cell.Money(row.First.First.Sales),
            Cell.Decimal(Heads(row.First.Second)), Cell.Money(row.First.Third),
        ];

    private static IEnumerable<Cell[]> Rows(SolveAnswer answer)
    {
        var (scenario, unknown, target, outcome) = answer;
        (string Word, (decimal? Value, decimal? Attained)[] Found) = outcome switch
        {
            SolveOutcome.Solved solved => ("solved", [(solved.Value, solved.Attained)]),
            SolveOutcome.OutOfReach most => ("out_of_reach", [(most.BestAt, most.Best)]),
            SolveOutcome.AlreadyPassed least => ("already_passed", [(least.LeastAt, least.Least)]),
            SolveOutcome.NotMonotone several => ("not_monotone", several.Values.Select(value => ((decimal?)value, (decimal?)target.Value)).ToArray()),
            _ => ("no_influence", new (decimal?, decimal?)[] { (null, ((SolveOutcome.NoInfluence)outcome).Attained) }),
        };
        return Found.Select(found => (Cell[])
        [
            Cell.Of(scenario.Name), Cell.Of(WordOf(unknown)), Cell.Of(WordOf(target.Figure)), Figure(target.Value), Cell.Of(target.Year), Cell.Of(Word),
            found.Value is { } value ? Cell.Decimal(value) : Cell.Missing, found.Attained is { } attained ? Figure(attained) : Cell.Missing,
        ]);

        Cell Figure(decimal value) => target.Figure == TargetFigure.Sales ? Cell.Money(value) : Cell.Decimal(Heads(value));
    }

    /// <summary>Expected customers to a millionth of one.</summary>
    private static decimal Heads(decimal heads) => decimal.Round(heads, 6);

    private static Cell Rate(CellKind kind, decimal? rate) => rate is { } number ? new Cell(kind, Number: (double)number) : Cell.Missing;

    private static string WordOf(SolveUnknown unknown) => unknown switch
    {
        SolveUnknown.Retention => "retention", SolveUnknown.Acquisition => "acquired", _ => "ltv",
    };

    private static string WordOf(TargetFigure figure) => figure == TargetFigure.Sales ? "sales" : "active";

    private static TableColumn[] Columns(params ReadOnlySpan<string> ids)
    {
        var columns = new TableColumn[ids.Length];
        for (var i = 0; i < ids.Length; i++) columns[i] = new TableColumn(ids[i], ids[i], IsKey: i < 2);
        return columns;
    }

    private void Project(CommandRun run, ScenarioFile file, IReadOnlyList<ScenarioResult> results, OutputFormat format)
    {
        if (run.Has(_cohorts))
        {
            var columns = Columns("scenario", "year", "acquired_in", "customer_year", "active", "sales");
            _output.Write(run, new DataTable(columns, CohortRows(results), file.Currency), format);
            return;
        }

        if (format == OutputFormat.Table) Show(run, setting => new ProjectPage(setting, file.Currency).Of(results));
        else Write(run, file, format, Rows(results), "scenario", "year", "acquired", "active", "sales", "sales_per_customer", "five_year_multiple");
    }

    private void Compare(CommandRun run, ScenarioFile file, ScenarioComparison comparison, OutputFormat format)
    {
        if (format == OutputFormat.Table) Show(run, setting => new ProjectPage(setting, file.Currency).Of(comparison));
        else Write(run, file, format, Rows(comparison), "year", "scenario", "active", "sales", "active_difference", "sales_difference");
    }

    private void Solve(
        CommandRun run, ScenarioFile file, IReadOnlyList<Scenario> scenarios, int years, (SolveUnknown Unknown, ScenarioTarget Target) asked, OutputFormat format)
    {
        var answers = new List<SolveAnswer>();
        foreach (var scenario in scenarios)
        {
            run.Stop.ThrowIfCancellationRequested();
            answers.Add(new SolveAnswer(scenario, asked.Unknown, asked.Target, scenario.Solve(asked.Unknown, asked.Target)));
        }

        var shown = Math.Max(years, asked.Target.Year);
        if (format == OutputFormat.Table) Show(run, setting => new ProjectPage(setting, file.Currency).Of(answers, shown));
        else Write(run, file, format, answers.SelectMany(Rows), "scenario", "unknown", "figure", "target", "year", "outcome", "value", "attained");
    }

    private void Write(CommandRun run, ScenarioFile file, OutputFormat format, IEnumerable<Cell[]> rows, params ReadOnlySpan<string> ids) =>
        _output.Write(run, new DataTable(Columns(ids), rows, file.Currency), format);

    private void Show(CommandRun run, Func<PageSetting, Block> page)
    {
        var target = _output.File(run);
        var setting = run.PageFor(target);
        var block = page(setting);
        OutputPlace.Write(target, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(block, stream));
    }

    /// <summary>What --solve asks, with everything that belongs to it; null where it was not given.</summary>
    private (SolveUnknown Unknown, ScenarioTarget Target)? Question(CommandRun run, ProjectTexts texts)
    {
        var unknown = run.Choice(_solve, ("retention", SolveUnknown.Retention), ("acquired", SolveUnknown.Acquisition), ("ltv", SolveUnknown.Ltv));
        var target = Target(run);
        var year = run.Number(_year, 1, ScenarioFile.MostYears);
        var figure = run.Choice(_figure, ("sales", TargetFigure.Sales), ("active", TargetFigure.ActiveCustomers));
        if (run.Has(_compare) && run.Has(_cohorts)) throw new WrongInputException(texts.NotTogether(_compare.Name, _cohorts.Name));
        if (unknown is null)
        {
            var stray = target is not null ? _target.Name : year is not null ? _year.Name : figure is not null ? _figure.Name : null;
            return stray is null ? null : throw new WrongInputException(texts.NeedsSolve(stray));
        }

        if (run.Has(_compare)) throw new WrongInputException(texts.NotTogether(_solve.Name, _compare.Name));
        if (run.Has(_cohorts)) throw new WrongInputException(texts.NotTogether(_solve.Name, _cohorts.Name));
        if (target is null) throw new WrongInputException(run.Texts.Messages.OptionNeeded(_target.Name));
        if (year is null) throw new WrongInputException(run.Texts.Messages.OptionNeeded(_year.Name));
        return (unknown.Value, new ScenarioTarget(target.Value, (int)year.Value, figure ?? TargetFigure.Sales));
    }

    private decimal? Target(CommandRun run)
    {
        const string Expected = "N >= 0";
        if (run.Value(_target, Expected) is not { } found) return null;
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(found, Styles, CultureInfo.InvariantCulture, out var target) && target >= 0 ? target : throw run.Bad(_target, found, Expected);
    }

    private IReadOnlyList<Scenario> Chosen(CommandRun run, ScenarioFile file, ProjectTexts texts)
    {
        if (run.Value(_scenario, "NAME") is not { } name) return file.Scenarios;
        var names = file.Scenarios.Select(scenario => scenario.Name).ToList();
        var index = names.IndexOf(name);
        return index >= 0 ? [file.Scenarios[index]] : throw new WrongInputException(texts.UnknownScenario(name, SegmentChoice.Nearest(name, names), string.Join(", ", names)));
    }
}
