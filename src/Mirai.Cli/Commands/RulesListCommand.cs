using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Cli.Commands;

/// <summary>The rules of files: title, level, tags, parameters.</summary>
internal sealed class RulesListCommand : ToolCommand
{
    private readonly RuleInput _rules = new();
    private readonly OutputOptions _output = new();

    /// <summary>The command.</summary>
    public RulesListCommand()
        : base("list", "mirai rules list samples/rules/*.mirai")
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
        var format = _output.Format(run, OutputFormat.Csv);
        var rules = _rules.Rules(run);
        var texts = RuleTexts.Of(run.Texts);
        TableColumn[] columns =
        [
            new("rule", texts.Rule, IsKey: true), new("title", texts.Title), new("levels", texts.Levels), new("for", texts.For), new("tags", texts.Tags),
            new("parameters", texts.Parameters), new("state", texts.State), new("place", texts.Place),
        ];
        _output.Write(run, new DataTable(columns, rules.Rules.Select(rule => Cells(rule, run.Texts.Language, format == OutputFormat.Table ? texts.Words : null)), Currency.Jpy), format);
    }

    private static Cell[] Cells(RuleInfo rule, string language, IReadOnlyDictionary<string, string>? words)
    {
        string Word(string word) => words is null ? word : words[word];
        return
        [
            Cell.Of(rule.Name), Text(In(rule.Titles, language)), Cell.Of(string.Join(" ", rule.Levels.Select(l => Word(l.ToString().ToLowerInvariant())))),
            Cell.Of(string.Join(" ", rule.Dimensions.Prepend(rule.IncludesOverall ? "overall" : "").Where(d => d.Length > 0))), Text(string.Join(" ", rule.Tags)),
            Text(string.Join("; ", rule.Parameters.Select(Parameter))), Cell.Of(Word(rule.IsDisabled ? "disabled" : "enabled")),
            Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{rule.Source}:{rule.Line}")),
        ];
    }

    private static Cell Text(string text) => text.Length == 0 ? Cell.Missing : Cell.Of(text);

    private static string Parameter(RuleParameterInfo parameter)
    {
        var rows = parameter.Rows.Select(row => $"{row.Key}: {row.Value}");
        var values = parameter.Value is null ? rows : parameter.Rows.Count == 0 ? [parameter.Value] : rows.Append($"else: {parameter.Value}");
        return $"{parameter.Name} = {string.Join(", ", values)}";
    }

    /// <summary>A text in a language; where there is none, in English, else the first.</summary>
    internal static string In(IReadOnlyDictionary<string, string> texts, string language)
    {
        foreach (var wanted in (ReadOnlySpan<string>)[language, "", "en"])
        {
            if (texts.TryGetValue(wanted, out var text)) return text;
        }

        return texts.Values.FirstOrDefault() ?? "";
    }
}
