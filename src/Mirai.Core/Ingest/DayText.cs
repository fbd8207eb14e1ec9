using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mirai.Ingest;

/// <summary>Reads calendar days from text: in every unambiguous way of writing them (<see cref="Any"/>), or in one stated format.</summary>
/// <remarks>
/// A time of day is checked and then cut off: the day is the one that is written, in the time zone in which it is written.
/// Full-width digits and blanks around the text are accepted. Nothing depends on a culture.
/// </remarks>
public sealed class DayText
{
    private readonly DayFormat? _format;

    private DayText(DayFormat? format, IngestRemark expected) => (_format, Expected) = (format, expected);

    /// <summary>
    /// <c>2024-03-01</c>, <c>20240301</c>, <c>2024/3/1</c>, <c>2024.3.1</c> and <c>2024年3月1日</c>, each with or without a time
    /// (<c>T</c> or a blank, then <c>8:26</c>, <c>08:26:00.000</c>, <c>08:26:00Z</c>, <c>08:26+09:00</c>).
    /// </summary>
    /// <remarks>The year has four digits and comes first: <c>1/2/2024</c> is two days at once and needs a format.</remarks>
    public static DayText Any { get; } = new(null, RowRemarks.AnyDay);

    /// <summary>What the text should have been, in words, for a message about one that is not.</summary>
    public IngestRemark Expected { get; }

    /// <summary>A reader of one format, written as .NET writes them.</summary>
    /// <param name="format">
    /// <c>yyyy</c> or <c>yy</c> (00-49 are 2000 and later), <c>M</c>, <c>MM</c>, <c>MMM</c> (Mar), <c>MMMM</c> (March), <c>d</c>, <c>dd</c>;
    /// <c>H</c> <c>HH</c> <c>h</c> <c>hh</c> <c>m</c> <c>mm</c> <c>s</c> <c>ss</c> <c>f</c>... <c>tt</c> <c>K</c> <c>zzz</c>; anything else that is not
    /// a letter stands for itself, and so does text in quotes. A format without a time also reads a text with one.
    /// </param>
    /// <param name="dayText">The reader.</param>
    /// <param name="error">What is wrong with the format.</param>
    public static bool TryCreate(string format, [NotNullWhen(true)] out DayText? dayText, [NotNullWhen(false)] out IngestRemark? error)
    {
        dayText = DayFormat.TryCreate(format, out var compiled, out error) ? new DayText(compiled, RowRemarks.DayIn(format)) : null;
        return dayText is not null;
    }

    /// <summary>Reads a day from UTF-8 text, without allocating.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="dayNumber"><see cref="DateOnly.DayNumber"/> of the day; 0 on failure.</param>
    public bool TryParse(ReadOnlySpan<byte> utf8, out int dayNumber)
    {
        if (_format is null && TryParsePlain(utf8, out dayNumber)) return true;
        Span<char> folded = stackalloc char[FoldedText.LongestText];
        var length = FoldedText.Fold(utf8, folded);
        if (length > 0)
        {
            var cursor = new DayCursor(folded[..length]);
            if (_format is null ? cursor.TryReadAnyDay(out dayNumber) : _format.TryRead(cursor, out dayNumber)) return true;
        }

        dayNumber = 0;
        return false;
    }

    /// <summary>Reads a day from text.</summary>
    public bool TryParse(string? text, out DateOnly day)
    {
        Span<byte> utf8 = stackalloc byte[FoldedText.LongestText * 3];
        var read = 0;
        var readable = text is not null && Encoding.UTF8.TryGetBytes(text, utf8, out read) && TryParse(utf8[..read], out read);
        day = readable ? DateOnly.FromDayNumber(read) : default;
        return readable;
    }

    /// <summary>The day number of a year, month and day; false where the calendar has no such day.</summary>
    internal static bool TryToDayNumber(int year, int month, int day, out int dayNumber)
    {
        dayNumber = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1) return false;
        if (day > 28 && day > DateTime.DaysInMonth(year, month)) return false;
        dayNumber = new DateOnly(year, month, day).DayNumber;
        return true;
    }

    /// <summary>The two forms that machines write, <c>2024-03-01</c> and <c>20240301</c>, in plain bytes.</summary>
    private static bool TryParsePlain(ReadOnlySpan<byte> utf8, out int dayNumber)
    {
        dayNumber = 0;
        if (utf8.Length == 10)
        {
            return utf8[4] == (byte)'-' && utf8[7] == (byte)'-'
                && TryDigits(utf8[..4], out var year) && TryDigits(utf8.Slice(5, 2), out var month) && TryDigits(utf8.Slice(8, 2), out var day)
                && TryToDayNumber(year, month, day, out dayNumber);
        }

        return utf8.Length == 8 && TryDigits(utf8, out var compact)
            && TryToDayNumber(compact / 10_000, compact / 100 % 100, compact % 100, out dayNumber);
    }

    private static bool TryDigits(ReadOnlySpan<byte> utf8, out int value)
    {
        value = 0;
        foreach (var character in utf8)
        {
            var digit = (uint)(character - '0');
            if (digit > 9) return false;
            value = (value * 10) + (int)digit;
        }

        return true;
    }
}
