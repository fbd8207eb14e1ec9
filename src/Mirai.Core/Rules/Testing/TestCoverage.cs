using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Testing;

/// <summary>Remembers which clauses the tests have brought into effect.</summary>
internal sealed class TestCoverage
{
    private readonly HashSet<(string Rule, ClauseKind Kind, int Place)> _seen = [];

    /// <summary>Notes what a run of a set brought into effect.</summary>
    public void Note(RuleRun run)
    {
        foreach (var plan in run.PlansOf(0).OfType<RulePlan>())
        {
            foreach (var outcome in plan.Outcomes) Note(run, plan, outcome);
        }
    }

    /// <summary>The clauses of a rule that nothing brought into effect, in the order of the rule.</summary>
    public IEnumerable<UntestedClause> Untested(RuleDefinition rule)
    {
        var places = new Dictionary<ClauseKind, int>();
        foreach (var (clause, source, _) in rule.Clauses)
        {
            var kind = ClauseKinds.Of(clause);
            if (kind is not (ClauseKind.When or ClauseKind.Until or ClauseKind.Unless or ClauseKind.Severity or ClauseKind.Because)) continue;
            var place = places.GetValueOrDefault(kind);
            places[kind] = place + 1;
            if (!_seen.Contains((rule.Name, kind, place))) yield return new UntestedClause(rule.Name, source, clause.Span);
        }
    }

    private void Note(RuleRun run, RulePlan plan, RuleOutcome outcome)
    {
        var rule = plan.Rule;
        if (outcome.Warnings.Count > 0 || outcome.Blocked.Count > 0) Note(rule, ClauseKind.When, 0);
        if (outcome.Warnings.Exists(w => w.Closed >= 0)) Note(rule, ClauseKind.Until, 0);
        foreach (var blocked in outcome.Blocked.Where(b => b.Kind == BlockKind.Unless)) Note(rule, ClauseKind.Unless, blocked.Clause);
        if (outcome.Warnings.Count == 0) return;
        var values = new PartValues(run, outcome.Part);
        foreach (var warning in outcome.Warnings)
        {
            var end = warning.Closed < 0 ? run.Days.Count : warning.Closed;
            for (var day = warning.Opened; day < end; day++) Note(rule, ClauseKind.Severity, Level(plan, values, day));
            foreach (var (day, _) in warning.Levels) NoteCauses(run, plan, values, day);
        }
    }

    private static int Level(RulePlan plan, PartValues values, int day)
    {
        for (var place = 0; place < plan.Severities.Length; place++)
        {
            if (plan.Severities[place].Condition is not { } condition || values.At(condition, day).Equals(1.0)) return place;
        }

        return plan.Severities.Length;
    }

    private void NoteCauses(RuleRun run, RulePlan plan, PartValues values, int day)
    {
        for (var place = 0; place < plan.Rule.Causes.Count; place++)
        {
            var cause = plan.Rule.Causes[place];
            var holds = cause.RuleIndex is { } index
                ? run.PlansOf(0)[index] is { } other && CauseSearch.Fired(run, other, cause, values.Part, day).Count > 0
                : values.At(plan.Terms.Of(cause.Condition), day).Equals(1.0);
            if (holds) Note(plan.Rule, ClauseKind.Because, place);
        }
    }

    private void Note(BoundRule rule, ClauseKind kind, int place) => _seen.Add((rule.Name, kind, place));
}
