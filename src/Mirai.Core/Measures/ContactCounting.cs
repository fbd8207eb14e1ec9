using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Where the contacts with one customer are counted.</summary>
internal interface IContactSink
{
    /// <summary>Something on a day.</summary>
    void Event(Counter counter, int day, long weight);

    /// <summary>A state over days, from 0 until at most the last.</summary>
    void Level(Counter counter, int from, int until, long weight);

    /// <summary>A state over days that belongs to what the customer was on <paramref name="asOf"/>.</summary>
    void LevelAsOf(Counter counter, int from, int until, int asOf);
}

/// <summary>Counts under each value of a segment.</summary>
internal readonly struct SegmentContactSink(SegmentSink sink, List<Membership> memberships) : IContactSink
{
    public void Event(Counter counter, int day, long weight) => sink.Event(counter, day, day, weight, memberships);

    public void Level(Counter counter, int from, int until, long weight) => sink.Level(counter, from, until, weight, memberships);

    public void LevelAsOf(Counter counter, int from, int until, int asOf) => sink.LevelAsOf(counter, from, until, asOf, memberships);
}

/// <summary>Counts the contacts with one customer at a time: every contact once, over the days on which it matters. One per thread.</summary>
internal sealed class ContactCounting(ContactTables contacts)
{
    private readonly LeaveTables _leaves = contacts.Leaves;
    private readonly List<(int From, int Until)> _spells = [];
    private readonly List<(int From, int Until)> _risks = [];
    private int _firstSpell;
    private int _firstRisk;

    /// <summary>Counts all contacts of a run.</summary>
    /// <param name="run">The contacts.</param>
    /// <param name="purchaseDays">The distinct days on which the customer purchased, ascending; none for a stranger.</param>
    /// <param name="sink">Where they are counted.</param>
    public void Count<TSink>(ContactRun run, ReadOnlySpan<int> purchaseDays, in TSink sink)
        where TSink : IContactSink
    {
        FindStates(purchaseDays);
        var days = run.Days;
        var costs = run.Costs;
        for (var first = 0; first < days.Length;)
        {
            var day = days[first];
            var end = first;
            long cost = 0;
            for (; end < days.Length && days[end] == day; end++) cost += costs[end];
            var next = end < days.Length ? days[end] : int.MaxValue;
            if (day >= 0)
            {
                sink.Event(Counter.Contacts, day, end - first);
                sink.Event(Counter.ContactCost, day, cost);
            }

            CountResponse(day, next, purchaseDays, sink);
            CountStates(day, next, end - first, sink);
            first = end;
        }
    }

    private void CountResponse<TSink>(int day, int next, ReadOnlySpan<int> purchaseDays, in TSink sink)
        where TSink : IContactSink
    {
        var from = Math.Max(0, day + ContactMeasures.ResponseDays);
        var until = Math.Min(contacts.Count, contacts.LeaveActive(day) + ContactMeasures.ResponseDays);
        if (from >= until) return;
        var asOf = Math.Max(0, day);
        sink.LevelAsOf(Counter.ContactDays, from, until, asOf);
        var place = purchaseDays.BinarySearch(day);
        if (place < 0) place = ~place;
        if (place == purchaseDays.Length) return;
        var answer = purchaseDays[place];
        if (answer < next && answer <= day + ContactMeasures.ResponseDays) sink.LevelAsOf(Counter.AnsweredContactDays, from, until, asOf);
    }

    /// <summary>Counts a contact day over the days on which its customer is active, or at risk, and it is the latest one.</summary>
    private void CountStates<TSink>(int day, int next, int weight, in TSink sink)
        where TSink : IContactSink
    {
        var leave = contacts.LeaveActive(day);
        var covered = Math.Min((long)next, (long)day + ContactMeasures.CoverageDays);
        while (_firstSpell < _spells.Count && _spells[_firstSpell].Until <= day) _firstSpell++;
        for (var i = _firstSpell; i < _spells.Count && _spells[i].From < Math.Max(leave, covered); i++)
        {
            var (from, until) = (Math.Max(day, _spells[i].From), _spells[i].Until);
            Add(Counter.ContactsToActive, from, Math.Min(until, leave), weight, sink);
            Add(Counter.ContactedActive, from, Math.Min(until, Math.Min(leave, next)), 1, sink);
            Add(Counter.CoveredActive, from, (int)Math.Min(until, covered), 1, sink);
        }

        covered = Math.Min((long)next, (long)day + ContactMeasures.AtRiskCoverageDays);
        while (_firstRisk < _risks.Count && _risks[_firstRisk].Until <= day) _firstRisk++;
        for (var i = _firstRisk; i < _risks.Count && _risks[i].From < covered; i++)
            Add(Counter.CoveredAtRisk, Math.Max(day, _risks[i].From), (int)Math.Min(_risks[i].Until, covered), 1, sink);
    }

    /// <summary>Finds the stretches of days on which a customer is active, and those of them at risk.</summary>
    private void FindStates(ReadOnlySpan<int> purchaseDays)
    {
        _spells.Clear();
        _risks.Clear();
        (_firstSpell, _firstRisk) = (0, 0);
        for (var i = 0; i < purchaseDays.Length; i++)
        {
            var bought = purchaseDays[i];
            var until = _leaves.Active[bought];
            if (_spells.Count > 0 && _spells[^1].Until >= bought) _spells[^1] = (_spells[^1].From, until);
            else _spells.Add((bought, until));
            var atRisk = (long)bought + _leaves.AtRiskDays;
            if (i + 1 < purchaseDays.Length) until = Math.Min(until, purchaseDays[i + 1]);
            if (atRisk < until) _risks.Add(((int)atRisk, until));
        }
    }

    private static void Add<TSink>(Counter counter, int from, int until, long weight, in TSink sink)
        where TSink : IContactSink
    {
        from = Math.Max(0, from);
        if (from < until) sink.Level(counter, from, until, weight);
    }
}
