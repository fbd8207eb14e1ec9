using Mirai.Measures;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Docs;

/// <summary>
/// Every piece of rule text in docs/rules-language.md is checked, formatted and, where it holds tests, tested. A piece that begins with a clause is taken as
/// part of a rule.
/// </summary>
public sealed class RulesPageTests
{
    private static readonly string[] Declarations = ["mirai", "rule", "override", "test", "shared", "alias", "disable", "suppress", "#"];

    private static readonly RuleSetOptions Options = RuleSetOptions.Default with
    {
        Vocabulary = RuleVocabulary.BuiltIn.WithDimension("rank", "New", "Bronze", "Silver", "Gold").WithDimension("store", "Ginza", "Umeda").WithDimension("channel")
            with { HasOpenDimensions = false },
    };

    [Fact]
    public void Pieces_OfThePage_AreRightAndPassTheirTests()
    {
        var pieces = Pieces();
        Assert.InRange(pieces.Count, 10, 100);
        Assert.All(pieces, piece =>
        {
            var text = Whole(piece);
            Assert.True(RuleSet.TryParse(text, Options, out var rules, out var findings), $"{text}\n{string.Join('\n', findings)}");
            Assert.DoesNotContain(findings, f => f.Severity != DiagnosticSeverity.Advice);
            var failures = rules.Test().Tests.SelectMany(t => t.Failures).ToList();
            Assert.True(failures.Count == 0, string.Join('\n', failures));
        });
    }

    [Fact]
    public void Pieces_OfThePage_AreLaidOutAsTheFormatterDoes() => Assert.All(Pieces(), piece =>
    {
        var text = Whole(piece);
        Assert.Equal(text, RuleText.Format(text));
    });

    [Fact]
    public void Rule_OfThePagesBeginning_HasSixLines() => Assert.Equal(6, Pieces()[0].TrimEnd('\n').Split('\n').Length);

    private static string Whole(string piece)
    {
        var first = piece.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)[0];
        if (!Array.Exists(Declarations, d => first.StartsWith(d, StringComparison.Ordinal))) piece = $"rule example\n{piece}" + (piece.Contains("  when ", StringComparison.Ordinal) ? "" : "  when     churn_rate > 10%\n");
        return first is "mirai" ? piece : $"mirai 1\n\n{piece}";
    }

    private static List<string> Pieces()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "rules-language.md")).ReplaceLineEndings("\n");
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
