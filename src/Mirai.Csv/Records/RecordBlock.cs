namespace Mirai.Csv.Records;

/// <summary>A run of whole records of one source, in memory that is used again for the next run.</summary>
internal sealed class RecordBlock
{
    /// <summary>Room before and after the text, so that kernels may load whole vectors at both ends.</summary>
    public const int Margin = 64;

    private byte[] _buffer = [];

    /// <summary>The place in the order of the source's blocks, from 0.</summary>
    public int Index { get; set; }

    /// <summary>Bytes of text.</summary>
    public int Length { get; set; }

    /// <summary>Whether a quote is among the text, so that line breaks and delimiters may be part of fields.</summary>
    public bool HasQuotes { get; set; }

    /// <summary>Whether the source ended without a line break; the block then ends with one that was added.</summary>
    public bool IsUnterminated { get; set; }

    /// <summary>How much of the source had been read when the block was taken, where its size is known.</summary>
    public double? Fraction { get; set; }

    /// <summary>Lines whose quotes are broken, as ranges of the text; they lie between records.</summary>
    public List<Range> BrokenLines { get; } = [];

    /// <summary>Bytes of text that fit.</summary>
    public int Capacity => _buffer.Length - (2 * Margin);

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(Margin, Length);

    /// <summary>The text as memory.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(Margin, Length);

    /// <summary>All the room for text.</summary>
    public Span<byte> Room => _buffer.AsSpan(Margin, Capacity);

    /// <summary>Ends the text with a line break where it has none, and with zeros after it, so that no kernel sees what lay there before.</summary>
    public void Terminate()
    {
        IsUnterminated = Length > 0 && Text[^1] is not ((byte)'\n' or (byte)'\r');
        var after = _buffer.AsSpan(Margin + Length, Margin);
        after.Clear();
        if (!IsUnterminated) return;
        after[0] = (byte)'\n';
        Length++;
    }

    /// <summary>Makes room for as many bytes, keeping the first ones.</summary>
    public void Reserve(int capacity, int keep)
    {
        if (Capacity >= capacity) return;
        var larger = GC.AllocateUninitializedArray<byte>(capacity + (2 * Margin));
        larger.AsSpan(0, Margin).Clear();
        if (keep > 0) _buffer.AsSpan(Margin, keep).CopyTo(larger.AsSpan(Margin));
        _buffer = larger;
    }
}
