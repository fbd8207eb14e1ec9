using System.Text;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Formatting;

/// <summary>Writes lines: no spaces at their ends, no two empty ones in a row, none at the beginning.</summary>
internal sealed class LineWriter
{
    /// <summary>The spaces before a clause.</summary>
    public const int Indent = 2;

    /// <summary>The columns of a clause's keyword.</summary>
    public const int KeywordWidth = 9;

    private readonly StringBuilder _text = new();
    private bool _isBlankDue;
    private int _lineStart;

    /// <summary>Whether the line before is the head of a declaration.</summary>
    public bool IsAfterHead { get; private set; }

    /// <summary>Leaves one line empty before the next.</summary>
    public void Blank() => _isBlankDue = _text.Length > 0;

    /// <summary>Begins a line.</summary>
    public void Begin(int indent)
    {
        if (_isBlankDue) _text.Append('\n');
        _isBlankDue = false;
        _lineStart = _text.Length;
        _text.Append(' ', indent);
    }

    /// <summary>Writes on.</summary>
    public void Write(string text) => _text.Append(text);

    /// <summary>Goes to a column, at least one further.</summary>
    public void PadTo(int column)
    {
        var width = _text.Length - _lineStart;
        _text.Append(' ', Math.Max(1, column - width));
    }

    /// <summary>Ends the line.</summary>
    /// <param name="isHead">Whether it is the head of a declaration.</param>
    public void End(bool isHead = false)
    {
        _text.Append('\n');
        IsAfterHead = isHead;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();
}
