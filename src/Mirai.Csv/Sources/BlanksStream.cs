namespace Mirai.Csv.Sources;

/// <summary>Turns UTF-8 text in aligned columns into tab-separated text: a run of blanks becomes one tab, blanks at the ends of a line vanish.</summary>
/// <remarks>A field that begins with a quote keeps its blanks. It ends with its line at the latest: aligned columns have no line breaks inside.</remarks>
internal sealed class BlanksStream(Stream inner) : InputStream
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _until;
    private bool _inQuotes;
    private bool _closedQuote;
    private bool _atFieldStart = true;
    private bool _atLineStart = true;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        // A byte may need a tab before it: leave room for two.
        while (written < buffer.Length - 1)
        {
            if (_from == _until)
            {
                if (written > 0) break;
                _from = 0;
                _until = inner.Read(_buffer);
                if (_until == 0) break;
            }

            written += Step(_buffer[_from++], buffer[written..]);
        }

        return written;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Step(byte character, Span<byte> output)
    {
        if (character is (byte)'\r' or (byte)'\n')
        {
            _inQuotes = false;
            _closedQuote = false;
            _atFieldStart = true;
            _atLineStart = true;
        }
        else if (_inQuotes)
        {
            _inQuotes = character != (byte)'"';
            _closedQuote = !_inQuotes;
        }
        else if (character is (byte)' ' or (byte)'\t')
        {
            _closedQuote = false;
            _atFieldStart = true;
            return 0;
        }
        else
        {
            // A quote right after a closing one is a doubled quote, and the field goes on.
            _inQuotes = character == (byte)'"' && (_atFieldStart || _closedQuote);
            var separate = _atFieldStart && !_atLineStart;
            _closedQuote = false;
            _atFieldStart = false;
            _atLineStart = false;
            if (separate)
            {
                output[0] = (byte)'\t';
                output[1] = character;
                return 2;
            }
        }

        output[0] = character;
        return 1;
    }
}
