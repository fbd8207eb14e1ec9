using System.CommandLine;
using System.Text;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Commands;

/// <summary>Lays rule files out in the one way there is.</summary>
internal sealed class RulesFormatCommand : ToolCommand
{
    private readonly RuleInput _rules = new();
    private readonly Option<bool> _check = NewOption.Flag("--check");
    private readonly Option<bool> _stdout = NewOption.Flag("--stdout");

    /// <summary>The command.</summary>
    public RulesFormatCommand()
        : base("format", "mirai rules format samples/rules/*.mirai --check")
    {
        Add(_rules.Files);
        Add(_check);
        Add(_stdout);
    }

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var texts = RuleTexts.Of(run.Texts);
        if (run.Has(_check) && run.Has(_stdout)) throw new WrongInputException(texts.NotTogether(_check.Name, _stdout.Name));
        var formatted = new List<(RuleSource Source, string Text)>();
        var wrong = 0;
        foreach (var source in _rules.Sources(run))
        {
            run.Stop.ThrowIfCancellationRequested();
            if (RuleText.TryFormat(source.Text, out var text, out var findings, source.Name))
            {
                formatted.Add((source, text));
                continue;
            }

            foreach (var error in findings.Where(f => f.Severity == DiagnosticSeverity.Error))
            {
                wrong++;
                run.Terminal.Error.WriteLine(error.ToString(run.Texts.Language));
            }
        }

        if (wrong > 0) throw new WrongInputException(texts.NotFormatted(wrong));
        Write(run, formatted, texts);
    }

    private void Write(CommandRun run, List<(RuleSource Source, string Text)> formatted, RuleTexts texts)
    {
        var changed = formatted.Where(f => !string.Equals(f.Source.Text, f.Text, StringComparison.Ordinal)).ToList();
        if (run.Has(_check))
        {
            Print(run, string.Concat(changed.Select(f => f.Source.Name + "\n")));
            run.Say(texts.WouldChange(changed.Count, formatted.Count));
            if (changed.Count > 0) run.ExitCode = ExitCode.NotSo;
            return;
        }

        foreach (var (source, text) in formatted)
        {
            if (run.Has(_stdout) || source.Name is "-") Print(run, text);
            else if (!string.Equals(source.Text, text, StringComparison.Ordinal)) OutputPlace.Write(source.Name, run.Terminal.Output, run.Texts.Messages, stream => Put(stream, text));
        }

        if (!run.Has(_stdout)) run.Say(texts.Changed([.. changed.Select(f => f.Source.Name).Where(name => name is not "-")], formatted.Count));
    }

    private static void Print(CommandRun run, string text) => OutputPlace.Write(null, run.Terminal.Output, run.Texts.Messages, stream => Put(stream, text));

    private static void Put(Stream stream, string text) => stream.Write(new UTF8Encoding(false).GetBytes(text));
}
