using FsCheck.Xunit;
using Mirai.Measures;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>Every measure, for all customers and by every segment, is the oracle's to the last unit.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)])]
public sealed class MeasureProperties
{
    [Fact]
    public void Catalog_HasTheMeasuresOfTheOracle() =>
        Assert.Equal(
        string.Join('\n', LinqOracle.MeasureIds), string.Join('\n', MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => measure.IsSegmentable).Select(measure => measure.Id)));

    [Property(MaxTest = 40)]
    public void Daily_EveryMeasureOnTurningDays_EqualsTheOracle(SmallHistory history)
    {
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        foreach (var series in analysis.Daily(EngineFeed.MeasuresOf(analysis)))
        {
            foreach (var day in history.TurningDays())
            {
                var expected = oracle.Value(series.Measure.Id, day);
                ExactSeries.AssertSame(expected, ExactSeries.At(series, day), $"{series.Measure} on {day:yyyy-MM-dd}");
                Assert.Equal(expected.Value, series[day]);
            }
        }
    }

    [Property(MaxTest = 4)]
    public void Daily_EveryMeasureOnEveryDay_EqualsTheOracle(SmallHistory history)
    {
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        foreach (var series in analysis.Daily(EngineFeed.MeasuresOf(analysis)))
        {
            foreach (var day in history.Days)
            {
                ExactSeries.AssertSame(
                    oracle.Value(series.Measure.Id, day), ExactSeries.At(series, day), $"{series.Measure} on {day:yyyy-MM-dd}");
            }
        }
    }

    [Property(MaxTest = 30)]
    public void DailyBy_EveryMeasureAndSegment_EqualsTheOracle(SmallHistory history, byte phase)
    {
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        var turning = history.TurningDays().ToList();
        var days = turning.Where((_, i) => i % (1 + (turning.Count / 4)) == phase % (1 + (turning.Count / 4))).Append(history.LastDay).ToList();
        foreach (var segment in EngineFeed.SegmentsOf(analysis))
        {
            var bySeries = analysis.DailyBy(segment, EngineFeed.MeasuresOf(analysis))
                .GroupBy(series => series.Measure.Id, StringComparer.Ordinal);
            foreach (var measure in bySeries)
            {
                var series = measure.ToDictionary(s => s.SegmentValue!, s => s, StringComparer.Ordinal);
                foreach (var day in days) CheckValues(oracle.BySegment(measure.Key, segment.Id, day), series, day, $"{measure.Key} by {segment}");
            }
        }
    }

    internal static void CheckValues(
        IReadOnlyDictionary<string, Ratio> expected, Dictionary<string, DailySeries> series, DateOnly day, string what)
    {
        foreach (var value in expected.Keys.Union(series.Keys, StringComparer.Ordinal))
        {
            var isRate = series.Values.First().Measure.Kind == MeasureKind.Rate;
            var absent = isRate ? default : Ratio.Of(0);
            ExactSeries.AssertSame(
                expected.TryGetValue(value, out var known) ? known : absent,
                series.TryGetValue(value, out var found) ? ExactSeries.At(found, day) : absent,
                $"{what} = {value} on {day:yyyy-MM-dd}");
        }
    }
}
