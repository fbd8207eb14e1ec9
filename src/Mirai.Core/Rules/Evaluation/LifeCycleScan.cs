using System.Diagnostics.CodeAnalysis;

namespace Mirai.Rules.Evaluation;

/// <summary>Goes once over the days of a rule and a part, from its columns to what became of it. Nothing is stored between runs.</summary>
/// <remarks>It goes from event to event: the days between an event and the next one are looked at together.</remarks>
internal sealed class LifeCycleScan(RulePlan plan, CustomerPart part, DayTable days)
{
    /// <summary>After so many missing days in a row an open warning is stale.</summary>
    public const int StaleAfterDays = 14;

    private readonly RuleOutcome _outcome = new(part, days.Count);
    private LifeCycleColumns _columns;
    private int _historyStart;
    private int _lastClosed = -1;
    private int _gap; // The first stretch of missing days that ends after the last event.

    /// <summary>The outcome.</summary>
    /// <param name="columns">What it is made of.</param>
    /// <param name="historyStart">The first day on which there is history enough.</param>
    public RuleOutcome Run(LifeCycleColumns columns, int historyStart)
    {
        (_columns, _historyStart) = (columns, historyStart);
        FindMissing();
        var day = 0;
        while (true)
        {
            var next = Next(_columns.Opening, Truth.True, day);
            AddUndecided(day, next);
            if (next == days.Count) return _outcome;
            day = Opening(next, out var isOpening);
            if (isOpening) day = Follow(day);
        }
    }

    /// <summary>The first day, from one on, on which a column has a truth; the number of days where there is none.</summary>
    private int Next(byte[] column, byte truth, int from)
    {
        var next = from >= days.Count ? -1 : column.AsSpan(from).IndexOf(truth);
        return next < 0 ? days.Count : from + next;
    }

    private void FindMissing()
    {
        for (var start = Next(_columns.Condition, Truth.Missing, 0); start < days.Count;)
        {
            var length = _columns.Condition.AsSpan(start).IndexOfAnyExcept(Truth.Missing);
            var end = length < 0 ? days.Count : start + length;
            _outcome.Missing.Add((start, end));
            start = Next(_columns.Condition, Truth.Missing, end);
        }
    }

    /// <summary>Finds the day on which the warning opens: the one on which it holds for long enough, unless it is blocked then.</summary>
    /// <returns>That day; where it does not open, the day after the end of the block.</returns>
    private int Opening(int day, out bool isOpening)
    {
        isOpening = !IsBlocked(day, out var kind, out var clause);
        if (isOpening) return day;
        var blocked = new BlockedSpell(SinceOf(day), day, kind, clause);
        _outcome.Blocked.Add(blocked);
        for (day++; day < days.Count; day++)
        {
            if (_columns.Opening[day] == Truth.True)
            {
                if (IsBlocked(day, out _, out _)) continue;
                (blocked.HasOpened, isOpening) = (true, true);
            }
            else if (_columns.Condition[day] != Truth.False)
            {
                continue;
            }

            blocked.End = day;
            return isOpening ? day : day + 1;
        }

        return day;
    }

    /// <summary>Follows a warning from its opening to its end.</summary>
    /// <returns>The day after its end.</returns>
    private int Follow(int opened)
    {
        var warning = new WarningSpell(SinceOf(opened), opened, LevelOn(opened));
        _outcome.Warnings.Add(warning);
        var end = _columns.Closing is { } closing ? Next(closing, Truth.True, opened + 1) : Next(_columns.Condition, Truth.False, opened + 1);
        Rise(warning, end);
        AddStale(warning, end);
        if (end < days.Count) warning.Closed = _lastClosed = end;
        return end + 1;
    }

    private int SinceOf(int day) => Persistence.Since(plan.Rule.When.Persist, days, _columns.Condition, day);

    private void Rise(WarningSpell warning, int end)
    {
        if (plan.Rule.Remind is { } remind)
        {
            Remind(warning, end, days.Before(remind));
            return;
        }

        var highest = plan.HighestLevel;
        for (var day = warning.Opened + 1; day < end && warning.Peak < highest; day++)
        {
            var level = LevelOn(day);
            if (level > warning.Peak) warning.Levels.Add((day, level));
        }
    }

    private void Remind(WarningSpell warning, int end, int[] before)
    {
        var noticed = warning.Opened;
        for (var day = warning.Opened + 1; day < end; day++)
        {
            var level = LevelOn(day);
            if (level > warning.Peak) warning.Levels.Add((day, level));
            else if (before[day] >= noticed) warning.Reminders.Add(day);
            else continue;
            noticed = day;
        }
    }

    private void AddStale(WarningSpell warning, int end)
    {
        for (var i = FirstGapAfter(warning.Opened); i < _outcome.Missing.Count && _outcome.Missing[i].From < end; i++)
        {
            var (from, known) = _outcome.Missing[i];
            var stale = from + StaleAfterDays - 1;
            if (stale >= known || stale >= end) continue;
            var until = Math.Min(known, end);
            warning.Stale.Add((stale, until < days.Count ? until : -1));
        }
    }

    private int FirstGapAfter(int day)
    {
        while (_gap < _outcome.Missing.Count && _outcome.Missing[_gap].End <= day) _gap++;
        return _gap;
    }

    private bool IsBlocked(int day, [NotNullWhen(true)] out BlockKind kind, out int clause)
    {
        var date = days[day];
        for (clause = 0, kind = BlockKind.Period; clause < plan.Rule.Suppressions.Count; clause++)
        {
            var period = plan.Rule.Suppressions[clause];
            if (period.From <= date && date <= period.To && part.LiesWithin(new CustomerPart(period.Part))) return true;
        }

        for (clause = 0, kind = BlockKind.Unless; clause < _columns.Unless.Length; clause++)
        {
            if (_columns.Unless[clause][day] == Truth.True) return true;
        }

        (clause, kind) = (0, BlockKind.Cooldown);
        return _lastClosed >= 0 && plan.Rule.Cooldown is { } cooldown && days.Before(cooldown)[day] < _lastClosed;
    }

    private WarningLevel LevelOn(int day)
    {
        var severities = plan.Severities;
        for (var i = 0; i < severities.Length; i++)
        {
            if (_columns.Severities[i] is not { } condition || condition[day] == Truth.True) return severities[i].Level;
        }

        return WarningLevel.Notice;
    }

    /// <summary>Notes why the missing days before an event could not be decided.</summary>
    private void AddUndecided(int start, int end)
    {
        for (var i = FirstGapAfter(start); i < _outcome.Missing.Count && _outcome.Missing[i].From < end; i++)
        {
            var last = Math.Min(_outcome.Missing[i].End, end);
            for (var day = Math.Max(_outcome.Missing[i].From, start); day < last; day++) AddUndecided(day);
        }
    }

    private void AddUndecided(int day)
    {
        var (reason, clause) = (day < _historyStart ? UndecidedReason.NotEnoughHistory : UndecidedReason.MissingInput, -1);
        var needs = _columns.Needs;
        for (var i = 0; i < needs.Length && clause < 0; i++)
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
/// <param name="Condition">The condition: missing where a precondition is not true.</param>
/// <param name="Opening">Where it has held for long enough.</param>
/// <param name="Closing">Where the closing condition has held for long enough, if there is one.</param>
/// <param name="Unless">The blocking circumstances.</param>
/// <param name="Severities">The levels' conditions; <see langword="null"/> for an unconditional one.</param>
internal readonly record struct LifeCycleColumns(byte[][] Needs, byte[] Condition, byte[] Opening, byte[]? Closing, byte[][] Unless, byte[]?[] Severities);
