using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Binding;

public class BindingErrorTests
{
    [Theory]
    [InlineData("errors-binding.cases")]
    [InlineData("mistakes-binding.cases")]
    public void Parse_OfWrongTexts_SaysWhatIsWrong(string file) =>
        ErrorCaseFiles.Check(file, static (text, limits) => Said(text, limits, "en", d => d.Severity != DiagnosticSeverity.Advice));

    [Fact]
    public void Parse_OfWrongTexts_SaysTheSameInJapanese() =>
        ErrorCaseFiles.Check("mistakes-japanese.cases", static (text, limits) => Said(text, limits, "ja", d => d.Severity != DiagnosticSeverity.Advice));

    [Fact]
    public void Parse_OfUnluckyTexts_GivesAdvice() =>
        ErrorCaseFiles.Check("errors-advice.cases", static (text, limits) => Said(text, limits, "en", _ => true));

    [Theory]
    [InlineData("# mirai: allow MRL004 the shop closes on Sundays", 0)]
    [InlineData("# mirai: allow MRL003 another piece", 1)]
    [InlineData("# allow MRL004", 1)]
    public void Advice_WithAMarkAbove_IsSilent(string comment, int expected)
    {
        var rules = RuleSet.Parse($"mirai 1\nrule a\n  param limit = 10%\n  {comment}\n  when churn_rate > limit for 3 days\n", RuleTexts.Options);
        Assert.Equal(expected, rules.Findings.Count);
    }

    [Fact]
    public void Parse_OfSevenMistakesInOneRule_ReportsAllAtOnce()
    {
        const string text = """
            mirai 1
            rule a
              for each rnk
              let slow = avg(sales, 28)
              needs activ_customers > 100
              when retention_rate < 65 for 7 days
              severity critical if lapsed_customers > dm_sent
              severity warning
              message en "{churn_rat}"
              drill averge(sales, 7 days) by store
            """;
        Assert.False(RuleSet.TryParse(text, RuleTexts.Options, out _, out var findings));
        Assert.Equal(
            ["MR3003", "MR2005", "MR3001", "MR4002", "MR4001", "MR3001", "MR3002"], findings.Select(d => d.Code), StringComparer.Ordinal);
    }

    /// <summary>What is said about texts that are divided by a line of dashes, each a layer; the first is shipped.</summary>
    private static string Said(string text, RuleLimits limits, string language, Func<RuleDiagnostic, bool> isWanted)
    {
        var sources = text.Split("-----\n").Select((layer, at) => new RuleSource(at == 0 ? "rules.mirai" : "own.mirai", layer)).ToList();
        var isSound = RuleSet.TryParse(sources, RuleTexts.Options with { Limits = limits, ShippedLayers = 1 }, out _, out var findings);
        Assert.NotEqual(isSound, findings.Any(d => d.Severity == DiagnosticSeverity.Error));
        return string.Join('\n', findings.Where(isWanted).Select(d => d.ToString(language)));
    }
}
