using System.Collections.Concurrent;

namespace Mirai.Rules.Evaluation;

/// <summary>The days of an evaluation, numbered from 0, with each duration's calendar arithmetic done once for all columns.</summary>
internal sealed class DayTable(DateOnly first, int count)
{
    private const int LongBefore = -(1 << 29); // Before any calendar, and far from overflow.

    private readonly ConcurrentDictionary<RuleDuration, int[]> _before = new();

    /// <summary>The first day.</summary>
    public DateOnly First => first;

    /// <summary>How many days.</summary>
    public int Count => count;

    /// <summary>The day at a position.</summary>
    public DateOnly this[int day] => first.AddDays(day);

    /// <summary>For each day t the position of the day that lies the duration before it; negative before the first day.</summary>
    /// <remarks>A window of that length is the days after it, up to and including t.</remarks>
    public int[] Before(RuleDuration duration) => _before.TryGetValue(duration, out var known) ? known : _before.GetOrAdd(duration, Positions);

    /// <summary>The windows of a duration.</summary>
    public DayWindows Windows(RuleDuration duration) =>
        new(Before(duration), duration.IsFixed && duration.NominalDays <= count ? (int)duration.NominalDays : 0);

    private int[] Positions(RuleDuration duration)
    {
        var positions = new int[count];
        for (var t = 0; t < count; t++)
        {
            positions[t] = duration.IsFixed
                ? (int)Math.Max(LongBefore, t - duration.NominalDays)
                : duration.Before(this[t]).DayNumber - first.DayNumber;
        }

        return positions;
    }
}
