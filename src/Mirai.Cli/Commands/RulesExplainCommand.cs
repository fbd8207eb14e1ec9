using System.CommandLine;
using System.Text;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Cli.Commands;

/// <summary>What rules do, in sentences, and where each value came from.</summary>
internal sealed class RulesExplainCommand : ToolCommand
{
    private readonly RuleInput _rules = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _rule = NewOption.Text("--rule", "NAME,...");

    /// <summary>The command.</summary>
    public RulesExplainCommand()
        : base("explain", "mirai rules explain samples/rules/*.mirai --rule active_customers_declining")
    {
        Add(_rules.Files);
        Add(_rule);
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
        var rules = _rules.Rules(run);
        var chosen = Chosen(run, rules);
        if (format == OutputFormat.Table) _output.Write(run, setting => Page(rules, chosen, setting));
        else _output.Write(run, new DataTable(Columns, chosen.SelectMany(rule => rule.Parameters.SelectMany(p => Cells(rule, p))), Currency.Jpy), format);
    }

    private static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("rule", "rule"), new("parameter", "parameter"), new("segment", "segment"), new("value", "value"), new("default", "default"), new("low", "low"),
        new("high", "high"), new("set_by", "set_by"),
    ];

    private static IEnumerable<Cell[]> Cells(RuleInfo rule, RuleParameterInfo parameter)
    {
        Cell[] Row(string? segment, string value, string? usual, string setBy) =>
        [
            Cell.Of(rule.Name), Cell.Of(parameter.Name), Text(segment), Cell.Of(value), Text(usual), Text(parameter.Low), Text(parameter.High), Cell.Of(setBy),
        ];
        foreach (var (segment, value) in parameter.Rows) yield return Row(segment, value, null, parameter.RowsSetBy[segment]);
        if (parameter.Value is { } single) yield return Row(parameter.Rows.Count > 0 ? "else" : null, single, parameter.Default, parameter.SetBy);
    }

    private static Cell Text(string? text) => text is null ? Cell.Missing : Cell.Of(text);

    private static Block Page(RuleSet rules, IReadOnlyList<RuleInfo> chosen, PageSetting setting)
    {
        var page = new Block();
        foreach (var rule in chosen)
        {
            if (page.Lines.Count > 0) page.Blank();
            var lines = rules.Explain(rule.Name, setting.Texts.Language).TrimEnd('\n').Split('\n');
            page.Add(Line.Of(lines[0], Tone.Accent));
            foreach (var line in lines.AsSpan(1)) page.Text(line.TrimStart(), setting.Width, line[..^line.TrimStart().Length] + "  ");
        }

        return page;
    }

    private IReadOnlyList<RuleInfo> Chosen(CommandRun run, RuleSet rules)
    {
        if (run.Value(_rule, "NAME,...") is not { } names) return rules.Rules;
        return
        [
            .. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
                rules.Rules.FirstOrDefault(r => string.Equals(r.Name, name.Normalize(NormalizationForm.FormKC), StringComparison.Ordinal))
                ?? throw new WrongInputException(RuleTexts.Of(run.Texts).UnknownRule(name, SegmentChoice.Nearest(name, rules.Rules.Select(r => r.Name))))),
        ];
    }
}
