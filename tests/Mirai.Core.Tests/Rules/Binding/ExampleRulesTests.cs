using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Binding;

public class ExampleRulesTests
{
    [Fact]
    public void Parse_OfTheExamples_BindsEveryRule()
    {
        Assert.True(RuleSet.TryParse([RuleTexts.Examples, RuleTexts.Integrator], RuleTexts.Options, out var rules, out var findings), Shown(findings));
        Assert.Equal(["MR7009 integrator.mirai:15"], findings.Where(d => d.Severity == DiagnosticSeverity.Warning).Select(Line), StringComparer.Ordinal);
        Assert.Equal(13, rules.Rules.Count);
    }

    private static string Shown(IEnumerable<RuleDiagnostic> findings) => string.Join('\n', findings.Select(d => $"{Line(d)} {string.Join('|', d.Message.Arguments)}"));

    private static string Line(RuleDiagnostic found) => $"{found.Code} {found.Source.Name}:{found.Source.PositionOf(found.Span.Start).Line}";
}
