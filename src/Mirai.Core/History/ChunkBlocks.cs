namespace Mirai.History;

/// <summary>Hands out the chunks in which scattered rows lie: pieces of 8 KiB, aligned to their size, of blocks of native memory.</summary>
internal sealed unsafe class ChunkBlocks : IDisposable
{
    /// <summary>The size of a chunk.</summary>
    public const int ChunkBytes = 8 * 1024;

    private readonly List<nint> _blocks = [];
    private byte* _next;
    private byte* _end;

    /// <summary>A new chunk, not cleared.</summary>
    /// <exception cref="OutOfMemoryException">The system has no memory left.</exception>
    public byte* Take()
    {
        if (_next == _end)
        {
            _next = (byte*)NativePages.Allocate(NativePages.BlockBytes);
            _end = _next + NativePages.BlockBytes;
            _blocks.Add((nint)_next);
        }

        var chunk = _next;
        _next += ChunkBytes;
        return chunk;
    }

    /// <summary>Frees all chunks.</summary>
    public void Dispose()
    {
        foreach (var block in _blocks) NativePages.Free((void*)block, NativePages.BlockBytes);
        _blocks.Clear();
        _next = _end = null;
    }
}
