using Mirai.Model;

namespace Mirai.Projection;

/// <summary>For every day on which a customer can have begun, where his own years begin: the calendar as tables.</summary>
/// <remarks>
/// Own year <c>m</c> of a customer first seen on day <c>f</c> begins on the first day <c>t</c> with <c>t - (m - 1) years >= f</c>: on the
/// anniversary, and on 1 March for a 29 February in a year without one.
/// </remarks>
internal sealed class OwnYearBounds
{
    private readonly int[][] _starts;

    private OwnYearBounds(int[][] starts, int asOf, int firstFrom, int wholeAfter) =>
        (_starts, AsOf, FirstFrom, WholeAfter) = (starts, asOf, firstFrom, wholeAfter);

    /// <summary>The index of the last day that counts.</summary>
    public int AsOf { get; }

    /// <summary>Customers first seen before this day index are left out.</summary>
    public int FirstFrom { get; }

    /// <summary>Own years that ended on this day index or before are left out.</summary>
    public int WholeAfter { get; }

    /// <summary>How many own years can have begun by the day.</summary>
    public int Years => _starts.Length - 1;

    /// <summary>The bounds of a history's own years at a day.</summary>
    public static OwnYearBounds Of(DayRange days, DateOnly asOf, OwnYearOptions options)
    {
        var years = asOf.Year - days.First.Year + 1;
        var origin = days.First.DayNumber;
        var starts = new int[years + 1][];
        for (var year = 0; year <= years; year++)
        {
            starts[year] = new int[asOf.DayNumber - origin + 1];
            for (var first = 0; first < starts[year].Length; first++) starts[year][first] = StartAfter(days[first], year) - origin;
        }

        var wholeAfter = options.PooledYears is { } pooled && asOf.Year > pooled ? asOf.AddYears(-pooled).DayNumber - origin : -1;
        var firstFrom = options.FirstSeenFrom is { } from ? from.DayNumber - origin : 0;
        return new OwnYearBounds(starts, asOf.DayNumber - origin, firstFrom, wholeAfter);
    }

    /// <summary>By first day, the index of the day on which the own year after so many years begins; may lie after the last day.</summary>
    public ReadOnlySpan<int> StartsAfter(int years) => _starts[years];

    private static int StartAfter(DateOnly first, int years)
    {
        if (first.Year + years > DateOnly.MaxValue.Year) return int.MaxValue;
        var anniversary = first.AddYears(years);
        return anniversary.DayNumber + (anniversary.Day == first.Day ? 0 : 1);
    }
}
