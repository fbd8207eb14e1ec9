using System.Diagnostics.CodeAnalysis;

namespace Mirai.Rules.Evaluation;

/// <summary>Walks once over the days of a rule and a part, from its columns to what became of it. Nothing is stored between runs.</summary>
internal sealed class LifeCycleScan(RulePlan plan, CustomerPart part, DayTable days)
{
    /// <summary>After so many missing days in a row an open warning is stale.</summary>
    public const int StaleAfterDays = 14;

    private readonly RuleOutcome _outcome = new(part, days.Count);
    private int _lastClosed = -1;

    /// <summary>The condition as the life cycle sees it: missing where a precondition is not true.</summary>
    /// <returns>Whether it ever holds for long enough.</returns>
    public bool Decide(IReadOnlyList<byte[]> needs, ReadOnlySpan<byte> when, Span<byte> condition)
    {
        when.CopyTo(condition);
        foreach (var need in needs)
        {
            for (var day = 0; day < condition.Length; day++)
            {
                if (need[day] != Truth.True) condition[day] = Truth.Missing;
            }
        }

        if (condition.IndexOf(Truth.True) < 0) return false;
        var persistence = new Persistence(plan.Rule.When.Persist, days);
        for (var day = 0; day < condition.Length; day++)
        {
            if (persistence.Take(day, condition)) return true;
        }

        return false;
    }

    /// <summary>The outcome of a rule that never holds for long enough.</summary>
    public RuleOutcome Idle(IReadOnlyList<byte[]> needs, ReadOnlySpan<byte> condition, int historyStart)
    {
        for (var day = 0; condition[day..].IndexOf(Truth.Missing) is >= 0 and var next; day++)
        {
            day += next;
            _outcome.AddMissing(day);
            Undecided(needs, day, historyStart);
        }

        return _outcome;
    }

    /// <summary>The outcome in full.</summary>
    public RuleOutcome Run(LifeCycleColumns columns, ReadOnlySpan<byte> condition, int historyStart)
    {
        var opening = new Persistence(plan.Rule.When.Persist, days);
        var closing = columns.Until is null ? null : new Persistence(plan.Rule.Until!.Persist, days);
        var (open, blocked, gap) = ((WarningSpell?)null, (BlockedSpell?)null, 0);
        for (var day = 0; day < condition.Length; day++)
        {
            var truth = condition[day];
            var isOn = opening.Take(day, condition);
            var isOff = closing?.Take(day, columns.Until) ?? truth == Truth.False;
            if (truth == Truth.Missing) _outcome.AddMissing(day);
            if (open is not null)
            {
                gap = truth == Truth.Missing ? gap + 1 : 0;
                open = GoOn(open, columns, day, isOff, gap);
            }
            else if (isOn && Opens(columns, opening.Since(condition), day, ref blocked))
            {
                (open, gap) = (new WarningSpell(opening.Since(condition), day, LevelOn(columns, day)), 0);
                _outcome.Warnings.Add(open);
            }
            else if (truth == Truth.False && blocked is not null)
            {
                blocked.End = day;
                blocked = null;
            }
            else if (truth == Truth.Missing && blocked is null)
            {
                Undecided(columns.Needs, day, historyStart);
            }
        }

        return _outcome;
    }

    private WarningSpell? GoOn(WarningSpell open, LifeCycleColumns columns, int day, bool isOff, int gap)
    {
        if (gap == 0 && open.Stale is [.., { End: < 0 } stale]) open.Stale[^1] = stale with { End = day };
        if (isOff)
        {
            if (open.Stale is [.., { End: < 0 } last]) open.Stale[^1] = last with { End = day };
            open.Closed = _lastClosed = day;
            return null;
        }

        if (gap == StaleAfterDays) open.Stale.Add((day, -1));
        var level = LevelOn(columns, day);
        if (level > open.Peak)
        {
            open.Levels.Add((day, level));
        }
        else if (plan.Rule.Remind is { } remind)
        {
            var noticed = Math.Max(open.Levels[^1].Day, open.Reminders.Count == 0 ? -1 : open.Reminders[^1]);
            if (days.Before(remind)[day] >= noticed) open.Reminders.Add(day);
        }

        return open;
    }

    private bool Opens(LifeCycleColumns columns, int since, int day, ref BlockedSpell? blocked)
    {
        if (!IsBlocked(columns, day, out var kind, out var clause))
        {
            if (blocked is not null) (blocked.End, blocked.HasOpened) = (day, true);
            blocked = null;
            return true;
        }

        if (blocked is null)
        {
            blocked = new BlockedSpell(since, day, kind, clause);
            _outcome.Blocked.Add(blocked);
        }

        return false;
    }

    private bool IsBlocked(LifeCycleColumns columns, int day, [NotNullWhen(true)] out BlockKind kind, out int clause)
    {
        var date = days[day];
        for (clause = 0, kind = BlockKind.Period; clause < plan.Rule.Suppressions.Count; clause++)
        {
            var period = plan.Rule.Suppressions[clause];
            if (period.From <= date && date <= period.To && part.LiesWithin(new CustomerPart(period.Part))) return true;
        }

        for (clause = 0, kind = BlockKind.Unless; clause < columns.Unless.Count; clause++)
        {
            if (columns.Unless[clause][day] == Truth.True) return true;
        }

        (clause, kind) = (0, BlockKind.Cooldown);
        return _lastClosed >= 0 && plan.Rule.Cooldown is { } cooldown && days.Before(cooldown)[day] < _lastClosed;
    }

    private WarningLevel LevelOn(LifeCycleColumns columns, int day)
    {
        for (var i = 0; i < plan.Severities.Count; i++)
        {
            if (columns.Severities[i] is not { } condition || condition[day] == Truth.True) return plan.Severities[i].Level;
        }

        return WarningLevel.Notice;
    }

    private void Undecided(IReadOnlyList<byte[]> needs, int day, int historyStart)
    {
        var (reason, clause) = (day < historyStart ? UndecidedReason.NotEnoughHistory : UndecidedReason.MissingInput, -1);
        for (var i = 0; i < needs.Count && clause < 0; i++)
        {
            if (needs[i][day] == Truth.True) continue;
            clause = i;
            if (needs[i][day] == Truth.False) reason = UndecidedReason.NeedsNotMet;
        }

        var spells = _outcome.Undecided;
        if (spells is [.., var last] && last.End == day && last.Reason == reason && last.Clause == clause) spells[^1] = last with { End = day + 1 };
        else spells.Add(new UndecidedSpell(day, day + 1, reason, clause));
    }
}

/// <summary>The columns of truths that a life cycle reads, in the order of the rule's clauses.</summary>
/// <param name="Needs">The preconditions.</param>
/// <param name="Until">The closing condition, where there is one.</param>
/// <param name="Unless">The blocking circumstances.</param>
/// <param name="Severities">The levels' conditions; <see langword="null"/> for an unconditional one.</param>
internal sealed record LifeCycleColumns(
    IReadOnlyList<byte[]> Needs, byte[]? Until, IReadOnlyList<byte[]> Unless, IReadOnlyList<byte[]?> Severities);
