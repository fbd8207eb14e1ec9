using Mirai.Cli.Commands;
using Mirai.Cli.Configuration;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Diagnosis;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Daily;

/// <summary>What a daily run did.</summary>
/// <param name="Report">The diagnosis of its day.</param>
/// <param name="Ingest">The summary of rows that could not be used.</param>
/// <param name="Files">What was written, by kind.</param>
/// <param name="New">The new warnings.</param>
/// <param name="IsTold">Whether the alert program has taken them.</param>
/// <param name="HasAlertFailed">Whether it should have, and has not.</param>
internal sealed record DailyResult(
    DiagnosisReport Report, IReadOnlyList<string> Ingest, IReadOnlyList<(string Kind, string Path)> Files, IReadOnlyList<RuleResult> New, bool IsTold, bool HasAlertFailed);

/// <summary>The daily run: reads the input once, diagnoses the day and those that were missed, writes and stores, and tells of new warnings.</summary>
/// <param name="run">The call.</param>
/// <param name="configuration">What to do.</param>
internal sealed class DailyRun(CommandRun run, RunConfiguration configuration)
{
    private readonly HashSet<(string Rule, CustomerPart Part)> _opened = [];

    /// <summary>Does it.</summary>
    /// <param name="asOf">The only day; <see langword="null"/> for the last one and those that were missed.</param>
    /// <exception cref="WrongInputException">The input cannot be used.</exception>
    /// <exception cref="OutputException">Something cannot be written; what was stored before is unchanged.</exception>
    public DailyResult Do(DateOnly? asOf)
    {
        var files = new DiagnosisFiles(run, configuration.Output.Folder);
        using var held = files.Enter();
        using var database = configuration.Output.Database is { } path ? DiagnosisStore.Open(run, path) : null;
        var rules = configuration.Diagnosis.Rules is { Count: > 0 } patterns ? RuleFiles.Read(run, patterns) : [];
        using var input = PurchaseInput.Load(run, configuration.Purchases, configuration.Input);
        var days = new DayPlan(run, configuration.Diagnosis.CatchUp, input.Days).Days(asOf, database);
        var maker = new DiagnosisMaker(run, input, rules, configuration.Diagnosis.Holidays, configuration.Diagnosis.OverdueListed);
        DiagnosisReport? report = null;
        for (var i = 0; i < days.Count; i++)
        {
            report = maker.Make(days[i], run.Texts.Run.Diagnosing(days[i], i + 1, days.Count));
            if (i == 0) DiagnosisMaker.TellRuleErrors(run, report);
            foreach (var warning in report.Rules.Warnings.Where(warning => warning.State is RuleState.Opened or RuleState.Escalated)) _opened.Add((warning.RuleId, warning.Part));
            if (i < days.Count - 1) database?.Save(report);
        }

        return Finish(files, database, report!, [.. BadRowSummary.Lines(run, input.Report)]);
    }

    private DailyResult Finish(DiagnosisFiles files, DiagnosisStore? database, DiagnosisReport report, IReadOnlyList<string> badRows)
    {
        var written = new List<(string Kind, string Path)>();
        if (configuration.Output.HasWorkbook) written.Add(("workbook", files.WriteWorkbook(report)));
        if (configuration.Output.HasPage) written.Add(("page", files.WritePage(report)));
        database?.Save(report);
        if (database is not null) written.Add(("database", database.Path));
        if (configuration.Output.Keep is { } keep) files.RemoveOld(keep, report.AsOf);
        if (configuration.Alert.OnWarning is not { } program)
        {
            var opened = report.Rules.Warnings.Where(warning => _opened.Contains((warning.RuleId, warning.Part))).ToList();
            return new DailyResult(report, badRows, written, opened, IsTold: false, HasAlertFailed: false);
        }

        var told = ToldWarnings.Read(run, configuration.Output.Folder);
        var fresh = told.NewIn(report);
        var isTold = fresh.Count == 0 || Tell(program, AlertMessage.Of(report, fresh, written));
        if (isTold) told.Remember(run, report);
        return new DailyResult(report, badRows, written, fresh, isTold && fresh.Count > 0, !isTold);
    }

    private bool Tell(AlertProgram program, byte[] message)
    {
        var texts = run.Texts.Run;
        var call = new AlertCall(program, texts);
        var trouble = call.Send(message, run.Stop);
        if (call.Output.Length > 0)
        {
            if (trouble is null) run.Say(texts.AlertSaid + Environment.NewLine + call.Output);
            else run.Terminal.Error.WriteLine(texts.AlertSaid + Environment.NewLine + call.Output);
        }

        if (trouble is not null) run.Terminal.Error.WriteLine(run.Texts.Messages.Error($"{trouble} {texts.AlertAgain}"));
        return trouble is null;
    }
}
