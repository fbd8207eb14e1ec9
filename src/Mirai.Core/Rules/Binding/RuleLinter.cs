using Mirai.Measures;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Advice on rules that are correct and yet likely to warn badly. A comment <c># mirai: allow MRL004 reason</c> on the line above silences a piece.</summary>
internal sealed partial class RuleLinter
{
    private readonly BindingSession _session;
    private readonly BindingResult _bound;

    private readonly int _shippedLayers;

    private RuleLinter(BindingSession session, BindingResult bound, int shippedLayers) => (_session, _bound, _shippedLayers) = (session, bound, shippedLayers);

    /// <summary>Looks at every rule. A set with errors gets no advice: it could be wrong.</summary>
    public static void Run(BindingSession session, BindingResult bound, IReadOnlyList<LayeredFile> files, int shippedLayers)
    {
        var linter = new RuleLinter(session, bound, shippedLayers);
        if (session.Log.ErrorCount > 0) return;
        foreach (var rule in bound.Rules.Rules) linter.Rule(rule, bound.Layers.Rules[rule.Name], bound.Scopes[rule.Name]);
        linter.Shared();
        linter.Overrides();
        foreach (var file in files) linter.Spellings(file.Syntax);
    }

    private void Rule(BoundRule rule, RuleDefinition definition, RuleScope scope)
    {
        var when = definition.Of<ConditionClause>().FirstOrDefault(c => c.Clause.Kind == ConditionClauseKind.When);
        if (when.Clause is null) return;
        Years(definition);
        Needs(rule, when);
        Persistence(rule, when);
        Constant(rule, when);
        Names(rule, scope);
        if (definition.Layer < _shippedLayers) Thresholds(definition);
        Languages(definition);
    }

    /// <summary>MRL001: a flow against the same date of last year, which is another weekday.</summary>
    private void Years(RuleDefinition definition)
    {
        foreach (var (clause, source) in definition.Clauses.Select(c => (c.Clause, c.Source)))
        {
            foreach (var expression in SyntaxWalk.Roots(clause).SelectMany(SyntaxWalk.All))
            {
                var (value, length) = expression switch
                {
                    AgoSyntax ago => (ago.Operand, ago.Duration.Value),
                    CallSyntax { Function.Value: "change" or "diff", Arguments: [{ Value: var x }, { Value: LiteralSyntax { Kind: LiteralKind.Duration } d }] } => (x, d.Duration),
                    _ => (null, default),
                };
                if (value is not null && length.Unit == DurationUnit.Year && RawFlow(value) is { } flow)
                    Advise("MRL001", expression.Span, source, [flow.Name, length.Count * 52]);
            }
        }
    }

    private RuleMetric? RawFlow(ExpressionSyntax expression) => expression switch
    {
        ParenthesisSyntax inner => RawFlow(inner.Inner),
        SelectSyntax select => RawFlow(select.Operand),
        ReferenceSyntax reference => _session.Metric(reference.Name.Value) is { Kind: MeasureKind.Flow } flow ? flow : null,
        _ => null,
    };

    /// <summary>MRL002: a ratio per segment without a minimum size.</summary>
    private void Needs(BoundRule rule, (ConditionClause Clause, RuleSource Source) when)
    {
        if (rule.Dimensions.Count == 0 || rule.Needs.Count > 0 || !RuleNodes.Below([rule.When.Condition]).Any(IsRelative)) return;
        Advise("MRL002", when.Clause.KeywordSpan, when.Source, [rule.Name]);
    }

    private static bool IsRelative(BoundNode node) => node is MetricNode { Metric.Kind: MeasureKind.Rate }
        or CallNode { Function.Name: "change" or "gap" or "trend" }
        or BinaryNode { Kind: BinaryKind.Divide, Right: not ConstantNode };

    /// <summary>MRL003: a flow of one day decides. MRL004: a short hold without a condition for the end.</summary>
    private void Persistence(BoundRule rule, (ConditionClause Clause, RuleSource Source) when)
    {
        if (when.Clause.Persist is null)
        {
            if (DecidingFlow(rule.When.Condition) is { } flow) Advise("MRL003", when.Clause.KeywordSpan, when.Source, [flow.Name]);
        }
        else if (rule.Until is null && (when.Clause.Persist.OutOf ?? when.Clause.Persist.Required).NominalDays < 7)
        {
            Advise("MRL004", when.Clause.KeywordSpan, when.Source, [rule.Name]);
        }
    }

    private static RuleMetric? DecidingFlow(BoundNode condition)
    {
        var open = new Stack<BoundNode>([condition]);
        while (open.TryPop(out var node))
        {
            if (node is MetricNode { Metric.Kind: MeasureKind.Flow } flow) return flow.Metric;
            if (node is not (UnaryNode or BinaryNode or AgoNode)) continue;
            foreach (var child in node.Children) open.Push(child);
        }

        return null;
    }

    /// <summary>MRL005: a condition that no figure can change.</summary>
    private void Constant(BoundRule rule, (ConditionClause Clause, RuleSource Source) when)
    {
        if (!RuleNodes.Below([rule.When.Condition]).Any(n => n is MetricNode or CalendarNode or FiringNode))
            Advise("MRL005", when.Clause.Condition.Span, when.Source, [rule.Name]);
    }

    /// <summary>MRL006: a name that nothing uses. MRL010: a name that hides a metric.</summary>
    private void Names(BoundRule rule, RuleScope scope)
    {
        foreach (var local in scope.Names.Values.Where(n => !n.IsShared))
        {
            if (!local.IsUsed) Advise("MRL006", local.Syntax.Span, local.Source, [local.Syntax.Value, rule.Name]);
            if (_session.Metric(local.Syntax.Value) is { } metric) Advise("MRL010", local.Syntax.Span, local.Source, [local.Syntax.Value, metric.Name]);
        }
    }

    private void Shared()
    {
        foreach (var (let, source) in _bound.Layers.Shared.Lets.Where(l => !_bound.Layers.Shared.Used.Contains(l.Let.Name.Value)))
            Advise("MRL006", let.Name.Span, source, [let.Name.Value], key: "MRL006.shared");
        foreach (var parameter in _bound.Layers.Shared.Parameters.Values.Where(p => !_bound.Layers.Shared.Used.Contains(p.Name)))
            Advise("MRL006", parameter.Clause.Name.Span, parameter.Source, [parameter.Name], key: "MRL006.shared");
    }

    private void Advise(string code, SourceSpan span, RuleSource source, IReadOnlyList<object> arguments, string? key = null, RuleFix? fix = null)
    {
        if (CommentMarks.Above(source, span.Start).Any(m => m.Verb is "allow" && string.Equals(m.Argument, code, StringComparison.Ordinal))) return;
        _session.Log.Add(new RuleDiagnostic
        {
            Code = code, Severity = DiagnosticSeverity.Advice, Source = source, Span = span, Message = new DiagnosticText(key ?? code, arguments),
            Help = new DiagnosticText($"{code}.help", arguments), Fix = fix,
        });
    }
}
