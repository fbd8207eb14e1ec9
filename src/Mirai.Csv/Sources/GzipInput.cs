using System.Buffers.Binary;
using System.IO.Compression;
using Mirai.Ingest;

namespace Mirai.Csv.Sources;

/// <summary>Decompresses gzip, and notices when the end is missing, which <see cref="GZipStream"/> passes over in silence.</summary>
/// <remarks>
/// The last four bytes of gzip data say how long the last member is. The compressed bytes are watched for where members begin, so that
/// the length of the last one is known when the data ends.
/// </remarks>
internal sealed class GzipInput : InputStream
{
    private const int HeaderLength = 10;
    private readonly MemberWatch _compressed;
    private readonly GZipStream _gzip;
    private long _delivered;
    private bool _ended;

    public GzipInput(Stream compressed)
    {
        _compressed = new MemberWatch(compressed, () => _delivered);
        _gzip = new GZipStream(_compressed, CompressionMode.Decompress);
    }

    /// <summary>Whether bytes begin as a gzip member does: the magic numbers, deflate, no reserved flag.</summary>
    public static bool BeginsMember(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeaderLength && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && bytes[3] < 0x20
        && bytes[8] is 0 or 2 or 4 && bytes[9] is <= 13 or 255;

    /// <summary>Why there is no more data than was read, or <see langword="null"/> where it came to its proper end.</summary>
    public IngestRemark? Damage { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        try
        {
            var count = _gzip.Read(buffer);
            _delivered += count;
            if (count > 0) return count;
            if (!_compressed.EndsAfter(_delivered)) Damage = CsvRemarks.EndsTooEarly;
        }
        catch (InvalidDataException)
        {
            Damage = CsvRemarks.Damaged;
        }

        _ended = true;
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Hands out compressed bytes so that a member's beginning is always the first byte of a read.</summary>
    private sealed class MemberWatch(Stream inner, Func<long> delivered) : InputStream
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private readonly byte[] _last = new byte[8];
        private int _from;
        private int _until;
        private bool _innerEnded;
        private long _memberStart;

        public bool EndsAfter(long length)
        {
            var lengthSaid = BinaryPrimitives.ReadUInt32LittleEndian(_last.AsSpan(4));
            // All zeros pad a file, as tapes do, or end an empty member: nothing can be said.
            return lengthSaid == (uint)(length - _memberStart) || !_last.AsSpan().ContainsAnyExcept((byte)0);
        }

        public override int Read(Span<byte> buffer)
        {
            if (_until - _from < HeaderLength && !_innerEnded) Fill();
            var available = _buffer.AsSpan(_from, _until - _from);
            if (available.IsEmpty) return 0;
            if (BeginsMember(available)) _memberStart = delivered();
            // Hold back what may be the front part of a member's beginning, unless nothing comes after it.
            var safe = _innerEnded ? available.Length : Math.Max(1, available.Length - HeaderLength + 1);
            var count = Math.Min(Math.Min(NextMember(available), safe), buffer.Length);
            available[..count].CopyTo(buffer);
            Remember(available[..count]);
            _from += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private static int NextMember(ReadOnlySpan<byte> bytes)
        {
            for (var at = 1; at < bytes.Length; at++)
            {
                var next = bytes[at..].IndexOf((byte)0x1F);
                if (next < 0) break;
                at += next;
                if (BeginsMember(bytes[at..])) return at;
            }

            return bytes.Length;
        }

        private void Fill()
        {
            _buffer.AsSpan(_from, _until - _from).CopyTo(_buffer);
            (_from, _until) = (0, _until - _from);
            var wanted = _buffer.Length - _until;
            var count = inner.ReadAtLeast(_buffer.AsSpan(_until), wanted, throwOnEndOfStream: false);
            _until += count;
            _innerEnded = count < wanted;
        }

        private void Remember(ReadOnlySpan<byte> bytes)
        {
            var tail = bytes.Length > _last.Length ? bytes[^_last.Length..] : bytes;
            _last.AsSpan(tail.Length).CopyTo(_last);
            tail.CopyTo(_last.AsSpan(_last.Length - tail.Length));
        }
    }
}
