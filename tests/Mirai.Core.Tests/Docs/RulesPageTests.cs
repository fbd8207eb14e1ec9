using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Docs;

/// <summary>
/// Every piece of rule text in the pages below is checked, formatted and, where it holds tests, tested. A piece that begins with a clause is taken as
/// part of a rule. All stand above the built-in rules, so that a page may change those.
/// </summary>
public sealed class RulesPageTests
{
    private static readonly string[] Declarations = ["mirai", "rule", "override", "test", "shared", "alias", "disable", "suppress", "#"];

    private static readonly RuleSetOptions Options = RuleSetOptions.Default with
    {
        Vocabulary = RuleVocabulary.BuiltIn.WithDimension("rank", "New", "Bronze", "Silver", "Gold").WithDimension("store", "Ginza", "Umeda").WithDimension("channel")
            with { HasOpenDimensions = false },
    };

    /// <summary>The pages, each with the least number of pieces that it must show.</summary>
    public static TheoryData<string, int> Pages => new()
    {
        { "docs/rules-language.md", 10 },
        { "docs/ja/rules-language.md", 10 },
        { "docs/ja/diagnosis.md", 3 },
        { "README.md", 1 },
        { "README.ja.md", 1 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pieces_OfThePage_AreRightAndPassTheirTests(string page, int least)
    {
        var pieces = Pieces(page);
        Assert.InRange(pieces.Count, least, 100);
        Assert.All(pieces, piece =>
        {
            var text = Whole(piece);
            IReadOnlyList<RuleSource> layers = [.. BuiltInRules.Sources, new RuleSource(page, text)];
            Assert.True(RuleSet.TryParse(layers, Options, out var rules, out var findings), $"{text}\n{string.Join('\n', findings)}");
            Assert.DoesNotContain(findings, f => f.Severity != DiagnosticSeverity.Advice);
            var failures = rules.Test().Tests.SelectMany(t => t.Failures).ToList();
            Assert.True(failures.Count == 0, string.Join('\n', failures));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pieces_OfThePage_AreLaidOutAsTheFormatterDoes(string page, int least)
    {
        var texts = Pieces(page).ConvertAll(Whole);
        Assert.InRange(texts.Count, least, 100);
        Assert.All(texts, text => Assert.Equal(text, RuleText.Format(text)));
    }

    [Theory]
    [InlineData("docs/rules-language.md")]
    [InlineData("docs/ja/rules-language.md")]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void Rule_OfThePagesBeginning_HasSixLines(string page) => Assert.Equal(6, Pieces(page)[0].TrimEnd('\n').Split('\n').Length);

    private static string Whole(string piece)
    {
        var first = piece.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)[0];
        if (!Array.Exists(Declarations, d => first.StartsWith(d, StringComparison.Ordinal))) piece = $"rule example\n{piece}" + (piece.Contains("  when ", StringComparison.Ordinal) ? "" : "  when     churn_rate > 10%\n");
        return first is "mirai" ? piece : $"mirai 1\n\n{piece}";
    }

    private static List<string> Pieces(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root(), page)).ReplaceLineEndings("\n");
        return [.. text.Split("```mirai\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Mirai.Core.sln in {AppContext.BaseDirectory} and the folders above.");
    }
}
