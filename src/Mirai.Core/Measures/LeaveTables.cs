using Mirai.Model;

namespace Mirai.Measures;

/// <summary>For each day index, when a purchase of that day leaves the windows that the measures look through.</summary>
/// <remarks>Every measure is a function of consecutive purchase days and of these tables.</remarks>
internal sealed class LeaveTables
{
    private const int ExpiringDays = 30;
    private const int LastYear = 9_999;
    private const int YearsPerCycle = 400;
    private const int DaysPerCycle = 146_097;

    public LeaveTables(DayAxis axis, Period activePeriod)
    {
        Count = axis.Count;
        Active = axis.LeaveDays(activePeriod);
        Annual = axis.LeaveDays(Period.OneYear);
        Recent = axis.LeaveDays(Period.Days(90));
        HalfYear = axis.LeaveDays(Period.Days(180));
        Before = axis.BeforeDays(activePeriod);
        var (days, per) = activePeriod.NominalDays;
        ShortestActive = Enumerable.Range(0, Count).Where(day => Active[day] < Count).Select(day => Active[day] - day).DefaultIfEmpty(Count).Min();
        AtRiskDays = (int)Math.Min(int.MaxValue / 2, CeilingOfQuotient(days * 240, per * 365));
        Expiring = ExpiringFrom(axis, activePeriod);
    }

    /// <summary>How many days are observed.</summary>
    public int Count { get; }

    /// <summary>Leaves the active period.</summary>
    public int[] Active { get; }

    /// <summary>The fewest days that an active period has within the observed days; at least 1.</summary>
    public int ShortestActive { get; }

    /// <summary>Leaves the calendar year.</summary>
    public int[] Annual { get; }

    /// <summary>Leaves the last 90 days.</summary>
    public int[] Recent { get; }

    /// <summary>Leaves the last 180 days.</summary>
    public int[] HalfYear { get; }

    /// <summary>The first day on which the customer will have left the active period within 30 days.</summary>
    public int[] Expiring { get; }

    /// <summary>The index of <c>t - A</c>; negative before the first day.</summary>
    public int[] Before { get; }

    /// <summary>So many days of silence put an active customer at risk.</summary>
    public int AtRiskDays { get; }

    private static long CeilingOfQuotient(long dividend, long divisor) => (dividend + divisor - 1) / divisor;

    private static int[] ExpiringFrom(DayAxis axis, Period activePeriod)
    {
        var from = new int[axis.Count + 1];
        for (var day = 0; day < axis.Count; day++)
        {
            var leave = LeaveDayNumber(axis.Days[day], activePeriod) - axis.Days.First.DayNumber;
            from[day] = (int)Math.Clamp(leave - ExpiringDays, day, axis.Count);
        }

        from[axis.Count] = axis.Count;
        return from;
    }

    /// <summary>The first day t with t - P >= d, though it lie beyond the observed days or even the calendar: customers expire in the future.</summary>
    private static long LeaveDayNumber(DateOnly day, Period period)
    {
        if (period.Unit == PeriodUnit.Day) return (long)day.DayNumber + period.Length;
        var months = period.Unit == PeriodUnit.Month ? period.Length : 12L * period.Length;
        var month = (day.Year * 12L) + day.Month - 1 + months;
        var (year, cycles) = (month / 12, 0L);
        if (year > LastYear)
        {
            cycles = (year - LastYear + YearsPerCycle - 1) / YearsPerCycle; // The calendar repeats itself.
            year -= cycles * YearsPerCycle;
        }

        var first = new DateOnly((int)year, (int)(month % 12) + 1, 1);
        var daysAfterFirst = Math.Min(day.Day - 1, DateTime.DaysInMonth(first.Year, first.Month)); // Clamped: from the next month's first day on.
        return first.DayNumber + daysAfterFirst + (cycles * DaysPerCycle);
    }
}
