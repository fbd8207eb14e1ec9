using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>What came of binding a set.</summary>
/// <param name="Rules">The bound rules; to be used only where no finding is an error.</param>
/// <param name="Layers">The rules with all layers put upon each other, for explaining.</param>
/// <param name="Diagnostics">The findings of binding, by text in the order of the layers and by place.</param>
internal sealed record BindingResult(BoundRuleSet Rules, RuleLayers Layers, IReadOnlyList<RuleDiagnostic> Diagnostics)
{
    /// <summary>The names of each rule, by the rule's name.</summary>
    public required IReadOnlyDictionary<string, RuleScope> Scopes { get; init; }

    /// <summary>The session: names, functions, shapes of the bound nodes.</summary>
    public required BindingSession Session { get; init; }

    /// <summary>The tests that can be run, in file order.</summary>
    public IReadOnlyList<BoundTest> Tests { get; init; } = [];
}

/// <summary>Binds all rules of a set in one pass: layers, order of <c>firing</c>, rules, tests, advice.</summary>
internal static class RuleSetBinder
{
    /// <summary>Binds parsed texts with settings to a vocabulary.</summary>
    public static BindingResult Bind(IReadOnlyList<LayeredFile> files, RuleSetOptions options, RuleVocabulary vocabulary)
    {
        var session = new BindingSession(vocabulary, RuleFunctions.BuiltIn.With(options.Functions), options.Limits);
        var layers = RuleLayers.Merge(session, files);
        var last = files.Count == 0 ? 0 : files.Max(f => f.Layer) + 1;
        foreach (var setting in options.Settings) setting.Apply(layers, last);
        CheckCount(session, layers);

        var ordered = FiringOrder.Of(layers.Rules, layers.Shared, session.Log);
        for (var i = 0; i < ordered.Count; i++) session.RuleIndex[ordered[i].Name] = i;
        BindShared(session, layers.Shared);
        var (rules, scopes) = (new List<BoundRule>(ordered.Count), new Dictionary<string, RuleScope>(StringComparer.Ordinal));
        foreach (var definition in ordered)
        {
            var (rule, scope) = RuleBinder.Bind(session, definition, layers.Shared);
            rules.Add(rule);
            scopes[definition.Name] = scope;
            layers.Shared.Used.UnionWith(scope.Names.Values.Where(n => n is { IsShared: true, IsUsed: true }).Select(n => n.Syntax.Value));
        }

        var bound = new BindingResult(new BoundRuleSet(rules), layers, session.Log.Found) { Scopes = scopes, Session = session };
        var tests = TestChecks.Run(session, bound);
        RuleLinter.Run(session, bound, files, options.ShippedLayers);
        return bound with { Tests = tests, Diagnostics = Capped(session.Log.Found, files, options.Limits) };
    }

    /// <summary>Findings by text in the order of the files, and by place; of each text at most as many as the limit.</summary>
    public static IReadOnlyList<RuleDiagnostic> Capped(IEnumerable<RuleDiagnostic> found, IReadOnlyList<LayeredFile> files, RuleLimits limits)
    {
        var order = new Dictionary<RuleSource, int>(ReferenceEqualityComparer.Instance);
        foreach (var file in files) order.TryAdd(file.Syntax.Source, order.Count);
        return
        [
            .. found.GroupBy(d => d.Source)
                .OrderBy(g => order.GetValueOrDefault(g.Key, int.MaxValue))
                .SelectMany(g => DiagnosticBag.Capped(g.Key, [.. g], dropped: 0, limits)),
        ];
    }

    /// <summary>Shared expressions are bound by themselves too, so that those that no rule uses are checked.</summary>
    private static void BindShared(BindingSession session, SharedNames shared)
    {
        var scope = new RuleScope([], includesOverall: true);
        foreach (var local in shared.NewNames()) scope.Names.TryAdd(local.Syntax.Value, local);
        var expressions = new ExpressionBinder(session, scope);
        foreach (var local in scope.Names.Values.Where(n => n.Parameter?.Clause.Table is null)) expressions.BindName(local, new BindingPlace(local.Source, PartOfCustomers.Own));
    }

    private static void CheckCount(BindingSession session, RuleLayers layers)
    {
        if (layers.Rules.Count <= session.Limits.Rules) return;
        var first = layers.Rules.GetAt(session.Limits.Rules).Value;
        session.Log.Add(new RuleDiagnostic
        {
            Code = "MR9009", Source = first.Source, Span = first.Syntax.Name?.Span ?? first.Syntax.Span,
            Message = new DiagnosticText("MR9009", layers.Rules.Count, session.Limits.Rules),
        });
    }
}
