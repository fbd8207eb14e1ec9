using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Reads expressions aloud: metrics by their names for people, parameters with their values, functions in words.</summary>
internal sealed class ExpressionProse(BindingSession session, RuleScope scope, bool isJapanese)
{
    /// <summary>An expression of some text in words.</summary>
    public string Of(ExpressionSyntax syntax, RuleSource source) => syntax switch
    {
        ParenthesisSyntax inner => $"({Of(inner.Inner, source)})",
        LiteralSyntax { Kind: LiteralKind.Duration } literal => Of(literal.Duration),
        LiteralSyntax { Kind: LiteralKind.Truth } literal => Say(literal.Truth ? "true" : "false"),
        LiteralSyntax literal => source.Slice(literal.Span).ToString(),
        ReferenceSyntax reference => Of(reference.Name),
        CallSyntax call => Of(call, source),
        UnarySyntax unary => Say($"op.{unary.Operator}", Of(unary.Operand, source)),
        BinarySyntax binary => Say($"op.{binary.Operator}", Of(binary.Left, source), Of(binary.Right, source)),
        BetweenSyntax between => Say(between.IsNegated ? "between.not" : "between", Of(between.Operand, source), Of(between.Low, source), Of(between.High, source)),
        IsMissingSyntax missing => Say(missing.IsNegated ? "missing.not" : "missing", Of(missing.Operand, source)),
        SelectSyntax select => Say("select", Of(select.Operand, source), Of(select.Selector)),
        AgoSyntax ago => Say("ago", Of(ago.Operand, source), Of(ago.Duration.Value)),
        _ => source.Slice(syntax.Span).ToString(),
    };

    /// <summary>A length of time in words.</summary>
    public string Of(RuleDuration duration) => Say($"{duration.Unit.ToString().ToLowerInvariant()}{(duration.Count == 1 ? "" : "s")}", duration.Count);

    /// <summary>The picks of a selector in words.</summary>
    public string Of(SelectorSyntax selector) => string.Join(
        Say("pick.and"), selector.Picks.Select(p => Say("pick", p.Dimension.Value, string.Join(Say("pick.or"), p.Segments.Select(s => s.Value)))));

    private string Say(string key, params object[] words) => ProseTexts.Say(key, isJapanese, words);

    private string Of(NameSyntax name)
    {
        if (scope.Names.TryGetValue(name.Value, out var local))
            return local.Parameter?.Value is { } value && local.Parameter.Clause.Table is null ? Say("valued", name.Value, value.Source.Slice(value.Literal.Span).ToString()) : name.Value;
        if (session.Metric(name.Value) is { } metric) return isJapanese ? metric.JapaneseName : WithinSentence(metric.EnglishName);
        var key = name.Value is "month" ? "month.value" : name.Value;
        return name.Value is "weekday" or "month" or "day_of_month" or "is_holiday" ? Say(key) : name.Value;
    }

    /// <summary>A name with a small first letter, unless it begins with an abbreviation.</summary>
    private static string WithinSentence(string name) =>
        name.Length > 1 && char.IsLower(name[1]) ? string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1)) : name;

    private string Of(CallSyntax call, RuleSource source)
    {
        var words = call.Arguments.Select(a => Of(a.Value, source)).Concat(call.Arguments.SelectMany(a => a.By).Select(d => d.Value)).ToArray<object>();
        var key = $"fn.{call.Function.Value}";
        var isFolded = call.Arguments.Count > 2 && call.Function.Value is "least" or "greatest";
        return ProseTexts.Has(key) && !isFolded ? Say(key, words) : $"{call.Function.Value}({string.Join(", ", words)})";
    }
}
