using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mirai.History;

/// <summary>Rows of one writer, scattered by customer into partitions small enough for a core's cache once there are many.</summary>
/// <remarks>
/// Up to <see cref="FlatLimit"/> rows stay together: a small table costs no partitions. Scattered rows lie in chunks. The partitions' first
/// chunks begin at different places within the chunk: were all partitions filled at the same height, their open cache lines would compete for
/// the same few sets of the cache.
/// </remarks>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed unsafe class RowStore<TRow> : IRowSource<TRow>, IDisposable
    where TRow : unmanaged, IStoredRow
{
    /// <summary>How many bits of the mixed key choose the partition.</summary>
    public const int PartitionBits = 11;

    /// <summary>How many partitions there are once rows are scattered.</summary>
    public const int Partitions = 1 << PartitionBits;

    /// <summary>How many rows stay unscattered.</summary>
    public const int FlatLimit = 1 << 17;

    private const int ChunkBytes = ChunkBlocks.ChunkBytes;
    private const int LineBytes = 64;
    private static readonly int RowsPerChunk = (ChunkBytes - sizeof(Chunk)) / sizeof(TRow);

    private readonly ChunkBlocks _blocks = new();
    private NativeColumn<TRow> _flat = new(2048);
    private int _flatCount;
    private NativeColumn<nint>? _nextRows;
    private TRow** _nextRow;
    private NativeColumn<TRow>? _openLines;
    private TRow* _lines;
    private ChunkList[] _chunks = [];

    /// <summary>Rows whose number fills a cache line are gathered into whole lines; 0 for other sizes.</summary>
    private static int RowsPerLine => sizeof(TRow) is 16 or 32 ? LineBytes / sizeof(TRow) : 0;

    private static bool IsStaged => RowsPerLine > 0;

    /// <summary>Whether rows are scattered over <see cref="Partitions"/>.</summary>
    public bool IsScattered => _nextRow != null;

    /// <summary>Adds a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in TRow row)
    {
        if (_nextRow == null) AddFlat(row);
        else AddScattered(_nextRow, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddScattered(TRow** nextRow, in TRow row)
    {
        var partition = row.MixedKey >> (64 - PartitionBits);
        var next = nextRow[partition];
        if ((((nuint)next - 1) & (ChunkBytes - 1)) + (nuint)sizeof(TRow) >= ChunkBytes) next = StartChunk((int)partition); // Chunks are aligned to their size.
        if (IsStaged)
        {
            // A few rows make a cache line, which then goes to memory past the caches: they are needed for other partitions' open lines.
            var line = _lines + ((int)partition * RowsPerLine);
            line[PlaceInLine(next)] = row;
            nextRow[partition] = ++next;
            if (((nuint)next & (LineBytes - 1)) == 0) Vector512.StoreAlignedNonTemporal(Vector512.Load((byte*)line), (byte*)(next - RowsPerLine));
            return;
        }

        *next = row;
        nextRow[partition] = next + 1;
    }

    /// <summary>Scatters rows that are still together, and completes the chunks, before they are read.</summary>
    public void Complete()
    {
        Scatter();
        Seal();
    }

    /// <inheritdoc/>
    public int CountOf(int partition)
    {
        if (!IsScattered) return partition == 0 ? _flatCount : 0;
        var count = 0;
        for (var chunk = _chunks[partition].First; chunk != null; chunk = chunk->Next) count += RowsIn(partition, chunk).Length;
        return count;
    }

    /// <inheritdoc/>
    public int CopyTo(int partition, Span<TRow> rows)
    {
        if (!IsScattered)
        {
            _flat.Span[.._flatCount].CopyTo(rows);
            return _flatCount;
        }

        var copied = 0;
        for (var chunk = _chunks[partition].First; chunk != null; chunk = chunk->Next)
        {
            var chunkRows = RowsIn(partition, chunk);
            chunkRows.CopyTo(rows[copied..]);
            copied += chunkRows.Length;
        }

        return copied;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _flat.Dispose();
        _nextRows?.Dispose();
        _nextRow = null;
        _openLines?.Dispose();
        _lines = null;
        _chunks = [];
        _blocks.Dispose();
    }

    /// <summary>How many rows of its cache line lie before a row; rows of a chunk fill whole lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceInLine(TRow* row) => (int)((nuint)row / (nuint)sizeof(TRow)) & (RowsPerLine - 1);

    private void Scatter()
    {
        if (IsScattered) return;
        _chunks = new ChunkList[Partitions];
        _nextRows = new NativeColumn<nint>(Partitions);
        _nextRows.Span.Clear();
        if (IsStaged)
        {
            _openLines = new NativeColumn<TRow>(Partitions * RowsPerLine);
            _lines = (TRow*)_openLines.DangerousGetHandle();
        }

        _nextRow = (TRow**)_nextRows.DangerousGetHandle(); // Lives as long as the column, which only Dispose frees.
        foreach (ref readonly var row in _flat.Span[.._flatCount]) AddScattered(_nextRow, row);
        _flat.Dispose();
    }

    private void Seal()
    {
        if (!IsStaged) return;
        for (var partition = 0; partition < Partitions; partition++)
        {
            var next = _nextRow[partition];
            if (next == null) continue;
            var open = PlaceInLine(next);
            for (var i = 0; i < open; i++) next[i - open] = _lines[(partition * RowsPerLine) + i];
        }
    }

    private void AddFlat(in TRow row)
    {
        if (_flatCount == _flat.Length)
        {
            if (_flatCount >= FlatLimit)
            {
                Scatter();
                AddScattered(_nextRow, row);
                return;
            }

            var larger = new NativeColumn<TRow>(_flat.Length * 4);
            _flat.Span.CopyTo(larger.Span);
            _flat.Dispose();
            _flat = larger;
        }

        _flat.Span[_flatCount++] = row;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TRow* StartChunk(int partition)
    {
        var chunk = (Chunk*)_blocks.Take();
        ref var chunks = ref _chunks[partition];
        chunk->Next = null;
        chunk->FirstRow = chunks.First == null ? partition * 37 % (RowsPerChunk / 4) * 4 : 0;
        if (chunks.First == null) chunks.First = chunk;
        else chunks.Last->Next = chunk;
        chunks.Last = chunk;
        return (TRow*)(chunk + 1) + chunk->FirstRow;
    }

    private ReadOnlySpan<TRow> RowsIn(int partition, Chunk* chunk)
    {
        var rows = (TRow*)(chunk + 1);
        var end = chunk == _chunks[partition].Last ? (int)(_nextRow[partition] - rows) : RowsPerChunk;
        return new ReadOnlySpan<TRow>(rows + chunk->FirstRow, end - chunk->FirstRow);
    }

    [StructLayout(LayoutKind.Sequential, Size = 64)] // So that the rows behind it fill whole cache lines.
    private struct Chunk
    {
        public Chunk* Next;
        public int FirstRow;
    }

    private struct ChunkList
    {
        public Chunk* First;
        public Chunk* Last;
    }
}
