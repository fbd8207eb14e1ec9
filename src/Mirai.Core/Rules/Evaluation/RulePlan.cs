using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>A rule made ready for a run: its conditions as terms, its parts, and in the end what became of it.</summary>
internal sealed class RulePlan
{
    private readonly Dictionary<CustomerPart, int> _placeOfPart = [];

    /// <summary>A rule whose firings are already planned.</summary>
    public RulePlan(int place, BoundRule rule, Lowering terms)
    {
        Place = place;
        Rule = rule;
        Terms = terms;
        Needs = [.. rule.Needs.Select(n => terms.Of(n.Condition))];
        When = terms.Of(rule.When.Condition);
        Until = rule.Until is { } until ? terms.Of(until.Condition) : null;
        Unless = [.. rule.Unless.Select(u => terms.Of(u.Condition))];
        Severities = [.. rule.Severities.Select(s => (s.Level, s.Condition is { } condition ? terms.Of(condition) : null))];
        HighestLevel = Severities.Select(s => s.Level).DefaultIfEmpty(WarningLevel.Notice).Max();
        Dimensions = [.. rule.Dimensions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        DecisionMetrics = MetricsOf(DecisionTerms);
    }

    /// <summary>The place among the rules of the run.</summary>
    public int Place { get; }

    /// <summary>The rule.</summary>
    public BoundRule Rule { get; }

    /// <summary>Makes terms of the rule's other expressions.</summary>
    public Lowering Terms { get; }

    /// <summary>The preconditions.</summary>
    public IReadOnlyList<Term> Needs { get; }

    /// <summary>The condition that opens.</summary>
    public Term When { get; }

    /// <summary>The condition that closes.</summary>
    public Term? Until { get; }

    /// <summary>The circumstances in which it does not open.</summary>
    public IReadOnlyList<Term> Unless { get; }

    /// <summary>The levels and when they apply.</summary>
    public (WarningLevel Level, Term? Condition)[] Severities { get; }

    /// <summary>The gravest level that it can reach.</summary>
    public WarningLevel HighestLevel { get; }

    /// <summary>The dimensions of its segments in ordinal order.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Rules of a batch need firings of earlier batches, or of themselves for the same part, or of the whole.</summary>
    public int Batch { get; set; }

    /// <summary>The parts it runs for, the whole first.</summary>
    public IReadOnlyList<CustomerPart> Parts { get; private set; } = [];

    /// <summary>What became of it, by part.</summary>
    public RuleOutcome[] Outcomes { get; private set; } = [];

    /// <summary>How many days before a day the condition of that day depends on.</summary>
    public int LookBack => DecisionTerms.Max(t => t.LookBack);

    /// <summary>The terms that say whether it warns.</summary>
    public IEnumerable<Term> DecisionTerms => Needs.Append(When);

    /// <summary>The metrics that the decision reads, but for those that it reads part by part.</summary>
    public IReadOnlyList<Term> DecisionMetrics { get; }

    /// <summary>The metrics that a precondition reads; for -1, those that the whole decision reads.</summary>
    public IReadOnlyList<Term> MetricsOfNeed(int clause) => clause < 0 ? DecisionMetrics : MetricsOf([Needs[clause]]);

    /// <summary>The terms that matter only once it would warn.</summary>
    public IEnumerable<Term> LaterTerms => Unless.Concat(Until is null ? [] : [Until]).Concat(Severities.Select(s => s.Condition).OfType<Term>());

    /// <summary>Sets the parts.</summary>
    public void RunFor(IReadOnlyList<CustomerPart> parts)
    {
        Parts = parts;
        Outcomes = new RuleOutcome[parts.Count];
        for (var place = 0; place < parts.Count; place++) _placeOfPart.Add(parts[place], place);
    }

    /// <summary>The place of a part; -1 where the rule does not run for it.</summary>
    public int PlaceOf(CustomerPart part) => _placeOfPart.GetValueOrDefault(part, -1);

    /// <summary>What became of it for a part; <see langword="null"/> where the rule does not run for it.</summary>
    public RuleOutcome? OutcomeOf(CustomerPart part) => PlaceOf(part) is >= 0 and var place ? Outcomes[place] : null;

    /// <summary>What decides for which part another rule's firing is meant, in a scope of some dimensions.</summary>
    public bool FiresFor(IReadOnlyList<string> dimensions) => Dimensions.SequenceEqual(dimensions, StringComparer.Ordinal);

    /// <summary>The rules whose firings say what becomes of this one, and whether it looks at them from parts of its own part.</summary>
    public HashSet<(int Rule, bool IsFromWithin)> FiringRules()
    {
        var (rules, seen) = (new HashSet<(int, bool)>(), new HashSet<(int, bool)>());
        var open = new Stack<(Term Term, bool IsWithin)>(DecisionTerms.Concat(LaterTerms).Select(t => (t, false)));
        while (open.TryPop(out var found))
        {
            var (term, isWithin) = found;
            if (!seen.Add((term.Id, isWithin))) continue;
            if (term.Kind == TermKind.Firing) rules.Add((term.Rule, isWithin));
            foreach (var operand in term.Operands) open.Push((operand, isWithin || term.By.Count > 0));
        }

        return rules;
    }

    /// <summary>All metrics that the life cycle reads, with the dimensions by whose parts it reads them.</summary>
    public IEnumerable<(MetricNode Metric, IReadOnlyList<string> By)> Metrics()
    {
        var seen = new HashSet<(int, string)>();
        var open = new Stack<(Term Term, IReadOnlyList<string> By)>(DecisionTerms.Concat(LaterTerms).Select(t => (t, (IReadOnlyList<string>)[])));
        while (open.TryPop(out var found))
        {
            var (term, by) = found;
            if (!seen.Add((term.Id, DependentDimensions.KeyOf(by)))) continue;
            if (term.Kind == TermKind.Metric) yield return (term.Metric!, by);
            IReadOnlyList<string> below = term.By.Count == 0 ? by : [.. by.Union(term.By, StringComparer.Ordinal)];
            foreach (var operand in term.Operands) open.Push((operand, below));
        }
    }

    /// <summary>Whether the same becomes of both on the same figures.</summary>
    public bool IsSameAs(RulePlan other) => string.Equals(Rule.Name, other.Rule.Name, StringComparison.Ordinal)
        && When == other.When && Until == other.Until && Needs.SequenceEqual(other.Needs) && Unless.SequenceEqual(other.Unless)
        && Severities.SequenceEqual(other.Severities) && Dimensions.SequenceEqual(other.Dimensions, StringComparer.Ordinal)
        && Rule.IncludesOverall == other.Rule.IncludesOverall && Lasts(Rule.When) == Lasts(other.Rule.When)
        && (Rule.Until is null || Lasts(Rule.Until) == Lasts(other.Rule.Until!)) && Rule.Cooldown == other.Rule.Cooldown && Rule.Remind == other.Rule.Remind
        && Rule.Suppressions.Select(Period).SequenceEqual(other.Rule.Suppressions.Select(Period));

    private static (RuleDuration? Required, RuleDuration? OutOf) Lasts(BoundCondition condition) =>
        (condition.Persist?.Required, condition.Persist?.OutOf);

    private static (CustomerPart Part, DateOnly From, DateOnly To) Period(BoundSuppression suppression) =>
        (new CustomerPart(suppression.Part), suppression.From, suppression.To);

    private static List<Term> MetricsOf(IEnumerable<Term> roots)
    {
        var (metrics, seen, open) = (new List<Term>(), new HashSet<int>(), new Stack<Term>(roots));
        while (open.TryPop(out var term))
        {
            if (!seen.Add(term.Id) || term.By.Count > 0) continue;
            if (term.Kind == TermKind.Metric) metrics.Add(term);
            foreach (var operand in term.Operands) open.Push(operand);
        }

        return metrics;
    }
}
