using Mirai.Rules;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Binder, prose and evaluation: a text that is a rule set can be explained, and evaluated for a day or back-tested. Which of these a text is given to follows from its length.</summary>
public sealed class EvaluationTarget : IFuzzTarget
{
    private const int Rendered = 1;
    private const int OneInExplained = 4;
    private const int OneInWithYears = 64;

    private static readonly RuleSetOptions Options = RuleSetOptions.Default with { Vocabulary = RuleFuzzFigures.Vocabulary };
    private static readonly RuleFuzzFigures Weeks = new(days: 60);
    private static readonly RuleFuzzFigures Years = new(days: 800);

    /// <inheritdoc/>
    public string Name => "bind, explain and evaluate";

    /// <inheritdoc/>
    public void Take(string text)
    {
        var isSound = RuleSet.TryParse(text, Options, out var rules, out var findings);
        foreach (var found in findings.Take(Rendered))
        {
            if (found.ToString("en").Length == 0 || found.ToString("ja").Length == 0) throw new InvalidOperationException($"{found.Code} has no text");
        }

        if (!isSound) return;
        if (text.Length % OneInExplained == 0) Explain(rules!);
        try
        {
            // Long enough for weeks and months; sometimes for comparisons with the year before too.
            var figures = text.Length % OneInWithYears == 0 ? Years : Weeks;
            if (text.Length % 2 == 0) rules!.Evaluate(figures);
            else rules!.Backtest(figures);
        }
        catch (Exception exception) when (exception is RuleTextException or RuleLimitException)
        {
            // The figures lack what the rules name, or the rules want too much: both are said, not thrown at random.
        }
    }

    private static void Explain(RuleSet rules)
    {
        foreach (var rule in rules.Rules.Take(Rendered))
        {
            if (rules.Explain(rule.Name, "ja").Length == 0) throw new InvalidOperationException($"{rule.Name} has no explanation");
        }
    }
}
