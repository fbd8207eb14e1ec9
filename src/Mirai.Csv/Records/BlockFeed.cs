using Mirai.Csv.Sources;

namespace Mirai.Csv.Records;

/// <summary>Cuts a stream of UTF-8 text into blocks of whole records, for any number of threads; memory stays bounded.</summary>
internal sealed class BlockFeed
{
    /// <summary>The block size that was fastest: reading, scanning and parsing one stay within a core's second-level cache.</summary>
    public const int DefaultBlockSize = 1 << 19;

    /// <summary>The longest record; text without a line break for longer than that is no table.</summary>
    public const int LongestRecord = 1 << 26;

    // A stream that transforms text may need some room to write anything at all.
    private const int SmallestRead = 16;
    private readonly Lock _lock = new();
    private readonly CsvSource _source;
    private readonly int _blockSize;
    private byte[] _carry = [];
    private int _carried;
    private int _next;
    private bool _atEnd;
    private bool _stopped;

    public BlockFeed(CsvSource source, int blockSize) => (_source, _blockSize) = (source, Math.Max(blockSize, SmallestRead));

    /// <summary>Whether a record is longer than <see cref="LongestRecord"/>: nothing after it was read.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether nothing is left to be handed out.</summary>
    public bool IsDrained
    {
        get
        {
            lock (_lock) return _atEnd && _carried == 0;
        }
    }

    /// <summary>Hands out no more blocks.</summary>
    public void Stop() => Volatile.Write(ref _stopped, value: true);

    /// <summary>Fills a block with the next records; false at the end.</summary>
    /// <remarks>Blocks are handed out in order: when one has been, all before it have been.</remarks>
    public bool TryTake(RecordBlock block)
    {
        lock (_lock)
        {
            if (Volatile.Read(ref _stopped) || IsTooLong || (_atEnd && _carried == 0)) return false;
            block.Reserve(Math.Max(_blockSize, _carried + SmallestRead), keep: 0);
            _carry.AsSpan(0, _carried).CopyTo(block.Room);
            var have = _carried;
            while (true)
            {
                have = Fill(block, have);
                var text = block.Room[..have];
                var end = RecordCutter.Cut(text, _source.Delimiter, _atEnd, block.BrokenLines, out var hasQuotes);
                if (end > 0 || _atEnd)
                {
                    HandOut(block, text, end, hasQuotes);
                    return end > 0;
                }

                if (have >= LongestRecord)
                {
                    IsTooLong = true;
                    return false;
                }

                block.Reserve(Math.Min(LongestRecord + SmallestRead, block.Capacity * 2), have);
            }
        }
    }

    private int Fill(RecordBlock block, int have)
    {
        while (!_atEnd && block.Capacity - have >= SmallestRead)
        {
            var count = _source.Text.Read(block.Room[have..]);
            have += count;
            if (count == 0) _atEnd = true;
        }

        return have;
    }

    private void HandOut(RecordBlock block, ReadOnlySpan<byte> text, int end, bool hasQuotes)
    {
        var rest = text[end..];
        if (_carry.Length < rest.Length) _carry = new byte[Math.Max(rest.Length, 256)];
        rest.CopyTo(_carry);
        _carried = rest.Length;
        block.Length = end;
        block.HasQuotes = hasQuotes;
        block.Terminate();
        block.Index = _next++;
        block.Fraction = _source.Fraction;
    }
}
