using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

public class FormattingProperties
{
    [Fact]
    public void Format_OfTheExamples_ChangesNothing() => Assert.Equal(RuleFiles.Examples.ReplaceLineEndings("\n"), RuleText.Format(RuleFiles.Examples));

    [Property(MaxTest = 1_000)]
    public void Format_OfAnotherLayout_KeepsTokensAndComments(int seed)
    {
        var other = OtherLayout(RuleFiles.Examples, new Random(seed));
        var formatted = RuleText.Format(other);
        Assert.Equal(formatted, RuleText.Format(formatted));
        var (before, after) = (Read(other), Read(formatted));
        Assert.Equal(Written(before.Tokens), Written(after.Tokens));
        Assert.Equal(Written(before.Comments), Written(after.Comments));
    }

    [Property(MaxTest = 300)]
    public void Format_OfAnotherLayoutWithoutCommentsAndEmptyLines_GivesTheSameText(int seed)
    {
        var plain = string.Join('\n', RuleFiles.Examples.Split('\n').Where(line => line.Trim().Length > 0 && line[0] != '#'));
        Assert.Equal(RuleText.Format(plain), RuleText.Format(OtherLayout(plain, new Random(seed), withComments: false)));
    }

    [Fact]
    public void Format_OfAWrongText_ThrowsWithTheFindings()
    {
        var thrown = Assert.Throws<RuleTextException>(() => RuleText.Format("mirai 1\nrule a\n  when x > (5\n"));
        Assert.Equal("MR2003", Assert.Single(thrown.Diagnostics).Code);
        Assert.False(RuleText.TryFormat("rule a\n  whn x", out var text, out _));
        Assert.Equal("rule a\n  whn x", text);
    }

    [Theory]
    [InlineData("rule　ａ\n  when　ｘ ＞ ５％\n", "rule a\n  when     x > 5%\n")]
    [InlineData("rule a\nwhen x > -5 and - y - -3 < (- z)", "rule a\n  when     x > -5 and -y - -3 < (-z)\n")]
    [InlineData("rule a\nmessage ja \"値は｛x｝か{ change（x，７ days） }\"", "rule a\n  message  ja \"値は｛x｝か{ change(x,7 days) }\"\n")]
    [InlineData("rule a\n  # first\n\n\n  when x > 5 # why\n\n  # last\n# next\nrule b", "rule a\n  # first\n\n  when     x > 5  # why\n\n  # last\n\n# next\nrule b\n")]
    [InlineData("rule a when x # one\n  # two\n > 5 severity warning if(x > 9)", "rule a\n  when     x  # one\n           # two\n           > 5\n  severity warning if (x > 9)\n")]
    [InlineData("alias a=b\nalias c = d\n\n\nalias e = f", "alias a = b\nalias c = d\n\nalias e = f\n")]
    [InlineData("rule a\n message ＂x＂ title en \"b\" ja'c'", "rule a\n  message  \"x\"\n  title    en \"b\"\n           ja 'c'\n")]
    public void Format_OfAText_GivesTheOneLayout(string text, string expected) =>
        Assert.Equal($"mirai 1\n\n{expected}", RuleText.Format($"mirai 1\n{text}"));

    private static string[] Written(Superpower.Model.Token<TokenKind>[] tokens) => [.. tokens.Select(token => token.Characters().ToString())];

    private static LexedText Read(string text) => Lexer.Read(new DiagnosticBag(RuleFiles.Source(text), RuleLimits.Default));

    /// <summary>The same tokens with other spaces, line breaks and more comments between them.</summary>
    private static string OtherLayout(string text, Random random, bool withComments = true)
    {
        var lexed = Read(text);
        var result = new StringBuilder();
        var comments = new Queue<Superpower.Model.Token<TokenKind>>(lexed.Comments);
        foreach (var token in lexed.Tokens)
        {
            while (comments.Count > 0 && comments.Peek().SourceSpan().Start < token.SourceSpan().Start)
                result.Append(random.Next(2) == 0 ? "\n" : " ").Append(comments.Dequeue().Characters()).Append('\n');
            result.Append(random.Next(withComments ? 8 : 4) switch
            {
                0 => "\n",
                1 => "\n      ",
                2 => "  \t ",
                4 => " # added\n",
                5 => "\n\n# added on its own line\n  ",
                _ => " ",
            });
            result.Append(token.Characters());
        }

        return result.Append('\n').ToString();
    }
}
