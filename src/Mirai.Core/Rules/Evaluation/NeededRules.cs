using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Leaves out of a run the rules that nobody asks about: those that are not selected, and that no selected rule asks with <c>firing</c>.</summary>
internal static class NeededRules
{
    /// <summary>The set with the others switched off; their places stay.</summary>
    public static BoundRuleSet Of(BoundRuleSet set, Func<BoundRule, bool> isSelected)
    {
        var isNeeded = new bool[set.Rules.Count];
        for (var rule = isNeeded.Length - 1; rule >= 0; rule--)
        {
            isNeeded[rule] |= isSelected(set.Rules[rule]);
            if (!isNeeded[rule]) continue;
            foreach (var asked in AskedBy(set.Rules[rule])) isNeeded[asked] = true; // A rule stands after those it asks.
        }

        return Array.TrueForAll(isNeeded, n => n) ? set : new BoundRuleSet([.. set.Rules.Select((r, place) => isNeeded[place] ? r : r with { Disabled = r.Disabled ?? BoundTexts.Empty })]);
    }

    private static HashSet<int> AskedBy(BoundRule rule)
    {
        var (asked, open) = (new HashSet<int>(), new Stack<BoundNode>(ExpressionsOf(rule)));
        while (open.TryPop(out var node))
        {
            if (node is FiringNode firing) asked.Add(firing.RuleIndex);
            foreach (var child in node.Children) open.Push(child);
        }

        return asked;
    }

    private static IEnumerable<BoundNode> ExpressionsOf(BoundRule rule)
    {
        var conditions = rule.Needs.Append(rule.When).Concat(rule.Unless).Concat(rule.Until is null ? [] : [rule.Until]).Select(c => c.Condition);
        var texts = rule.Title.ByLanguage.Values.Concat(rule.Message.ByLanguage.Values).SelectMany(parts => parts).Select(p => p.Value);
        return conditions.Concat(rule.Severities.Select(s => s.Condition).Concat(texts).Concat(rule.Causes.Select(c => c.Strength)).OfType<BoundNode>())
            .Concat(rule.Evidence.Select(e => e.Value)).Concat(rule.Causes.Select(c => c.Condition)).Concat(rule.Drills.Select(d => d.Value));
    }
}
