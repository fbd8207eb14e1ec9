using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

public class ExampleRulesTests
{
    [Fact]
    public void Parse_OfTheExamples_FindsEveryDeclarationAndNothingWrong()
    {
        var (file, diagnostics) = RuleParser.Parse(RuleFiles.Source(RuleFiles.Examples), RuleLimits.Default);
        Assert.Empty(diagnostics.Select(found => $"{found.Code} {found.Source.PositionOf(found.Span.Start)} {string.Join('|', found.Message.Arguments)}"));
        Assert.Equal(1, file.Version);
        Assert.Equal(13, file.Declarations.OfType<RuleSyntax>().Count());
        Assert.Equal(2, file.Declarations.OfType<TestSyntax>().Count());
        Assert.Equal(2, file.Declarations.OfType<OverrideSyntax>().Count());
        Assert.Equal(2, file.Declarations.OfType<SuppressSyntax>().Count());
        Assert.Single(file.Declarations.OfType<SharedSyntax>());
        Assert.Single(file.Declarations.OfType<AliasSyntax>());
        Assert.Single(file.Declarations.OfType<DisableSyntax>());
    }
}
