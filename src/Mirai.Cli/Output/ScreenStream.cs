using System.Text;

namespace Mirai.Cli.Output;

/// <summary>Standard output for data where it is a screen: what is written as UTF-8 is shown as harmless text.</summary>
/// <param name="inner">Standard output; it stays open.</param>
internal sealed class ScreenStream(Stream inner) : Stream
{
    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // A character that is cut at the end of the buffer waits in the decoder for its rest.
        var text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var count = _decoder.GetChars(buffer, text, flush: false);
        inner.Write(Encoding.UTF8.GetBytes(HarmlessText.OfLines(new string(text, 0, count))));
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
