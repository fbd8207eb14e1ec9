using FsCheck;
using FsCheck.Xunit;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

public class SyntaxProperties
{
    [Property(MaxTest = 1_000)]
    public void Print_OfAnyTree_ParsesToTheSameTree(int seed)
    {
        var tree = TreeWithinLimits(seed);
        var text = SyntaxPrinter.Print(tree);
        var (parsed, diagnostics) = RuleParser.Parse(RuleFiles.Source(text), RuleLimits.Default);
        Assert.True(diagnostics.Count == 0, $"{text}\n{string.Join('\n', diagnostics)}");
        Assert.Equal(TreeText.Of(tree), TreeText.Of(parsed));
    }

    [Property(MaxTest = 1_000)]
    public void Format_OfAnyTree_KeepsTheTree(int seed)
    {
        var tree = TreeWithinLimits(seed);
        var formatted = RuleText.Format(SyntaxPrinter.Print(tree));
        Assert.Equal(formatted, RuleText.Format(formatted));
        Assert.Equal(TreeText.Of(tree), TreeText.Of(RuleParser.Parse(RuleFiles.Source(formatted), RuleLimits.Default).File));
    }

    [Property(MaxTest = 2_000)]
    public void Parse_OfAnyString_ComesToAnEndWithPlacedFindings(string? text)
    {
        var source = RuleFiles.Source(text ?? "");
        var (_, diagnostics) = RuleParser.Parse(source, RuleLimits.Default);
        Assert.All(diagnostics, found =>
        {
            Assert.InRange(found.Span.Start, 0, found.Span.End);
            Assert.InRange(found.Span.End, 0, source.Text.Length);
            Assert.NotEmpty(found.ToString("ja"));
        });
    }

    [Fact]
    public void Print_OfTheExamples_ParsesToTheSameTree()
    {
        var tree = RuleParser.Parse(RuleFiles.Source(RuleFiles.Examples), RuleLimits.Default).File;
        var printed = RuleParser.Parse(RuleFiles.Source(SyntaxPrinter.Print(tree)), RuleLimits.Default);
        Assert.Empty(printed.Diagnostics);
        Assert.Equal(TreeText.Of(tree), TreeText.Of(printed.File));
    }

    /// <summary>A random tree of which no expression is longer than the language allows: longer ones are refused, which other tests hold.</summary>
    private static FileSyntax TreeWithinLimits(int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var tree = new RandomTrees(random).File();
            var findings = RuleParser.Parse(RuleFiles.Source(SyntaxPrinter.Print(tree)), RuleLimits.Default).Diagnostics;
            if (!findings.Any(found => found.Code is "MR9003")) return tree;
        }
    }
}
