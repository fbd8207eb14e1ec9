using FsCheck.Xunit;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>Changes of sales split without remainder, and into the oracle's parts.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 80)]
public sealed class ExplainProperties
{
    [Property]
    public void Explain_TwoDays_IsTheOraclesWithinRoundingAndAddsUp(SmallHistory history, byte seed)
    {
        if (history.LastDay == history.FirstDay) return;
        var (analysis, (s, t)) = (EngineFeed.Analysis(history), TableProperties.TwoDays(history, seed));
        var (found, expected) = (analysis.Explain(s, t), history.Oracle.Explain(s, t));
        Assert.Equal(expected.Change, found.Change);
        Assert.Equal(expected.Returns, found.Returns);
        Assert.Equal(found.Change, found.Customers + found.Frequency + found.OrderValue + found.Returns);
        Assert.Equal(found.Customers, found.NewCustomers + found.ReactivatedCustomers + found.LapsedCustomers);
        (decimal Expected, decimal Found)[] parts =
        [
            (expected.Customers, found.Customers), (expected.Frequency, found.Frequency), (expected.OrderValue, found.OrderValue),
            (expected.New, found.NewCustomers), (expected.Reactivated, found.ReactivatedCustomers), (expected.Lapsed, found.LapsedCustomers),
        ];
        foreach (var part in parts) Assert.InRange(part.Found - part.Expected, -2, 2);
    }

    [Property]
    public void ExplainBySegment_TwoDays_PartsAndMixAddUp(SmallHistory history, byte seed)
    {
        if (history.LastDay == history.FirstDay) return;
        var (analysis, (s, t)) = (EngineFeed.Analysis(history), TableProperties.TwoDays(history, seed));
        var whole = analysis.Explain(s, t);
        foreach (var segment in EngineFeed.SegmentsOf(analysis))
        {
            var found = analysis.Explain(s, t, segment);
            Assert.Equal((segment.Id, whole.SalesBefore, whole.SalesAfter), (found.SegmentId, found.SalesBefore, found.SalesAfter));
            Assert.Equal(found.Change, found.Mix + found.Parts.Sum(part => part.Total));
            if (analysis.History.Dimensions.Contains(segment.Id, StringComparer.Ordinal)) continue;
            Assert.Equal(whole.Returns, found.Parts.Sum(part => part.Returns));
        }
    }

    [Property]
    public void FlowBySegment_TwoDays_IsWhatTheMembersOfBothDaysSay(SmallHistory history, byte seed)
    {
        if (history.LastDay == history.FirstDay) return;
        var (analysis, (s, t)) = (EngineFeed.Analysis(history), TableProperties.TwoDays(history, seed));
        foreach (var segment in EngineFeed.SegmentsOf(analysis))
        {
            var before = Members(analysis, segment, s);
            var after = Members(analysis, segment, t);
            var flow = analysis.Flow(s, t, segment);
            Assert.Equal((s, t, segment.Id), (flow.From, flow.To, flow.SegmentId));
            foreach (var row in flow.Rows)
            {
                var had = before.Where(member => member.Value.IsActive && member.Value.Values.Contains(row.Value, StringComparer.Ordinal)).Select(member => member.Key).ToList();
                var has = after.Where(member => member.Value.IsActive && member.Value.Values.Contains(row.Value, StringComparer.Ordinal)).Select(member => member.Key).ToList();
                Assert.Equal((had.Count, has.Count), (row.ActiveBefore, row.ActiveAfter));
                Assert.Equal(had.Count(key => after[key].IsActive), row.Retained);
                Assert.Equal(has.Count(key => !before.ContainsKey(key)), row.New);
                Assert.Equal(has.Count(key => before.TryGetValue(key, out var known) && !known.IsActive), row.Reactivated);
            }

            if (analysis.History.Dimensions.Contains(segment.Id, StringComparer.Ordinal)) continue;
            var whole = analysis.Flow(s, t);
            CustomerFlow sum = new(
                s, t, Sum(row => row.ActiveBefore), Sum(row => row.New), Sum(row => row.Retained), Sum(row => row.Reactivated), Sum(row => row.Lapsed),
                Sum(row => row.GrossNew), Sum(row => row.GrossReactivated), Sum(row => row.GrossLapsed));
            Assert.Equal(whole, sum);
            Assert.Equal((whole.ActiveAfter, 0), (Sum(row => row.ActiveAfter), Sum(row => row.Moved)));

            long Sum(Func<SegmentFlowRow, long> figure) => flow.Rows.Sum(figure);
        }

        static Dictionary<string, (bool IsActive, string[] Values)> Members(CustomerAnalysis analysis, Segment segment, DateOnly day) => analysis.SegmentMembers(segment, day)
            .ToDictionary(member => member.Customer, member => (member.State == CustomerState.Active, member.Value.Split('|')), StringComparer.Ordinal);
    }

    [Property]
    public void FlowBySegment_OverOneActivePeriod_IsWhatTheMeasuresSay(SmallHistory history)
    {
        var t = history.LastDay;
        var analysis = EngineFeed.Analysis(history);
        var s = analysis.Options.ActivePeriod.Before(t);
        if (s < analysis.History.Days.First) return;
        Measure[] measures = [CustomerMeasures.RetainedCustomers, CustomerMeasures.LostCustomers, CustomerMeasures.NewCustomersYoy, CustomerMeasures.ReactivatedCustomersYoy, CustomerMeasures.ActiveCustomers];
        foreach (var segment in EngineFeed.SegmentsOf(analysis).Except([Segment.Decile, Segment.Rfm, Segment.Portfolio]))
        {
            var series = analysis.DailyBy(segment, measures, new DayRange(t, t));
            foreach (var row in analysis.Flow(s, t, segment).Rows)
            {
                double[] found = [row.Retained, row.Lapsed, row.New, row.Reactivated, row.ActiveAfter];
                Assert.Equal(measures.Select(measure => series.FirstOrDefault(one => one.Measure == measure && string.Equals(one.SegmentValue, row.Value, StringComparison.Ordinal))?[t] ?? 0), found);
            }
        }
    }

    [Fact]
    public void ExplainBySegment_OneValue_HasNoMixAndIsTheWhole()
    {
        var history = new SmallHistory(
            TextTable.Purchases("""
                customer day        amount
                a        2023-02-01 1000
                b        2023-03-01 3000
                a        2024-02-01 1500
                b        2024-03-01 2000
                c        2024-03-02 1000
                c        2024-03-02 -100
                """),
            Period.OneYear,
            null,
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["region"] = new[] { "a", "b", "c" }.ToDictionary(key => key, _ => "east", StringComparer.Ordinal),
            });
        var analysis = EngineFeed.Analysis(history, new EngineFeed { IsPlain = true });
        var (s, t) = (new DateOnly(2023, 3, 1), new DateOnly(2024, 3, 2));
        var (whole, by) = (analysis.Explain(s, t), analysis.Explain(s, t, Segment.Attribute("region")));
        Assert.Equal(0, by.Mix);
        Assert.Equal(
            new SegmentSalesPart("east", whole.Customers, whole.Frequency, whole.OrderValue, whole.Returns),
            Assert.Single(by.Parts, part => part.Total != 0));
    }

    /// <summary>An order that is a return as a whole makes nobody active, but a line of it is a purchase of its value.</summary>
    [Fact]
    public void ExplainBySegment_ValueBoughtWithinReturns_IsFinite()
    {
        var rows = TextTable.Purchases("""
            customer day        amount order category store
            a        2020-01-01 100    x     tea      north
            a        2020-01-01 -300   x     rice     north
            a        2021-06-01 250    y     tea      north
            a        2021-06-01 -300   y     rice     north
            b        2020-01-01 500    .     miso     north
            b        2021-06-01 700    .     miso     north
            """);
        var history = new SmallHistory(
            rows, Period.OneYear, null, new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));
        var found = EngineFeed.Analysis(history)
            .Explain(new DateOnly(2020, 1, 1), new DateOnly(2021, 6, 1), Segment.Dimension("category"));
        Assert.Equal(200 + (250 - 100), found.Change);
        Assert.Equal(found.Change, found.Mix + found.Parts.Sum(part => part.Total));
        Assert.Equal(150, found.Mix + found.Parts.Single(part => part.Value is "tea").Total);
    }
}
