namespace Mirai.Rules.Evaluation;

/// <summary>What a step of a schedule does.</summary>
internal enum StepKind
{
    /// <summary>Computes a term for the part.</summary>
    Compute,

    /// <summary>Takes a term that depends on fewer dimensions than the part has; it is computed once for all parts that agree in those.</summary>
    Share,

    /// <summary>Finds whether a rule ever warns.</summary>
    Decide,

    /// <summary>Follows a rule's life cycle.</summary>
    Scan,
}

/// <summary>One step.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Term">The term that is computed or taken.</param>
/// <param name="Rule">The rule that is decided or followed; of a term, the only rule that needs it, and only if it ever warns; else <see langword="null"/>.</param>
/// <param name="Dimensions">The dimensions that a shared term depends on.</param>
internal sealed record ScheduleStep(StepKind Kind, Term? Term, RulePlan? Rule, IReadOnlyList<string> Dimensions)
{
    /// <summary>The terms whose columns are not needed after this step.</summary>
    public List<int> Released { get; } = [];
}

/// <summary>The order in which terms are computed and rules followed for a part, each term once, and released after its last use.</summary>
internal sealed class Schedule
{
    private Schedule(IReadOnlyList<ScheduleStep> steps) => Steps = steps;

    /// <summary>The steps.</summary>
    public IReadOnlyList<ScheduleStep> Steps { get; }

    /// <summary>A schedule of rules.</summary>
    public static Schedule Of(IReadOnlyList<RulePlan> rules, IReadOnlyList<string> dimensions, DependentDimensions depends)
    {
        var builder = new Builder(dimensions, depends);
        builder.FindOwners(rules);
        foreach (var rule in rules) builder.Add(rule);
        return builder.Build();
    }

    /// <summary>A schedule of terms, none of which is released.</summary>
    public static Schedule Of(IReadOnlyList<Term> terms, IReadOnlyList<string> dimensions, DependentDimensions depends)
    {
        var builder = new Builder(dimensions, depends);
        foreach (var term in terms) builder.Add(term);
        return builder.Build(terms);
    }

    private sealed class Builder(IReadOnlyList<string> dimensions, DependentDimensions depends)
    {
        private readonly List<ScheduleStep> _steps = [];
        private readonly Dictionary<int, int> _lastUse = [];
        private readonly HashSet<int> _added = [];
        private readonly Dictionary<int, RulePlan?> _owners = []; // The only rule that needs a term, and only if it warns.

        public void FindOwners(IReadOnlyList<RulePlan> rules)
        {
            foreach (var rule in rules) Mark(rule.DecisionTerms, owner: null);
            foreach (var rule in rules) Mark(rule.LaterTerms, rule);
        }

        public void Add(RulePlan rule)
        {
            foreach (var term in rule.DecisionTerms) Add(term);
            _steps.Add(new ScheduleStep(StepKind.Decide, Term: null, rule, []));
            foreach (var term in rule.LaterTerms) Add(term);
            _steps.Add(new ScheduleStep(StepKind.Scan, Term: null, rule, []));
            foreach (var term in rule.DecisionTerms.Concat(rule.LaterTerms)) _lastUse[term.Id] = _steps.Count - 1;
        }

        public void Add(Term root)
        {
            StackCheck.Ensure();
            if (!_added.Add(root.Id)) return;
            var own = depends.Of(root, dimensions);
            var isShared = own.Count < dimensions.Count && (root.Operands.Count > 0 || root.Kind == TermKind.Firing);
            IReadOnlyList<Term> operands = isShared || root.By.Count > 0 ? [] : root.Operands;
            foreach (var operand in operands) Add(operand);
            _steps.Add(new ScheduleStep(isShared ? StepKind.Share : StepKind.Compute, root, _owners.GetValueOrDefault(root.Id), own));
            foreach (var term in operands.Append(root)) _lastUse[term.Id] = _steps.Count - 1;
        }

        public Schedule Build(IReadOnlyList<Term>? kept = null)
        {
            var keptIds = kept?.Select(t => t.Id).ToHashSet() ?? [];
            foreach (var (term, step) in _lastUse)
            {
                if (!keptIds.Contains(term)) _steps[step].Released.Add(term);
            }

            return new Schedule(_steps);
        }

        private void Mark(IEnumerable<Term> roots, RulePlan? owner)
        {
            var (seen, open) = (new HashSet<int>(), new Stack<Term>(roots));
            while (open.TryPop(out var term))
            {
                if (!seen.Add(term.Id)) continue;
                if (!_owners.TryAdd(term.Id, owner) && _owners[term.Id] != owner) _owners[term.Id] = null;
                foreach (var operand in term.Operands) open.Push(operand);
            }
        }
    }
}
