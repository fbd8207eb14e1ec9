namespace Mirai.History;

/// <summary>A list that grows without copying what it holds, so that it may become very long.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed class ChunkedList<T>
{
    private const int ChunkBits = 14;
    private const int ChunkLength = 1 << ChunkBits;
    private readonly List<T[]> _chunks = [];

    /// <summary>How many are in the list.</summary>
    public long Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref T this[long index] => ref _chunks[(int)(index >> ChunkBits)][index & (ChunkLength - 1)];

    /// <summary>Adds one at the end.</summary>
    public void Add(T item)
    {
        if ((Count & (ChunkLength - 1)) == 0) _chunks.Add(new T[Count == 0 ? 256 : ChunkLength]);
        if (Count == 256 && _chunks[0].Length == 256)
        {
            var first = _chunks[0];
            Array.Resize(ref first, ChunkLength);
            _chunks[0] = first;
        }

        _chunks[^1][Count++ & (ChunkLength - 1)] = item;
    }
}
