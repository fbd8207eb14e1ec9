using Mirai.Cli.Commands;
using Mirai.Cli.Input;
using Mirai.Diagnosis;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Daily;

/// <summary>Makes the diagnoses of an input: the rules are read once for all days.</summary>
internal sealed class DiagnosisMaker
{
    private readonly CommandRun _run;
    private readonly PurchaseInput _input;
    private readonly RuleTexts _rules;
    private readonly DiagnosisOptions _options;

    /// <summary>How many overdue customers are to be listed, of the setting <c>--overdue</c>.</summary>
    public static int? OverdueListed(ISettings settings) => (int?)settings.Number("--overdue", 0, DiagnosisOptions.MostOverdueListed);

    /// <summary>Lays rule texts on top of the shipped rules; those with errors are left out, and their errors stand in every diagnosis.</summary>
    public DiagnosisMaker(CommandRun run, PurchaseInput input, IReadOnlyList<RuleSource> texts, IReadOnlyList<DateOnly> holidays, int overdueListed)
    {
        (_run, _input) = (run, input);
        _rules = RuleTexts.Layer(CustomerAnalysis.RulesFor(input.Analysis.Options.ActivePeriod), texts);
        _options = DiagnosisOptions.Default with { RuleErrors = _rules.Errors, Ingest = input.Report, Holidays = holidays, OverdueListed = overdueListed };
    }

    /// <summary>Tells the errors of rule files on standard error, quiet or not.</summary>
    public static void TellRuleErrors(CommandRun run, DiagnosisReport report)
    {
        var errors = report.Rules.Errors;
        if (errors.Count == 0) return;
        run.Terminal.Error.WriteLine(run.Texts.Run.RuleErrors(errors.Count));
        foreach (var error in errors) run.Terminal.Error.WriteLine(error.ToString(run.Texts.Language).TrimEnd());
    }

    /// <summary>The diagnosis of a day.</summary>
    /// <param name="day">An observed day.</param>
    /// <param name="title">What the progress is called.</param>
    public DiagnosisReport Make(DateOnly day, string title)
    {
        DiagnosisReport? report = null;
        Progress.Show(_run, title, tell => report = RuleInput.Guarded(_run, () => _input.Analysis.Diagnose(day, _rules.Rules, _options, tell, _run.Stop)));
        return report!;
    }
}
