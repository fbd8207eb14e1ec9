namespace Mirai.Rules.Binding;

/// <summary>Finds the nodes of bound rules, each once.</summary>
internal static class RuleNodes
{
    /// <summary>The roots of what decides about a rule's warnings, their levels and causes.</summary>
    public static IEnumerable<BoundNode> Deciding(BoundRule rule)
    {
        IEnumerable<BoundCondition?> conditions = [.. rule.Needs, rule.When, rule.Until, .. rule.Unless];
        return conditions.OfType<BoundCondition>().Select(c => c.Condition)
            .Concat(rule.Severities.Select(s => s.Condition).OfType<BoundNode>())
            .Concat(rule.Causes.SelectMany(c => new[] { c.Condition, c.Strength }).OfType<BoundNode>());
    }

    /// <summary>A rule and those on whose warnings its own depend, directly or through others.</summary>
    public static IReadOnlyList<BoundRule> Needed(IReadOnlyList<BoundRule> rules, BoundRule rule)
    {
        var (needed, seen) = (new List<BoundRule> { rule }, new HashSet<int>());
        for (var next = 0; next < needed.Count; next++)
        {
            foreach (var firing in Below(Deciding(needed[next])).OfType<FiringNode>())
            {
                if (seen.Add(firing.RuleIndex) && !ReferenceEquals(rules[firing.RuleIndex], rule)) needed.Add(rules[firing.RuleIndex]);
            }
        }

        return needed;
    }

    /// <summary>Some nodes and all below them.</summary>
    public static IEnumerable<BoundNode> Below(IEnumerable<BoundNode> roots)
    {
        var seen = new HashSet<BoundNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<BoundNode>(roots);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            yield return node;
            foreach (var child in node.Children) open.Push(child);
        }
    }
}
