using Mirai.Cli.Output;
using Spectre.Console;

namespace Mirai.Cli.Page;

/// <summary>How a piece of text stands out, where there is colour.</summary>
internal enum Tone
{
    /// <summary>As everything.</summary>
    Plain,

    /// <summary>What is read first.</summary>
    Strong,

    /// <summary>What is read last.</summary>
    Faint,

    /// <summary>A change for the better.</summary>
    Good,

    /// <summary>A change for the worse.</summary>
    Bad,

    /// <summary>Headings and curves.</summary>
    Accent,
}

/// <summary>A line of a page, put together piece by piece. Widths are those of a terminal: a Japanese character takes two columns.</summary>
internal sealed class Line
{
    private readonly List<(string Text, Tone Tone)> _pieces = [];

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<(string Text, Tone Tone)> Pieces => _pieces;

    /// <summary>How many columns the line takes.</summary>
    public int Width { get; private set; }

    /// <summary>The columns that a text takes.</summary>
    public static int WidthOf(string text) => text.GetCellWidth();

    /// <summary>A text, cut short where it takes more columns than it may.</summary>
    public static string Clip(string text, int columns)
    {
        if (text.Length <= columns && WidthOf(text) <= columns) return text;
        var (end, width) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune.ToString());
            if (width >= columns) break;
            end += rune.Utf16SequenceLength;
        }

        return text[..end] + "…";
    }

    /// <summary>A line of one piece.</summary>
    public static Line Of(string text, Tone tone = Tone.Plain) => new Line().Add(text, tone);

    /// <summary>Adds a piece at the end.</summary>
    public Line Add(string text, Tone tone = Tone.Plain)
    {
        if (text.Length == 0) return this;
        text = HarmlessText.Of(text);
        _pieces.Add((text, tone));
        Width += WidthOf(text);
        return this;
    }

    /// <summary>Adds all pieces of another line.</summary>
    public Line Add(Line other)
    {
        foreach (var (text, tone) in other.Pieces) Add(text, tone);
        return this;
    }

    /// <summary>Adds blanks until a column is reached.</summary>
    public Line To(int column) => Add(new string(' ', Math.Max(0, column - Width)));

    /// <summary>Adds a piece that ends at a column; one blank stays before it.</summary>
    public Line EndAt(int column, string text, Tone tone = Tone.Plain) =>
        To(Math.Max(Width == 0 ? 0 : Width + 1, column - WidthOf(text))).Add(text, tone);
}

/// <summary>Lines that belong together.</summary>
internal sealed class Block
{
    private readonly List<Line> _lines = [];

    /// <summary>The lines in order.</summary>
    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>The widest line.</summary>
    public int Width => _lines.Count == 0 ? 0 : _lines.Max(line => line.Width);

    /// <summary>Two blocks beside each other, the right one beginning at a column.</summary>
    public static Block Beside(Block left, Block right, int column)
    {
        var both = new Block();
        for (var i = 0; i < Math.Max(left.Lines.Count, right.Lines.Count); i++)
        {
            var line = i < left.Lines.Count ? new Line().Add(left.Lines[i]) : new Line();
            if (i < right.Lines.Count && right.Lines[i].Width > 0) line.To(column).Add(right.Lines[i]);
            both.Add(line);
        }

        return both;
    }

    /// <summary>Adds a line.</summary>
    public Block Add(Line line)
    {
        _lines.Add(line);
        return this;
    }

    /// <summary>Adds the lines of another block.</summary>
    public Block Add(Block other)
    {
        _lines.AddRange(other.Lines);
        return this;
    }

    /// <summary>Adds an empty line.</summary>
    public Block Blank() => Add(new Line());

    /// <summary>Adds a heading.</summary>
    public Block Heading(string text, string remark = "") =>
        Add(new Line().Add(text, Tone.Accent).Add(remark.Length == 0 ? "" : "  " + remark, Tone.Faint));

    /// <summary>Adds a text in lines of at most so many columns, broken at blanks, or anywhere in Japanese.</summary>
    public Block Text(string text, int width, string indent = "", Tone tone = Tone.Plain)
    {
        var line = new Line();
        foreach (var word in Words(HarmlessText.Of(text)))
        {
            if (line.Width > indent.Length && line.Width + Line.WidthOf(word.TrimEnd()) > width)
            {
                Add(line);
                line = new Line();
            }

            if (line.Width == 0) line.Add(indent);
            line.Add(line.Width == indent.Length ? word.TrimStart() : word, tone);
        }

        return line.Width > 0 ? Add(line) : this;
    }

    /// <summary>Adds a list in lines of at most so many columns, broken between its items only.</summary>
    /// <param name="head">What stands before the first item.</param>
    /// <param name="items">The items.</param>
    /// <param name="separator">What stands between two of them.</param>
    /// <param name="width">The columns there are.</param>
    /// <param name="indent">What stands before every line.</param>
    /// <param name="tone">How it stands out.</param>
    public Block List(string head, IReadOnlyList<string> items, string separator, int width, string indent, Tone tone)
    {
        var line = Line.Of(indent).Add(head, tone);
        for (var i = 0; i < items.Count; i++)
        {
            var item = i < items.Count - 1 ? items[i] + separator : items[i];
            if (i > 0 && line.Width + Line.WidthOf(item.TrimEnd()) > width)
            {
                Add(line);
                line = Line.Of(indent);
            }

            line.Add(item, tone);
        }

        return Add(line);
    }

    /// <summary>Words with the blanks behind them; a wide character is a word of its own, with the mark that follows it.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            var isEnd = i == text.Length
                || (text[i] != ' ' && text[i - 1] == ' ')
                || (text[i] >= '\u3040' && !IsClosing(text[i]))
                || (text[i - 1] >= '\u3040' && text[i] != ' ' && !IsClosing(text[i]));
            if (!isEnd) continue;
            yield return text[start..i];
            start = i;
        }
    }

    private static bool IsClosing(char character) => character is '。' or '、' or '」' or ')' or ',' or '.' or 'ー';
}
