using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Finds the causes of a warning, and of the warnings among them, as a tree in which every rule stands once.</summary>
internal sealed class CauseSearch(RuleRun run, int set, TextRendering texts, Func<CustomerPart, PartValues> valuesOf)
{
    private const double UsualStrength = 0.5;

    /// <summary>The causes as of a day: what held when the warning opened or rose.</summary>
    public IReadOnlyList<RuleCause> Of(RulePlan plan, CustomerPart part, WarningSpell warning, int until) =>
        Of(plan, part, warning, until, new HashSet<string>(StringComparer.Ordinal) { plan.Rule.Name });

    private List<RuleCause> Of(RulePlan plan, CustomerPart part, WarningSpell warning, int until, HashSet<string> seen)
    {
        int[] days = [.. warning.Levels.Select(l => l.Day).Where(d => d <= until)];
        var found = new List<(BoundCause Cause, double Strength, int Day, RulePlan? Other, List<CustomerPart> Parts)>();
        foreach (var cause in plan.Rule.Causes)
        {
            var other = cause.RuleIndex is { } index ? run.PlansOf(set)[index] : null;
            if (cause.RuleIndex is not null && other is null) continue;
            foreach (var day in days)
            {
                var parts = other is null ? Holds(plan, cause, part, day) : Fired(run, other, cause, part, day);
                if (parts.Count == 0) continue;
                found.Add((cause, StrengthOf(plan, cause, part, day), day, other, parts));
                break;
            }
        }

        var causes = new List<RuleCause>();
        foreach (var (cause, strength, day, other, parts) in found.OrderByDescending(f => f.Strength))
        {
            if (other is not null && !seen.Add(other.Rule.Name)) continue;
            causes.Add(new RuleCause(
                TextOf(plan, cause, part, day, other, parts[0]), strength, run.Days[day], other?.Rule.Name, parts,
                other is null ? [] : Of(other, parts[0], SpellBefore(run, other, parts[0], cause, day)!, day, seen)));
        }

        return causes;
    }

    private List<CustomerPart> Holds(RulePlan plan, BoundCause cause, CustomerPart part, int day) =>
        valuesOf(part).At(plan.Terms.Of(cause.Condition), day).Equals(1.0) ? [part] : [];

    /// <summary>The parts for which a rule warned in the days before that a cause looks at.</summary>
    public static List<CustomerPart> Fired(RuleRun run, RulePlan other, BoundCause cause, CustomerPart part, int day)
    {
        var own = other.OutcomeOf(part) ?? other.OutcomeOf(CustomerPart.Whole);
        IEnumerable<RuleOutcome> asked = own is null ? other.Outcomes : [own];
        return [.. asked.Where(o => SpellBefore(run, other, o.Part, cause, day) is not null).Select(o => o.Part)];
    }

    private static WarningSpell? SpellBefore(RuleRun run, RulePlan other, CustomerPart part, BoundCause cause, int day)
    {
        var first = run.Days.Before(cause.Within)[day] + 1;
        return other.OutcomeOf(part)!.Warnings.FindLast(w => w.Opened <= day && (w.Closed < 0 || w.Closed > first));
    }

    private double StrengthOf(RulePlan plan, BoundCause cause, CustomerPart part, int day)
    {
        if (cause.Strength is null) return UsualStrength;
        var strength = valuesOf(part).At(plan.Terms.Of(cause.Strength), day);
        return double.IsNaN(strength) ? UsualStrength : Math.Clamp(strength, 0, 1);
    }

    private LanguageTexts TextOf(RulePlan plan, BoundCause cause, CustomerPart part, int day, RulePlan? other, CustomerPart causePart)
    {
        if (cause.Text.ByLanguage.Count > 0) return texts.Render(cause.Text, new TextPlace(plan, valuesOf(part), day, day));
        if (other is null) return cause.Aloud();
        return other.Rule.Title.ByLanguage.Count > 0
            ? texts.Render(other.Rule.Title, new TextPlace(other, valuesOf(causePart), day, day))
            : LanguageTexts.Of(other.Rule.Name, other.Rule.Name);
    }
}
