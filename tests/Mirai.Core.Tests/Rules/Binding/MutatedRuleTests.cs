using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Binding;

public class MutatedRuleTests
{
    private const int Rounds = 400;

    /// <summary>Whatever stands in a text, it is bound without an exception, and every finding can be told in both languages.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryParse_OfMutatedRules_NeverThrows(int seed)
    {
        var random = new Random(seed);
        var pieces = Pieces(RuleTexts.Examples.Text + RuleTexts.Integrator.Text[8..]);
        for (var round = 0; round < Rounds; round++)
        {
            var mutated = pieces.ToList();
            var start = random.Next(mutated.Count - 200);
            mutated = mutated.GetRange(start, 200);
            for (var i = random.Next(1, 6); i > 0; i--) Mutate(mutated, pieces, random);
            var text = string.Concat(mutated.Prepend("mirai 1\nrule first\n  when "));
            var isSound = RuleSet.TryParse(text, RuleTexts.Options, out var rules, out var findings);
            Assert.All(findings, d => Assert.DoesNotContain("MR", d.ToString("ja").Split('\n')[0].Split("]: ")[1], StringComparison.Ordinal));
            Assert.All(findings, d => Assert.NotEmpty(d.ToString()));
            if (!isSound) continue;
            Assert.All(rules!.Rules, rule => Assert.NotEmpty(rules.Explain(rule.Name, "ja") + rules.Explain(rule.Name)));
        }
    }

    /// <summary>A correction that is certain removes its finding and brings no new error of the same kind.</summary>
    [Theory]
    [InlineData("rule a\n  when sales > 5 JPY\noverride a\n  when sales > 4 JPY \"\uD842\"\n")]
    [InlineData("rule a\n  when sales > 5 JPY\n-----\uD842\noverride a\n  when sales > 4 JPY\n")]
    [InlineData("rule a\n  when `\uFFFE` > 5\n")]
    [InlineData("rule a\n  when sales[customer_year: \"\uDFB7\"] > 5 JPY\n  title \"\uFFFE\"\n")]
    [InlineData("rule a\n  when sales > 5 JPY\ntest a \"t\"\n  starting 2026-01-01\n  given sales = 6 JPY for 3 days\n  expect warning[rank: not \"Gold\"] on day 1\n")]
    public void Parse_OfWhatFuzzingFound_GivesErrorsAndNoException(string text)
    {
        Assert.False(RuleSet.TryParse("mirai 1\n" + text, RuleTexts.Options, out _, out var findings));
        Assert.NotEmpty(findings);
    }

    [Fact]
    public void Fix_ThatIsCertain_RemovesItsFinding()
    {
        var cases = ErrorCaseFiles.Read("errors-binding.cases").Concat(ErrorCaseFiles.Read("mistakes-binding.cases")).ToList();
        var corrected = 0;
        foreach (var text in cases.Where(c => c.Option.Length == 0).Select(c => c.WholeWrong))
        {
            foreach (var found in Findings(text).Where(d => d is { Fix: { IsGuess: false }, Help: null }))
            {
                var after = text[..found.Fix!.Span.Start] + found.Fix.NewText + text[found.Fix.Span.End..];
                Assert.Equal(CountOf(found.Code, text) - 1, CountOf(found.Code, after));
                corrected++;
            }
        }

        Assert.True(corrected >= 15, $"only {corrected} corrections");
    }

    private static int CountOf(string code, string text) => Findings(text).Count(d => string.Equals(d.Code, code, StringComparison.Ordinal));

    private static IReadOnlyList<RuleDiagnostic> Findings(string text)
    {
        var isSound = RuleSet.TryParse(text, RuleTexts.Options, out var rules, out var findings);
        Assert.Equal(isSound, rules is not null);
        return findings;
    }

    private static void Mutate(List<string> text, List<string> pieces, Random random)
    {
        var at = random.Next(text.Count);
        switch (random.Next(4))
        {
            case 0:
                text.RemoveAt(at);
                break;
            case 1:
                text.Insert(at, $" {pieces[random.Next(pieces.Count)]} ");
                break;
            case 2:
                text[at] = $" {pieces[random.Next(pieces.Count)]} ";
                break;
            default:
                var other = random.Next(text.Count);
                (text[at], text[other]) = (text[other], text[at]);
                break;
        }
    }

    /// <summary>Words, numbers, texts and signs with the space behind them.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (text[at] == '"') end = text.IndexOf('"', end) + 1;
            else if (char.IsLetterOrDigit(text[at])) while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            pieces.Add(text[at..end]);
            at = end;
        }

        return pieces;
    }
}
