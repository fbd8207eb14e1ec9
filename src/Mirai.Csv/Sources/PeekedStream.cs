namespace Mirai.Csv.Sources;

/// <summary>A stream whose first bytes can be looked at before anyone reads them, whether or not it can seek.</summary>
internal sealed class PeekedStream : InputStream
{
    private readonly Stream _inner;
    private byte[] _peeked = [];
    private int _from;

    public PeekedStream(Stream inner) => _inner = inner;

    /// <summary>The next bytes, as many as there are up to <paramref name="count"/>, without taking them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        var have = _peeked.Length - _from;
        if (have < count)
        {
            var more = new byte[count];
            _peeked.AsSpan(_from).CopyTo(more);
            have += _inner.ReadAtLeast(more.AsSpan(have), count - have, throwOnEndOfStream: false);
            _peeked = more[..have];
            _from = 0;
        }

        return _peeked.AsSpan(_from, Math.Min(count, have));
    }

    /// <summary>Passes over bytes that have been peeked at.</summary>
    public void Skip(int count) => _from += count;

    public override int Read(Span<byte> buffer)
    {
        if (_from == _peeked.Length) return _inner.Read(buffer);
        var count = Math.Min(buffer.Length, _peeked.Length - _from);
        _peeked.AsSpan(_from, count).CopyTo(buffer);
        _from += count;
        if (_from == _peeked.Length) (_peeked, _from) = ([], 0);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
