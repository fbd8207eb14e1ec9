using Mirai.Model;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Makes results for people of what became of the rules: texts, evidence, causes, drill-downs, for the days on which they are wanted.</summary>
/// <param name="run">The run.</param>
/// <param name="set">Which of its sets.</param>
/// <param name="isSelected">Whether a rule is reported; others count only through <c>firing</c>.</param>
internal sealed class ResultWriter(RuleRun run, int set, Func<BoundRule, bool> isSelected)
{
    private const int KeptParts = 24;

    private readonly TextRendering _texts = new(run);
    private readonly Dictionary<CustomerPart, PartValues> _values = [];

    /// <summary>What all rules say on a day.</summary>
    public RuleEvaluation On(int day, IReadOnlyList<BoundRule> rules)
    {
        var (results, quiet) = (new List<RuleResult>(), 0);
        foreach (var (plan, outcome) in Outcomes())
        {
            if (ResultOf(plan, outcome, day) is { } result) results.Add(result);
            else quiet++;
        }

        var disabled = rules.Where(r => r.Disabled is not null && isSelected(r))
            .Select(r => new DisabledRule(r.Name, TextRendering.WithoutValues(r.Title), TextRendering.WithoutValues(r.Disabled!)));
        return new RuleEvaluation(run.Days[day], WithParents(results), [.. disabled], quiet, run.Figures.NotFinite);
    }

    /// <summary>Every opening, rise, reminder and close on some days, and every blocked opening, by day, rule and part.</summary>
    public IReadOnlyList<RuleResult> Notices(int from, int until)
    {
        var results = new List<RuleResult>();
        foreach (var (plan, outcome) in Outcomes())
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            var days = outcome.Warnings.SelectMany(w => w.Levels.Select(l => l.Day).Concat(w.Reminders).Append(w.Closed)).Concat(outcome.Blocked.Select(b => b.From));
            foreach (var day in days.Where(d => d >= from && d <= until).Distinct().Order())
            {
                if (ResultOf(plan, outcome, day) is { } result) results.Add(result);
            }
        }

        return [.. results.OrderBy(r => r.Day)];
    }

    private IEnumerable<(RulePlan Plan, RuleOutcome Outcome)> Outcomes() =>
        from plan in run.PlansOf(set).OfType<RulePlan>()
        where isSelected(plan.Rule)
        from outcome in plan.Outcomes
        select (plan, outcome);

    private PartValues ValuesOf(CustomerPart part)
    {
        if (_values.TryGetValue(part, out var known)) return known;
        if (_values.Count >= KeptParts) _values.Clear();
        return _values[part] = new PartValues(run, part);
    }

    private RuleResult? ResultOf(RulePlan plan, RuleOutcome outcome, int day)
    {
        if (outcome.WarningOn(day) is { } warning) return OfWarning(plan, outcome.Part, warning, day);
        if (outcome.BlockedOn(day) is { } blocked)
        {
            return Bare(plan, outcome.Part, day, RuleState.Suppressed, blocked.Since) with
            {
                Since = run.Days[blocked.Since], Suppression = new RuleSuppression(KindOf(blocked.Kind), ReasonOf(plan, outcome.Part, blocked), run.Days[blocked.From]),
            };
        }

        if (outcome.UndecidedOn(day) is not { } undecided) return null;
        var text = undecided.Clause < 0 ? LanguageTexts.Empty : Render(plan.Rule.Needs[undecided.Clause].Reason, plan, outcome.Part, day);
        return Bare(plan, outcome.Part, day, RuleState.NotEvaluated, day) with
        {
            Undecided = new RuleUndecided(AbsentIn(plan, undecided) ?? undecided.Reason, text, run.Days[undecided.From], plan.LookBack),
        };
    }

    /// <summary>What the input lacks altogether of what a precondition reads: that tells more than that a figure is missing.</summary>
    /// <remarks>Without a precondition, costs are left out: a condition may well do without what only one side of an `or` reads.</remarks>
    private UndecidedReason? AbsentIn(RulePlan plan, UndecidedSpell undecided) =>
        plan.MetricsOfNeed(undecided.Clause).Select(term => run.Source.WhyAbsent(term.Metric!.Metric.Name, term.Metric.Picks))
            .Where(reason => undecided.Clause >= 0 || reason != UndecidedReason.NoContactCosts).Min();

    private RuleResult OfWarning(RulePlan plan, CustomerPart part, WarningSpell warning, int day)
    {
        var values = ValuesOf(part);
        values.Prepare(TermsOf(plan));
        var place = new TextPlace(plan, values, day, warning.Since);
        return Bare(plan, part, day, StateOn(warning, day), warning.Since) with
        {
            Severity = warning.LevelOn(day),
            Since = run.Days[warning.Since],
            Opened = run.Days[warning.Opened],
            DaysOpen = day - warning.Opened + (warning.Closed == day ? 0 : 1),
            IsStale = warning.IsStaleOn(day),
            Message = _texts.Render(plan.Rule.Message.ByLanguage.Count > 0 ? plan.Rule.Message : plan.Rule.Title, place),
            Evidence = [.. plan.Rule.Evidence.Select(e => Evidence(plan, e, place))],
            Causes = new CauseSearch(run, set, _texts, ValuesOf).Of(plan, part, warning, day),
            Drills = [.. plan.Rule.Drills.SelectMany(d => new DrillDown(run, ValuesOf).Of(plan, d, part, warning.Opened))],
        };
    }

    private RuleResult Bare(RulePlan plan, CustomerPart part, int day, RuleState state, int since)
    {
        var title = _texts.Render(plan.Rule.Title, new TextPlace(plan, ValuesOf(part), day, since));
        return new RuleResult { RuleId = plan.Rule.Name, Part = part, Day = run.Days[day], State = state, Title = title, Message = title, Tags = plan.Rule.Tags };
    }

    private LanguageTexts Render(BoundTexts texts, RulePlan plan, CustomerPart part, int day) => _texts.Render(texts, new TextPlace(plan, ValuesOf(part), day, day));

    private static RuleState StateOn(WarningSpell warning, int day)
    {
        if (warning.Closed == day) return RuleState.Closed;
        if (warning.Opened == day) return RuleState.Opened;
        if (warning.Levels.Exists(l => l.Day == day)) return RuleState.Escalated;
        return warning.Reminders.Contains(day) ? RuleState.Reminded : RuleState.Open;
    }

    private LanguageTexts ReasonOf(RulePlan plan, CustomerPart part, BlockedSpell blocked) => blocked.Kind switch
    {
        BlockKind.Unless => Render(plan.Rule.Unless[blocked.Clause].Reason, plan, part, blocked.From),
        BlockKind.Period => Render(plan.Rule.Suppressions[blocked.Clause].Reason, plan, part, blocked.From),
        _ => LanguageTexts.Empty,
    };

    /// <summary>What a block is called outside.</summary>
    public static SuppressionKind KindOf(BlockKind kind) => kind switch
    {
        BlockKind.Unless => SuppressionKind.Unless,
        BlockKind.Period => SuppressionKind.Period,
        _ => SuppressionKind.Cooldown,
    };

    private static IEnumerable<Term> TermsOf(RulePlan plan)
    {
        var rule = plan.Rule;
        return TextRendering.TermsOf(rule.Title, plan.Terms).Concat(TextRendering.TermsOf(rule.Message, plan.Terms))
            .Concat(rule.Evidence.Select(e => plan.Terms.Of(e.Value))).Concat(rule.Causes.Where(c => c.RuleIndex is null).Select(c => plan.Terms.Of(c.Condition)));
    }

    private RuleEvidence Evidence(RulePlan plan, BoundEvidence evidence, TextPlace place)
    {
        var term = plan.Terms.Of(evidence.Value);
        var first = evidence.Last is { } last ? Math.Max(0, run.Days.Before(last)[place.Day] + 1) : place.Day;
        var value = place.Values.At(term, place.Day);
        var label = evidence.Label.ByLanguage.Count > 0 ? _texts.Render(evidence.Label, place) : LanguageTexts.Of(evidence.Source, evidence.Source);
        return new RuleEvidence(
            label, evidence.Source, UnitOf(evidence.Value.Type), value, TextRendering.Value(value, evidence.Value.Type), IsEstimated(term, place.Values, place.Day),
            new DayRange(run.Days[first], run.Days[place.Day]), [.. Enumerable.Range(first, place.Day - first + 1).Select(day => place.Values.At(term, day))]);
    }

    private static string UnitOf(Binding.ValueType type) => type.Kind switch
    {
        ValueKind.Percentage => "%",
        ValueKind.Points => "pt",
        ValueKind.Duration => "days",
        ValueKind.Quantity => type.Unit,
        _ => "1",
    };

    /// <summary>Whether a sum in an expression made up for missing days, as of the day that it looks at.</summary>
    private bool IsEstimated(Term term, PartValues values, int day)
    {
        if (day < 0) return false;
        if (term.Kind == TermKind.Sum && values.At(run.Graph.Of(TermKind.Coverage, term.Duration, 0, term.Operands), day) < 1) return true;
        var seen = term.Kind == TermKind.Ago ? run.Days.Before(term.Duration)[day] : day;
        return term.By.Count == 0 && term.Operands.Any(o => IsEstimated(o, values, seen));
    }

    /// <summary>Names for every open warning that is a cause of another one a rule of which it is.</summary>
    private static List<RuleResult> WithParents(List<RuleResult> results)
    {
        var parents = new Dictionary<(string Rule, CustomerPart Part), string>();
        foreach (var parent in results.Where(r => r.IsOpen))
        {
            var open = new Queue<RuleCause>(parent.Causes);
            while (open.TryDequeue(out var cause))
            {
                if (cause.RuleId is { } rule)
                {
                    foreach (var part in cause.Parts) parents.TryAdd((rule, part), parent.RuleId);
                }

                foreach (var below in cause.Causes) open.Enqueue(below);
            }
        }

        return results.ConvertAll(r => r.IsOpen && parents.TryGetValue((r.RuleId, r.Part), out var parent) ? r with { ParentId = parent } : r);
    }
}
