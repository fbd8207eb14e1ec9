using Mirai.Model;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Rules;

public sealed partial class RuleSet
{
    /// <summary>The rules in file order, those that <see cref="WithTags"/> leaves out excepted.</summary>
    public IReadOnlyList<RuleInfo> Rules => [.. _binding.Layers.Rules.Values.Where(IsSelected).Select(InfoOf)];

    /// <summary>Tells in sentences what a rule does after all layers, and where each value and clause came from.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <exception cref="ArgumentException">There is no such rule; the message names the nearest one.</exception>
    public string Explain(string rule, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(language);
        if (_binding.Layers.Rules.TryGetValue(BindingSession.Compared(rule), out var definition)) return RuleProse.Of(_binding, definition, language);
        var nearest = NearestName.Find(rule, _binding.Layers.Rules.Keys);
        throw new ArgumentException(nearest is null ? $"There is no rule `{rule}`." : $"There is no rule `{rule}`; the nearest name is `{nearest}`.", nameof(rule));
    }

    /// <summary>Whether the tags select a rule.</summary>
    internal bool IsSelected(BoundRule rule) => Tags is null || rule.Tags.Any(Tags.Contains);

    private bool IsSelected(RuleDefinition rule) =>
        Tags is null || rule.Of<TagsClause>().SelectMany(c => c.Clause.Tags).Any(t => Tags.Contains(t.Value));

    private static RuleInfo InfoOf(RuleDefinition rule)
    {
        var each = rule.Of<EachClause>().Select(c => c.Clause).FirstOrDefault();
        var levels = rule.Of<SeverityClause>().Select(c => c.Clause.Level).OfType<WarningLevel>().ToList();
        return new RuleInfo(
            rule.Name, TextsOf(rule, TextClauseKind.Title), TextsOf(rule, TextClauseKind.Doc),
            [.. rule.Of<TagsClause>().SelectMany(c => c.Clause.Tags).Select(t => t.Value)], TextsOf(rule, TextClauseKind.Owner).Values.FirstOrDefault(),
            levels.Count == 0 ? [WarningLevel.Warning] : levels, each is null ? [] : [.. each.Dimensions.Select(d => d.Value)],
            each is null || each.IncludesOverall, [.. rule.Parameters.Values.Select(p => InfoOf(p, rule))],
            rule.Source.Name, rule.Source.PositionOf(rule.Syntax.Span.Start).Line, rule.Layer, rule.Disabled is not null, TextsOf(rule.Disabled?.Reason));
    }

    private static RuleParameterInfo InfoOf(Parameter parameter, RuleDefinition rule)
    {
        var (clause, source) = (parameter.Clause, parameter.Source);
        var first = clause.Value ?? clause.Table?.Rows.FirstOrDefault(r => r.Segment is null)?.Value;
        return new RuleParameterInfo(
            parameter.Name, parameter.Value is { } value ? Written(value.Literal, value.Source) : null, first is null ? null : Written(first, source),
            clause.Table?.Dimension.Value, parameter.Rows.ToDictionary(r => r.Key, r => Written(r.Value.Literal, r.Value.Source), StringComparer.Ordinal),
            clause.Low is { } low ? Written(low, source) : null, clause.High is { } high ? Written(high, source) : null,
            TextsOf(clause.Texts), !ReferenceEquals(source, rule.Source) || !rule.Syntax.Clauses.Contains(clause, ReferenceEqualityComparer.Instance),
            parameter.Values.LastOrDefault()?.Source.Name ?? source.Name)
        {
            RowsSetBy = parameter.Rows.ToDictionary(r => r.Key, r => r.Value.Source.Name, StringComparer.Ordinal),
        };
    }

    private static string Written(SyntaxNode node, RuleSource source) => source.Slice(node.Span).ToString();

    private static Dictionary<string, string> TextsOf(RuleDefinition rule, TextClauseKind kind) =>
        TextsOf(rule.Of<TextClause>().FirstOrDefault(c => c.Clause.Kind == kind).Clause?.Texts);

    private static Dictionary<string, string> TextsOf(TextsSyntax? texts)
    {
        var byLanguage = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts?.Texts ?? []) byLanguage.TryAdd(text.Language?.Value ?? "", text.Text.Value);
        return byLanguage;
    }
}
