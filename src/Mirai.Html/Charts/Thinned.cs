using Mirai.Model;

namespace Mirai.Html.Charts;

/// <summary>Which of many days a picture or a table shows.</summary>
internal static class Thinned
{
    /// <summary>Evenly spread places, the last one always among them.</summary>
    public static IReadOnlyList<int> Places(int count, int most)
    {
        var step = Math.Max(1, (count + most - 1) / most);
        return [.. Enumerable.Range(0, count).Where(place => (count - 1 - place) % step == 0)];
    }

    /// <summary>The last day of every month, and the last day of all.</summary>
    public static IReadOnlyList<DateOnly> MonthEnds(DayRange days) =>
        [.. Enumerable.Range(0, days.Count).Select(at => days[at]).Where(day => day == days.Last || day.AddDays(1).Day == 1)];
}
