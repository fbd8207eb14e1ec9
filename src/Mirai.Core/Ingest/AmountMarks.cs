using System.Collections.Frozen;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Takes signs, brackets and currency marks off an amount.</summary>
internal static class AmountMarks
{
    private static readonly FrozenSet<string> Known = Currency.KnownCodes.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Dollars =
        FrozenSet.ToFrozenSet(["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP"], StringComparer.Ordinal);

    /// <summary>Leaves the bare digits, commas and point of a folded text.</summary>
    /// <returns>False for two signs, two marks, an open bracket, or the mark of another currency.</returns>
    public static bool TryStrip(ref ReadOnlySpan<char> text, Currency currency, out bool negative)
    {
        var signs = 0;
        var marks = 0;
        negative = false;
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            signs++;
            text = text[1..^1].Trim(' ');
        }

        while (!text.IsEmpty && !char.IsAsciiDigit(text[0]) && text[0] is not ('.' or ','))
        {
            if (text[0] is '-' or '▲' or '△' or '+')
            {
                signs++;
                negative |= text[0] != '+';
                text = text[1..].TrimStart(' ');
            }
            else if (!TryStripMark(ref text, currency, atEnd: false, ref marks))
            {
                return false;
            }
        }

        while (!text.IsEmpty && !char.IsAsciiDigit(text[^1]) && text[^1] is not ('.' or ','))
        {
            if (text[^1] == '-')
            {
                signs++;
                negative = true;
                text = text[..^1].TrimEnd(' ');
            }
            else if (!TryStripMark(ref text, currency, atEnd: true, ref marks))
            {
                return false;
            }
        }

        // `¥1,234円` and `¥1,234 JPY` say the same thing twice.
        return signs <= 1 && marks <= 2 && !text.IsEmpty;
    }

    private static bool TryStripMark(ref ReadOnlySpan<char> text, Currency currency, bool atEnd, ref int marks)
    {
        marks++;
        var mark = atEnd ? text[^1] : text[0];
        var length = 1;
        if (char.IsAsciiLetter(mark))
        {
            length = currency.Code.Length;
            if (text.Length < length) return false;
            var code = atEnd ? text[^length..] : text[..length];
            if (!code.Equals(currency.Code, StringComparison.OrdinalIgnoreCase)) return false;
        }
        else if (!Fits(mark, currency.Code))
        {
            return false;
        }

        text = atEnd ? text[..^length].TrimEnd(' ') : text[length..].TrimStart(' ');
        return true;
    }

    private static bool Fits(char mark, string code) => mark switch
    {
        '¥' => code is "JPY" or "CNY" || !Known.Contains(code),
        // Where the yen sign is in Shift_JIS, ASCII has the backslash, and files are decoded to that.
        '\\' => code is "JPY",
        '円' => code is "JPY" || !Known.Contains(code),
        '$' => Dollars.Contains(code) || !Known.Contains(code),
        '€' => code is "EUR" || !Known.Contains(code),
        '£' => code is "GBP" || !Known.Contains(code),
        _ => false,
    };
}
