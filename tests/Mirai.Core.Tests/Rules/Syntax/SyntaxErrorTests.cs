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
              --> rules.mirai:3:14
              |
            3 |   when change(稼働顧客数, 28 days <= -5% for 7 days
              |              ^                    -- おそらくこの前で閉じます
              |              ここで開いています
              = 修正案: `when change(稼働顧客数, 28 days) <= -5% for 7 days`

            エラー[MR2010]: `warnig` という重要度はありません
              --> rules.mirai:4:12
              |
            4 |   severity warnig
              |            ^^^^^^
              = もしかして: `severity warning`

            """;
        Assert.Equal(expected, Said("mirai 1\nrule a\n  when change(稼働顧客数, 28 days <= -5% for 7 days\n  severity warnig\n", RuleLimits.Default, "ja"));
    }

    [Fact]
    public void ToJson_OfAFinding_HoldsPlacesAndFix()
    {
        var (_, diagnostics) = RuleParser.Parse(RuleFiles.Source("mirai 1\nrule a\n  severity warnig\n"), RuleLimits.Default);
        using var json = System.Text.Json.JsonDocument.Parse(RuleDiagnostic.ToJson(diagnostics, "ja"));
        var found = Assert.Single(json.RootElement.EnumerateArray().ToArray());
        Assert.Equal("MR2010", found.GetProperty("code").GetString());
        Assert.Equal("error", found.GetProperty("severity").GetString());
        Assert.Equal("`warnig` という重要度はありません", found.GetProperty("message").GetString());
        var start = found.GetProperty("range").GetProperty("start");
        Assert.Equal((26, 3, 12), (start.GetProperty("offset").GetInt32(), start.GetProperty("line").GetInt32(), start.GetProperty("column").GetInt32()));
        Assert.Equal("warning", found.GetProperty("fix").GetProperty("newText").GetString());
    }

    [Fact]
    public void ToString_OfAVeryLongLine_ShowsThePartAroundTheMistake()
    {
        var line = string.Join(" and ", Enumerable.Repeat("稼働顧客数 > 5", 50));
        var said = Said($"mirai 1\nrule a\n  when {line} && x < 3\n", RuleLimits.Default, "en");
        Assert.All(said.Split('\n'), shown => Assert.InRange(shown.Length, 0, 300));
        Assert.Contains("…", said, StringComparison.Ordinal);
        Assert.Contains("> 5 and x < 3`", said, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfControlCharacters_ShowsNoneOfThem()
    {
        var said = Said("mirai 1\nrule a\n  when x > 5 \u001b[2J \u202e @\n", RuleLimits.Default, "en");
        Assert.DoesNotContain(said, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202e', said);
    }

    internal static string Said(string text, RuleLimits limits, string language) =>
        string.Join('\n', RuleParser.Parse(RuleFiles.Source(text), limits).Diagnostics.Select(found => found.ToString(language)));
}
