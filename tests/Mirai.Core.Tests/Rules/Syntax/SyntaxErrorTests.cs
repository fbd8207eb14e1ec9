using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

public class SyntaxErrorTests
{
    [Theory]
    [InlineData("errors-syntax.cases")]
    [InlineData("mistakes.cases")]
    public void Parse_OfWrongTexts_SaysWhatIsWrong(string file) => ErrorCaseFiles.Check(file, static (text, limits) => Said(text, limits, "en"));

    [Fact]
    public void ToString_InJapanese_SaysTheSameInJapanese()
    {
        const string expected = """
            エラー[MR2003]: `(` が閉じられていません
              --> rules.mirai:3:22
              |
            3 |   when change(稼働顧客数, sum(sales, 28 days <= -5% for 7 days
              |                              ^               -- おそらくこの前で閉じます
              |                              ここで開いています
              = 修正案: `when change(稼働顧客数, sum(sales, 28 days) <= -5% for 7 days`

            エラー[MR2010]: `warnig` という重要度はありません
              --> rules.mirai:4:12
              |
            4 |   severity warnig
              |            ^^^^^^
              = もしかして: `severity warning`

            """;
        var said = Said("mirai 1\nrule a\n  when change(稼働顧客数, sum(sales, 28 days <= -5% for 7 days\n  severity warnig\n", RuleLimits.Default, "ja");
        Assert.Equal(expected, said[said.IndexOf("エラー[MR2003]: `(` が閉じられていません\n  --> rules.mirai:3:22", StringComparison.Ordinal)..]);
    }

    internal static string Said(string text, RuleLimits limits, string language) =>
        string.Join('\n', RuleParser.Parse(RuleFiles.Source(text), limits).Diagnostics.Select(found => found.ToString(language)));
}
