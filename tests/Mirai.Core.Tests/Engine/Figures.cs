using System.Globalization;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Core.Tests.Engine;

/// <summary>Everything that an analysis answers, so that two analyses can be compared to the last bit.</summary>
internal static class Figures
{
    /// <summary>All measures for all customers, one of <paramref name="step"/> by every segment, all tables and lists.</summary>
    public static Dictionary<string, long[]> Of(CustomerAnalysis analysis, int step = 4)
    {
        var measures = EngineFeed.MeasuresOf(analysis);
        var bySegment = measures.Where((_, i) => i % step == 0).ToList();
        var figures = new Dictionary<string, long[]>(StringComparer.Ordinal);
        Add(figures, "all", analysis.Daily(measures));
        foreach (var segment in EngineFeed.SegmentsOf(analysis)) Add(figures, segment.Id, analysis.DailyBy(segment, bySegment));
        AddTables(figures, analysis);
        return figures;
    }

    public static void AssertSame(Dictionary<string, long[]> expected, Dictionary<string, long[]> found)
    {
        Assert.Equal(string.Join('\n', expected.Keys), string.Join('\n', found.Keys));
        foreach (var (name, values) in expected)
        {
            if (!values.AsSpan().SequenceEqual(found[name])) Assert.Fail($"{name}: {FirstDifference(values, found[name])}");
        }
    }

    private static string FirstDifference(long[] expected, long[] found)
    {
        var at = expected.AsSpan().CommonPrefixLength(found);
        return at < expected.Length && at < found.Length
            ? $"at {at} expected {expected[at]}, found {found[at]}"
            : $"expected {expected.Length} values, found {found.Length}";
    }

    private static void Add(Dictionary<string, long[]> figures, string segment, IEnumerable<DailySeries> series)
    {
        foreach (var own in series)
        {
            figures.Add($"{segment}/{own.SegmentValue}/{own.Measure}", own.Numerators.ToArray());
            figures.Add($"{segment}/{own.SegmentValue}/{own.Measure} of", own.Denominators.ToArray());
        }
    }

    private static void AddTables(Dictionary<string, long[]> figures, CustomerAnalysis analysis)
    {
        var last = analysis.History.Days.Last;
        var keys = Enumerable.Range(0, analysis.History.CustomerCount).Select(analysis.History.CustomerKey);
        figures.Add($"customers {string.Join(' ', keys)}", []);
        figures.Add("deciles on the last day", [.. analysis.Deciles(last).Select(decile => (long)decile)]);
        figures.Add("scores", [.. analysis.Rfm(last).Select(score => (score.Recency * 100L) + (score.Frequency * 10) + score.Monetary)]);
        foreach (var grain in Enum.GetValues<CohortGrain>())
        {
            foreach (var row in analysis.Cohorts(grain).Rows)
                figures.Add($"cohort {grain} {row.Label}", [.. row.Cells.SelectMany(c => new[] { c.Customers, c.Purchases, (long)c.Sales })]);
        }

        foreach (var segment in EngineFeed.SegmentsOf(analysis))
        {
            var members = analysis.SegmentMembers(segment, last).Select(member => string.Create(CultureInfo.InvariantCulture, $"{member}"));
            figures.Add($"members {segment} {string.Join('\n', members)}", []);
        }

        var explained = analysis.History.Days.Count < 2 ? null : analysis.Explain(analysis.History.Days.First, last);
        figures.Add($"explained {explained}", []);
        figures.Add($"retention {analysis.RetentionRate(last).Overall}", []);
    }
}
