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
