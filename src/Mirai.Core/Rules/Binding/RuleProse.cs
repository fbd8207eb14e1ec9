using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Tells in sentences what a rule does after all layers, and where each piece of it came from.</summary>
internal sealed class RuleProse
{
    private readonly RuleDefinition _rule;
    private readonly RuleScope _scope;
    private readonly IReadOnlyList<Replacement> _replacements;
    private readonly ExpressionProse _words;
    private readonly bool _isJapanese;
    private readonly string _language;
    private readonly List<string> _lines = [];

    private RuleProse(BindingResult bound, RuleDefinition rule, string language)
    {
        (_rule, _scope, _language, _isJapanese) = (rule, bound.Scopes[rule.Name], language, DiagnosticTexts.IsJapanese(language));
        _replacements = [.. bound.Layers.Replacements.Where(r => ReferenceEquals(r.Rule, rule))];
        _words = new ExpressionProse(bound.Session, _scope, _isJapanese);
    }

    /// <summary>The sentences, a line each.</summary>
    public static string Of(BindingResult bound, RuleDefinition rule, string language)
    {
        var prose = new RuleProse(bound, rule, language);
        prose.Head();
        prose.Life();
        prose.Names();
        prose.Origins();
        return string.Join('\n', prose._lines) + "\n";
    }

    private void Head()
    {
        Say("rule", _rule.Name, Place(_rule.Source, _rule.Syntax.Span));
        foreach (var kind in new[] { TextClauseKind.Title, TextClauseKind.Doc })
        {
            var (clause, _) = _rule.Of<TextClause>().FirstOrDefault(c => c.Clause.Kind == kind);
            if (clause is not null) _lines.Add(TextOf(clause.Texts));
        }

        var tags = _rule.Of<TagsClause>().SelectMany(c => c.Clause.Tags).Select(t => t.Value).ToList();
        if (tags.Count > 0) Say("tags", string.Join(", ", tags));
        var (owner, _) = _rule.Of<TextClause>().FirstOrDefault(c => c.Clause.Kind == TextClauseKind.Owner);
        if (owner is not null) Say("owner", TextOf(owner.Texts));
    }

    private void Life()
    {
        var dimensions = string.Join(" x ", _scope.Dimensions);
        if (_scope.Dimensions.Count == 0) Say("each.overall");
        else Say(_scope.IncludesOverall ? "each.both" : "each.only", dimensions);
        foreach (var (clause, source) in Conditions(ConditionClauseKind.Needs)) Say("needs", _words.Of(clause.Condition, source));
        foreach (var (clause, source) in Conditions(ConditionClauseKind.When)) Held("when", clause, source);
        var until = Conditions(ConditionClauseKind.Until).ToList();
        foreach (var (clause, source) in until) Held("until", clause, source);
        if (until.Count == 0) Say("until.none");
        foreach (var (clause, source) in Conditions(ConditionClauseKind.Unless)) Say("unless", _words.Of(clause.Condition, source));
        Severities();
        foreach (var (clause, _) in _rule.Of<CooldownClause>()) Say("cooldown", _words.Of(clause.Duration.Value));
        foreach (var (clause, _) in _rule.Of<RemindClause>()) Say("remind", _words.Of(clause.Duration.Value));
        foreach (var (clause, source) in _rule.Of<BecauseClause>()) Say("because", clause.Texts is { } texts ? TextOf(texts) : _words.Of(clause.Condition, source));
        foreach (var (clause, source) in _rule.Of<DrillClause>())
            Say("drill", _words.Of(clause.Value, source), string.Join(", ", clause.Dimensions.Select(d => d.Value)));
    }

    private IEnumerable<(ConditionClause Clause, RuleSource Source)> Conditions(ConditionClauseKind kind) => _rule.Of<ConditionClause>().Where(c => c.Clause.Kind == kind);

    private void Held(string key, ConditionClause clause, RuleSource source)
    {
        var condition = _words.Of(clause.Condition, source);
        if (clause.Persist is null) Say(key, condition);
        else if (clause.Persist.OutOf is { } outOf) Say($"{key}.of", condition, _words.Of(clause.Persist.Required), _words.Of(outOf));
        else Say($"{key}.for", condition, _words.Of(clause.Persist.Required));
    }

    private void Severities()
    {
        var clauses = _rule.Of<SeverityClause>().ToList();
        if (clauses.Count == 0) Say("severity", Level(WarningLevel.Warning));
        for (var i = 0; i < clauses.Count; i++)
        {
            var (clause, source) = clauses[i];
            if (clause.Level is not { } level) continue;
            if (clause.Condition is { } condition) Say("severity.if", Level(level), _words.Of(condition, source));
            else Say(i == 0 ? "severity" : "severity.else", Level(level));
        }
    }

    private void Names()
    {
        var lets = _scope.Names.Values.Where(n => n.Let is not null && (n.IsUsed || !n.IsShared)).ToList();
        if (lets.Count > 0) Say("lets");
        foreach (var let in lets) Say("let", let.Syntax.Value, _words.Of(let.Let!, let.Source));
        var parameters = _scope.Names.Values.Where(n => n.Parameter is not null && (n.IsUsed || !n.IsShared)).Select(n => n.Parameter!).ToList();
        if (parameters.Count > 0) Say("params");
        foreach (var parameter in parameters) Values(parameter);
    }

    private void Values(Parameter parameter)
    {
        var clause = parameter.Clause;
        var range = clause is { Low: { } low, High: { } high } ? Phrase("range", Written(low, parameter.Source), Written(high, parameter.Source)) : "";
        var (dimension, shown) = (clause.Table?.Dimension.Value ?? "", clause.Texts is { } texts ? $"{parameter.Name} ({TextOf(texts)})" : parameter.Name);
        foreach (var (segment, value) in parameter.Rows)
        {
            var declared = clause.Table?.Rows.FirstOrDefault(r => string.Equals(r.Segment?.Value, segment, StringComparison.Ordinal))?.Value;
            Value(parameter, Phrase("row", shown, dimension, segment), value, declared, range);
        }

        if (parameter.Value is not { } single) return;
        var name = clause.Table is null || parameter.Rows.Count == 0 ? shown : Phrase("row", shown, dimension, "else");
        Value(parameter, name, single, clause.Value ?? clause.Table?.Rows.FirstOrDefault(r => r.Segment is null)?.Value, range);
    }

    private void Value(Parameter parameter, string name, ParameterValue value, LiteralSyntax? declared, string range)
    {
        var written = Written(value.Literal, value.Source);
        var place = Place(value.Source, value.Literal.Span);
        if (ReferenceEquals(value.Literal, declared)) Say("param.default", name, written, range, place);
        else if (declared is null) Say("param", name, written, range, place);
        else Say("param.was", Phrase("param", name, written, range, place), Written(declared, parameter.Source), Place(parameter.Source, declared.Span));
    }

    private void Origins()
    {
        if (_replacements.Count > 0) Say("overrides");
        foreach (var replacement in _replacements)
        {
            var (keyword, by) = (ClauseKinds.Keyword(replacement.Kind), Place(replacement.Source, replacement.First.Span));
            if (replacement.Replaced.Count == 0) Say("override.new", keyword, by);
            else Say("override", keyword, by, Place(replacement.Replaced[0].Source, replacement.Replaced[0].Clause.Span), replacement.Hash);
        }

        foreach (var (suppression, source, _) in _rule.Suppressions)
        {
            var (from, to) = (suppression.From.ToString("O", null), suppression.To.ToString("O", null));
            if (suppression.Reason is { } why) Say("muted.why", from, to, Place(source, suppression.Span), TextOf(why));
            else Say("muted", from, to, Place(source, suppression.Span));
        }

        if (_rule.Disabled is not { } disabled) return;
        if (disabled.Reason is { } reason) Say("disabled.why", disabled.Source.Name, TextOf(reason));
        else Say("disabled", disabled.Source.Name);
    }

    /// <summary>A text in the language asked for, else English, Japanese, or the first; placeholders as written.</summary>
    private string TextOf(TextsSyntax texts)
    {
        foreach (var wanted in new[] { _isJapanese ? "ja" : _language, "en", "ja" })
        {
            if (texts.Texts.FirstOrDefault(t => string.Equals(t.Language?.Value, wanted, StringComparison.Ordinal)) is { } found) return found.Text.Value;
        }

        return texts.Texts.Count == 0 ? "" : texts.Texts[0].Text.Value;
    }

    private string Level(WarningLevel level) => Phrase($"level.{level.ToString().ToLowerInvariant()}");

    private string Place(RuleSource source, SourceSpan span) => Phrase("place", source.Name, source.PositionOf(span.Start).Line);

    private static string Written(SyntaxNode node, RuleSource source) => source.Slice(node.Span).ToString();

    private string Phrase(string key, params object[] words) => ProseTexts.Say(key, _isJapanese, words);

    private void Say(string key, params object[] words) => _lines.Add(Phrase(key, words));
}
