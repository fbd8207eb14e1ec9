using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class RuleBinder
{
    private static readonly RuleDuration CauseLookBack = new(28, DurationUnit.Day);

    private List<BoundCondition> Conditions(ConditionClauseKind kind) =>
    [
        .. _rule.Of<ConditionClause>().Where(c => c.Clause.Kind == kind).Select(c => new BoundCondition(
            Counted(_expressions.BindCondition(c.Clause.Condition, At(c.Source))), c.Clause.Persist, _texts.Bind(c.Clause.Texts, c.Source), c.Clause.Span)),
    ];

    private List<BoundSeverity> Severities()
    {
        var bound = new List<BoundSeverity>();
        foreach (var (clause, source) in _rule.Of<SeverityClause>())
        {
            var condition = clause.Condition is null ? null : Counted(_expressions.BindCondition(clause.Condition, At(source)));
            if (clause.Level is { } level) bound.Add(new BoundSeverity(level, condition, clause.Span));
        }

        if (bound.Count == 0) bound.Add(new BoundSeverity(WarningLevel.Warning, Condition: null, _rule.Syntax.Name?.Span ?? _rule.Syntax.Span));

        return bound;
    }

    private List<BoundEvidence> Evidence()
    {
        var bound = new List<BoundEvidence>();
        foreach (var (clause, source) in _rule.Of<EvidenceClause>())
        {
            var value = Counted(_expressions.BindValue(clause.Value, At(source)));
            var label = clause.Texts is null ? LabelOf(value) : _texts.Bind(clause.Texts, source);
            bound.Add(new BoundEvidence(value, clause.Last?.Value, label, TextOf(clause.Value, source)));
        }

        return bound;
    }

    /// <summary>A metric that stands alone is called by its names.</summary>
    private static BoundTexts LabelOf(BoundNode value) => value is not MetricNode { Metric: var metric }
        ? BoundTexts.Empty
        : new BoundTexts(new Dictionary<string, IReadOnlyList<BoundTextPart>>(StringComparer.Ordinal)
        {
            ["en"] = [new BoundTextPart(metric.EnglishName, Value: null, "", [])],
            ["ja"] = [new BoundTextPart(metric.JapaneseName, Value: null, "", [])],
        });

    private List<BoundCause> Causes()
    {
        var bound = new List<BoundCause>();
        foreach (var (clause, source) in _rule.Of<BecauseClause>())
        {
            var condition = Counted(_expressions.BindCondition(clause.Condition, At(source)));
            var strength = clause.Strength is null ? null : Strength(clause.Strength, source);
            var rule = (condition as FiringNode)?.RuleIndex;
            bound.Add(new BoundCause(condition, strength, clause.Within?.Value ?? CauseLookBack, _texts.Bind(clause.Texts, source), rule, clause.Span)
            {
                Aloud = () => Aloud(clause.Condition, source),
            });
        }

        return bound;
    }

    private LanguageTexts Aloud(ExpressionSyntax syntax, RuleSource source) => LanguageTexts.Of(
        new ExpressionProse(_session, _scope, isJapanese: false).Of(syntax, source), new ExpressionProse(_session, _scope, isJapanese: true).Of(syntax, source));

    private BoundNode Strength(ExpressionSyntax syntax, RuleSource source)
    {
        var strength = Counted(_expressions.BindValue(syntax, At(source)));
        if (strength.Type.Kind is not (ValueKind.Percentage or ValueKind.Unknown))
            Report("MR4015", syntax.Span, source, [TypeNames.Of(strength.Type)], fix: syntax is LiteralSyntax && strength.Type.Kind == ValueKind.Number
                ? new RuleFix(syntax.Span, WrittenForm.InType(source.Slice(syntax.Span), new ValueType(ValueKind.Percentage))!)
                : null);
        return strength;
    }

    private List<BoundDrill> Drills()
    {
        var bound = new List<BoundDrill>();
        foreach (var (clause, source) in _rule.Of<DrillClause>())
        {
            var value = Counted(_expressions.BindValue(clause.Value, At(source)));
            var dimensions = new List<string>();
            foreach (var name in clause.Dimensions)
            {
                if (_session.Dimension(name, source) is not { } dimension) continue;
                if (!_scope.Dimensions.Contains(dimension, StringComparer.Ordinal)) dimensions.Add(dimension);
                else if (!_scope.IncludesOverall) Report("MR5012", name.Span, source, [dimension]);
                else dimensions.Add(dimension);
            }

            if (value.Type.Kind != ValueKind.Unknown && !_session.Shapes.Of(value).ReadsMetrics) Report("MR3013", clause.Value.Span, source, [TextOf(clause.Value, source)]);
            bound.Add(new BoundDrill(value, dimensions, clause.Top, TextOf(clause.Value, source)));
        }

        return bound;
    }

    private List<BoundSuppression> Suppressions()
    {
        var bound = new List<BoundSuppression>();
        foreach (var (syntax, source, _) in _rule.Suppressions)
        {
            var picks = syntax.Selector is null ? [] : _expressions.Picks(syntax.Selector, source);
            foreach (var pick in picks.Where(p => !_scope.Dimensions.Contains(p.Dimension, StringComparer.Ordinal)))
                Report("MR7009", syntax.Selector!.Span, source, [_rule.Name, pick.Dimension], severity: DiagnosticSeverity.Warning);
            if (syntax.From > syntax.To) Report("MR7008", syntax.Span, source, [syntax.From.ToString("O", null), syntax.To.ToString("O", null)]);
            bound.Add(new BoundSuppression(picks, syntax.From, syntax.To, _texts.Bind(syntax.Reason, source)));
        }

        return bound;
    }

    /// <summary>Which clauses there must be, how often, and in which order.</summary>
    private void CheckClauses()
    {
        foreach (var twice in _rule.Clauses.GroupBy(c => ClauseKinds.Of(c.Clause)).Where(g => ClauseKinds.IsSingle(g.Key)))
        {
            var first = twice.First();
            foreach (var again in twice.Skip(1))
            {
                Report("MR5002", again.Clause.KeywordSpan, again.Source, [ClauseKinds.Keyword(twice.Key)],
                    related: [new RelatedSpan(first.Clause.KeywordSpan, new DiagnosticText("first.here")) { Source = first.Source }]);
            }
        }

        if (_rule.Syntax.Name is { } name && !_rule.Of<ConditionClause>().Any(c => c.Clause.Kind == ConditionClauseKind.When))
            Report("MR5001", name.Span, _rule.Source, [_rule.Name], help: new DiagnosticText("MR5001.help"));
        CheckSeverities();
    }

    private void CheckSeverities()
    {
        var clauses = _rule.Of<SeverityClause>().ToList();
        if (clauses.Count == 0 || clauses.Exists(c => c.Clause.Level is null)) return; // An unreadable level is reported; what is meant with it is not known.
        var always = clauses.FindIndex(c => c.Clause.Condition is null);
        if (always < 0)
        {
            var (last, source) = clauses[^1];
            Report("MR5003", last.KeywordSpan, source, [_rule.Name], help: new DiagnosticText("MR5003.help"));
        }

        for (var i = always + 1; always >= 0 && i < clauses.Count; i++)
        {
            var (unreached, source) = clauses[i];
            Report("MR5006", unreached.KeywordSpan, source, [],
                related: [new RelatedSpan(clauses[always].Clause.KeywordSpan, new DiagnosticText("MR5006.related")) { Source = clauses[always].Source }],
                help: new DiagnosticText("MR5006.help"));
        }
    }
}
