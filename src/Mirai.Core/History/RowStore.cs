using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mirai.History;

/// <summary>Rows of one writer, scattered by customer into partitions small enough for a core's cache once there are many.</summary>
/// <remarks>Up to <see cref="FlatLimit"/> rows stay together: a small table costs no partitions.</remarks>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed unsafe class RowStore<TRow> : IDisposable
    where TRow : unmanaged, IStoredRow
{
    /// <summary>How many bits of the mixed key choose the partition.</summary>
    public const int PartitionBits = 11;

    /// <summary>How many partitions there are once rows are scattered.</summary>
    public const int Partitions = 1 << PartitionBits;

    /// <summary>How many rows stay unscattered.</summary>
    public const int FlatLimit = 1 << 17;

    private const int ChunkBytes = 8 * 1024;
    private const int BlockBytes = 32 * 1024 * 1024;
    private static readonly int RowsPerChunk = (ChunkBytes - sizeof(Chunk)) / sizeof(TRow);

    private readonly List<nint> _blocks = [];
    private NativeColumn<TRow> _flat = new(1024);
    private int _flatCount;
    private NativeColumn<Cursor>? _cursors;
    private Cursor* _cursor;
    private byte* _blockNext;
    private byte* _blockEnd;

    /// <summary>Whether rows are scattered over <see cref="Partitions"/>.</summary>
    public bool IsScattered => _cursors is not null;

    /// <summary>Adds a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in TRow row)
    {
        if (_cursor == null)
        {
            AddFlat(row);
            return;
        }

        AddScattered(row);
    }

    /// <summary>Scatters rows that are still together.</summary>
    public void Scatter()
    {
        if (IsScattered) return;
        _cursors = new NativeColumn<Cursor>(Partitions);
        _cursors.Span.Clear();
        _cursor = (Cursor*)_cursors.DangerousGetHandle(); // Lives as long as the column, which only Dispose frees.
        foreach (ref readonly var row in _flat.Span[.._flatCount]) AddScattered(row);
        _flat.Dispose();
    }

    /// <summary>How many rows a partition holds; partition 0 of unscattered rows is all of them.</summary>
    public int CountOf(int partition)
    {
        if (_cursors is null) return partition == 0 ? _flatCount : 0;
        var count = 0;
        for (var chunk = _cursors.Span[partition].First; chunk != null; chunk = chunk->Next) count += RowsIn(partition, chunk);
        return count;
    }

    /// <summary>Copies a partition's rows, in the order in which they came, to the front of <paramref name="rows"/>.</summary>
    public int CopyTo(int partition, Span<TRow> rows)
    {
        if (_cursors is null)
        {
            _flat.Span[.._flatCount].CopyTo(rows);
            return _flatCount;
        }

        var copied = 0;
        for (var chunk = _cursors.Span[partition].First; chunk != null; chunk = chunk->Next)
        {
            var count = RowsIn(partition, chunk);
            new ReadOnlySpan<TRow>(chunk + 1, count).CopyTo(rows[copied..]);
            copied += count;
        }

        return copied;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _flat.Dispose();
        _cursors?.Dispose();
        _cursor = null;
        foreach (var block in _blocks) NativePages.Free((void*)block);
        _blocks.Clear();
    }

    private void AddFlat(in TRow row)
    {
        if (_flatCount == _flat.Length)
        {
            if (_flatCount >= FlatLimit)
            {
                Scatter();
                AddScattered(row);
                return;
            }

            var larger = new NativeColumn<TRow>(_flat.Length * 4);
            _flat.Span.CopyTo(larger.Span);
            _flat.Dispose();
            _flat = larger;
        }

        _flat.Span[_flatCount++] = row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddScattered(in TRow row)
    {
        ref var cursor = ref _cursor[row.MixedKey >> (64 - PartitionBits)];
        if (cursor.Next == cursor.End) StartChunk(ref cursor);
        *cursor.Next++ = row;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StartChunk(ref Cursor cursor)
    {
        if (_blockNext == _blockEnd)
        {
            _blockNext = (byte*)NativePages.Allocate(BlockBytes);
            _blockEnd = _blockNext + BlockBytes;
            _blocks.Add((nint)_blockNext);
        }

        var chunk = (Chunk*)_blockNext;
        _blockNext += ChunkBytes;
        chunk->Next = null;
        if (cursor.First == null) cursor.First = chunk;
        else cursor.Last->Next = chunk;
        cursor.Last = chunk;
        cursor.Next = (TRow*)(chunk + 1);
        cursor.End = cursor.Next + RowsPerChunk;
    }

    private int RowsIn(int partition, Chunk* chunk)
    {
        ref var cursor = ref _cursors!.Span[partition];
        return chunk == cursor.Last ? (int)(cursor.Next - (TRow*)(chunk + 1)) : RowsPerChunk;
    }

    [StructLayout(LayoutKind.Sequential, Size = 16)] // So that the rows behind it are aligned.
    private struct Chunk
    {
        public Chunk* Next;
    }

    private struct Cursor
    {
        public TRow* Next;
        public TRow* End;
        public Chunk* First;
        public Chunk* Last;
    }
}
