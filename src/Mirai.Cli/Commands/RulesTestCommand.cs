using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Rules;
using BuiltInRules = Mirai.Diagnosis.BuiltInRules;

namespace Mirai.Cli.Commands;

/// <summary>Runs the tests that stand in rule files; without any, those of the built-in rules.</summary>
internal sealed class RulesTestCommand : ToolCommand
{
    private readonly RuleInput _rules = new();
    private readonly OutputOptions _output = new();

    /// <summary>The command.</summary>
    public RulesTestCommand()
        : base("test", "mirai rules test samples/rules/*.mirai")
    {
        Add(_rules.Files);
        Add(_rules.Tags);
        foreach (var option in Inputs.Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _rules.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Table);
        var rules = _rules.HasFiles(run) ? _rules.Rules(run) : _rules.Chosen(run, BuiltInRules.All.With(BuiltInRules.Tests));
        RuleTestReport? report = null;
        Progress.Show(run, RuleTexts.Of(run.Texts).Testing, progress =>
            report = RuleInput.Guarded(run, () => rules.Test(options: null, progress, run.Stop)));
        if (!report!.Passed) run.ExitCode = ExitCode.NotSo;
        if (format == OutputFormat.Table) _output.Write(run, setting => RuleTestPage.Of(report, setting));
        else _output.Write(run, new DataTable(Columns, report.Tests.Select(t => Cells(t, run.Texts.Language)), Currency.Jpy), format);
    }

    private static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("file", "file"), new("line", "line"), new("rule", "rule"), new("test", "test"), new("outcome", "outcome"), new("days", "days"), new("failures", "failures"),
    ];

    private static Cell[] Cells(RuleTestResult test, string language) =>
    [
        Cell.Of(test.Source.Name), Cell.Of(test.Line), Cell.Of(test.RuleId), Cell.Of(test.Title), Cell.Of(test.Outcome.ToString().ToLowerInvariant()), Cell.Of(test.Days),
        test.Failures.Count == 0 ? Cell.Missing : Cell.Of(string.Join("; ", test.Failures.Select(f => f.MessageIn(language)))),
    ];
}
