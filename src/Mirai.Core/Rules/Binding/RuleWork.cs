using System.Globalization;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>How much there is to compute, known before anything is.</summary>
internal static class RuleWork
{
    private const int Dearest = 3;

    /// <summary>For how many parts of the customers a rule runs at most, from the values that are known to occur; a dimension without known values counts once.</summary>
    public static long ScopesOf(BoundRule rule, RuleVocabulary vocabulary)
    {
        if (rule.Dimensions.Count == 0) return 1;
        var segments = 1L;
        foreach (var dimension in rule.Dimensions) segments = Math.Min(int.MaxValue, segments * Math.Max(1, vocabulary.ValuesOf(dimension).Count));
        return segments + (rule.IncludesOverall ? 1 : 0);
    }

    /// <summary>The values to compute for a rule on one day: what costs more than an addition counts more than once.</summary>
    public static double CellsPerDay(BoundRule rule, RuleVocabulary vocabulary) =>
        RuleNodes.All(rule).Sum(node => CostOf(node, vocabulary)) * ScopesOf(rule, vocabulary);

    /// <summary>The finding that a set is too much work over a number of days; <see langword="null"/> where it is not.</summary>
    public static RuleDiagnostic? Check(BindingResult bound, RuleVocabulary vocabulary, int days, RuleLimits limits)
    {
        var rules = bound.Rules.Rules.Select(rule => (Rule: rule, Cells: CellsPerDay(rule, vocabulary) * days)).OrderByDescending(r => r.Cells).ToList();
        var total = rules.Sum(r => r.Cells);
        if (total <= limits.Cells) return null;
        var definition = bound.Layers.Rules[rules[0].Rule.Name];
        return new RuleDiagnostic
        {
            Code = "MR9012", Source = definition.Source, Span = definition.Syntax.Name?.Span ?? definition.Syntax.Span,
            Message = new DiagnosticText("MR9012", Written(total), Written(limits.Cells)),
            Note = new DiagnosticText("MR9012.note", string.Join(", ", rules.Take(Dearest).Select(r => $"{r.Rule.Name} ({Written(r.Cells)})"))),
        };
    }

    private static double CostOf(BoundNode node, RuleVocabulary vocabulary) => node switch
    {
        CallNode { Function.Host: { } host } => Math.Max(1, host.CostPerDay),
        CallNode { By: [var dimension] } => Math.Max(1, vocabulary.ValuesOf(dimension).Count),
        _ => 1,
    };

    private static string Written(double cells) => Math.Round(cells).ToString("#,0", CultureInfo.InvariantCulture);
}
