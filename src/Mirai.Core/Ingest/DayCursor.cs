namespace Mirai.Ingest;

/// <summary>Walks over one folded text that should be a day, perhaps with a time.</summary>
internal ref struct DayCursor(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether everything has been read.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Reads the whole text as a day whose year comes first, with or without a time.</summary>
    public bool TryReadAnyDay(out int dayNumber)
    {
        dayNumber = 0;
        var digits = CountDigits();
        if (digits == 8)
        {
            return TryReadNumber(4, 4, out var year) && TryReadNumber(2, 2, out var month) && TryReadNumber(2, 2, out var day)
                && DayText.TryToDayNumber(year, month, day, out dayNumber) && TryReadTimeToEnd();
        }

        return digits == 4 && TryReadSeparatedDay(out dayNumber) && TryReadTimeToEnd();
    }

    /// <summary>Reads a number of <paramref name="fewest"/> to <paramref name="most"/> digits, as many as there are.</summary>
    public bool TryReadNumber(int fewest, int most, out int number)
    {
        number = 0;
        var digits = Math.Min(CountDigits(), most);
        if (digits < fewest) return false;
        for (var i = 0; i < digits; i++) number = (number * 10) + (_rest[i] - '0');
        _rest = _rest[digits..];
        return true;
    }

    /// <summary>Reads digits, however many, of a fraction that nobody needs.</summary>
    public bool TrySkipDigits()
    {
        var digits = CountDigits();
        _rest = _rest[digits..];
        return digits > 0;
    }

    /// <summary>Reads one character, if it is next.</summary>
    public bool TryRead(char character)
    {
        if (_rest.IsEmpty || _rest[0] != character) return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Reads a word in any case, if it is next.</summary>
    public bool TryReadWord(string word)
    {
        if (!_rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        _rest = _rest[word.Length..];
        return true;
    }

    /// <summary>Reads blanks, however many; false where there is none.</summary>
    public bool TrySkipBlanks()
    {
        var trimmed = _rest.TrimStart(' ');
        var found = trimmed.Length < _rest.Length;
        _rest = trimmed;
        return found;
    }

    /// <summary>Reads nothing, or <c>Z</c>, <c>UTC</c>, <c>+09:00</c>, <c>+0900</c> or <c>+09</c>.</summary>
    public bool TryReadOffset()
    {
        if (AtEnd || TryRead('Z') || TryRead('z') || TryReadWord("UTC")) return true;
        if (!TryRead('+') && !TryRead('-')) return true;
        if (!TryReadNumber(2, 2, out var hours) || hours > 18) return false;
        var mustFollow = TryRead(':');
        if (!mustFollow && CountDigits() == 0) return true;
        return TryReadNumber(2, 2, out var minutes) && minutes < 60;
    }

    /// <summary>Reads nothing, or <c>T</c> or blanks and a time, up to the end of the text.</summary>
    public bool TryReadTimeToEnd()
    {
        if (AtEnd) return true;
        if (!TryRead('T') && !TryRead('t') && !TrySkipBlanks()) return false;
        if (!TryReadNumber(1, 2, out var hour) || hour > 23) return false;
        if (!TryRead(':') || !TryReadNumber(2, 2, out var minute) || minute > 59) return false;
        if (TryRead(':'))
        {
            // 60 is a leap second.
            if (!TryReadNumber(2, 2, out var second) || second > 60) return false;
            if (TryRead('.') && !TrySkipDigits()) return false;
        }

        TrySkipBlanks();
        return TryReadOffset() && AtEnd;
    }

    private bool TryReadSeparatedDay(out int dayNumber)
    {
        dayNumber = 0;
        if (!TryReadNumber(4, 4, out var year) || _rest.IsEmpty) return false;
        var separator = _rest[0];
        if (separator is not ('-' or '/' or '.' or '年')) return false;
        _rest = _rest[1..];
        if (separator == '年') TrySkipBlanks();
        if (!TryReadNumber(1, 2, out var month) || !TryRead(separator == '年' ? '月' : separator)) return false;
        if (separator == '年') TrySkipBlanks();
        if (!TryReadNumber(1, 2, out var day) || (separator == '年' && !TryRead('日'))) return false;
        return DayText.TryToDayNumber(year, month, day, out dayNumber);
    }

    private readonly int CountDigits()
    {
        var digits = 0;
        while (digits < _rest.Length && char.IsAsciiDigit(_rest[digits])) digits++;
        return digits;
    }
}
