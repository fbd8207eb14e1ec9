using System.Globalization;

namespace Mirai.Model;

/// <summary>The unit in which a <see cref="Period"/> counts.</summary>
public enum PeriodUnit
{
    /// <summary>Plain days.</summary>
    Day,

    /// <summary>Calendar months, clamped to the month's end.</summary>
    Month,

    /// <summary>Calendar years; 29 February is clamped to 28.</summary>
    Year,
}

/// <summary>A length of time in days, calendar months or calendar years; always positive.</summary>
/// <remarks>Two steps back are one step of twice the length: 31 August minus two times three months is 28 February.</remarks>
public readonly record struct Period
{
    private const string Expected = "expected a whole number followed by d, m or y, such as 90d, 3m or 1y";

    private Period(int length, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Length = length;
        Unit = unit;
    }

    /// <summary>How many <see cref="Unit"/>s; at least 1 (0 only in <c>default</c>, which no method accepts).</summary>
    public int Length { get; }

    /// <summary>What <see cref="Length"/> counts.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>One calendar year: the active period unless the caller says otherwise.</summary>
    public static Period OneYear { get; } = Years(1);

    /// <summary>A period of <paramref name="days"/> plain days.</summary>
    public static Period Days(int days) => new(days, PeriodUnit.Day);

    /// <summary>A period of <paramref name="months"/> calendar months.</summary>
    public static Period Months(int months) => new(months, PeriodUnit.Month);

    /// <summary>A period of <paramref name="years"/> calendar years.</summary>
    public static Period Years(int years) => new(years, PeriodUnit.Year);

    /// <summary>How many such periods a year holds, as an exact fraction: 12/months, 1/years, 365.25/days (1461 / (4 x days)).</summary>
    public (long Numerator, long Denominator) PeriodsPerYear => Unit switch
    {
        PeriodUnit.Day => (1461, 4L * Length),
        PeriodUnit.Month => (12, Length),
        _ => (1, Length),
    };

    /// <summary>The nominal length in days, as an exact fraction: a year counts 365 days and a month a twelfth of that.</summary>
    public (long Numerator, long Denominator) NominalDays => Unit switch
    {
        PeriodUnit.Day => (Length, 1),
        PeriodUnit.Month => (365L * Length, 12),
        _ => (365L * Length, 1),
    };

    /// <summary>This period <paramref name="count"/> times over, as one step.</summary>
    /// <exception cref="OverflowException">The length passes 2^31.</exception>
    public Period Times(int count) => new(checked(Length * count), Unit);

    /// <summary>The day <c>t - P</c>: the last day before <c>Trailing(t, P)</c>. Clamped to 0001-01-01 where the calendar ends.</summary>
    public DateOnly Before(DateOnly day) => Unit switch
    {
        PeriodUnit.Day => Length > day.DayNumber ? DateOnly.MinValue : day.AddDays(-Length),
        PeriodUnit.Month => AddMonths(day, -(long)Length),
        _ => AddMonths(day, -12L * Length),
    };

    /// <summary>Whether <c>t - P</c> is a day of the calendar, which begins on 0001-01-01.</summary>
    internal bool ReachesBack(DateOnly day) => Unit switch
    {
        PeriodUnit.Day => Length <= day.DayNumber,
        PeriodUnit.Month => MonthIndex(day) - Length >= 12,
        _ => MonthIndex(day) - (12L * Length) >= 12,
    };

    /// <summary>The day <c>t + P</c>. Clamped to 9999-12-31 where the calendar ends.</summary>
    public DateOnly After(DateOnly day) => Unit switch
    {
        PeriodUnit.Day => Length > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(Length),
        PeriodUnit.Month => AddMonths(day, Length),
        _ => AddMonths(day, 12L * Length),
    };

    /// <summary>Reads <c>90d</c>, <c>3m</c> or <c>1y</c>.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"`{text}` is not a period: {Expected}");

    /// <summary>Reads <c>90d</c>, <c>3m</c> or <c>1y</c>; false where the text is none of these or the number is not 1 to 1,000,000.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var trimmed = text.AsSpan().Trim();
        if (!int.TryParse(trimmed[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return false;
        if (length is < 1 or > 1_000_000) return false;
        switch (char.ToLowerInvariant(trimmed[^1]))
        {
            case 'd': period = Days(length); return true;
            case 'm': period = Months(length); return true;
            case 'y': period = Years(length); return true;
            default: return false;
        }
    }

    /// <summary>The short form that <see cref="Parse"/> reads: <c>90d</c>, <c>3m</c>, <c>1y</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Length}{Unit switch { PeriodUnit.Day => 'd', PeriodUnit.Month => 'm', _ => 'y' }}");

    private static DateOnly AddMonths(DateOnly day, long months)
    {
        var month = MonthIndex(day) + months;
        if (month < 12) return DateOnly.MinValue;
        if (month >= 10_000L * 12) return DateOnly.MaxValue;
        return day.AddMonths((int)months);
    }

    private static long MonthIndex(DateOnly day) => (day.Year * 12L) + day.Month - 1;
}
