using System.Diagnostics;

namespace Mirai.Rules.Evaluation;

/// <summary>Works through schedules for one part after another. One per thread.</summary>
internal sealed partial class TermEvaluation(RuleRun run, ColumnPool pool)
{
    private readonly Column[] _slots = new Column[run.Graph.Count];
    private readonly PrefixSums?[] _sums = new PrefixSums?[run.Graph.Count];
    private readonly Dictionary<RulePlan, (byte[] Condition, byte[] Opening, bool Opens)> _decided = [];
    private CustomerPart _part = CustomerPart.Whole;

    /// <summary>Works through a schedule for a part. Columns that the schedule does not release stay until <see cref="Clear"/>.</summary>
    public void Run(Schedule schedule, CustomerPart part)
    {
        _part = part;
        foreach (var step in schedule.Steps)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            switch (step.Kind)
            {
                case StepKind.Compute when IsWanted(step):
                    _slots[step.Term!.Id] = Compute(step.Term);
                    break;
                case StepKind.Share when IsWanted(step):
                    _slots[step.Term!.Id] = run.Shared(step.Term, part.Only(step.Dimensions));
                    break;
                case StepKind.Decide:
                    Decide(step.Rule!);
                    break;
                case StepKind.Scan:
                    Scan(step.Rule!);
                    break;
            }

            foreach (var term in step.Released) Release(term);
        }
    }

    /// <summary>The column of a term that the last schedule has kept.</summary>
    public Column this[Term term] => _slots[term.Id];

    /// <summary>Gives every column back.</summary>
    public void Clear()
    {
        for (var term = 0; term < _slots.Length; term++) Release(term);
    }

    private bool IsWanted(ScheduleStep step) => step.Rule is null || _decided[step.Rule].Opens;

    private void Release(int term)
    {
        pool.Return(_slots[term]);
        _slots[term] = default;
        if (_sums[term] is not { } sums) return;
        pool.Return(sums);
        _sums[term] = null;
    }

    /// <summary>Finds the condition as the life cycle sees it, missing where a precondition is not true, and whether it ever holds for long enough.</summary>
    private void Decide(RulePlan rule)
    {
        var (condition, opening) = (pool.Truths(), pool.Truths());
        TruthsOf(rule.When).CopyTo(condition, 0);
        foreach (var need in rule.Needs) LogicKernel.Require(TruthsOf(need), condition);
        _decided[rule] = (condition, opening, Persistence.Find(rule.Rule.When.Persist, run.Days, condition, opening));
    }

    private void Scan(RulePlan rule)
    {
        _decided.Remove(rule, out var decided);
        var historyStart = rule.LookBack + rule.DecisionMetrics
            .Select(m => run.Figures.Of(m.Metric!, _part, isDenominator: false).FirstKnown).DefaultIfEmpty(0).Max();
        var columns = new LifeCycleColumns([.. rule.Needs.Select(TruthsOf)], decided.Condition, decided.Opening, Closing: null, [], []);
        var closing = decided.Opens && rule.Until is not null ? pool.Truths() : null;
        if (closing is not null) Persistence.Find(rule.Rule.Until!.Persist, run.Days, TruthsOf(rule.Until!), closing);
        if (decided.Opens)
        {
            columns = columns with
            {
                Closing = closing,
                Unless = [.. rule.Unless.Select(TruthsOf)],
                Severities = [.. rule.Severities.Select(s => s.Condition is { } condition ? TruthsOf(condition) : null)],
            };
        }

        rule.Outcomes[rule.PlaceOf(_part)] = new LifeCycleScan(rule, _part, run.Days).Run(columns, historyStart);
        run.Watcher?.Invoke(rule, _part, decided.Condition);
        pool.Return(decided.Condition);
        pool.Return(decided.Opening);
        if (closing is not null) pool.Return(closing);
    }

    private byte[] TruthsOf(Term term) =>
        _slots[term.Id].Truths ?? throw new UnreachableException($"{term.Kind} is used as a condition and is none.");

    private Column Numbers(out double[] array)
    {
        array = pool.Numbers();
        return new Column(array, Truths: null, 0, IsPooled: true);
    }

    private Column Truths(out byte[] array)
    {
        array = pool.Truths();
        return new Column(Numbers: null, array, 0, IsPooled: true);
    }
}
