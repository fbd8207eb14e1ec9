using Mirai.Diagnosis;
using Mirai.Rules;
using Mirai.Rules.Syntax;
using Mirai.Samples;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>What the rules say reaches the document in the order in which people must read it, whatever is wrong with a text.</summary>
public sealed class DiagnosisRuleTests(LeakyDiagnosis leaky) : IClassFixture<LeakyDiagnosis>
{
    private readonly CustomerAnalysis _analysis = leaky.Analysis;

    [Fact]
    public void Warnings_AreSorted_GravestFirstThenRootsOfTrees()
    {
        var findings = leaky.Report.Rules;
        Assert.Equal(["customers_fall", "retention_falls"], findings.Warnings.Take(2).Select(warning => warning.RuleId), StringComparer.Ordinal);
        Assert.Equal("customers_fall", findings.Warnings[1].ParentId);
        Assert.Equal("retention_falls", Assert.Single(findings.Warnings[0].Causes).RuleId);
        Assert.Equal(findings.Warnings.OrderByDescending(w => w.Severity).Select(w => w.Severity), findings.Warnings.Select(w => w.Severity));
        Assert.Equal(DiagnosisVerdict.Warning, leaky.Report.Verdict);
        Assert.Same(findings.Warnings[0], leaky.Report.FirstWarning);
        Assert.Equal(90, findings.Warnings[0].Evidence[0].Series.Count);
        Assert.Equal(_analysis.ActiveCustomers(leaky.Report.AsOf), findings.Warnings[0].Evidence[0].Series[^1]);
    }

    [Fact]
    public void Evaluation_OfTheDocument_IsThatOfTheRules()
    {
        var evaluation = Companies.Rules.Evaluate(new CustomerFigures(_analysis), leaky.Report.AsOf);
        Assert.Equal(
            evaluation.Warnings.Select(w => (w.RuleId, w.Part, w.Severity, w.Opened)).ToHashSet(),
            leaky.Report.Rules.Warnings.Select(w => (w.RuleId, w.Part, w.Severity, w.Opened)).ToHashSet());
        Assert.Equal(evaluation.QuietCount, leaky.Report.Rules.QuietCount);
    }

    [Theory]
    [InlineData(SampleScenario.Healthy, DiagnosisVerdict.Ok, DiagnosisVerdict.Notice, null)]
    [InlineData(SampleScenario.Leaky, DiagnosisVerdict.Warning, DiagnosisVerdict.Critical, "a2_retention_falls")]
    [InlineData(SampleScenario.Mail, DiagnosisVerdict.Warning, DiagnosisVerdict.Warning, "c2_too_many")]
    public void BuiltInRules_TellTheStory(SampleScenario scenario, DiagnosisVerdict least, DiagnosisVerdict most, string? rule)
    {
        var report = Companies.Analysis(scenario, customers: 3000).Diagnose(Companies.LastDay, rules: null, Companies.WithoutForecast);
        Assert.InRange(report.Verdict, least, most);
        if (rule is not null) Assert.Contains(report.Rules.Warnings, warning => string.Equals(warning.RuleId, rule, StringComparison.Ordinal));
        Assert.Equal(BuiltInRules.Sources.Select(source => source.Name), report.Settings.Rules.Select(text => text.Name), StringComparer.Ordinal);
        Assert.Empty(report.Rules.Errors);
    }

    [Fact]
    public void TextWithErrors_IsLeftOutAndShown_OthersRun()
    {
        RuleSource broken = new("broken.mirai", "mirai 1\n\nrule broken\n  title \"x\"\n  when no_such_metric > 3\n  severity warning\n");
        RuleSource sound = new("sound.mirai", "mirai 1\n\ndisable sales_fall \"not ours\"\n");
        var texts = RuleTexts.Layer(Companies.Rules, [broken, sound]);
        var report = _analysis.Diagnose(leaky.Report.AsOf, texts.Rules, Companies.WithoutForecast with { RuleErrors = texts.Errors });
        Assert.Equal("MR3001", Assert.Single(report.Rules.Errors).Code);
        Assert.Equal("sales_fall", Assert.Single(report.Rules.Disabled).RuleId);
        Assert.Equal("test.mirai True, sound.mirai True, broken.mirai False", string.Join(", ", report.Settings.Rules.Select(text => $"{text.Name} {text.IsUsed}")));
        Assert.Equal("customers_fall", report.FirstWarning!.RuleId);
        Assert.NotEqual(leaky.Report.Settings.RulesHash, report.Settings.RulesHash, StringComparer.Ordinal);
    }

    [Fact]
    public void TextThatTheDataDoesNotFit_IsLeftOutAndShown()
    {
        var vocabulary = RuleVocabulary.BuiltIn.WithMetric(new RuleMetric("visits", "来店", "customers", Measures.MeasureKind.Flow, false));
        var rules = RuleSet.Parse(Companies.Rules.Sources, RuleSetOptions.Default with { Vocabulary = vocabulary })
            .With("visits.mirai", "mirai 1\n\nrule few_visits\n  title \"x\"\n  when visits < 3\n  severity warning\n");
        var report = _analysis.Diagnose(leaky.Report.AsOf, rules, Companies.WithoutForecast);
        Assert.Equal("visits.mirai", Assert.Single(report.Rules.Errors).Source.Name);
        Assert.Equal(leaky.Report.Rules.Warnings.Count, report.Rules.Warnings.Count);
        Assert.False(report.Settings.Rules[^1].IsUsed);
    }

    [Fact]
    public void NoRules_AreUndecidedAndNeverWell()
    {
        var report = _analysis.Diagnose(leaky.Report.AsOf, RuleSet.Empty, Companies.WithoutForecast);
        Assert.Equal(DiagnosisVerdict.Undecided, report.Verdict);
        Assert.Null(report.FirstWarning);
    }
}
