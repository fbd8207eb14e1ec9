using System.Globalization;
using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>How many columns characters take in a terminal: two for wide East Asian ones, none for marks that combine.</summary>
internal static class DisplayWidth
{
    /// <summary>What a tab is shown as.</summary>
    public const string Tab = "    ";

    /// <summary>The columns of a text as <see cref="Shown"/> shows it.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>A text as it is shown: tabs as spaces, control characters as a dot.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t') result.Append(Tab);
            else if (IsHidden(rune)) result.Append('·');
            else result.Append(rune.ToString());
        }

        return result.ToString();
    }

    private static int Of(Rune rune)
    {
        if (rune.Value == '\t') return Tab.Length;
        if (rune.Value < 0x300) return 1;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    // Control and format characters could rewrite the terminal's line or its direction.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Unicode's East_Asian_Width W and F, in the ranges that are assigned or reserved as wide.
    private static bool IsWide(int value) => value switch
    {
        <= 0x10FF => false,
        <= 0x115F => true,
        0x231A or 0x231B or 0x2329 or 0x232A or 0x23E9 or 0x23EA or 0x23EB or 0x23EC or 0x23F0 or 0x23F3 => true,
        < 0x2E80 => value is 0x25FD or 0x25FE or 0x2614 or 0x2615 or (>= 0x2648 and <= 0x2653) or 0x26A1 or 0x26BD or 0x26BE or 0x2705 or 0x274C or 0x2728,
        0x303F => false,
        <= 0xA4CF => true,
        >= 0xA960 and <= 0xA97F => true,
        >= 0xAC00 and <= 0xD7A3 => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0xFE10 and <= 0xFE19 => true,
        >= 0xFE30 and <= 0xFE6F => true,
        >= 0xFF01 and <= 0xFF60 => true,
        >= 0xFFE0 and <= 0xFFE6 => true,
        >= 0x16FE0 and <= 0x18DFF => true,
        >= 0x1AFF0 and <= 0x1B2FF => true,
        >= 0x1F300 and <= 0x1F64F => true,
        >= 0x1F680 and <= 0x1F6FF => true,
        >= 0x1F900 and <= 0x1F9FF => true,
        >= 0x20000 and <= 0x3FFFD => true,
        _ => false,
    };
}
