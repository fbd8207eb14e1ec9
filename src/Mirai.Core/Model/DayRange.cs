namespace Mirai.Model;

/// <summary>Consecutive calendar days, both ends included.</summary>
public readonly record struct DayRange
{
    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public DayRange(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>How many days; at least 1.</summary>
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Whether the day lies in the range.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>The position of a day, from 0; negative or past the end for a day outside.</summary>
    public int IndexOf(DateOnly day) => day.DayNumber - First.DayNumber;

    /// <summary>The day at a position, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position leaves the calendar.</exception>
    public DateOnly this[int index] => First.AddDays(index);

    /// <summary>The range as <c>2024-01-01..2024-12-31</c>.</summary>
    public override string ToString() => $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}";
}
