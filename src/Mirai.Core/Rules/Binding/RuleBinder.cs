using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Binds one rule: its clauses, in the scope of its own names.</summary>
internal sealed partial class RuleBinder
{
    private readonly BindingSession _session;
    private readonly RuleDefinition _rule;
    private readonly RuleScope _scope;
    private readonly ExpressionBinder _expressions;
    private readonly TextBinder _texts;
    private long _nodes;

    private RuleBinder(BindingSession session, RuleDefinition rule, SharedNames shared)
    {
        (_session, _rule) = (session, rule);
        _scope = ScopeOf(session, rule);
        NamesOf(shared);
        _expressions = new ExpressionBinder(session, _scope);
        _texts = new TextBinder(_expressions);
    }

    /// <summary>The names of the rule, for the linter.</summary>
    public RuleScope Scope => _scope;

    /// <summary>The rule, its mistakes being in the session's log.</summary>
    public static (BoundRule Rule, RuleScope Scope) Bind(BindingSession session, RuleDefinition rule, SharedNames shared)
    {
        var binder = new RuleBinder(session, rule, shared);
        var bound = binder.Bind();
        return (bound, binder.Scope);
    }

    private BoundRule Bind()
    {
        CheckClauses();
        foreach (var local in _scope.Names.Values) _expressions.BindName(local, new BindingPlace(local.Source, PartOfCustomers.Own));
        var bound = new BoundRule
        {
            Name = _rule.Name,
            Syntax = _rule.Syntax,
            Layer = _rule.Layer,
            Title = TextsOf(TextClauseKind.Title),
            Message = _rule.Of<TextClause>().Any(c => c.Clause.Kind == TextClauseKind.Message) ? TextsOf(TextClauseKind.Message) : TextsOf(TextClauseKind.Title),
            Doc = TextsOf(TextClauseKind.Doc),
            Tags = [.. _rule.Of<TagsClause>().SelectMany(c => c.Clause.Tags).Select(t => t.Value).Distinct(StringComparer.Ordinal)],
            IncludesOverall = _scope.IncludesOverall,
            Dimensions = _scope.Dimensions,
            Needs = Conditions(ConditionClauseKind.Needs),
            When = Conditions(ConditionClauseKind.When).FirstOrDefault() ?? NoCondition(),
            Until = Conditions(ConditionClauseKind.Until).FirstOrDefault(),
            Unless = Conditions(ConditionClauseKind.Unless),
            Severities = Severities(),
            Evidence = Evidence(),
            Causes = Causes(),
            Drills = Drills(),
            Cooldown = _rule.Of<CooldownClause>().Select(c => (RuleDuration?)c.Clause.Duration.Value).FirstOrDefault(),
            Remind = _rule.Of<RemindClause>().Select(c => (RuleDuration?)c.Clause.Duration.Value).FirstOrDefault(),
            Suppressions = Suppressions(),
            Disabled = _rule.Disabled is { } disabled ? _texts.Bind(disabled.Reason, disabled.Source) : null,
        };
        if (_nodes > _session.Limits.NodesPerRule && _rule.Syntax.Name is { } name)
            Report("MR9005", name.Span, _rule.Source, [_rule.Name, _session.Limits.NodesPerRule, Math.Min(_nodes, int.MaxValue)], key: "MR9005.rule");
        return bound;
    }

    private static BoundCondition NoCondition() => new(new ConstantNode(new ValueType(ValueKind.Unknown), double.NaN), Persist: null, BoundTexts.Empty, default);

    private static RuleScope ScopeOf(BindingSession session, RuleDefinition rule)
    {
        var (clause, source) = rule.Of<EachClause>().FirstOrDefault();
        if (clause is null) return new RuleScope([], includesOverall: true);
        var (dimensions, isUnknown) = (new List<string>(), false);
        foreach (var name in clause.Dimensions)
        {
            if (session.Dimension(name, source) is not { } dimension)
            {
                isUnknown = true;
                continue;
            }

            if (!dimensions.Contains(dimension, StringComparer.Ordinal)) dimensions.Add(dimension);
            else session.Log.Add(new RuleDiagnostic { Code = "MR3014", Source = source, Span = name.Span, Message = new DiagnosticText("MR3014", dimension) });
        }

        return new RuleScope(dimensions, clause.IncludesOverall || clause.Dimensions.Count == 0) { HasUnknownDimension = isUnknown };
    }

    private void NamesOf(SharedNames shared)
    {
        foreach (var parameter in _rule.Parameters.Values)
            Declare(new LocalName(parameter.Clause.Name, parameter.Source) { Parameter = parameter, IsShared = shared.Contains(parameter) });
        foreach (var (let, source) in _rule.Of<LetClause>()) Declare(new LocalName(let.Name, source) { Let = let.Value });
        foreach (var local in shared.NewNames()) _scope.Names.TryAdd(local.Syntax.Value, local);
    }

    private void Declare(LocalName local)
    {
        if (_scope.Names.TryAdd(local.Syntax.Value, local)) return;
        var first = _scope.Names[local.Syntax.Value];
        Report("MR3006", local.Syntax.Span, local.Source, [local.Syntax.Value],
            related: [new RelatedSpan(first.Syntax.Span, new DiagnosticText("declared.here")) { Source = first.Source }]);
    }

    private BoundTexts TextsOf(TextClauseKind kind)
    {
        var (clause, source) = _rule.Of<TextClause>().FirstOrDefault(c => c.Clause.Kind == kind);
        return clause is null ? BoundTexts.Empty : _texts.Bind(clause.Texts, source);
    }

    private T Counted<T>(T node)
        where T : BoundNode
    {
        _nodes += _session.Shapes.Of(node).Size;
        return node;
    }

    private static BindingPlace At(RuleSource source) => new(source, PartOfCustomers.Own);

    private static string TextOf(SyntaxNode syntax, RuleSource source) => source.Slice(syntax.Span).ToString();

    private void Report(
        string code, SourceSpan span, RuleSource source, IReadOnlyList<object> arguments, string? key = null,
        IReadOnlyList<RelatedSpan>? related = null, DiagnosticText? help = null, RuleFix? fix = null, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        _session.Log.Add(new RuleDiagnostic
        {
            Code = code, Source = source, Span = span, Message = new DiagnosticText(key ?? code, arguments), Related = related ?? [], Help = help,
            Fix = fix, Severity = severity,
        });
}
