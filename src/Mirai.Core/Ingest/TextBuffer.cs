using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace Mirai.Ingest;

/// <summary>Holds one text in UTF-8, in memory that is used again for the next.</summary>
internal sealed class TextBuffer
{
    private byte[] _bytes = new byte[64];
    private int _length;

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Set(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _bytes.Length) _bytes = new byte[Math.Max(utf8.Length, _bytes.Length * 2)];
        utf8.CopyTo(_bytes);
        _length = utf8.Length;
    }

    public void Set(long number) => number.TryFormat(_bytes, out _length, default, CultureInfo.InvariantCulture);

    /// <summary>Takes over a text; false where it holds half a surrogate pair and so has no UTF-8.</summary>
    public bool TrySet(ReadOnlySpan<char> text)
    {
        if (text.Length > _bytes.Length / 3) _bytes = new byte[Math.Max(text.Length * 3, _bytes.Length * 2)];
        return Utf8.FromUtf16(text, _bytes, out _, out _length, replaceInvalidSequences: false) == OperationStatus.Done;
    }
}
