using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Core.Tests.Diagnosis;

public sealed class BuiltInRuleTests
{
    private static readonly string[] Codes =
    [
        "l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "c1", "c2", "c3", "c4",
        "c5", "c6",
    ];

    [Fact]
    public void All_HasEveryCode_AndNothingToRemark()
    {
        Assert.Empty(BuiltInRules.All.Findings);
        Assert.Equal(Codes.Order(StringComparer.Ordinal), BuiltInRules.All.Rules.Select(CodeOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void All_EveryRule_SaysEverythingInBothLanguages_AndItsThresholdsHaveRanges() => Assert.All(BuiltInRules.All.Rules, rule =>
    {
        Assert.Contains(CodeOf(rule), rule.Tags, StringComparer.Ordinal);
        foreach (var language in new[] { "ja", "en" })
        {
            Assert.NotEmpty(rule.Titles[language]);
            Assert.NotEmpty(rule.Docs[language]);
        }

        Assert.All(rule.Parameters, parameter => Assert.True(parameter.Low is not null && parameter.High is not null, $"{rule.Name}.{parameter.Name}"));
    });

    [Fact]
    public void ContactRules_SayThatTheyAreAssociations()
    {
        var text = BuiltInRules.Sources.Single(s => s.Name.EndsWith("contacts.mirai", StringComparison.Ordinal)).Text;
        var messages = text.Split("  message  ")[1..].Select(m => m.Split("\n  ")[0] + m.Split("\n           ")[1].Split('\n')[0]).ToList();

        Assert.Equal(6, messages.Count);
        Assert.All(messages, message =>
        {
            Assert.Contains("関連", message, StringComparison.Ordinal);
            Assert.Contains("association", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Tests_OfTheTexts_AllPass()
    {
        var report = BuiltInRules.All.With(BuiltInRules.Tests).Test(new EvaluationOptions { MaxThreads = 0 });

        Assert.Equal([], report.Tests.SelectMany(t => t.Failures).Select(f => f.ToString()), StringComparer.Ordinal);
        Assert.Empty(report.UntestedRules);
        Assert.DoesNotContain(report.Untested, clause => !clause.Text.StartsWith("because", StringComparison.Ordinal));
    }

    [Fact]
    public void Tests_OfEveryRule_HaveItWarnStayQuietAndUndecided()
    {
        var tests = BuiltInRules.Tests.SelectMany(t => t.Text.Split("\ntest ")[1..]).ToLookup(t => t.Split(' ')[0], StringComparer.Ordinal);

        Assert.All(BuiltInRules.All.Rules, rule =>
        {
            Assert.Contains(tests[rule.Name], t => t.Contains("expect   undecided", StringComparison.Ordinal));
            Assert.Contains(tests[rule.Name], t => t.TrimEnd().EndsWith("expect   nothing", StringComparison.Ordinal));
            Assert.Contains(tests[rule.Name], t => t.Contains("expect   notice", StringComparison.Ordinal) || t.Contains("expect   warning", StringComparison.Ordinal)
                || t.Contains("expect   critical", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void For_AnotherPeriod_ComparesWithThatPeriod()
    {
        Assert.Contains("90 days", BuiltInRules.For(Period.Days(90)).Explain("a1_acquisition_short", "en"), StringComparison.Ordinal);
        Assert.Contains("2 years", BuiltInRules.For(Period.Years(2)).Explain("a1_acquisition_short", "en"), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BuiltInRules.For(Period.Days(7)));
        Assert.Equal(6, BuiltInRules.For(Period.Days(90)).Rules.Count(rule => rule.IsDisabled));
        Assert.DoesNotContain(BuiltInRules.For(Period.Months(12)).Rules, rule => rule.IsDisabled);
    }

    [Fact]
    public void For_AnotherPeriod_SpeaksOfThePeriodBefore()
    {
        var texts = BuiltInRules.For(Period.Days(90)).Sources.SelectMany(source => source.Text.Split('"').Where((_, i) => i % 2 == 1)).ToList();

        Assert.Contains("After-effect of the last period's loss", texts, StringComparer.Ordinal);
        string[] ofYears = ["last year", "a year before", "a year ago", "in a year", "of the year", "前年", "1年平均", "1年間", "1年前"];
        Assert.Equal([], texts.Where(text => ofYears.Any(phrase => text.Contains(phrase, StringComparison.Ordinal))), StringComparer.Ordinal);
        Assert.Contains(BuiltInRules.All.Sources, source => source.Text.Contains("After-effect of last year's loss", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_PurchasesAlone_LeavesRulesOfDiscountsAndContactsUndecided()
    {
        var days = Enumerable.Range(0, 1200).Select(d => new DateOnly(2022, 1, 1).AddDays(d));
        var rows = days.SelectMany((day, at) => Enumerable.Range(0, 2).Select(i => new Purchase($"C{((at * 7) + (i * 131)) % 400}", day, 1000)));
        using var history = Purchases.Load(rows).History;

        var result = BuiltInRules.All.Evaluate(new CustomerFigures(new CustomerAnalysis(history)));

        string[] lacking = ["b4_growth_bought", "b5_discount_acquired_leave", "c1_too_few", "c2_too_many", "c3_concentrated", "c4_at_risk_neglected", "c5_no_difference", "c6_unprofitable"];
        Assert.All(lacking, rule => Assert.Contains(result.Undecided, r => string.Equals(r.RuleId, rule, StringComparison.Ordinal)));
        Assert.All(result.Undecided.Where(r => r.RuleId[0] is 'c'), r => Assert.Equal((r.RuleId, UndecidedReason.NoContacts), (r.RuleId, r.Undecided!.Reason)));
        Assert.All(
            result.Undecided.Where(r => r.RuleId is "b4_growth_bought" or "b5_discount_acquired_leave"),
            r => Assert.Equal((r.RuleId, UndecidedReason.NoDiscounts), (r.RuleId, r.Undecided!.Reason)));
        Assert.All(result.Undecided.Where(r => !lacking.Contains(r.RuleId, StringComparer.Ordinal)), r => Assert.True(r.Undecided!.Reason <= UndecidedReason.NeedsNotMet, r.RuleId));
        Assert.DoesNotContain(result.Warnings, r => lacking.Contains(r.RuleId, StringComparer.Ordinal));
    }

    private static string CodeOf(RuleInfo rule) => rule.Name.Split('_')[0];
}
