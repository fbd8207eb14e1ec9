using System.Text;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Reads amounts of money from text, exactly: no binary fractions on the way.</summary>
/// <remarks>
/// <c>1234</c>, <c>-1,234.50</c>, <c>1234-</c>, <c>(1,234)</c>, <c>▲1,234</c>, <c>△1,234</c>, <c>¥1,234</c>, <c>1,234円</c>, <c>$ 12.50</c>,
/// <c>USD 12.50</c>, <c>12.50 USD</c>, <c>１，２３４</c>. A comma separates thousands, in groups of three; a point separates decimals, and
/// decimals that are zero lose nothing (<c>12.00</c> yen). A mark or code of another currency is not readable: such amounts must not
/// be added up. Exponents are not read.
/// </remarks>
public sealed class AmountText
{
    private readonly int _decimals;
    private readonly bool _round;

    /// <summary>A reader of amounts in a currency.</summary>
    /// <param name="currency">Sets the number of decimals, and which currency marks are right.</param>
    /// <param name="round">Round more decimals than the currency has, half to even; otherwise they fail.</param>
    public AmountText(Currency currency, bool round)
    {
        if (string.IsNullOrEmpty(currency.Code)) throw new ArgumentException("The currency is not set.", nameof(currency));
        Currency = currency;
        _decimals = currency.Decimals;
        _round = round;
        Expected = RowRemarks.Amount(currency);
    }

    /// <summary>The currency of the amounts.</summary>
    public Currency Currency { get; }

    /// <summary>What the text should have been, in words, for a message about one that is not.</summary>
    public IngestRemark Expected { get; }

    /// <summary>Reads an amount from UTF-8 text, without allocating.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="minor">The amount in minor units of the currency; 0 unless it could be read.</param>
    /// <returns><see cref="AmountReading.Exact"/> or <see cref="AmountReading.Rounded"/>, or why not.</returns>
    public AmountReading TryParse(ReadOnlySpan<byte> utf8, out long minor)
    {
        if (TryParsePlain(utf8, out minor)) return AmountReading.Exact;
        Span<char> folded = stackalloc char[FoldedText.LongestText];
        var length = FoldedText.Fold(utf8, folded);
        if (length == 0) return AmountReading.Empty;
        if (length < 0) return AmountReading.Unreadable;
        var text = (ReadOnlySpan<char>)folded[..length];
        return AmountMarks.TryStrip(ref text, Currency, out var negative) ? ReadNumber(text, negative, out minor) : AmountReading.Unreadable;
    }

    /// <summary>Reads an amount from text.</summary>
    public AmountReading TryParse(string? text, out long minor)
    {
        minor = 0;
        if (string.IsNullOrEmpty(text)) return AmountReading.Empty;
        Span<byte> utf8 = stackalloc byte[FoldedText.LongestText * 3];
        return Encoding.UTF8.TryGetBytes(text, utf8, out var written) ? TryParse(utf8[..written], out minor) : AmountReading.Unreadable;
    }

    /// <summary>What machines write: an optional minus, up to 18 digits in all, no more decimals than the currency has.</summary>
    private bool TryParsePlain(ReadOnlySpan<byte> utf8, out long minor)
    {
        minor = 0;
        var at = !utf8.IsEmpty && utf8[0] == (byte)'-' ? 1 : 0;
        var first = at;
        if (utf8.Length - first > 18) return false;
        var value = 0L;
        var missing = _decimals;
        for (; at < utf8.Length; at++)
        {
            var digit = (uint)(utf8[at] - '0');
            if (digit > 9) break;
            value = (value * 10) + digit;
        }

        if (at == first) return false;
        if (at < utf8.Length)
        {
            if (utf8[at] != (byte)'.') return false;
            for (at++; at < utf8.Length; at++)
            {
                var digit = (uint)(utf8[at] - '0');
                if (digit > 9 || --missing < 0) return false;
                value = (value * 10) + digit;
            }
        }

        if (missing > 0)
        {
            if (utf8.Length - first + missing > 18) return false;
            for (; missing > 0; missing--) value *= 10;
        }

        minor = first == 1 ? -value : value;
        return true;
    }

    private AmountReading ReadNumber(ReadOnlySpan<char> text, bool negative, out long minor)
    {
        minor = 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || !IsAll(fraction, '9') || !IsGrouped(whole)) return AmountReading.Unreadable;

        UInt128 value = 0;
        foreach (var character in whole)
        {
            if (character == ',') continue;
            value = (value * 10) + (uint)(character - '0');
            if (value > long.MaxValue) return AmountReading.TooLarge;
        }

        for (var i = 0; i < _decimals; i++) value = (value * 10) + (i < fraction.Length ? (uint)(fraction[i] - '0') : 0u);
        var beyond = fraction.Length > _decimals ? fraction[_decimals..] : [];
        var exact = IsAll(beyond, '0');
        if (!exact)
        {
            if (!_round) return AmountReading.TooManyDecimals;
            var half = beyond[0] == '5' && IsAll(beyond[1..], '0');
            if (half ? UInt128.IsOddInteger(value) : beyond[0] >= '5') value++;
        }

        if (value > long.MaxValue) return AmountReading.TooLarge;
        minor = negative ? -(long)value : (long)value;
        return exact ? AmountReading.Exact : AmountReading.Rounded;
    }

    private static bool IsAll(ReadOnlySpan<char> digits, char highest)
    {
        foreach (var digit in digits)
        {
            if (digit < '0' || digit > highest) return false;
        }

        return true;
    }

    /// <summary>Whether digits stand alone, or in groups of three after a first group of one to three.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var grouped = whole.Contains(',');
        for (var at = 0; at < whole.Length; at++)
        {
            var comma = grouped && (whole.Length - at) % 4 == 0;
            if (comma ? whole[at] != ',' || at == 0 : !char.IsAsciiDigit(whole[at])) return false;
        }

        return true;
    }
}

/// <summary>How a text became an amount, or why not.</summary>
public enum AmountReading
{
    /// <summary>Nothing was lost.</summary>
    Exact,

    /// <summary>Rounded half to even, as the caller allowed.</summary>
    Rounded,

    /// <summary>There is no text, or only blanks.</summary>
    Empty,

    /// <summary>The text is not an amount in the currency.</summary>
    Unreadable,

    /// <summary>The amount has more decimals than the currency, and rounding was not allowed.</summary>
    TooManyDecimals,

    /// <summary>The amount does not fit 64 bits of minor units.</summary>
    TooLarge,
}
