using System.Collections.Concurrent;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Rules evaluated over all days up to a last one: every rule, part and day.</summary>
/// <remarks>
/// Several sets may run together, such as the variants of a sweep: all share one graph, so that only what differs is computed more than once. Results
/// depend neither on the number of threads nor on how many days lie behind the last one.
/// </remarks>
internal sealed class RuleRun
{
    private readonly ConcurrentDictionary<(int Term, CustomerPart Part), Lazy<Column>> _shared = new();
    private readonly ConcurrentDictionary<(int Term, string Dimensions), Schedule> _schedules = new();
    private readonly ConcurrentDictionary<TermKind, Column> _calendar = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<CustomerPart>> _segments = new(StringComparer.Ordinal);
    private readonly List<RulePlan> _plans = [];
    private readonly List<RulePlan?[]> _plansOfSet = [];
    private readonly DependentDimensions _depends;
    private readonly int _maxThreads;

    private RuleRun(FigureSource source, DayTable days, EvaluationOptions options, RuleLimits limits, CancellationToken cancellationToken)
    {
        Source = source;
        Days = days;
        _maxThreads = options.MaxThreads;
        Limits = limits;
        CancellationToken = cancellationToken;
        Figures = new FigureColumns(source, days, cancellationToken);
        _depends = new DependentDimensions(_plans);
    }

    /// <summary>Where the figures come from.</summary>
    public FigureSource Source { get; }

    /// <summary>The days.</summary>
    public DayTable Days { get; }

    /// <summary>How much work and text there may be.</summary>
    public RuleLimits Limits { get; }

    /// <summary>Cancels the work.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The terms of all rules.</summary>
    public TermGraph Graph { get; } = new();

    /// <summary>The figures as columns.</summary>
    public FigureColumns Figures { get; }

    /// <summary>Told the condition of every rule and part as the life cycle sees it, for tests and reports of coverage.</summary>
    public Action<RulePlan, CustomerPart, byte[]>? Watcher { get; private init; }

    /// <summary>The rules that run.</summary>
    public IReadOnlyList<RulePlan> Plans => _plans;

    /// <summary>The plan of each rule of a set; <see langword="null"/> for a disabled one.</summary>
    public IReadOnlyList<RulePlan?> PlansOf(int set) => _plansOfSet[set];

    /// <summary>Evaluates rule sets.</summary>
    /// <param name="sets">The sets; each rule after those it refers to.</param>
    /// <param name="source">The figures.</param>
    /// <param name="until">The last day that counts; one of the source's.</param>
    /// <param name="options">How many threads.</param>
    /// <param name="limits">How much work and text there may be.</param>
    /// <param name="watcher">Told the condition of every rule and part; from several threads if there are several.</param>
    /// <param name="cancellationToken">Cancels the work; looked at before every term.</param>
    /// <exception cref="RuleLimitException">The rules would make more work than the limits allow.</exception>
    public static RuleRun Execute(
        IReadOnlyList<BoundRuleSet> sets, FigureSource source, DateOnly until, EvaluationOptions options, RuleLimits limits,
        Action<RulePlan, CustomerPart, byte[]>? watcher = null, CancellationToken cancellationToken = default)
    {
        if (!source.Days.Contains(until)) throw new ArgumentOutOfRangeException(nameof(until), until, $"The figures cover {source.Days}.");
        var days = new DayTable(source.Days.First, source.Days.IndexOf(until) + 1);
        var run = new RuleRun(source, days, options, limits, cancellationToken) { Watcher = watcher };
        foreach (var set in sets) run.Plan(set);
        var groups = run.Groups();
        new WorkEstimate(run).Check(groups);
        run.Announce();
        foreach (var group in groups) run.Evaluate(group);
        return run;
    }

    /// <summary>The column of a term for a part, computed once and kept.</summary>
    public Column Shared(Term term, CustomerPart part) => _shared.GetOrAdd((term.Id, part), key => new Lazy<Column>(() =>
    {
        var evaluation = new TermEvaluation(this, new ColumnPool(Days.Count));
        evaluation.Run(ScheduleOf(term, key.Part), key.Part);
        return evaluation[term] with { IsPooled = false };
    })).Value;

    /// <summary>The schedule of one term for parts of the same dimensions.</summary>
    public Schedule ScheduleOf(Term term, CustomerPart part)
    {
        string[] dimensions = [.. part.Picks.Select(p => p.Dimension)];
        return _schedules.GetOrAdd((term.Id, DependentDimensions.KeyOf(dimensions)), _ => Schedule.Of([term], dimensions, _depends));
    }

    /// <summary>The schedule of some terms together, all of which are kept.</summary>
    public Schedule ScheduleOf(IReadOnlyList<Term> terms, CustomerPart part) => Schedule.Of(terms, [.. part.Picks.Select(p => p.Dimension)], _depends);

    /// <summary>The parts of a part by some dimensions, which replace those it picks itself.</summary>
    public IEnumerable<CustomerPart> PartsOf(CustomerPart part, IReadOnlyList<string> by) => Segments(by).Select(segment => part.With(segment.Picks));

    /// <summary>A column of the calendar.</summary>
    public Column OfCalendar(TermKind kind) => _calendar.GetOrAdd(kind, _ =>
    {
        var dates = Enumerable.Range(0, Days.Count).Select(day => Days[day]);
        return kind switch
        {
            TermKind.Weekday => Column.Of([.. dates.Select(d => d.DayOfWeek == DayOfWeek.Sunday ? 7.0 : (double)d.DayOfWeek)]),
            TermKind.Month => Column.Of([.. dates.Select(d => (double)d.Month)]),
            TermKind.DayOfMonth => Column.Of([.. dates.Select(d => (double)d.Day)]),
            _ => Column.Of([.. dates.Select(d => Truth.Of(Source.IsHoliday(d)))]),
        };
    });

    /// <summary>Whether a rule warns, as seen from a part: for the same part where it has the same dimensions, else for the whole, else for any of its segments.</summary>
    public void FillFiring(Term term, CustomerPart part, Span<byte> truths)
    {
        var rule = Plans[term.Rule];
        var seen = term.IsOverall ? CustomerPart.Whole : part;
        if ((rule.OutcomeOf(seen) ?? rule.OutcomeOf(CustomerPart.Whole)) is { } outcome)
        {
            outcome.Fill(truths);
            return;
        }

        truths.Clear();
        var one = new byte[truths.Length];
        foreach (var segment in rule.Outcomes)
        {
            segment.Fill(one);
            LogicKernel.Or(truths, one, truths);
        }
    }

    /// <summary>The segments of dimensions that occur.</summary>
    public IReadOnlyList<CustomerPart> Segments(IReadOnlyList<string> dimensions) =>
        _segments.GetOrAdd(DependentDimensions.KeyOf(dimensions), _ =>
        [
            .. Source.CombinationsOf(dimensions)
                .Select(values => new CustomerPart(dimensions.Select((dimension, place) => new SegmentPick(dimension, [values[place]])))),
        ]);

    /// <summary>Tells the source what will be asked of it.</summary>
    private void Announce()
    {
        var wanted = new Dictionary<string, (string[] Dimensions, HashSet<string> Metrics)>(StringComparer.Ordinal);
        foreach (var plan in _plans)
        {
            var scopes = new List<IReadOnlyList<string>>();
            if (plan.PlaceOf(CustomerPart.Whole) >= 0) scopes.Add([]);
            if (plan.Dimensions.Count > 0) scopes.Add(plan.Dimensions);
            foreach (var (metric, by) in plan.Metrics())
            {
                foreach (var scope in scopes)
                {
                    IEnumerable<string> own = metric.IsOverall ? [] : scope.Union(by, StringComparer.Ordinal);
                    string[] dimensions = [.. own.Union(metric.Picks.Select(p => p.Dimension), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                    var key = DependentDimensions.KeyOf(dimensions);
                    if (!wanted.TryGetValue(key, out var known)) wanted.Add(key, known = (dimensions, new HashSet<string>(StringComparer.Ordinal)));
                    known.Metrics.Add(metric.Metric.Name);
                }
            }
        }

        foreach (var (dimensions, metrics) in wanted.Values) Source.Expect([.. metrics.Order(StringComparer.Ordinal)], dimensions);
    }

    private void Plan(BoundRuleSet set)
    {
        var places = new int[set.Rules.Count];
        var plans = new RulePlan?[set.Rules.Count];
        var lowering = new Lowering(Graph, places);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = -1;
            var rule = set.Rules[i];
            if (rule.Disabled is not null) continue;
            var plan = new RulePlan(_plans.Count, rule, lowering);
            plans[i] = _plans.Find(p => p.IsSameAs(plan));
            if (plans[i] is null)
            {
                plan.RunFor(PartsOf(rule));
                plan.Batch = BatchOf(plan);
                _plans.Add(plan);
                plans[i] = plan;
            }

            places[i] = plans[i]!.Place;
        }

        _plansOfSet.Add(plans);
    }

    private IReadOnlyList<CustomerPart> PartsOf(BoundRule rule)
    {
        var segments = rule.Dimensions.Count == 0 ? [] : Segments(rule.Dimensions);
        if (segments.Count > Limits.SegmentsPerRule)
        {
            throw new RuleLimitException(
                $"Rule `{rule.Name}` would run for {segments.Count:N0} segments of {string.Join(", ", rule.Dimensions)}; at most {Limits.SegmentsPerRule:N0} are allowed.");
        }

        return rule.IncludesOverall || rule.Dimensions.Count == 0 ? [CustomerPart.Whole, .. segments] : segments;
    }

    private int BatchOf(RulePlan plan)
    {
        var batch = 0;
        foreach (var (place, isFromWithin) in plan.FiringRules())
        {
            var other = _plans[place];
            var isSeenInBatch = !isFromWithin
                && (other.PlaceOf(CustomerPart.Whole) >= 0 || (other.FiresFor(plan.Dimensions) && plan.PlaceOf(CustomerPart.Whole) < 0));
            batch = Math.Max(batch, other.Batch + (isSeenInBatch ? 0 : 1));
        }

        return batch;
    }

    /// <summary>The rules that run together, in an order in which every firing is known when it is looked at.</summary>
    private List<ScopeGroup> Groups()
    {
        var groups = new List<ScopeGroup>();
        foreach (var batch in _plans.GroupBy(p => p.Batch).OrderBy(b => b.Key))
        {
            Add([], [.. batch.Where(p => p.PlaceOf(CustomerPart.Whole) >= 0)], [CustomerPart.Whole]);
            foreach (var group in batch.Where(p => p.Dimensions.Count > 0).GroupBy(p => DependentDimensions.KeyOf(p.Dimensions), StringComparer.Ordinal))
            {
                var first = group.First();
                Add(first.Dimensions, [.. group], [.. first.Parts.Where(p => !p.IsWhole)]);
            }
        }

        return groups;

        void Add(IReadOnlyList<string> dimensions, IReadOnlyList<RulePlan> plans, IReadOnlyList<CustomerPart> parts)
        {
            if (plans.Count > 0 && parts.Count > 0) groups.Add(new ScopeGroup(plans, parts, Schedule.Of(plans, dimensions, _depends)));
        }
    }

    private void Evaluate(ScopeGroup group)
    {
        var threads = Math.Min(group.Parts.Count, _maxThreads == 0 ? Environment.ProcessorCount : _maxThreads);
        if (threads <= 1)
        {
            var evaluation = new TermEvaluation(this, new ColumnPool(Days.Count));
            foreach (var part in group.Parts) evaluation.Run(group.Schedule, part);
            return;
        }

        Parallel.ForEach(
            group.Parts,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = CancellationToken },
            () => new TermEvaluation(this, new ColumnPool(Days.Count)),
            (part, _, evaluation) =>
            {
                evaluation.Run(group.Schedule, part);
                return evaluation;
            },
            _ => { });
    }
}

/// <summary>Rules that run for the same parts, one part after another.</summary>
/// <param name="Plans">The rules, each after those it refers to.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Schedule">The order of work for a part.</param>
internal sealed record ScopeGroup(IReadOnlyList<RulePlan> Plans, IReadOnlyList<CustomerPart> Parts, Schedule Schedule);
