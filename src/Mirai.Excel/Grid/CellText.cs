using System.Text;

namespace Mirai.Excel.Grid;

/// <summary>Makes texts of anybody's fit for a cell: no character that XML or Excel chokes on, no more characters and lines than a cell may have.</summary>
/// <remarks>
/// What cannot stand in a workbook becomes the replacement character, so that a reader sees that something was there. A text that looks like a
/// formula needs no care: it is stored as a text, and only the element for formulae makes a formula.
/// </remarks>
internal static class CellText
{
    /// <summary>How many UTF-16 units a cell holds.</summary>
    public const int MostCharacters = 32_767;

    private const int MostLineFeeds = 253;
    private const char Replacement = '\uFFFD';

    /// <summary>The text as a cell may have it.</summary>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = new StringBuilder(text.Length);
        var lineFeeds = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) safe.Append(c).Append(text[++i]);
            else if (c == '\r') AppendLineFeed(i + 1 < text.Length && text[i + 1] == '\n');
            else if (c == '\n') AppendLineFeed(isHalf: false);
            else safe.Append(IsAllowed(c) ? c : Replacement);
        }

        return Cut(safe, MostCharacters);

        void AppendLineFeed(bool isHalf)
        {
            if (isHalf) return; // The line feed after a carriage return ends the line for both.
            safe.Append(lineFeeds++ < MostLineFeeds ? '\n' : ' ');
        }
    }

    /// <summary>A safe text on one line and of limited length: for column names, chart titles and the like.</summary>
    public static string OneLine(string text, int mostCharacters) =>
        Cut(new StringBuilder(Safe(text)).Replace('\n', ' ').Replace('\t', ' '), mostCharacters);

    /// <summary>As Office stores texts: a text that looks like the escape of a character is itself escaped.</summary>
    public static string Escaped(string text)
    {
        if (!text.Contains("_x", StringComparison.OrdinalIgnoreCase)) return text;
        var escaped = new StringBuilder(text.Length + 6);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text, i)) escaped.Append("_x005F");
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] is 'x' or 'X' && text[at + 6] == '_'
        && text.Skip(at + 2).Take(4).All(char.IsAsciiHexDigit);

    private static bool IsAllowed(char c) => c is '\t' or (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFE');

    private static string Cut(StringBuilder text, int most)
    {
        if (text.Length <= most) return text.ToString();
        var length = most - 1;
        if (char.IsHighSurrogate(text[length - 1])) length--;
        return text.ToString(0, length) + "…";
    }
}
