namespace Mirai.Model;

/// <summary>The observed days of a history, numbered from 0, with calendar arithmetic turned into table look-ups.</summary>
/// <remarks>
/// The one table everything rests on is <see cref="LeaveDays"/>: the first day on which a purchase of day <c>d</c> is no longer in
/// <c>Trailing(t, P) = (t - P, t]</c>.
/// </remarks>
public sealed class DayAxis
{
    /// <summary>The axis of a range of observed days.</summary>
    public DayAxis(DayRange days) => Days = days;

    /// <summary>The observed days.</summary>
    public DayRange Days { get; }

    /// <summary>How many days are observed; at least 1.</summary>
    public int Count => Days.Count;

    /// <summary>For each day index <c>d</c>, the first day index <c>t</c> with <c>t - P >= d</c>; <see cref="Count"/> where that is past the end.</summary>
    /// <returns><see cref="Count"/> + 1 entries; the last, for the day after the end, is <see cref="Count"/>.</returns>
    public int[] LeaveDays(Period period)
    {
        var leave = new int[Count + 1];
        var t = 0;
        for (var d = 0; d < Count; d++)
        {
            while (t < Count && BeforeIndex(t, period) < d) t++;
            leave[d] = t;
        }

        leave[Count] = Count;
        return leave;
    }

    /// <summary>For each day index <c>t</c>, the index of <c>t - P</c>; negative before the first observed day.</summary>
    public int[] BeforeDays(Period period)
    {
        var before = new int[Count];
        for (var t = 0; t < Count; t++) before[t] = BeforeIndex(t, period);
        return before;
    }

    /// <summary>The index of <c>t - P</c> for one day index; negative before the first observed day.</summary>
    public int BeforeIndex(int dayIndex, Period period)
    {
        if (period.Unit == PeriodUnit.Day) return dayIndex - period.Length;
        return period.ReachesBack(Days[dayIndex]) ? period.Before(Days[dayIndex]).DayNumber - Days.First.DayNumber : -1;
    }
}
