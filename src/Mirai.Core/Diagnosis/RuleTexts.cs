using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Diagnosis;

/// <summary>Rule texts in layers, of which those with errors are left out: a mistake in one file must not stop the shipped rules.</summary>
/// <param name="Rules">The rules of all texts without errors.</param>
/// <param name="Errors">All errors of the others.</param>
public sealed record RuleTexts(RuleSet Rules, IReadOnlyList<RuleDiagnostic> Errors)
{
    /// <summary>Puts texts as layers upon rules, one by one, leaving out those that have errors or do not fit those below.</summary>
    /// <param name="rules">The rules at the bottom, such as the shipped ones.</param>
    /// <param name="texts">The texts, the lowest layer first.</param>
    public static RuleTexts Layer(RuleSet rules, IReadOnlyList<RuleSource> texts)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(texts);
        var errors = new List<RuleDiagnostic>();
        foreach (var text in texts)
        {
            try
            {
                rules = rules.With(text);
            }
            catch (RuleTextException exception)
            {
                errors.AddRange(exception.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
            }
        }

        return new RuleTexts(rules, errors);
    }

    /// <summary>The rules that figures allow: without the texts that use a metric, dimension or segment that the figures do not have.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="figures">The figures that they are to run on.</param>
    public static RuleTexts Fitting(RuleSet rules, FigureSource figures)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(figures);
        var vocabulary = RuleVocabulary.Of(figures);
        var errors = Errors(rules);
        if (errors.Count == 0) return new RuleTexts(rules, []);
        var fitting = RuleSet.Empty.With(rules.Options with { Vocabulary = vocabulary, Settings = [] });
        var found = new List<RuleDiagnostic>();
        foreach (var text in rules.Sources)
        {
            var layered = Layer(fitting, [text]);
            fitting = layered.Rules;
            found.AddRange(layered.Errors);
        }

        // Settings speak of rules and parameters, so they come when the texts are there; one for a text that is left out goes with it.
        foreach (var setting in rules.Options.Settings)
        {
            try
            {
                fitting = fitting.With(fitting.Options with { Settings = [.. fitting.Options.Settings, setting] });
            }
            catch (RuleTextException exception)
            {
                found.AddRange(exception.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            }
        }

        return new RuleTexts(fitting, found.Count == 0 ? errors : found);

        List<RuleDiagnostic> Errors(RuleSet set) => [.. set.Check(vocabulary).Where(d => d.Severity == DiagnosticSeverity.Error)];
    }
}
