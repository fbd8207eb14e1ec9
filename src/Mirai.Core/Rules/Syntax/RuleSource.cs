using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>One rule text and the name it goes by in messages.</summary>
public sealed class RuleSource
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>A text under a name; a byte-order mark at its beginning is no part of it.</summary>
    /// <param name="name">The file's name, or what else the reader knows the text by.</param>
    /// <param name="text">The text; lines end in <c>\n</c> or <c>\r\n</c>.</param>
    public RuleSource(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        Name = name;
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n') _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The name in messages.</summary>
    public string Name { get; }

    /// <summary>The text without a byte-order mark.</summary>
    public string Text { get; }

    /// <summary>How many lines there are; at least 1.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>The place of an offset, which may be the text's end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the text.</exception>
    public SourcePosition PositionOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        var column = 1;
        foreach (var _ in Text.AsSpan(_lineStarts[line], offset - _lineStarts[line]).EnumerateRunes()) column++;
        return new SourcePosition(line + 1, column);
    }

    /// <summary>The stretch of a line, without its end mark.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public SourceSpan SpanOfLine(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, LineCount);
        var start = _lineStarts[line - 1];
        var end = line < LineCount ? _lineStarts[line] - 1 : Text.Length;
        if (end > start && Text[end - 1] == '\r') end--;
        return new SourceSpan(start, end);
    }

    /// <summary>The characters of a stretch.</summary>
    public ReadOnlySpan<char> Slice(SourceSpan span) => Text.AsSpan(span.Start, span.Length);
}
