using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A parsed text in its layer.</summary>
/// <param name="Syntax">The text's tree.</param>
/// <param name="Layer">0 for the shipped pack, then the files in order.</param>
internal sealed record LayeredFile(FileSyntax Syntax, int Layer);

/// <summary>Puts layers upon each other: declarations first, then overrides, switches and mutes, of which a later one wins.</summary>
internal sealed partial class RuleLayers
{
    private readonly BindingSession _session;

    private RuleLayers(BindingSession session) => _session = session;

    /// <summary>The rules by name, in file order.</summary>
    public OrderedDictionary<string, RuleDefinition> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that all rules see.</summary>
    public SharedNames Shared { get; } = new();

    /// <summary>The tests in file order.</summary>
    public List<(TestSyntax Test, RuleSource Source)> Tests { get; } = [];

    /// <summary>What overrides replaced, for the linter and for explaining.</summary>
    public List<Replacement> Replacements { get; } = [];

    /// <summary>Merges files; mistakes go to the session's log.</summary>
    public static RuleLayers Merge(BindingSession session, IReadOnlyList<LayeredFile> files)
    {
        var layers = new RuleLayers(session);
        foreach (var file in files) layers.Aliases(file);
        foreach (var file in files) layers.Declare(file);
        foreach (var file in files) layers.Apply(file);
        return layers;
    }

    /// <summary>Applies a setting that stands outside all texts; without a rule it is for a shared parameter.</summary>
    public void Set(string? ruleName, SetClause clause, RuleSource source, int layer)
    {
        if (ruleName is null) SetShared(clause, source, layer);
        else if (Rule(new NameSyntax(ruleName) { Span = clause.Name.Span }, source) is { } rule) Set(rule, clause, source, layer);
    }

    private void Aliases(LayeredFile file)
    {
        foreach (var alias in file.Syntax.Declarations.OfType<AliasSyntax>())
        {
            if (alias.Name is null) continue;
            if (_session.IsTaken(alias.Name.Value, alias.Target.Value))
            {
                Report("MR3006", alias.Name.Span, file.Syntax.Source, [alias.Name.Value]);
                continue;
            }

            if (_session.TryAlias(alias.Name.Value, alias.Target.Value)) continue;
            var nearest = NearestName.Find(alias.Target.Value, _session.MetricNames);
            Report("MR3001", alias.Target.Span, file.Syntax.Source, [alias.Target.Value],
                fix: nearest is null ? null : new RuleFix(alias.Target.Span, NameText.Written(nearest), IsGuess: true));
        }
    }

    private void Declare(LayeredFile file)
    {
        var source = file.Syntax.Source;
        foreach (var declaration in file.Syntax.Declarations)
        {
            switch (declaration)
            {
                case RuleSyntax rule:
                    DeclareRule(rule, source, file.Layer);
                    break;
                case SharedSyntax { Clause: LetClause let }:
                    if (Shared.Add(let, source) is { } taken) Again(let.Name, source, taken);
                    break;
                case SharedSyntax { Clause: ParamClause clause }:
                    if (Shared.Add(NewParameter(clause, source, file.Layer)) is { } before) Again(clause.Name, source, before);
                    break;
                case TestSyntax test:
                    Tests.Add((test, source));
                    break;
            }
        }
    }

    private void DeclareRule(RuleSyntax syntax, RuleSource source, int layer)
    {
        // A rule whose name could not be read is bound for the mistakes inside it; nothing can refer to it.
        var name = syntax.Name?.Value ?? $"?{Rules.Count}";
        var rule = new RuleDefinition(name, syntax, source, layer);
        foreach (var clause in syntax.Clauses.OfType<ParamClause>())
        {
            var parameter = NewParameter(clause, source, layer);
            if (!rule.Parameters.TryAdd(parameter.Name, parameter)) Again(clause.Name, source, (rule.Parameters[parameter.Name].Clause.Name, source));
        }

        if (Rules.TryAdd(name, rule)) return;
        var first = Rules[name];
        Report("MR3006", syntax.Name!.Span, source, [name], key: "MR3006.rule",
            related: [new RelatedSpan(first.Syntax.Name!.Span, new DiagnosticText("declared.here")) { Source = first.Source }],
            help: first.Layer == layer ? null : new DiagnosticText("MR3006.help", name));
        Rules.Add($"?{Rules.Count}", rule);
    }

    private void Again(NameSyntax name, RuleSource source, (NameSyntax Name, RuleSource Source) first) =>
        Report("MR3006", name.Span, source, [name.Value], related: [new RelatedSpan(first.Name.Span, new DiagnosticText("declared.here")) { Source = first.Source }]);

    /// <summary>Applies what a text changes in rules that are declared.</summary>
    public void Apply(LayeredFile file)
    {
        var source = file.Syntax.Source;
        foreach (var declaration in file.Syntax.Declarations)
        {
            switch (declaration)
            {
                case OverrideSyntax over when Rule(over.Name, source) is { } rule:
                    Override(rule, over, source, file.Layer);
                    break;
                case DisableSyntax disable when Rule(disable.Name, source) is { } rule:
                    rule.Disabled = (disable.Reason, source, file.Layer);
                    break;
                case SuppressSyntax suppress when Rule(suppress.Name, source) is { } rule:
                    rule.Suppressions.Add((suppress, source, file.Layer));
                    break;
            }
        }
    }

    private RuleDefinition? Rule(NameSyntax? name, RuleSource source)
    {
        if (name is null) return null;
        if (Rules.TryGetValue(name.Value, out var rule)) return rule;
        var nearest = NearestName.Find(name.Value, Rules.Keys);
        Report("MR7001", name.Span, source, [name.Value], fix: nearest is null ? null : new RuleFix(name.Span, NameText.Written(nearest), IsGuess: true));
        return null;
    }

    private void Override(RuleDefinition rule, OverrideSyntax syntax, RuleSource source, int layer)
    {
        foreach (var set in syntax.Clauses.OfType<SetClause>()) Set(rule, set, source, layer);
        foreach (var group in syntax.Clauses.Where(c => c is not SetClause).GroupBy(ClauseKinds.Of))
        {
            if (group.Key is ClauseKind.Param or ClauseKind.Let or ClauseKind.Other) continue; // The parser has said that they do not belong there.
            var replaced = rule.Clauses.Where(c => ClauseKinds.Of(c.Clause) == group.Key).ToList();
            var at = replaced.Count == 0 ? rule.Clauses.Count : rule.Clauses.IndexOf(replaced[0]);
            rule.Clauses.RemoveAll(replaced.Contains);
            rule.Clauses.InsertRange(at, group.Select(c => new PlacedClause(c, source, layer)));
            Replace(new Replacement(rule, group.Key, replaced, group.First(), source, layer));
        }
    }

    /// <summary>Compares what an override replaces with what it says it replaces.</summary>
    private void Replace(Replacement replacement)
    {
        Replacements.Add(replacement);
        if (replacement.Mark is not { } mark || replacement.Replaced.Count == 0) return;
        if (string.Equals(mark.Argument, replacement.Hash, StringComparison.OrdinalIgnoreCase)) return;
        var original = replacement.Replaced[0];
        Report("MR7010", replacement.First.KeywordSpan, replacement.Source, [ClauseKinds.Keyword(replacement.Kind), replacement.Rule.Name],
            related: [new RelatedSpan(original.Clause.KeywordSpan, new DiagnosticText("MR7010.related")) { Source = original.Source }],
            help: new DiagnosticText("MR7010.help", replacement.Hash), fix: new RuleFix(mark.ArgumentSpan, replacement.Hash), severity: DiagnosticSeverity.Warning);
    }

    private void Report(
        string code, SourceSpan span, RuleSource source, IReadOnlyList<object> arguments, string? key = null, DiagnosticText? label = null,
        IReadOnlyList<RelatedSpan>? related = null, DiagnosticText? help = null, RuleFix? fix = null, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        _session.Log.Add(new RuleDiagnostic
        {
            Code = code, Source = source, Span = span, Message = new DiagnosticText(key ?? code, arguments), Label = label, Related = related ?? [],
            Help = help, Fix = fix, Severity = severity,
        });
}

/// <summary>What an override put in the place of what.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">The kind of clause.</param>
/// <param name="Replaced">The clauses that stood there.</param>
/// <param name="First">The first of the new ones.</param>
/// <param name="Source">The text of the override.</param>
/// <param name="Layer">The layer of the override.</param>
internal sealed record Replacement(RuleDefinition Rule, ClauseKind Kind, IReadOnlyList<PlacedClause> Replaced, ClauseSyntax First, RuleSource Source, int Layer)
{
    private const string Verb = "replaces";

    /// <summary>The hash of what was replaced.</summary>
    public string Hash { get; } = ClauseHash.Of(Replaced);

    /// <summary>The comment in which the override keeps the hash of what it meant to replace.</summary>
    public CommentMark? Mark { get; } = CommentMarks.Above(Source, First.KeywordSpan.Start).FirstOrDefault(m => string.Equals(m.Verb, Verb, StringComparison.Ordinal));

    /// <summary>The comment line that keeps the hash.</summary>
    public string MarkText => $"# mirai: {Verb} {Hash}";
}
