namespace Mirai.Rules.Syntax;

/// <summary>The values of literal tokens, from their characters.</summary>
internal static class LiteralText
{
    /// <summary>The number in a token's text: digits with their marks, whatever else stands around them. Digits past the 15th are dropped; the lexer has reported them.</summary>
    public static decimal Number(ReadOnlySpan<char> text)
    {
        long mantissa = 0;
        var (digits, fraction, isFraction, factor) = (0, 0, false, 1m);
        foreach (var c in text)
        {
            var folded = Lexer.Fold(c);
            if (char.IsAsciiDigit(folded))
            {
                if (digits++ >= Lexer.MostDigits) continue;
                mantissa = (mantissa * 10) + (folded - '0');
                if (isFraction) fraction++;
            }
            else if (folded == '.')
            {
                isFraction = true;
            }
            else if (folded is '万' or '億')
            {
                factor = folded == '万' ? 10_000m : 100_000_000m;
            }
        }

        var value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, isNegative: false, (byte)fraction);
        return factor == 1m ? value : WithoutZeros(value * factor);
    }

    // A quotient by 1 has as few decimals as it needs.
    private static decimal WithoutZeros(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>The day in a text <c>2026-04-01</c>, of which month and day may have one digit.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out DateOnly day)
    {
        Span<int> parts = [0, 0, 0];
        var part = 0;
        foreach (var c in text)
        {
            var folded = Lexer.Fold(c);
            if (folded == '-') part++;
            else parts[part] = (parts[part] * 10) + (folded - '0');
        }

        var (year, month, dayOfMonth) = (parts[0], parts[1], parts[2]);
        var isDay = year >= 1 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month);
        day = isDay ? new DateOnly(year, month, dayOfMonth) : default;
        return isDay;
    }

    /// <summary>Whether a word has the shape of a currency's code: three capital letters.</summary>
    public static bool IsCurrency(ReadOnlySpan<char> word) =>
        word.Length == 3 && char.IsAsciiLetterUpper(Lexer.Fold(word[0])) && char.IsAsciiLetterUpper(Lexer.Fold(word[1])) && char.IsAsciiLetterUpper(Lexer.Fold(word[2]));
}
