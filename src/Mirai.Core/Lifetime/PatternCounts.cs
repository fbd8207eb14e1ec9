namespace Mirai.Lifetime;

/// <summary>Counts customers by pattern: a hash table of packed keys, which sorts them in the end so that the order of adding leaves no trace.</summary>
internal sealed class PatternCounts
{
    private const int DayBits = 22;
    private const ulong DayMask = (1UL << DayBits) - 1;
    private const ulong Empty = ulong.MaxValue;

    private ulong[] _keys;
    private long[] _counts;
    private int _used;

    /// <summary>An empty table.</summary>
    public PatternCounts()
    {
        _keys = new ulong[1 << 12];
        _counts = new long[_keys.Length];
        Array.Fill(_keys, Empty);
    }

    /// <summary>Adds customers of a pattern.</summary>
    public void Add(int frequency, int recencyDays, int ageDays, long customers) =>
        Add(((ulong)frequency << (2 * DayBits)) | ((ulong)ageDays << DayBits) | (uint)recencyDays, customers);

    /// <summary>Adds all of another table.</summary>
    public void Add(PatternCounts other)
    {
        for (var slot = 0; slot < other._keys.Length; slot++)
        {
            if (other._keys[slot] != Empty) Add(other._keys[slot], other._counts[slot]);
        }
    }

    /// <summary>The patterns by frequency, age and recency.</summary>
    public PurchaseGroup[] Groups()
    {
        var keys = new ulong[_used];
        var counts = new long[_used];
        var next = 0;
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] == Empty) continue;
            (keys[next], counts[next]) = (_keys[slot], _counts[slot]);
            next++;
        }

        Array.Sort(keys, counts);
        var groups = new PurchaseGroup[_used];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = new PurchaseGroup((int)(keys[i] >> (2 * DayBits)), (int)(keys[i] & DayMask), (int)((keys[i] >> DayBits) & DayMask), counts[i]);
        }

        return groups;
    }

    private void Add(ulong key, long count)
    {
        if (_used * 2 >= _keys.Length) Grow();
        var slot = SlotOf(key);
        if (_keys[slot] == Empty)
        {
            _keys[slot] = key;
            _used++;
        }

        _counts[slot] += count;
    }

    private int SlotOf(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> 33) & mask;
        while (_keys[slot] != Empty && _keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (keys, counts) = (_keys, _counts);
        _keys = new ulong[keys.Length * 2];
        _counts = new long[_keys.Length];
        Array.Fill(_keys, Empty);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == Empty) continue;
            var slot = SlotOf(keys[i]);
            (_keys[slot], _counts[slot]) = (keys[i], counts[i]);
        }
    }
}
