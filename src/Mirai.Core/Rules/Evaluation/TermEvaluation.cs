using System.Diagnostics;

namespace Mirai.Rules.Evaluation;

/// <summary>Works through schedules for one part after another. One per thread.</summary>
internal sealed partial class TermEvaluation(RuleRun run, ColumnPool pool)
{
    private readonly Column[] _slots = new Column[run.Graph.Count];
    private readonly Dictionary<RulePlan, (LifeCycleScan Scan, byte[] Condition, bool Warns)> _decided = [];
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

    private bool IsWanted(ScheduleStep step) => step.Rule is null || _decided[step.Rule].Warns;

    private void Release(int term)
    {
        pool.Return(_slots[term]);
        _slots[term] = default;
    }

    private void Decide(RulePlan rule)
    {
        var scan = new LifeCycleScan(rule, _part, run.Days);
        var condition = pool.Truths();
        var warns = scan.Decide([.. rule.Needs.Select(TruthsOf)], TruthsOf(rule.When), condition);
        _decided[rule] = (scan, condition, warns);
    }

    private void Scan(RulePlan rule)
    {
        _decided.Remove(rule, out var decided);
        byte[][] needs = [.. rule.Needs.Select(TruthsOf)];
        var historyStart = rule.LookBack + rule.DecisionMetrics
            .Select(m => run.Figures.Of(m.Metric!, _part, isDenominator: false).FirstKnown).DefaultIfEmpty(0).Max();
        rule.Outcomes[rule.PlaceOf(_part)] = decided.Warns
            ? decided.Scan.Run(ColumnsOf(rule, needs), decided.Condition, historyStart)
            : decided.Scan.Idle(needs, decided.Condition, historyStart);
        run.Watcher?.Invoke(rule, _part, decided.Condition);
        pool.Return(new Column(Numbers: null, decided.Condition, 0, IsPooled: true));
    }

    private LifeCycleColumns ColumnsOf(RulePlan rule, byte[][] needs) => new(
        needs,
        rule.Until is { } until ? TruthsOf(until) : null,
        [.. rule.Unless.Select(TruthsOf)],
        [.. rule.Severities.Select(s => s.Condition is { } condition ? TruthsOf(condition) : null)]);

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
