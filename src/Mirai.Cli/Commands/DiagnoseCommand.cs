using System.CommandLine;
using Mirai.Cli.Configuration;
using Mirai.Cli.Daily;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Diagnosis;

namespace Mirai.Cli.Commands;

/// <summary>The main job: whether the customer base is healthy on one day, and why not.</summary>
internal sealed class DiagnoseCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");
    private readonly Option<string> _rules = NewOption.Text("--rules", "FILE");
    private readonly Option<string> _failOn = NewOption.Text("--fail-on", "LEVEL");
    private readonly Option<string> _overdue = NewOption.Text("--overdue", "N");
    private readonly Option<string> _out = NewOption.Text("--out", "DIR");

    /// <summary>The command.</summary>
    public DiagnoseCommand()
        : base("diagnose", "mirai diagnose samples/purchases.csv")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _asOf, _rules, _failOn, _overdue, _out }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Table);
        run.Day(_asOf);
        var failOn = WarningLevels.Read(run, _failOn.Name);
        var overdue = DiagnosisMaker.OverdueListed(run) ?? 0;
        var texts = run.Value(_rules, "FILE") is { } pattern ? RuleFiles.Read(run, [pattern]) : [];
        var folder = run.Value(_out, "DIR");
        var files = folder is null ? null : new DiagnosisFiles(run, folder);
        using var held = files?.Enter();
        using var store = folder is null ? null : DiagnosisStore.Open(run, Path.Combine(folder, ConfigurationReader.DatabaseName));
        using var input = _input.Load(run);
        var day = input.DayOrLast(run, _asOf);
        var report = new DiagnosisMaker(run, input, texts, [], overdue).Make(day, run.Texts.Messages.Computing);
        if (format != OutputFormat.Table) DiagnosisMaker.TellRuleErrors(run, report);
        if (files is not null) Keep(run, report, files, store!);
        Write(run, input, report, format);
        if (report.Rules.Warnings.Any(warning => warning.Severity >= failOn)) run.ExitCode = ExitCode.NotSo;
    }

    private static void Keep(CommandRun run, DiagnosisReport report, DiagnosisFiles files, DiagnosisStore store)
    {
        run.Say(run.Texts.Run.Written(files.WriteWorkbook(report)));
        run.Say(run.Texts.Run.Written(files.WritePage(report)));
        store.Save(report);
        run.Say(run.Texts.Run.Written(store.Path));
    }

    private void Write(CommandRun run, PurchaseInput input, DiagnosisReport report, OutputFormat format)
    {
        var file = _output.File(run);
        if (format == OutputFormat.Json)
        {
            OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream =>
            {
                report.WriteJson(stream, run.Stop);
                stream.Write("\n"u8);
            });
            return;
        }

        if (format == OutputFormat.Csv)
        {
            _output.Write(run, DiagnosisTable.Of(report), format);
            return;
        }

        var setting = run.PageFor(file);
        var page = DiagnosisPage.Of(report, setting, BadRowSummary.Lines(run, input.Report));
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(page, stream));
    }
}
