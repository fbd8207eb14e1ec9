namespace Mirai.Lifetime;

/// <summary>The unit in which a purchase model counts time; its rates are per that unit.</summary>
public enum TimeUnit
{
    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Weeks: days divided by 7, not calendar weeks.</summary>
    Week,
}

/// <summary>Turns lengths of time into a model's unit.</summary>
internal static class TimeUnits
{
    /// <summary>Days in a month of discounting: 4.345 weeks.</summary>
    public const double DaysPerMonth = 4.345 * 7;

    /// <summary>Days in one unit.</summary>
    public static int DaysPer(TimeUnit unit) => unit == TimeUnit.Week ? 7 : 1;

    /// <summary>A length of time in the unit.</summary>
    public static double In(TimeUnit unit, TimeSpan span) => span.TotalDays / DaysPer(unit);

    /// <summary>The times of the days 0 to <paramref name="lastDay"/> in the unit.</summary>
    public static double[] OfDays(TimeUnit unit, int lastDay)
    {
        var times = new double[lastDay + 1];
        for (var day = 0; day <= lastDay; day++) times[day] = (double)day / DaysPer(unit);
        return times;
    }
}
