using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Differences by value, counter and day, for the counters that are wanted. One per thread.</summary>
/// <remarks>The stretches handed in are those of one customer, in the order of their days.</remarks>
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // Most counters are not wanted, and of those nothing but the question may cost time.
    public void Event(Counter counter, int day, int asOf, long weight, List<Membership> memberships)
    {
        if (_isWanted[(int)counter] && day < _days) AddEvent(counter, day, asOf, weight, memberships);
    }

    /// <summary>Counts a state over days, each day for the value that the customer has on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Level(Counter counter, int from, int until, long weight, List<Membership> memberships)
    {
        if (_isWanted[(int)counter] && from < until) AddLevel(counter, from, until, weight, memberships);
    }

    /// <summary>Counts a state over days, each day for the value that the customer had one active period before.</summary>
    public void LevelByValueBefore(Counter counter, int from, int until, List<Membership> memberships)
    {
        if (!_isWanted[(int)counter] || from >= until) return;
        foreach (ref readonly var membership in CollectionsMarshal.AsSpan(memberships))
        {
            if (_leave[membership.From] >= until) return;
            Add(counter, membership.Value, Math.Max(from, _leave[membership.From]), Math.Min(until, _leave[membership.Until]), 1);
        }
    }

    /// <summary>Counts a state over days, all of them for the value that the customer has on <paramref name="asOf"/>.</summary>
    public void LevelAsOf(Counter counter, int from, int until, int asOf, List<Membership> memberships)
    {
        if (!_isWanted[(int)counter] || from >= until) return;
        foreach (ref readonly var membership in CollectionsMarshal.AsSpan(memberships))
        {
            if (membership.From > asOf) return;
            if (asOf < membership.Until) Add(counter, membership.Value, from, until, 1);
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

    private void AddEvent(Counter counter, int day, int asOf, long weight, List<Membership> memberships)
    {
        foreach (ref readonly var membership in CollectionsMarshal.AsSpan(memberships))
        {
            if (membership.From > asOf) return;
            if (asOf < membership.Until) Column(membership.Value, counter)[day] += weight;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddLevel(Counter counter, int from, int until, long weight, List<Membership> memberships)
    {
        foreach (ref readonly var membership in CollectionsMarshal.AsSpan(memberships))
        {
            if (membership.Until <= from) continue;
            if (membership.From >= until) return;
            Add(counter, membership.Value, Math.Max(from, membership.From), Math.Min(until, membership.Until), weight);
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
