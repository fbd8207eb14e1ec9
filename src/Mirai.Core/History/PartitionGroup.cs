using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mirai.History;

/// <summary>Groups the rows of one partition by customer, in the canonical order of their codes. One per thread, used again and again.</summary>
/// <remarks>
/// The hash table's place of a key grows with the key's mixed word, and collisions go to the next free slot: so the occupied slots are in
/// canonical order up to small disorder among neighbours, and sorting ten million keys costs one insertion sort over nearly sorted runs.
/// </remarks>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class PartitionGroup<TRow>
    where TRow : unmanaged, IStoredRow
{
    private Slot[] _slots = [];
    private ulong[] _slotHighs = [];
    private int _placeBits;
    private int _skippedBits;
    private int[] _customerOfRow = [];
    private int[] _nextPlace = [];
    private int _customers;

    /// <summary>The rows' customers in canonical order: first words, second words (empty for narrow rows) and how many rows each has.</summary>
    /// <param name="rows">The partition's rows.</param>
    /// <param name="skippedBits">How many leading bits all keys of the partition share.</param>
    public (ulong[] Mixed, ulong[] High, int[] Counts) Group(ReadOnlySpan<TRow> rows, int skippedBits)
    {
        if (_customerOfRow.Length < rows.Length) _customerOfRow = GC.AllocateUninitializedArray<int>(rows.Length + (rows.Length / 4));
        _customers = 0;
        _skippedBits = skippedBits;
        PrepareTable(BitOperations.Log2((uint)Math.Clamp(rows.Length / 4, 16, 8192)) + 1);
        Assign(rows);
        return InCanonicalOrder();
    }

    /// <summary>Moves each row's day and amount to its customer's run.</summary>
    /// <returns>Whether the rows came in the order of their days, so that every run is in that order too.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Place<TDay, TAmount>(ReadOnlySpan<TRow> rows, int firstDayNumber, Span<TDay> days, Span<TAmount> amounts, Span<long> extras)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var customerOfRow = _customerOfRow.AsSpan(0, rows.Length);
        var next = _nextPlace;
        var descents = 0;
        var before = int.MinValue;
        for (var row = 0; row < rows.Length; row++)
        {
            var place = next[customerOfRow[row]]++;
            var day = rows[row].DayNumber;
            descents += day < before ? 1 : 0;
            before = day;
            days[place] = TDay.CreateTruncating(day - firstDayNumber);
            amounts[place] = TAmount.CreateTruncating(rows[row].Amount);
            if (TRow.HasHighKey && !extras.IsEmpty) extras[place] = rows[row].Extra;
        }

        return descents == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Assign(ReadOnlySpan<TRow> rows)
    {
        var slots = _slots;
        var skipped = _skippedBits;
        var shift = 64 - _placeBits;
        var customerOfRow = _customerOfRow.AsSpan(0, rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var key = rows[row].MixedKey;
            var place = (int)((key << skipped) >> shift);
            while (true)
            {
                ref var slot = ref slots[place];
                if (slot.Customer != 0 && slot.Key == key && (!TRow.HasHighKey || _slotHighs[place] == rows[row].HighKey))
                {
                    customerOfRow[row] = slot.Customer - 1;
                    slot.Count++;
                    break;
                }

                if (slot.Customer == 0)
                {
                    slot.Key = key;
                    slot.Customer = ++_customers;
                    if (TRow.HasHighKey) _slotHighs[place] = rows[row].HighKey;
                    customerOfRow[row] = _customers - 1;
                    slot.Count = 1;
                    if (_customers * 2 <= 1 << _placeBits) break;
                    GrowTable(_placeBits + 2);
                    slots = _slots;
                    shift = 64 - _placeBits;
                    break;
                }

                if (++place < slots.Length) continue;
                GrowTable(_placeBits + 1);
                slots = _slots;
                shift = 64 - _placeBits;
                place = (int)((key << skipped) >> shift);
            }
        }
    }

    private (ulong[] Mixed, ulong[] High, int[] Counts) InCanonicalOrder()
    {
        var mixed = GC.AllocateUninitializedArray<ulong>(_customers);
        var high = TRow.HasHighKey ? GC.AllocateUninitializedArray<ulong>(_customers) : [];
        var members = GC.AllocateUninitializedArray<(int Customer, int Count)>(_customers);
        var filled = 0;
        for (var place = 0; place < _slots.Length && filled < _customers; place++)
        {
            ref readonly var slot = ref _slots[place];
            if (slot.Customer == 0) continue;
            var code = new CustomerCode(slot.Key, TRow.HasHighKey ? _slotHighs[place] : 0);
            var to = filled++;
            while (to > 0 && CustomerKeys.Compare(new CustomerCode(mixed[to - 1], TRow.HasHighKey ? high[to - 1] : 0), code) > 0)
            {
                mixed[to] = mixed[to - 1];
                if (TRow.HasHighKey) high[to] = high[to - 1];
                members[to] = members[to - 1];
                to--;
            }

            mixed[to] = code.Mixed;
            if (TRow.HasHighKey) high[to] = code.High;
            members[to] = (slot.Customer - 1, slot.Count);
        }

        if (_nextPlace.Length < _customers) _nextPlace = new int[_customers * 2];
        var counts = GC.AllocateUninitializedArray<int>(_customers);
        var start = 0;
        for (var i = 0; i < _customers; i++)
        {
            counts[i] = members[i].Count;
            _nextPlace[members[i].Customer] = start;
            start += counts[i];
        }

        return (mixed, high, counts);
    }

    private void PrepareTable(int placeBits)
    {
        _placeBits = placeBits;
        var length = (1 << placeBits) + (1 << placeBits >> 3) + 64; // The tail takes collisions of the last places, so that none wraps around.
        if (_slots.Length == length) Array.Clear(_slots);
        else _slots = new Slot[length];
        if (TRow.HasHighKey && _slotHighs.Length < length) _slotHighs = new ulong[length];
    }

    private void GrowTable(int placeBits)
    {
        var (slots, highs) = (_slots, _slotHighs);
        _slots = [];
        _slotHighs = [];
        PrepareTable(placeBits);
        for (var old = 0; old < slots.Length; old++)
        {
            if (slots[old].Customer == 0) continue;
            var place = (int)((slots[old].Key << _skippedBits) >> (64 - _placeBits));
            while (place < _slots.Length && _slots[place].Customer != 0) place++;
            if (place == _slots.Length)
            {
                (_slots, _slotHighs) = (slots, highs);
                GrowTable(placeBits + 1);
                return;
            }

            _slots[place] = slots[old];
            if (TRow.HasHighKey) _slotHighs[place] = highs[old];
        }
    }

    private struct Slot
    {
        public ulong Key;
        public int Customer;
        public int Count;
    }
}
