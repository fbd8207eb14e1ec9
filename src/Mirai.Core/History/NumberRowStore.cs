using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mirai.History;

/// <summary>Rows of customers with numeric keys of 32 bits, scattered as <see cref="RowStore{TRow}"/> scatters others, in less than 11 bytes each.</summary>
/// <remarks>
/// Six rows make a cache line: their keys, then their amounts, then their days, counted from the first row's day. Most files have such keys, and
/// touching memory for the first time costs more than all that is done with a row.
/// </remarks>
internal sealed unsafe class NumberRowStore : IRowSource<NarrowRow>, IDisposable
{
    private const int Partitions = RowStore<NarrowRow>.Partitions;
    private const int ChunkBytes = ChunkBlocks.ChunkBytes;
    private const int LineBytes = 64;
    private const int RowsPerLine = 6;
    private const int AmountsAt = RowsPerLine * sizeof(uint);
    private const int DaysAt = AmountsAt + (RowsPerLine * sizeof(int));
    private const int PlaceMask = LineBytes - 1;

    private readonly ChunkBlocks _blocks = new();
    private NativeColumn<nint>? _placeColumn;
    private NativeColumn<byte>? _lineColumn;
    private nint* _places; // By partition the address of the open line plus the number of rows in it; 0 where a chunk must be begun.
    private byte* _lines;
    private ChunkList[] _chunks = [];
    private int _firstDay;

    /// <summary>Whether a row can be stored; the first row decides around which day the days of all must lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fits(long customer, int dayNumber, long amountMinor) =>
        (ulong)customer <= uint.MaxValue && (uint)(dayNumber - _firstDay) <= ushort.MaxValue && amountMinor == (int)amountMinor;

    /// <summary>Makes room, before the first row.</summary>
    /// <param name="dayNumber">The first row's day: days may lie 32,768 before it and 32,767 after it.</param>
    public void Open(int dayNumber)
    {
        if (_places != null) return;
        _firstDay = dayNumber + short.MinValue;
        _chunks = new ChunkList[Partitions];
        _placeColumn = new NativeColumn<nint>(Partitions);
        _placeColumn.Span.Clear();
        _places = (nint*)_placeColumn.DangerousGetHandle(); // Lives as long as the column, which only Dispose frees.
        _lineColumn = new NativeColumn<byte>(Partitions * LineBytes);
        _lines = (byte*)_lineColumn.DangerousGetHandle();
    }

    /// <summary>Adds a row that fits.</summary>
    /// <param name="mixed">The key's <see cref="CustomerCode.Mixed"/>.</param>
    /// <param name="customer">The key.</param>
    /// <param name="dayNumber">The day.</param>
    /// <param name="amount">In minor units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong mixed, uint customer, int dayNumber, int amount)
    {
        var partition = (int)(mixed >> (64 - RowStore<NarrowRow>.PartitionBits));
        var place = _places[partition];
        if (place == 0) place = StartChunk(partition);
        var row = (int)place & PlaceMask;
        var line = _lines + (partition * LineBytes);
        ((uint*)line)[row] = customer;
        ((int*)(line + AmountsAt))[row] = amount;
        ((ushort*)(line + DaysAt))[row] = (ushort)(dayNumber - _firstDay);
        if (row == RowsPerLine - 1)
        {
            // Whole lines go to memory past the caches, which are needed for other partitions' open lines.
            Vector512.StoreAlignedNonTemporal(Vector512.Load(line), (byte*)(place - row));
            place += LineBytes - row;
            _places[partition] = (place & (ChunkBytes - 1)) == 0 ? 0 : place; // Chunks are aligned to their size.
            return;
        }

        _places[partition] = place + 1;
    }

    /// <summary>Completes the lines before they are read.</summary>
    public void Complete()
    {
        if (_places == null) return;
        for (var partition = 0; partition < Partitions; partition++)
        {
            var open = _places[partition] & PlaceMask;
            if (open > 0) Vector512.Store(Vector512.Load(_lines + (partition * LineBytes)), (byte*)(_places[partition] - open));
        }
    }

    /// <inheritdoc/>
    public int CountOf(int partition)
    {
        if (_places == null) return 0;
        var count = 0;
        for (var chunk = _chunks[partition].First; chunk != null; chunk = chunk->Next) count += RowsIn(partition, chunk);
        return count;
    }

    /// <inheritdoc/>
    public int CopyTo(int partition, Span<NarrowRow> rows)
    {
        if (_places == null) return 0;
        var copied = 0;
        for (var chunk = _chunks[partition].First; chunk != null; chunk = chunk->Next)
        {
            var count = RowsIn(partition, chunk);
            Unpack((byte*)chunk + chunk->FirstLine, rows.Slice(copied, count));
            copied += count;
        }

        return copied;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _placeColumn?.Dispose();
        _lineColumn?.Dispose();
        _places = null;
        _lines = null;
        _chunks = [];
        _blocks.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Unpack(byte* line, Span<NarrowRow> rows)
    {
        var row = 0;
        for (; row < rows.Length; line += LineBytes)
        {
            var end = Math.Min(RowsPerLine, rows.Length - row);
            for (var i = 0; i < end; i++)
            {
                rows[row++] = new NarrowRow(
                    CustomerCode.Mix(((uint*)line)[i]), ((ushort*)(line + DaysAt))[i] + _firstDay, ((int*)(line + AmountsAt))[i]);
            }
        }
    }

    private int RowsIn(int partition, Chunk* chunk)
    {
        var place = _places[partition];
        var isOpen = chunk == _chunks[partition].Last && place != 0;
        var end = isOpen ? place & ~PlaceMask : (nint)chunk + ChunkBytes;
        return ((int)(end - (nint)chunk - chunk->FirstLine) / LineBytes * RowsPerLine) + (isOpen ? (int)place & PlaceMask : 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint StartChunk(int partition)
    {
        var chunk = (Chunk*)_blocks.Take();
        ref var chunks = ref _chunks[partition];
        chunk->Next = null;
        chunk->FirstLine = LineBytes * (1 + (chunks.First == null ? partition % 32 : 0)); // So that not all partitions need their next chunks at once.
        if (chunks.First == null) chunks.First = chunk;
        else chunks.Last->Next = chunk;
        chunks.Last = chunk;
        return (nint)chunk + chunk->FirstLine;
    }

    [StructLayout(LayoutKind.Sequential, Size = LineBytes)]
    private struct Chunk
    {
        public Chunk* Next;
        public int FirstLine;
    }

    private struct ChunkList
    {
        public Chunk* First;
        public Chunk* Last;
    }
}
