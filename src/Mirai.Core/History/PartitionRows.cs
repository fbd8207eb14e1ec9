using System.Numerics;

namespace Mirai.History;

/// <summary>The rows of one partition, from all writers, in the order of their days where the writers' rows are. One per thread, used again and again.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class PartitionRows<TRow>
    where TRow : unmanaged, IStoredRow
{
    private readonly PartitionGroup<TRow> _group = new();
    private TRow[] _rows = [];
    private TRow[] _earlier = [];

    public delegate TRow Conversion<TOther>(in TOther row);

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows.</summary>
    public Span<TRow> Rows => _rows.AsSpan(0, Count);

    /// <summary>Forgets all rows, and makes room for others.</summary>
    public void Clear(int capacity)
    {
        Count = 0;
        if (_rows.Length < capacity) _rows = GC.AllocateUninitializedArray<TRow>(capacity + (capacity / 4));
    }

    /// <summary>Adds a writer's rows.</summary>
    public void Add(IRowSource<TRow> store, int partition)
    {
        var before = Count;
        Count += store.CopyTo(partition, _rows.AsSpan(before));
        Interleave(before);
    }

    /// <summary>Adds rows of another type.</summary>
    public void Add<TOther>(ReadOnlySpan<TOther> rows, Conversion<TOther> convert)
    {
        var before = Count;
        foreach (ref readonly var row in rows) _rows[Count++] = convert(row);
        Interleave(before);
    }

    /// <inheritdoc cref="PartitionGroup{TRow}.Group"/>
    public (ulong[] Mixed, ulong[] High, int[] Counts) Group(bool isScattered) =>
        _group.Group(Rows, isScattered ? RowStore<TRow>.PartitionBits : 0);

    /// <inheritdoc cref="PartitionGroup{TRow}.Place"/>
    public bool Place<TDay, TAmount>(int firstDayNumber, Span<TDay> days, Span<TAmount> amounts, Span<long> extras)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount> => _group.Place(Rows, firstDayNumber, days, amounts, extras);

    /// <summary>Merges rows with those before them by day: threads that read one file in turn have each seen every stretch of days.</summary>
    private void Interleave(int before)
    {
        var end = Count;
        if (before == 0 || before == end || _rows[before].DayNumber >= _rows[before - 1].DayNumber) return;
        if (_earlier.Length < before) _earlier = GC.AllocateUninitializedArray<TRow>(_rows.Length);
        _rows.AsSpan(0, before).CopyTo(_earlier);
        var (first, second, to) = (0, before, 0);
        while (first < before && second < end)
        {
            var day = _earlier[first].DayNumber;
            while (second < end && _rows[second].DayNumber < day) _rows[to++] = _rows[second++];
            if (second == end) break;
            day = _rows[second].DayNumber;
            while (first < before && _earlier[first].DayNumber <= day) _rows[to++] = _earlier[first++];
        }

        _earlier.AsSpan(first, before - first).CopyTo(_rows.AsSpan(to));
    }
}
