using System.Globalization;

namespace Mirai.Rules;

/// <summary>The unit of a duration in a rule.</summary>
public enum DurationUnit
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>A calendar year, never 365 days by stealth.</summary>
    Year,
}

/// <summary>A length of time as a rule states it: <c>28 days</c>, <c>3 months</c>.</summary>
/// <param name="Count">How many units; at least 0.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct RuleDuration(int Count, DurationUnit Unit)
{
    /// <summary>Whether the length is a fixed number of days.</summary>
    public bool IsFixed => Unit is DurationUnit.Day or DurationUnit.Week;

    /// <summary>The length in days where it is fixed; else in nominal days: a month of 30, a quarter of 91, a year of 365.</summary>
    public long NominalDays => (long)Count * Unit switch
    {
        DurationUnit.Day => 1,
        DurationUnit.Week => 7,
        DurationUnit.Month => 30,
        DurationUnit.Quarter => 91,
        _ => 365,
    };

    /// <summary>The length in calendar months; 0 where it is fixed.</summary>
    public int Months => IsFixed ? 0 : checked(Count * Unit switch { DurationUnit.Month => 1, DurationUnit.Quarter => 3, _ => 12 });

    /// <summary>The day that lies this long before another: months are clamped to the month's end; the calendar's first day where it would begin earlier.</summary>
    public DateOnly Before(DateOnly day)
    {
        if (IsFixed) return NominalDays > day.DayNumber ? DateOnly.MinValue : day.AddDays(-(int)NominalDays);
        return Months > (day.Year * 12) + day.Month - 13 ? DateOnly.MinValue : day.AddMonths(-Months);
    }

    /// <summary>As a rule writes it: <c>1 day</c>, <c>28 days</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");
}
