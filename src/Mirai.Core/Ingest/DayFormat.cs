using System.Diagnostics.CodeAnalysis;

namespace Mirai.Ingest;

/// <summary>One stated way of writing a day, compiled to a list of steps.</summary>
internal sealed class DayFormat
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly List<Step> _steps = [];
    private bool _hasTime;

    private enum Part
    {
        Literal, Blank, FourDigitYear, TwoDigitYear, Month, MonthName, ShortMonthName, Day, Hour, TwelveHour, Minute, Second, Fraction, Half, Offset,
    }

    /// <summary>Compiles a format; the error says what is wrong and what would be right.</summary>
    public static bool TryCreate(string? format, [NotNullWhen(true)] out DayFormat? compiled, [NotNullWhen(false)] out IngestRemark? error)
    {
        compiled = null;
        if (string.IsNullOrWhiteSpace(format))
        {
            error = DayFormatRemarks.Empty;
            return false;
        }

        var building = new DayFormat();
        error = building.Compile(format.Trim());
        if (error is null) compiled = building;
        return error is null;
    }

    /// <summary>Reads a whole text.</summary>
    public bool TryRead(DayCursor cursor, out int dayNumber)
    {
        dayNumber = 0;
        int year = 0, month = 0, day = 0;
        foreach (var step in _steps)
        {
            var read = step.Part switch
            {
                Part.Literal => cursor.TryRead(step.Character),
                Part.Blank => cursor.TrySkipBlanks(),
                Part.FourDigitYear => cursor.TryReadNumber(4, 4, out year),
                Part.TwoDigitYear => cursor.TryReadNumber(2, 2, out year) && Within(year += year < 50 ? 2000 : 1900, 9999),
                Part.Month => cursor.TryReadNumber(step.Digits, 2, out month),
                Part.MonthName => TryReadMonth(ref cursor, int.MaxValue, out month),
                Part.ShortMonthName => TryReadMonth(ref cursor, 3, out month),
                Part.Day => cursor.TryReadNumber(step.Digits, 2, out day),
                Part.Hour => cursor.TryReadNumber(step.Digits, 2, out var hour) && Within(hour, 23),
                Part.TwelveHour => cursor.TryReadNumber(step.Digits, 2, out var hour) && Within(hour, 12),
                Part.Minute => cursor.TryReadNumber(step.Digits, 2, out var minute) && Within(minute, 59),
                Part.Second => cursor.TryReadNumber(step.Digits, 2, out var second) && Within(second, 60),
                Part.Fraction => cursor.TrySkipDigits(),
                Part.Half => cursor.TryReadWord("AM") || cursor.TryReadWord("PM"),
                _ => cursor.TryReadOffset(),
            };
            if (!read) return false;
        }

        return (_hasTime ? cursor.AtEnd : cursor.TryReadTimeToEnd()) && DayText.TryToDayNumber(year, month, day, out dayNumber);
    }

    private static bool Within(int number, int most) => number <= most;

    private static bool TryReadMonth(ref DayCursor cursor, int letters, out int month)
    {
        for (month = 1; month <= Months.Length; month++)
        {
            var name = Months[month - 1];
            if (cursor.TryReadWord(name.Length > letters ? name[..letters] : name)) return true;
        }

        month = 0;
        return false;
    }

    private IngestRemark? Compile(string format)
    {
        for (var at = 0; at < format.Length;)
        {
            var character = FoldBlank(format[at]);
            var run = 1;
            while (at + run < format.Length && format[at + run] == format[at]) run++;
            if (character is '\'' or '"')
            {
                var close = format.IndexOf(character, at + 1);
                if (close < 0) return DayFormatRemarks.NeverClosed(format, at + 1);
                foreach (var literal in format.AsSpan(at + 1, close - at - 1)) AddLiteral(literal);
                at = close + 1;
                continue;
            }

            if (character == '\\' && at + 1 < format.Length)
            {
                AddLiteral(format[at + 1]);
                at += 2;
                continue;
            }

            if (character == '%') return DayFormatRemarks.Percent(format);
            if (!char.IsAsciiLetter(character) || character is 'T' or 'Z')
            {
                for (var i = 0; i < run; i++) AddLiteral(character);
            }
            else if (!TryAddPart(format.Substring(at, run)))
            {
                return DayFormatRemarks.UnknownPart(format, format.Substring(at, run));
            }

            at += run;
        }

        return MissingPart(format);
    }

    private static char FoldBlank(char character) => char.IsWhiteSpace(character) ? ' ' : character;

    private void AddLiteral(char character)
    {
        var blank = FoldBlank(character) == ' ';
        if (blank && _steps.Count > 0 && _steps[^1].Part == Part.Blank) return;
        _steps.Add(new Step(blank ? Part.Blank : Part.Literal, 1, character));
    }

    private bool TryAddPart(string letters)
    {
        var part = letters switch
        {
            "yyyy" => Part.FourDigitYear,
            "yy" => Part.TwoDigitYear,
            "M" or "MM" => Part.Month,
            "MMM" => Part.ShortMonthName,
            "MMMM" => Part.MonthName,
            "d" or "dd" => Part.Day,
            "H" or "HH" => Part.Hour,
            "h" or "hh" => Part.TwelveHour,
            "m" or "mm" => Part.Minute,
            "s" or "ss" => Part.Second,
            "t" or "tt" => Part.Half,
            "K" or "z" or "zz" or "zzz" => Part.Offset,
            _ when letters.Length <= 9 && letters.Trim('f').Length == 0 => Part.Fraction,
            _ => Part.Literal,
        };
        if (part == Part.Literal) return false;
        _hasTime |= part >= Part.Hour;
        _steps.Add(new Step(part, letters.Length, default));
        return true;
    }

    private IngestRemark? MissingPart(string format)
    {
        var years = _steps.Count(step => step.Part is Part.FourDigitYear or Part.TwoDigitYear);
        var months = _steps.Count(step => step.Part is Part.Month or Part.MonthName or Part.ShortMonthName);
        var days = _steps.Count(step => step.Part == Part.Day);
        if (years == 1 && months == 1 && days == 1) return null;
        return DayFormatRemarks.MissingPart(format, years, months, days, months == 0 && _steps.Exists(step => step.Part == Part.Minute));
    }

    private readonly record struct Step(Part Part, int Length, char Character)
    {
        /// <summary>The fewest digits: one for <c>d</c>, two for <c>dd</c>.</summary>
        public int Digits => Math.Min(Length, 2);
    }
}
