using Mirai.Model;

namespace Mirai.Measures;

/// <summary>For each day index, when a purchase of that day leaves the windows that the measures look through.</summary>
/// <remarks>Every measure is a function of consecutive purchase days and of these tables.</remarks>
internal sealed class LeaveTables
{
    private const int ExpiringDays = 30;

    public LeaveTables(DayAxis axis, Period activePeriod)
    {
        Count = axis.Count;
        Active = axis.LeaveDays(activePeriod);
        Annual = axis.LeaveDays(Period.OneYear);
        Recent = axis.LeaveDays(Period.Days(90));
        HalfYear = axis.LeaveDays(Period.Days(180));
        Before = axis.BeforeDays(activePeriod);
        var (days, per) = activePeriod.NominalDays;
        AtRiskDays = (int)Math.Min(int.MaxValue / 2, CeilingOfQuotient(days * 240, per * 365));
        Expiring = ExpiringFrom(axis, activePeriod);
    }

    /// <summary>How many days are observed.</summary>
    public int Count { get; }

    /// <summary>Leaves the active period.</summary>
    public int[] Active { get; }

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
        var last = axis.Days.Last.DayNumber;
        var until = DateOnly.FromDayNumber(Math.Min(last + ExpiringDays + 1, DateOnly.MaxValue.DayNumber));
        var leave = new DayAxis(new DayRange(axis.Days.First, until)).LeaveDays(activePeriod); // Beyond the observed days: they expire in the future.
        var from = new int[axis.Count + 1];
        for (var day = 0; day < axis.Count; day++) from[day] = Math.Min(axis.Count, Math.Max(day, leave[day] - ExpiringDays));
        from[axis.Count] = axis.Count;
        return from;
    }
}
