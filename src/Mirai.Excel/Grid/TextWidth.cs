using System.Globalization;

namespace Mirai.Excel.Grid;

/// <summary>How wide and how high texts and numbers come out, in characters and lines of the body font.</summary>
internal static class TextWidth
{
    /// <summary>The width of a text's longest line; Japanese characters count two.</summary>
    public static double Of(string text)
    {
        var (widest, width) = (0.0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n') width = 0;
            else width += Of(rune.Value);
            widest = Math.Max(widest, width);
        }

        return widest;
    }

    /// <summary>The width of a number in a format: the digits that the format shows, separators, and the words around them.</summary>
    public static double Of(double number, string format)
    {
        if (string.Equals(format, ExcelDay.Format, StringComparison.Ordinal)) return 10;
        var section = number < 0 && format.Split(';') is [_, var negative, ..] ? negative : format.Split(';')[0];
        var isPercentage = section.Contains('%', StringComparison.Ordinal);
        var decimals = section.IndexOf('.', StringComparison.Ordinal) is var point && point < 0
            ? 0
            : section.Skip(point + 1).TakeWhile(c => c is '0' or '#').Count();
        var digits = Math.Abs(isPercentage ? number * 100 : number).ToString((format.Length == 0 ? "N2" : "N") + (format.Length == 0 ? "" : decimals.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        var words = section.Where(c => c is not ('0' or '#' or ',' or '.' or '"' or '\\'));
        return digits.Length + words.Sum(c => Of(c)) + (number < 0 && !format.Contains(';', StringComparison.Ordinal) ? 1 : 0);
    }

    /// <summary>How many lines a text takes when it goes on in the next line at a width.</summary>
    public static int Lines(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.Split('\n')) lines += Math.Max(1, (int)Math.Ceiling(Wrapped(line, Math.Max(4, width)) / Math.Max(4, width)));
        return lines;
    }

    /// <summary>The width of a line with what is lost at the ends of lines, where a word does not fit any more.</summary>
    private static double Wrapped(string line, double width)
    {
        var (total, column) = (0.0, 0.0);
        foreach (var word in line.Split(' '))
        {
            var own = Of(word) + 1;
            if (column > 0 && column + own - 1 > width && own <= width)
            {
                total += width - column;
                column = 0;
            }

            total += own;
            column = (column + own) % width;
        }

        return Math.Max(0, total - 1);
    }

    private static double Of(int rune) => rune switch
    {
        >= 'A' and <= 'Z' => 1.15,
        >= '0' and <= '9' => 1,
        < 0x300 => 0.92,
        >= 0x300 and < 0x370 => 0,
        >= 0x1100 and < 0x1160 => 2,
        >= 0x2E80 and < 0xA4D0 => 2,
        >= 0xAC00 and < 0xD7A4 => 2,
        >= 0xF900 and < 0xFB00 => 2,
        >= 0xFE30 and < 0xFE70 => 2,
        >= 0xFF00 and < 0xFF61 => 2,
        >= 0xFFE0 and < 0xFFE7 => 2,
        >= 0x1F000 => 2,
        _ => 1,
    };
}
