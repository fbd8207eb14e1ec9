using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Differences by value, counter and day, for the counters that are wanted. One per thread.</summary>
internal sealed class SegmentSink
{
    private readonly long[]?[] _differences;
    private readonly int _counters = Enum.GetValues<Counter>().Length;
    private readonly bool[] _isWanted;
    private readonly int _days;
    private readonly int[] _leave;

    public SegmentSink(int values, IReadOnlyCollection<Counter> wanted, LeaveTables leaves)
    {
        _days = leaves.Count;
        _leave = leaves.Active;
        _differences = new long[values * _counters][];
        _isWanted = new bool[_counters];
        foreach (var counter in wanted) _isWanted[(int)counter] = true;
    }

    /// <summary>Whether a counter is wanted at all.</summary>
    public bool Wants(Counter counter) => _isWanted[(int)counter];

    /// <summary>The differences of a counter of a value; <see langword="null"/> where nothing happened.</summary>
    public long[]? DifferencesOf(int value, Counter counter) => _differences[(value * _counters) + (int)counter];

    /// <summary>Counts something that happens on a day, for the value that the customer has on <paramref name="asOf"/>.</summary>
    public void Event(Counter counter, int day, int asOf, long weight, List<Membership> memberships)
    {
        if (!_isWanted[(int)counter] || day >= _days) return;
        foreach (var membership in memberships)
        {
            if (membership.From <= asOf && asOf < membership.Until) Column(membership.Value, counter)[day] += weight;
        }
    }

    /// <summary>Counts a state over days, each day for the value that the customer has on it.</summary>
    public void Level(Counter counter, int from, int until, long weight, List<Membership> memberships)
    {
        if (!_isWanted[(int)counter] || from >= until) return;
        foreach (var membership in memberships) Add(counter, membership.Value, Math.Max(from, membership.From), Math.Min(until, membership.Until), weight);
    }

    /// <summary>Counts a state over days, each day for the value that the customer had one active period before.</summary>
    public void LevelByValueBefore(Counter counter, int from, int until, List<Membership> memberships)
    {
        if (!_isWanted[(int)counter] || from >= until) return;
        foreach (var membership in memberships)
        {
            Add(counter, membership.Value, Math.Max(from, _leave[membership.From]), Math.Min(until, _leave[membership.Until]), 1);
        }
    }

    /// <summary>Counts a state over days, all of them for the value that the customer has on <paramref name="asOf"/>.</summary>
    public void LevelAsOf(Counter counter, int from, int until, int asOf, List<Membership> memberships)
    {
        if (!_isWanted[(int)counter] || from >= until) return;
        foreach (var membership in memberships)
        {
            if (membership.From <= asOf && asOf < membership.Until) Add(counter, membership.Value, from, until, 1);
        }
    }

    /// <summary>Counts the contacts with people who are in no value because they never purchased: they are <see cref="Segment.None"/>.</summary>
    public void AddStrangers(ContactTables contacts, SegmentPlacement placement, CancellationToken cancellationToken)
    {
        if (placement.IsMultiValued) return; // Nothing bought, so no value.
        var run = new ContactRun(contacts.Link);
        var counting = new ContactCounting(contacts);
        var sink = new SegmentContactSink(this, [new Membership(0, _days, placement.Values.Count - 1)]);
        for (var i = 0; i < contacts.Link.Strangers.Length; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            run.ReadContacted(contacts.Link.Strangers[i]);
            counting.Count(run, [], sink);
        }
    }

    /// <summary>Adds what another thread counted.</summary>
    public void Add(SegmentSink other)
    {
        for (var i = 0; i < _differences.Length; i++)
        {
            if (other._differences[i] is not { } theirs) continue;
            if (_differences[i] is not { } ours)
            {
                _differences[i] = theirs;
                continue;
            }

            for (var day = 0; day < ours.Length; day++) ours[day] += theirs[day];
        }
    }

    private void Add(Counter counter, int value, int from, int until, long weight)
    {
        if (from >= until) return;
        var column = Column(value, counter);
        column[from] += weight;
        column[until] -= weight;
    }

    private long[] Column(int value, Counter counter) => _differences[(value * _counters) + (int)counter] ??= new long[_days + 1];
}
