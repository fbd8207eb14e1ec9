using Mirai.Core.Tests.Rules.Binding;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Testing;

public class TestFailureTests
{
    [Fact]
    public void Test_ThatFails_SaysWhatWasExpectedAndWhatCame() => ErrorCaseFiles.Check("errors-tests.cases", static (text, limits) => Said(text, limits, "en"));

    [Fact]
    public void Test_ThatFails_SaysTheSameInJapanese() => ErrorCaseFiles.Check("tests-japanese.cases", static (text, limits) => Said(text, limits, "ja"));

    /// <summary>What is said about the tests of a text, or about the text where it cannot be run.</summary>
    private static string Said(string text, RuleLimits limits, string language)
    {
        var ahead = new HostRuleFunction("next_day", [new HostRuleParameter("x", RuleArgumentKind.Value)], static (columns, result) =>
        {
            for (var day = 0; day < result.Length; day++) result[day] = day + 1 < result.Length ? columns[0][day + 1] : double.NaN;
        });
        var isSound = RuleSet.TryParse(text, RuleTexts.Options.With(ahead) with { Limits = limits }, out var rules, out var findings);
        var said = isSound ? rules!.Test().Tests.SelectMany(t => t.Failures) : findings.Where(d => d.Severity == DiagnosticSeverity.Error);
        return string.Join('\n', said.Select(d => d.ToString(language)));
    }
}
