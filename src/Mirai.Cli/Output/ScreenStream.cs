namespace Mirai.Cli.Output;

/// <summary>Standard output for data where it is a screen: in UTF-8, a question mark in the place of every control character but line breaks and tabs.</summary>
/// <param name="inner">Standard output; it stays open.</param>
internal sealed class ScreenStream(Stream inner) : Stream
{
    private const byte LeadOfUpperControls = 0xC2;
    private byte _last;

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
        var shown = buffer.ToArray();
        for (var i = 0; i < shown.Length; i++)
        {
            var isUpperControl = _last == LeadOfUpperControls && shown[i] is >= 0x80 and <= 0x9F;
            _last = shown[i];
            if (isUpperControl) shown[i] = 0xBF; // With the byte before it an inverted question mark.
            else if (shown[i] is 0x7F or (< 0x20 and not ((byte)'\n' or (byte)'\r' or (byte)'\t'))) shown[i] = (byte)'?';
        }

        inner.Write(shown);
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
