using System.Numerics;
using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Core.Tests.Attribution;

/// <summary>The attribution by hand, at its limits and at sizes that no test could hold customer by customer.</summary>
public sealed class AttributionTotalsTests
{
    /// <summary>1,000 of 1,250 stayed a year ago, 700 of 1,000 now: the rate, not the base, lost most.</summary>
    [Fact]
    public void Terms_WorkedExample_NameRetention()
    {
        var totals = new AttributionTotals((150, 200), (1_250, 1_000), (1_000, 700), (500, 800), (50, 80));
        Assert.Equal("50 -225/2 -375/2 0 30", string.Join(' ', totals.Terms().Select(Text)));
        Assert.Equal([50, -112, -188, 0, 30], totals.WholeTerms());
        Assert.Equal(-220, totals.Change);
    }

    [Theory]
    [InlineData(0, 10, 0, 7, "0", "7")]
    [InlineData(10, 0, 7, 0, "0", "-7")]
    [InlineData(0, 0, 0, 0, "0", "0")]
    [InlineData(10, 10, 7, 7, "0", "0")]
    [InlineData(10, 20, 0, 20, "15", "5")]
    public void Terms_EmptyBases_GiveAllToTheSize(long baseBefore, long baseNow, long before, long now, string rate, string size)
    {
        var totals = new AttributionTotals((0, 0), (baseBefore, baseNow), (before, now), (0, 0), (0, 0));
        Assert.Equal((rate, size), (Text(totals.Terms()[1]), Text(totals.Terms()[2])));
    }

    [Fact]
    public void Terms_OfTwoThousandMillionCustomers_AreExactAndShortenToTheMillionth()
    {
        var totals = new AttributionTotals(
            (2_000_000_011, 1_900_000_019), (2_147_483_629, 2_147_483_587), (1_800_000_011, 1_700_000_009), (2_147_483_563, 2_147_483_549), (3, 1_999_999_973));
        Assert.Equal(totals.Change, totals.WholeTerms().Sum());
        foreach (var (term, whole) in totals.Terms().Zip(totals.WholeTerms()))
        {
            var exact = (double)((BigInteger)term.Part * 1_000_000_000 / (BigInteger)term.Whole) / 1e9;
            var (part, shortWhole) = AttributionTotals.Shorten(term);
            Assert.Equal(exact, (double)part / shortWhole, 1e-5);
            Assert.Equal(exact, AttributionTotals.ToDouble(term), 1e-6);
            Assert.InRange(whole, exact - 1, exact + 1);
        }
    }

    [Theory]
    [InlineData("1y", "2023-01-01")]
    [InlineData("90d", "2020-09-27")]
    public void CompleteFrom_ThreeActivePeriods_AreNeeded(string period, string expected)
    {
        var history = EngineFeed.Build([("a", new DateOnly(2020, 1, 1), 100), ("a", new DateOnly(2024, 6, 1), 100)]);
        var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = Period.Parse(period) });
        var from = DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(from, analysis.Daily(AttributionMeasures.ChangeByBase)[0].CompleteFrom);
        Assert.True(analysis.Attribution(from).IsComplete);
        Assert.False(analysis.Attribution(from.AddDays(-1)).IsComplete);
    }

    [Fact]
    public void Attribution_OfASegment_NamesWhoseRateCostMost()
    {
        var rows = new List<(string, DateOnly, long)>();
        for (var i = 0; i < 30; i++)
        {
            var (inNorth, stays) = (i < 20, i % 2 == 0);
            var key = (inNorth ? "n" : "s") + i;
            rows.Add((key, new DateOnly(2022, 6, 1), 100));
            rows.Add((key, new DateOnly(2023, 6, 1), 100));
            if (!inNorth || stays) rows.Add((key, new DateOnly(2024, 6, 1), 100));
        }

        var history = EngineFeed.Build(rows, new HistoryBuildOptions(new DateOnly(2024, 12, 31), BeganWithData: true));
        var attributes = CustomerAttributes.Of(rows.Select(row => (row.Item1, "region", (string?)(row.Item1[0] == 'n' ? "north" : "south"))));
        var analysis = new CustomerAnalysis(history, attributes);
        var whole = analysis.Attribution(new DateOnly(2024, 12, 31));
        Assert.Equal((AttributionCause.RetentionRate, -10L, true), (whole.LargestLoss!.Cause, whole.LargestLoss.Customers, whole.IsComplete));
        var regions = analysis.Attribution(new DateOnly(2024, 12, 31), Segment.Attribute("region"));
        Assert.Equal(("north", -10.0), (regions.LostMost!.Value, regions.LostMost.RetentionEffect));
        Assert.Null(regions.ReactivatedLeast);
        Assert.Null(regions.AcquiredLeast);
    }

    private static string Text((Int128 Part, Int128 Whole) term)
    {
        var (part, whole) = AttributionTotals.Shorten(term);
        return whole == 1 ? $"{part}" : $"{part}/{whole}";
    }
}
