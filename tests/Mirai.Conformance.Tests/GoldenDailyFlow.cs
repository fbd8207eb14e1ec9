using System.Globalization;
using Mirai.DuckDb;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>A daily-flow file computed independently of this project: one line a day with a 90-day active period.</summary>
/// <param name="First">The first line's day.</param>
/// <param name="Lines">The file's numbers, with <c>revenue</c> in minor units.</param>
internal sealed record GoldenDailyFlow(DateOnly First, IReadOnlyList<GoldenDailyFlow.Line> Lines)
{
    /// <summary>One day of the file.</summary>
    public readonly record struct Line(
        DateOnly Day, long Buyers, long New, long RepeatActive, long Reactivated, long Lapsed, long Active, long Revenue);

    /// <summary>Reads a file of the data folder.</summary>
    public static GoldenDailyFlow Read(string relativePath, int decimals)
    {
        var lines = File.ReadLines(TestDataFolder.PathOf(relativePath)).Skip(1).Select(line => line.Split(',')).Select(cells => new Line(
            DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]), Number(cells[6]),
            RealPurchases.Minor(cells[7], decimals))).ToList();
        return new GoldenDailyFlow(lines[0].Day, lines);
    }

    /// <summary>The same lines out of daily figures.</summary>
    public static IEnumerable<Line> From(DailyColumns daily)
    {
        for (var day = 0; day < daily.Count; day++)
        {
            yield return new Line(
                daily.First.AddDays(day),
                daily["buyers"][day],
                daily["new_customers"][day],
                daily["buyers"][day] - daily["new_customers"][day] - daily["reactivated_customers"][day],
                daily["reactivated_customers"][day],
                daily["lapsed_customers"][day],
                daily["active_customers"][day],
                daily["sales"][day]);
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
