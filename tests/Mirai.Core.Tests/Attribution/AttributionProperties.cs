using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Attribution;

/// <summary>The attribution of the change of active customers is the oracle's, to the last fraction, and adds up to the last customer.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)])]
public sealed class AttributionProperties
{
    private static readonly Measure[] Terms =
    [
        AttributionMeasures.ChangeByNew, AttributionMeasures.ChangeByRetention, AttributionMeasures.ChangeByBase,
        AttributionMeasures.ChangeByReactivation, AttributionMeasures.ChangeByPool,
    ];

    [Property(MaxTest = 150)]
    public void Daily_EveryTermOnTurningDays_EqualsTheOracle(SmallHistory history)
    {
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        var found = analysis.Daily(Terms);
        foreach (var day in history.TurningDays())
        {
            foreach (var (expected, series) in oracle.Attribution(day).Zip(found))
                ExactSeries.AssertSame(expected, ExactSeries.At(series, day), $"{series.Measure} on {day:yyyy-MM-dd}");
        }
    }

    [Property(MaxTest = 60)]
    public void Attribution_OfADay_AddsUpToTheChange(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history);
        var active = analysis.Daily(CustomerMeasures.ActiveCustomers)[0];
        var terms = analysis.Daily(Terms);
        var turning = history.TurningDays().ToList();
        foreach (var day in turning.Where((_, i) => i % (1 + (turning.Count / 12)) == 0))
        {
            var found = analysis.Attribution(day);
            var middle = history.ActivePeriod.Before(day);
            var before = middle < history.FirstDay ? 0 : active.Count(middle);
            Assert.Equal((active.Count(day), before), (found.Now.Active, found.Before.Active));
            Assert.Equal(found.Change, active.Count(day) - before);
            Assert.Equal(found.Change, found.Terms.Sum(term => term.Customers));
            Assert.All(found.Terms, term => Assert.InRange(term.Customers, Math.Floor(term.Exact - 1e-9), Math.Ceiling(term.Exact + 1e-9)));
            Assert.Equal(terms.Select(series => series[day]!.Value), found.Terms.Select(term => term.Exact));
            Assert.Equal(Enum.GetValues<AttributionCause>(), found.Terms.Select(term => term.Cause));
            var least = found.Terms.Min(term => term.Exact);
            Assert.Equal(least < 0 ? least : null, found.LargestLoss?.Exact);
            Assert.Equal(day, found.Now.To);
            Assert.Equal(found.Now.From, found.Before.To);
        }
    }

    [Property(MaxTest = 60)]
    public void AttributionBySegment_SingleValued_EqualsTheOracle(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, TableProperties.DayOf(history, seed));
        var (middle, first) = (history.ActivePeriod.Before(day), history.ActivePeriod.Times(2).Before(day));
        foreach (var segment in EngineFeed.SegmentsOf(analysis).Where(s => !analysis.History.Dimensions.Contains(s.Id, StringComparer.Ordinal)))
        {
            foreach (var row in analysis.Attribution(day, segment).Rows)
            {
                var (now, before) = (oracle.OriginsBetween(middle, day, segment.Id, row.Value), oracle.OriginsBetween(first, middle, segment.Id, row.Value));
                Assert.Equal((segment.Id, row.Value, now.New, before.New), (segment.Id, row.Value, row.NewNow, row.NewBefore));
                Assert.Equal((new Share(now.Retained, now.Base), new Share(before.Retained, before.Base)), (row.RetentionNow, row.RetentionBefore));
                Assert.Equal((new Share(now.Reactivated, now.Pool), new Share(before.Reactivated, before.Pool)), (row.ReactivationNow, row.ReactivationBefore));
            }
        }
    }

    [Property(MaxTest = 60)]
    public void AttributionBySegment_SingleValued_AddsUpToTheWhole(SmallHistory history, byte seed)
    {
        var (analysis, day) = (EngineFeed.Analysis(history), TableProperties.DayOf(history, seed));
        var whole = analysis.Attribution(day);
        foreach (var segment in EngineFeed.SegmentsOf(analysis).Where(s => !analysis.History.Dimensions.Contains(s.Id, StringComparer.Ordinal)))
        {
            var rows = analysis.Attribution(day, segment).Rows;
            Assert.Equal((whole.Now.New, whole.Before.New), (rows.Sum(row => row.NewNow), rows.Sum(row => row.NewBefore)));
            Assert.Equal(whole.Now.Retention, new Share(rows.Sum(row => row.RetentionNow.Part), rows.Sum(row => row.RetentionNow.Whole)));
            Assert.Equal(whole.Before.Retention, new Share(rows.Sum(row => row.RetentionBefore.Part), rows.Sum(row => row.RetentionBefore.Whole)));
            Assert.Equal(whole.Now.Reactivation, new Share(rows.Sum(row => row.ReactivationNow.Part), rows.Sum(row => row.ReactivationNow.Whole)));
            Assert.Equal(whole.Before.Reactivation, new Share(rows.Sum(row => row.ReactivationBefore.Part), rows.Sum(row => row.ReactivationBefore.Whole)));
        }
    }

    /// <summary>By a purchase dimension the rates are those of the daily series.</summary>
    [Property(MaxTest = 40)]
    public void AttributionBySegment_Dimension_EqualsTheDailyRates(SmallHistory history, byte seed)
    {
        var (analysis, day) = (EngineFeed.Analysis(history), TableProperties.DayOf(history, seed));
        foreach (var name in analysis.History.Dimensions)
        {
            var segment = Segment.Dimension(name);
            var series = analysis.DailyBy(segment, [CustomerMeasures.RetentionRate]).ToDictionary(s => s.SegmentValue!, s => s, StringComparer.Ordinal);
            foreach (var row in analysis.Attribution(day, segment).Rows)
            {
                var expected = series.TryGetValue(row.Value, out var rate) ? rate.Share(day) : default; // A value of new customers only has no rate.
                Assert.Equal((row.Value, expected), (row.Value, row.RetentionNow));
            }
        }
    }

    [Property(MaxTest = 10)]
    public void Rows_ShuffledSplitAndOnManyThreads_GiveTheSameTerms(SmallHistory history, byte seed)
    {
        var plain = EngineFeed.Analysis(history).Daily(Terms);
        var feed = new EngineFeed { Writers = 5, Threads = 4, ShuffleSeed = seed };
        foreach (var (expected, found) in plain.Zip(EngineFeed.Analysis(history, feed).Daily(Terms)))
        {
            Assert.Equal(expected.Numerators.ToArray(), found.Numerators.ToArray());
            Assert.Equal(expected.Denominators.ToArray(), found.Denominators.ToArray());
        }
    }
}
