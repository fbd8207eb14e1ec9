using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Puts rules in an order in which each comes after those that it asks with <c>firing</c>; circles are reported.</summary>
internal sealed class FiringOrder
{
    private readonly OrderedDictionary<string, RuleDefinition> _rules;
    private readonly SharedNames _shared;
    private readonly DiagnosticLog _log;
    private readonly List<RuleDefinition> _ordered = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    private FiringOrder(OrderedDictionary<string, RuleDefinition> rules, SharedNames shared, DiagnosticLog log) => (_rules, _shared, _log) = (rules, shared, log);

    /// <summary>The rules in that order; file order where it leaves a choice.</summary>
    public static IReadOnlyList<RuleDefinition> Of(OrderedDictionary<string, RuleDefinition> rules, SharedNames shared, DiagnosticLog log)
    {
        var order = new FiringOrder(rules, shared, log);
        foreach (var rule in rules.Values) order.Visit(rule);
        return order._ordered;
    }

    private void Visit(RuleDefinition start)
    {
        if (_done.Contains(start.Name)) return;
        var path = new List<(RuleDefinition Rule, Queue<Reference> Left)> { (start, ReferencesOf(start)) };
        while (path.Count > 0)
        {
            var (rule, left) = path[^1];
            if (!left.TryDequeue(out var reference))
            {
                path.RemoveAt(path.Count - 1);
                _done.Add(rule.Name);
                _ordered.Add(rule);
                continue;
            }

            if (_done.Contains(reference.Name.Value) || !_rules.TryGetValue(reference.Name.Value, out var target)) continue;
            var at = path.FindIndex(p => ReferenceEquals(p.Rule, target));
            if (at >= 0) Report(reference, path.Skip(at).Select(p => p.Rule.Name).Append(target.Name));
            else path.Add((target, ReferencesOf(target)));
        }
    }

    private void Report(Reference reference, IEnumerable<string> circle) => _log.Add(new RuleDiagnostic
    {
        Code = "MR5004", Source = reference.Source, Span = reference.Name.Span,
        Message = new DiagnosticText("MR5004"), Label = new DiagnosticText("closes.circle"),
        Note = new DiagnosticText("plain", string.Join(" -> ", circle)), Help = new DiagnosticText("MR5004.help"),
    });

    private Queue<Reference> ReferencesOf(RuleDefinition rule)
    {
        var found = new Queue<Reference>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var own = rule.Of<LetClause>().Select(l => l.Clause.Name.Value).ToHashSet(StringComparer.Ordinal);
        var open = new Stack<(ExpressionSyntax Root, RuleSource Source)>(
            rule.Clauses.SelectMany(c => SyntaxWalk.Roots(c.Clause).Select(root => (root, c.Source))).Reverse());
        while (open.TryPop(out var next))
        {
            foreach (var expression in SyntaxWalk.All(next.Root))
            {
                if (expression is CallSyntax { Function.Value: ConditionFunctions.Firing, Arguments: [{ Value: ReferenceSyntax target }] })
                    found.Enqueue(new Reference(target.Name, next.Source));
                else if (expression is ReferenceSyntax { Name.Value: var name } && !own.Contains(name) && seen.Add(name) && _shared.Let(name) is { } shared)
                    open.Push((shared.Let.Value, shared.Source));
            }
        }

        return found;
    }

    private sealed record Reference(NameSyntax Name, RuleSource Source);
}
