namespace Mirai.Rules.Syntax;

internal sealed partial class Lexer
{
    /// <summary>The most digits of a number: what a double keeps exactly.</summary>
    public const int MostDigits = 15;

    private void ReadNumber()
    {
        var start = _at;
        var digits = ReadDigits();
        if (digits == 4 && _at - start == 4 && ReadDate(start)) return;
        ReadThousands(start, ref digits);
        if (Peek0() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            MarkWideIf(_at++);
            digits += ReadDigits();
        }

        CheckDigits(start, digits);
        ReadMark(start);
    }

    // 1,000 is read as 1000; 7,28 as two values. Both are errors.
    private void ReadThousands(int start, ref int digits)
    {
        if (Peek0() != ',' || !char.IsAsciiDigit(Peek(1)) || start < _commasReportedTo) return;
        var (from, isThousands) = (_at, digits <= 3);
        var end = _at;
        while (end < _end && Fold(_text[end]) == ',' && end + 1 < _end && char.IsAsciiDigit(Fold(_text[end + 1])))
        {
            var group = end + 1;
            while (group < _end && char.IsAsciiDigit(Fold(_text[group]))) group++;
            isThousands &= group - end == 4;
            end = group;
        }

        _commasReportedTo = end;
        var span = new SourceSpan(start, end);
        _bag.Add(source => SyntaxErrors.CommaInNumber(source, span, isThousands));
        if (!isThousands) return;
        for (_at = from; _at < end; _at++)
        {
            MarkWideIf(_at);
            if (Current() != ',') digits++;
        }
    }

    private void ReadYen()
    {
        var start = _at;
        MarkWideIf(_at++);
        var digits = ReadDigits();
        ReadThousands(start + 1, ref digits);
        if (Peek0() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            MarkWideIf(_at++);
            digits += ReadDigits();
        }

        CheckDigits(start, digits);
        if (Peek0() is '万' or '億') _at++;
        FinishNumber(TokenKind.Money, start);
    }

    private void ReadBareFraction()
    {
        var start = _at;
        MarkWideIf(_at++);
        var digits = ReadDigits();
        CheckDigits(start, digits);
        var span = new SourceSpan(start, _at);
        _bag.Add(source => SyntaxErrors.BareFraction(source, span));
        ReadMark(start);
    }

    private int ReadDigits()
    {
        var digits = 0;
        while (_at < _end)
        {
            var c = Current();
            if (char.IsAsciiDigit(c)) digits++;
            else if (c != '_' || !char.IsAsciiDigit(Peek(1))) break;
            MarkWideIf(_at++);
        }

        return digits;
    }

    // What may follow the digits: 万 億 円 % pt, at once; with a space before it, it is a near miss.
    private void ReadMark(int start)
    {
        var digitsEnd = _at;
        var spaces = 0;
        while (_at + spaces < _end && _text[_at + spaces] is ' ' or '\u3000') spaces++;
        var (kind, length) = MarkAt(_at + spaces);
        if (kind == TokenKind.None)
        {
            if (!ReadHyphenatedUnit(start)) FinishNumber(TokenKind.Number, start);
            return;
        }

        for (var i = 0; i < spaces + length; i++)
        {
            if (_text[_at] != '\u3000') MarkWideIf(_at);
            _at++;
        }

        if (spaces > 0)
        {
            var span = new SourceSpan(start, _at);
            var gap = new SourceSpan(digitsEnd, digitsEnd + spaces);
            _bag.Add(source => SyntaxErrors.SpaceBeforeMark(source, span, gap));
        }

        FinishNumber(kind, start);
    }

    private (TokenKind Kind, int Length) MarkAt(int at)
    {
        if (at >= _end) return default;
        var c = Fold(_text[at]);
        var next = at + 1 < _end ? Fold(_text[at + 1]) : '\0';
        var (kind, length) = (c, next) switch
        {
            ('%', _) => (TokenKind.Percentage, 1),
            ('p', 't') => (TokenKind.Points, 2),
            ('円', _) => (TokenKind.Money, 1),
            ('万' or '億', '円') => (TokenKind.Money, 2),
            ('万' or '億', _) => (TokenKind.Number, 1),
            _ => default,
        };
        return kind == TokenKind.Percentage || NameLength(at + length, isStart: false) == 0 ? (kind, length) : default;
    }

    // 28-day
    private bool ReadHyphenatedUnit(int start)
    {
        if (Peek0() != '-') return false;
        var end = _at + 1;
        for (var length = NameLength(end, isStart: true); length > 0; length = NameLength(end, isStart: false)) end += length;
        if (end == _at + 1 || !DurationWords.TryRead(_text.AsSpan(_at + 1, end - _at - 1), out _)) return false;
        var hyphen = new SourceSpan(_at, _at + 1);
        var span = new SourceSpan(start, end);
        _bag.Add(source => SyntaxErrors.HyphenatedUnit(source, span, hyphen));
        Add(TokenKind.Number, start);
        _at++;
        start = _at;
        _at = end;
        Add(TokenKind.Name, start);
        return true;
    }

    private void FinishNumber(TokenKind kind, int start)
    {
        var end = _at;
        for (var length = NameLength(end, isStart: true); length > 0; length = NameLength(end, isStart: false)) end += length;
        if (end == _at)
        {
            Add(kind, start);
            return;
        }

        // 7days, 5000JPY, 28d, 5万人: two words without a space, or nothing at all.
        var word = _text.AsSpan(_at, end - _at);
        var isUnit = kind == TokenKind.Number && (DurationWords.TryRead(word, out _) || LiteralText.IsCurrency(word));
        var span = new SourceSpan(start, end);
        var at = _at;
        _bag.Add(source => SyntaxErrors.NumberRunsOn(source, span, at, isUnit));
        if (isUnit)
        {
            Add(kind, start);
            start = _at;
        }

        _at = end;
        Add(isUnit ? TokenKind.Name : TokenKind.Unreadable, start);
    }

    private bool ReadDate(int start)
    {
        var at = _at;
        for (var part = 0; part < 2; part++)
        {
            if (at >= _end || Fold(_text[at]) != '-') return false;
            var from = ++at;
            while (at < _end && char.IsAsciiDigit(Fold(_text[at]))) at++;
            if (at - from is not (1 or 2)) return false;
        }

        if (NameLength(at, isStart: false) > 0) return false;
        while (_at < at) MarkWideIf(_at++);
        var span = new SourceSpan(start, _at);
        var isDay = LiteralText.TryReadDate(_text.AsSpan(start, _at - start), out var day);
        if (!isDay || span.Length != 10) _bag.Add(source => SyntaxErrors.NotADate(source, span, isDay ? day : null));
        Add(isDay ? TokenKind.Date : TokenKind.Unreadable, start);
        return true;
    }

    private void CheckDigits(int start, int digits)
    {
        if (digits <= MostDigits) return;
        var span = new SourceSpan(start, _at);
        _bag.Add(source => SyntaxErrors.TooManyDigits(source, span, digits));
    }

    private char Peek0() => _at < _end ? Current() : '\0';
}
