using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Commands;

/// <summary>What is wrong with rule files, and what deserves a look.</summary>
internal sealed class RulesCheckCommand : ToolCommand
{
    private readonly RuleInput _rules = new();
    private readonly OutputOptions _output = new();

    /// <summary>The command.</summary>
    public RulesCheckCommand()
        : base("check", "mirai rules check samples/rules/*.mirai --purchases samples/purchases.csv --attributes samples/customers.csv")
    {
        Add(_rules.Files);
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
        var sources = _rules.Sources(run);
        using var purchases = _rules.Purchases(run);
        var isSound = RuleSet.TryParse(sources, RuleInput.Options(run, purchases is null ? null : new CustomerFigures(purchases.Analysis)), out var rules, out var findings);
        if (!isSound) run.ExitCode = ExitCode.WrongInput;
        switch (format)
        {
            case OutputFormat.Json:
                var file = _output.File(run);
                OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream =>
                    stream.Write(System.Text.Encoding.UTF8.GetBytes(RuleDiagnostic.ToJson(findings, run.Texts.Language) + "\n")));
                break;
            case OutputFormat.Csv:
                _output.Write(run, new DataTable(Columns, findings.Select(f => Cells(f, run.Texts.Language)), Currency.Jpy), format);
                break;
            default:
                _output.Write(run, setting => FindingsPage.Of(findings, setting).Add(Summary(run, sources, rules, findings)));
                break;
        }
    }

    private static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("file", "file"), new("line", "line"), new("column", "column"), new("severity", "severity"), new("code", "code"), new("message", "message"),
    ];

    private static Cell[] Cells(RuleDiagnostic found, string language)
    {
        var place = found.Source.PositionOf(found.Span.Start);
        return
        [
            Cell.Of(found.Source.Name), Cell.Of(place.Line), Cell.Of(place.Column), Cell.Of(found.Severity.ToString().ToLowerInvariant()), Cell.Of(found.Code),
            Cell.Of(found.MessageIn(language)),
        ];
    }

    private static Line Summary(CommandRun run, IReadOnlyList<RuleSource> sources, RuleSet? rules, IReadOnlyList<RuleDiagnostic> findings)
    {
        var texts = RuleTexts.Of(run.Texts);
        int Count(DiagnosticSeverity severity) => findings.Count(f => f.Severity == severity);
        var (errors, warnings, advice) = (Count(DiagnosticSeverity.Error), Count(DiagnosticSeverity.Warning), Count(DiagnosticSeverity.Advice));
        return rules is null
            ? Line.Of(texts.Findings(sources.Count, errors, warnings, advice), Tone.Bad)
            : Line.Of(texts.Sound(sources.Count, rules.Rules.Count, warnings, advice), Tone.Good);
    }
}
