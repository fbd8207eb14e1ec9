using System.CommandLine;
using Mirai.Cli.Configuration;
using Mirai.Cli.Daily;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Rules;

namespace Mirai.Cli.Commands;

/// <summary>The daily run from one configuration file.</summary>
internal sealed class RunCommand : ToolCommand
{
    private readonly Argument<string> _file = new("CONFIG.toml") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _init = NewOption.Flag("--init");
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");
    private readonly Option<string> _failOn = NewOption.Text("--fail-on", "LEVEL");
    private readonly Option<string> _overdue = NewOption.Text("--overdue", "N");

    /// <summary>The command.</summary>
    public RunCommand()
        : base("run", "mirai run samples/mirai.toml")
    {
        Add(_file);
        foreach (var option in new Option[] { _init, _asOf, _failOn, _overdue }) Add(option);
    }

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var path = run.Parsed.GetValue(_file);
        if (run.Has(_init))
        {
            Initialise(run, path is { Length: > 0 } ? path : ConfigurationTemplate.FileName);
            return;
        }

        if (path is not { Length: > 0 }) throw new WrongInputException(run.Texts.Run.ConfigurationNeeded);
        var asOf = run.Day(_asOf);
        var failOn = WarningLevels.Read(run, _failOn.Name);
        var overdue = DiagnosisMaker.OverdueListed(run);
        var configuration = RunConfiguration.Load(run, path);
        if (overdue is { } listed) configuration = configuration with { Diagnosis = configuration.Diagnosis with { OverdueListed = listed } };
        var spoken = run.Has("--lang") || configuration.Output.Language is not { } language || !Texts.TryFind(language, out var texts) ? run : run with { Texts = texts };
        var result = new DailyRun(spoken, configuration).Do(asOf ?? configuration.Diagnosis.AsOf);
        if (!run.IsQuiet)
        {
            var setting = spoken.PageFor(null);
            OutputPlace.Write(null, run.Terminal.Output, spoken.Texts.Messages, stream => setting.Write(RunSummary.Of(result, setting), stream));
        }

        run.ExitCode = CodeOf(result, failOn ?? configuration.Alert.FailOn, configuration.Alert.FailOnRuleErrors);
    }

    private static int CodeOf(DailyResult result, WarningLevel? failOn, bool failOnRuleErrors)
    {
        if (result.HasAlertFailed) return ExitCode.Failed;
        if (failOnRuleErrors && result.Report.Rules.Errors.Count > 0) return ExitCode.WrongInput;
        return result.Report.Rules.Warnings.Any(warning => warning.Severity >= failOn) ? ExitCode.NotSo : ExitCode.Done;
    }

    private static void Initialise(CommandRun run, string path)
    {
        if (File.Exists(path) || Directory.Exists(path)) throw new WrongInputException(run.Texts.Run.InTheWay(path));
        var text = System.Text.Encoding.UTF8.GetBytes(ConfigurationTemplate.In(run.Texts.Language));
        OutputPlace.Write(path, Stream.Null, run.Texts.Messages, stream => stream.Write(text));
        run.Say(run.Texts.Run.InitWritten(path));
    }
}
