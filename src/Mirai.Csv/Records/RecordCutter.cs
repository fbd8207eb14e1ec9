namespace Mirai.Csv.Records;

/// <summary>Finds where records end when fields may be quoted and contain line breaks.</summary>
/// <remarks>
/// A quote opens a field only as its first byte; elsewhere it is text. A quoted field whose closing quote is missing, lies too far away or is
/// followed by text is broken: it costs the line in which it opens and nothing else, and reading goes on at the next line.
/// </remarks>
internal static class RecordCutter
{
    /// <summary>The longest quoted field; a closing quote further away belongs to another field.</summary>
    public const int LongestQuotedField = 1 << 22;

    /// <summary>Finds the end of the last whole record.</summary>
    /// <param name="text">Text that begins with a record.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="atEnd">Whether no more text follows, so that the last record needs no line break.</param>
    /// <param name="brokenLines">Receives the broken lines before that end.</param>
    /// <param name="hasQuotes">Whether quotes lie before that end.</param>
    /// <returns>The end; 0 where more text is needed to tell.</returns>
    public static int Cut(ReadOnlySpan<byte> text, byte delimiter, bool atEnd, List<Range> brokenLines, out bool hasQuotes)
    {
        brokenLines.Clear();
        var end = 0;
        var at = 0;
        var firstQuote = -1;
        while (true)
        {
            var quote = text[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                end = LastRecordEnd(text, at, text.Length, atEnd, end);
                if (atEnd) end = text.Length;
                break;
            }

            quote += at;
            if (firstQuote < 0) firstQuote = quote;
            end = LastRecordEnd(text, at, quote, atEnd: true, end);
            if (quote > 0 && text[quote - 1] != delimiter && text[quote - 1] is not ((byte)'\n' or (byte)'\r'))
            {
                at = quote + 1;
                continue;
            }

            var close = CloseOf(text, quote, delimiter, atEnd);
            if (close == NeedsMore) break;
            if (close != Broken)
            {
                at = close + 1;
                continue;
            }

            var lineEnd = LineEnd(text, quote, atEnd);
            if (lineEnd == NeedsMore) break;
            brokenLines.Add(end..lineEnd);
            end = lineEnd;
            at = lineEnd;
        }

        hasQuotes = firstQuote >= 0 && firstQuote < end;
        return end;
    }

    /// <summary>How many lines end in a text. A carriage return at its very end counts.</summary>
    public static int CountLines(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            if (at + 1 == text.Length || text[at + 1] != (byte)'\n') lines++;
            var next = text[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return lines;
    }

    private const int NeedsMore = -1;
    private const int Broken = -2;

    private static int CloseOf(ReadOnlySpan<byte> text, int quote, byte delimiter, bool atEnd)
    {
        for (var at = quote + 1; ; at += 2)
        {
            var next = text[at..].IndexOf((byte)'"');
            at += next;
            if (next < 0) return atEnd || text.Length - quote > LongestQuotedField ? Broken : NeedsMore;
            if (at - quote > LongestQuotedField) return Broken;
            if (at + 1 == text.Length) return atEnd ? at : NeedsMore;
            var following = text[at + 1];
            if (following == (byte)'"') continue;
            return following == delimiter || following is (byte)'\n' or (byte)'\r' ? at : Broken;
        }
    }

    /// <summary>The end of the last line that ends in a range; a carriage return as the last byte may be half of a line break.</summary>
    private static int LastRecordEnd(ReadOnlySpan<byte> text, int from, int until, bool atEnd, int otherwise)
    {
        if (!atEnd && until > from && text[until - 1] == (byte)'\r') until--;
        var last = text[from..until].LastIndexOfAny((byte)'\n', (byte)'\r');
        return last < 0 ? otherwise : from + last + 1;
    }

    private static int LineEnd(ReadOnlySpan<byte> text, int from, bool atEnd)
    {
        var offset = text[from..].IndexOfAny((byte)'\n', (byte)'\r');
        if (offset < 0) return atEnd ? text.Length : NeedsMore;
        var at = from + offset;
        if (text[at] == (byte)'\n') return at + 1;
        if (at + 1 == text.Length) return atEnd ? at + 1 : NeedsMore;
        return text[at + 1] == (byte)'\n' ? at + 2 : at + 1;
    }
}
