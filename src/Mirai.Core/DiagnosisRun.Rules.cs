using System.Security.Cryptography;
using System.Text;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai;

/// <content>What the rules say, and the verdict.</content>
internal sealed partial class DiagnosisRun
{
    /// <summary>The gravest open warning; without one, well only where more was decided than not.</summary>
    private static DiagnosisVerdict VerdictOf(RuleFindings findings)
    {
        if (findings.Warnings.Count > 0)
        {
            return findings.Warnings[0].Severity switch
            {
                WarningLevel.Critical => DiagnosisVerdict.Critical,
                WarningLevel.Warning => DiagnosisVerdict.Warning,
                _ => DiagnosisVerdict.Notice,
            };
        }

        var decided = findings.QuietCount + findings.Closed.Count + findings.Suppressed.Count;
        return decided > findings.Undecided.Count ? DiagnosisVerdict.Ok : DiagnosisVerdict.Undecided;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private (RuleFindings Findings, RuleTexts Texts) Evaluate()
    {
        _figures.Expect([CustomerMeasures.RetentionRate.Id], [Segments.Segment.CustomerYear.Id]);
        var texts = RuleTexts.Fitting(_rules, _figures);
        var evaluation = texts.Rules.Evaluate(
            _figures, _asOf, EvaluationOptions.Default with { MaxThreads = _analysis.Options.MaxThreads }, _stop);
        var findings = new RuleFindings
        {
            Warnings = RuleFindings.InOrder(evaluation.Results.Where(r => r.IsOpen)),
            Closed = [.. evaluation.Results.Where(r => r.State == RuleState.Closed)],
            Suppressed = [.. evaluation.Results.Where(r => r.State == RuleState.Suppressed)],
            Undecided = [.. evaluation.Undecided],
            Disabled = evaluation.Disabled,
            QuietCount = evaluation.QuietCount,
            Errors = [.. _options.RuleErrors, .. texts.Errors],
            InfiniteFigures = evaluation.InfiniteFigures,
        };
        return (findings, texts);
    }

    private DiagnosisSettings Settings(RuleTexts texts, IReadOnlyList<Segments.Segment> segments)
    {
        var used = texts.Rules.Sources.ToHashSet(ReferenceEqualityComparer.Instance);
        var all = _rules.Sources.Concat(_options.RuleErrors.Select(error => error.Source)).Distinct<RuleSource>(ReferenceEqualityComparer.Instance).ToList();
        var settings = texts.Rules.Options.Settings.Select(setting => setting.Source.Text);
        var options = _analysis.Options;
        return new DiagnosisSettings(
            options.ActivePeriod,
            _analysis.History.Currency,
            _analysis.History.BeganWithData,
            options.WindowChurn.Window,
            options.Portfolio,
            [.. all.Select(source => new RuleTextInfo(source.Name, HashOf(source.Text), used.Contains(source)))],
            HashOf(string.Join('\u0001', texts.Rules.Sources.Select(source => source.Text).Concat(settings))),
            texts.Rules.Rules.Count,
            [.. segments.Select(segment => segment.Id)]);
    }
}
