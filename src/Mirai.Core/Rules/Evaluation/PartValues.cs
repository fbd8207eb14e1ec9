using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>The values of a rule's other expressions for a part: those of texts, evidence, causes and drill-downs. Computed when asked for.</summary>
internal sealed class PartValues(RuleRun run, CustomerPart part)
{
    private readonly Dictionary<int, Column> _columns = [];

    /// <summary>The part.</summary>
    public CustomerPart Part => part;

    /// <summary>Computes terms together, so that what they share is computed once.</summary>
    public void Prepare(IEnumerable<Term> terms)
    {
        List<Term> wanted = [.. terms.Where(t => !_columns.ContainsKey(t.Id)).Distinct()];
        if (wanted.Count == 0) return;
        var evaluation = new TermEvaluation(run, new ColumnPool(run.Days.Count));
        evaluation.Run(run.ScheduleOf(wanted, part), part);
        foreach (var term in wanted) _columns[term.Id] = evaluation[term] with { IsPooled = false };
    }

    /// <summary>A term's column.</summary>
    public Column Of(Term term)
    {
        if (!_columns.ContainsKey(term.Id)) Prepare([term]);
        return _columns[term.Id];
    }

    /// <summary>A term's value on a day: 1 and 0 for a truth; missing before the first day.</summary>
    public double At(Term term, int day) => day < 0 ? double.NaN : Of(term).ValueAt(day);
}

/// <summary>What a text knows of the warning it stands in.</summary>
/// <param name="Plan">The rule.</param>
/// <param name="Values">The values of the part.</param>
/// <param name="Day">The day.</param>
/// <param name="Since">The first day of the run that opened it.</param>
internal sealed record TextPlace(RulePlan Plan, PartValues Values, int Day, int Since)
{
    /// <summary>A value of the warning itself as a number; of the segment, missing.</summary>
    public double Of(MessageValueKind kind, DayTable days) => kind switch
    {
        MessageValueKind.Date => days[Day].DayNumber,
        MessageValueKind.Since => days[Since].DayNumber,
        MessageValueKind.Days => Day - Since + 1,
        _ => double.NaN,
    };
}
