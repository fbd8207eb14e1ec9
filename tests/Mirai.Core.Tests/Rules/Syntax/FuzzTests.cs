using Mirai.Rules;
using Mirai.Rules.Syntax;
using Mirai.TestSupport.Fuzzing;

namespace Mirai.Core.Tests.Rules.Syntax;

public class FuzzTests
{
    /// <summary>Sound and faulty texts from which nearly sound ones are made.</summary>
    internal static IReadOnlyList<string> Corpus { get; } =
    [
        .. RuleFiles.Examples.Split("\n\n").Select(text => text.StartsWith("mirai", StringComparison.Ordinal) ? text : $"mirai 1\n{text}"),
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "Rules"), "*.cases")
            .Where(path => File.ReadAllText(path).StartsWith("=== ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => ErrorCase.Read(File.ReadAllText(path)))
            .Select(one => one.WholeWrong),
    ];

    [Fact]
    public void Format_OfAHundredThousandTexts_NeverThrowsAndNeverHangs()
    {
        var report = new FuzzRun(new RuleTextMutator(Corpus, seed: 20_261_122), new FormattingTarget()) { Patience = TimeSpan.FromSeconds(1) }.Run(0, 100_000);
        Assert.Empty(report.Findings.Select(found => $"{found.Number}: {found.What}\n{found.Text}"));
    }

    [Fact]
    public void Evaluate_OfTwentyThousandTexts_NeverThrowsAndNeverHangs()
    {
        var texts = new RuleFuzzTexts(new RuleTextMutator(Corpus, seed: 20_261_122), seed: 20_261_122);
        var report = new FuzzRun(texts, new EvaluationTarget()) { Patience = TimeSpan.FromSeconds(2) }.Run(0, 20_000);
        Assert.Empty(report.Findings.Select(found => $"{found.Number}: {found.What}\n{found.Text}"));
    }

    [Fact]
    public void RuleTexts_OfTheEvaluator_AreOftenSound()
    {
        var texts = new RuleFuzzTexts(new RuleTextMutator(Corpus, seed: 1), seed: 1);
        var options = RuleSetOptions.Default with { Vocabulary = RuleFuzzFigures.Vocabulary };
        Assert.InRange(Enumerable.Range(0, 1_000).Count(number => RuleSet.TryParse(texts.Text(number), options, out _, out _)), 400, 800);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("f(")]
    [InlineData("not ")]
    [InlineData("-")]
    [InlineData("{")]
    [InlineData("\"{")]
    [InlineData("1 + ")]
    [InlineData("x[a: ")]
    [InlineData("rule a\n")]
    [InlineData("@ ")]
    public void Parse_OfAHundredThousandOfOneThing_GivesErrors(string thing)
    {
        var text = "mirai 1\nrule a\n  when " + string.Concat(Enumerable.Repeat(thing, 100_000));
        var limits = RuleLimits.Default with { SourceLength = int.MaxValue };
        IReadOnlyList<RuleDiagnostic> found = [];
        var thread = new Thread(() => found = RuleParser.Parse(RuleFiles.Source(text), limits).Diagnostics, 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Contains(found, one => one.Severity == DiagnosticSeverity.Error);
        Assert.InRange(found.Count, 1, limits.Diagnostics + 1);
    }
}
