using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>
/// Steps back in the calendar, written again from the definition of <c>Trailing(t, P) = (t - P, t]</c> so that the oracle does not
/// borrow the product's.
/// </summary>
internal static class CalendarSteps
{
    /// <summary><c>t - P</c>; <see langword="null"/> for a day before the calendar begins.</summary>
    public static DateOnly? Back(DateOnly? t, Period period)
    {
        if (t is not { } day) return null;
        try
        {
            return period.Unit switch
            {
                PeriodUnit.Day => day.AddDays(-period.Length),
                PeriodUnit.Month => day.AddMonths(-period.Length),
                _ => day.AddYears(-period.Length),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether <paramref name="day"/> lies in <c>(t - P, t]</c>; nothing lies in the window of a day before the calendar.
    /// </summary>
    public static bool InTrailing(DateOnly day, DateOnly? t, Period period) =>
        day <= t && (Back(t, period) is not { } before || day > before);

    /// <summary>The last day of the month before that of <paramref name="day"/>: the month's end strictly before the day.</summary>
    public static DateOnly? MonthEndBefore(DateOnly day) => Back(new DateOnly(day.Year, day.Month, 1), Period.Days(1));
}
