using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Core.Tests.Portfolio;

/// <summary>Every boundary of the portfolio, one day and one yen on either side.</summary>
public sealed class PortfolioTests
{
    private static readonly DateOnly First = new(2023, 1, 10);

    [Theory]
    [InlineData(0, 9_000, 0, "first_current")]
    [InlineData(0, 9_000, 239, "first_current")]
    [InlineData(0, 9_000, 240, "first_gone")]
    [InlineData(1, 9_000, 0, "toddler_current")]
    [InlineData(89, 9_000, 0, "toddler_current")]
    [InlineData(89, 9_000, 240, "toddler_gone")]
    [InlineData(90, 6_999, 0, "steady_current")]
    [InlineData(90, 7_000, 0, "fad_current")]
    [InlineData(90, 7_000, 239, "fad_current")]
    [InlineData(90, 7_000, 240, "fad_gone")]
    [InlineData(209, 6_999, 240, "steady_gone")]
    [InlineData(209, 7_000, 1, "fad_current")]
    [InlineData(210, 6_999, 1, "steady_current")]
    [InlineData(210, 7_000, 1, "best_current")]
    [InlineData(210, 7_000, 240, "best_gone")]
    [InlineData(400, 70_000, 239, "best_current")]
    public void Group_AtEveryBoundary_IsAsDefined(int tenure, int spend, int silence, string expected)
    {
        var options = new PortfolioOptions { Threshold = 7_000 };
        Assert.Equal(expected, GroupOf(tenure, spend, silence, Period.OneYear, options));
    }

    [Theory]
    [InlineData("90d", 59, "first_current")]
    [InlineData("90d", 60, "first_gone")]
    [InlineData("2y", 479, "first_current")]
    [InlineData("2y", 480, "first_gone")]
    [InlineData("6m", 119, "first_current")]
    [InlineData("6m", 120, "first_gone")]
    public void Gone_OtherActivePeriods_ScalesWithThem(string period, int silence, string expected) =>
        Assert.Equal(expected, GroupOf(0, 100, silence, Period.Parse(period), PortfolioOptions.Default));

    [Theory]
    [InlineData(9, 10, 29, "toddler_current")]
    [InlineData(10, 10, 29, "fad_current")]
    [InlineData(19, 9, 29, "steady_current")]
    [InlineData(20, 10, 30, "best_gone")]
    public void Group_OwnBounds_AreTaken(int tenure, int spend, int silence, string expected)
    {
        var options = new PortfolioOptions { Threshold = 10, SteadyDays = 10, BestDays = 20, GoneDays = 30 };
        Assert.Equal(expected, GroupOf(tenure, spend, silence, Period.OneYear, options));
    }

    /// <summary>T is seven average orders as of the month's end before: what is bought on the day itself, or since, does not move it.</summary>
    [Fact]
    public void Threshold_FollowsTheMonthsEndBefore()
    {
        var history = EngineFeed.Build([("a", new(2023, 1, 31), 1_000), ("b", new(2023, 1, 31), -100), ("a", new(2023, 2, 28), 2_001), ("a", new(2023, 3, 1), 5)]);
        var analysis = new CustomerAnalysis(history);
        Assert.Null(analysis.Portfolio(new DateOnly(2023, 1, 31)).Threshold);
        Assert.Equal(6_300, analysis.Portfolio(new DateOnly(2023, 2, 1)).Threshold);
        Assert.Equal(6_300, analysis.Portfolio(new DateOnly(2023, 2, 28)).Threshold);
        Assert.Equal(7 * 2_901 / 2m, analysis.Portfolio(new DateOnly(2023, 3, 1)).Threshold);
    }

    [Theory]
    [InlineData(12_000, "best_current")]
    [InlineData(11_999, "steady_current")]
    public void Group_AverageOrdersOfTheHistory_DecideExactly(int lastAmount, string expected)
    {
        // Up to the month's end before: 3 orders of 20,000 + 1 of 12,000 or 11,999 = 4 orders; T = 7 x 18,000 = 126,000 or a bit less.
        var rows = new List<(string, DateOnly, long)>
        {
            ("a", First, 20_000), ("b", First, 20_000), ("b", First, 20_000), ("b", First.AddDays(1), lastAmount), ("a", First.AddDays(300), 106_000),
        };
        if (lastAmount == 11_999) rows[^1] = ("a", First.AddDays(300), 105_998);
        var analysis = new CustomerAnalysis(EngineFeed.Build(rows));
        Assert.Equal(expected, Assert.Single(analysis.SegmentMembers(Segment.Portfolio, First.AddDays(300)), member => member.Customer is "a").Value);
    }

    [Fact]
    public void Group_ReturnsLowerTheSpend()
    {
        var history = EngineFeed.Build([("a", First, 7_000), ("a", First.AddDays(100), 0), ("a", First.AddDays(101), -1)]);
        var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { Portfolio = new PortfolioOptions { Threshold = 7_000 } });
        string At(int day) => Assert.Single(analysis.SegmentMembers(Segment.Portfolio, First.AddDays(day))).Value;
        Assert.Equal(("first_current", "fad_current", "steady_current"), (At(99), At(100), At(101)));
    }

    [Fact]
    public void Segments_Portfolio_TakesTheAnalysissOptionsAndTheCallersOwn()
    {
        var history = EngineFeed.Build([("a", First, 50), ("a", First.AddDays(300), 50)]);
        var day = First.AddDays(300);
        var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { Portfolio = new PortfolioOptions { Threshold = 100 } });
        Assert.Equal("best_current", Assert.Single(analysis.Segments(Segment.Portfolio, day).Rows, row => row.Customers == 1).Value);
        var own = new PortfolioOptions { Threshold = 101 };
        Assert.Equal("steady_current", Assert.Single(analysis.Segments(Segment.PortfolioOf(own), day).Rows, row => row.Customers == 1).Value);
        Assert.Equal("steady_current", Assert.Single(analysis.Portfolio(day, own).Rows, row => row.Customers.Part == 1).Group.Id);
    }

    /// <summary>Four first-timers a year before the month's end: one long gone even then, two who bought again, one who did not.</summary>
    [Fact]
    public void Steps_OfAYear_CountTheCurrentCustomersOfTheStageBelow()
    {
        var history = EngineFeed.Build(
        [
            ("gone", new(2021, 1, 5), 100), ("b", new(2022, 11, 1), 100), ("c", new(2022, 11, 1), 100), ("d", new(2022, 11, 1), 100),
            ("b", new(2023, 3, 1), 100), ("c", new(2023, 11, 30), 100), ("d", new(2024, 1, 2), 100), ("gone", new(2023, 5, 1), 100),
        ]);
        var step = new CustomerAnalysis(history).Daily(PortfolioMeasures.StepToddler)[0];
        Assert.Equal(new Share(2, 3), step.Share(new DateOnly(2023, 11, 30)));
        Assert.Equal(new Share(2, 3), step.Share(new DateOnly(2023, 12, 30)));
        Assert.Equal(new Share(2, 3), step.Share(new DateOnly(2024, 1, 2)));
        Assert.Equal(new DateOnly(2023, 1, 5), step.CompleteFrom);
        Assert.Null(step[new DateOnly(2022, 1, 30)]);
    }

    [Fact]
    public void Options_ThatContradictThemselves_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Segment.PortfolioOf(new PortfolioOptions { Threshold = -1 }));
        Assert.Throws<ArgumentException>(() => Segment.PortfolioOf(new PortfolioOptions { OrderValues = 0 }));
        Assert.Throws<ArgumentException>(() => Segment.PortfolioOf(new PortfolioOptions { SteadyDays = 100, BestDays = 99 }));
        Assert.Throws<ArgumentException>(() => Segment.PortfolioOf(new PortfolioOptions { GoneDays = 0 }));
        var analysis = new CustomerAnalysis(EngineFeed.Build([("a", First, 100)]));
        Assert.Throws<ArgumentException>(() => analysis.Portfolio(First, new PortfolioOptions { Threshold = 0.5m }));
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.PortfolioTransitions(First, First));
    }

    private static string GroupOf(int tenure, int spend, int silence, Period activePeriod, PortfolioOptions options)
    {
        var rows = new List<(string, DateOnly, long)> { ("a", First, tenure == 0 ? spend : spend - 1) };
        if (tenure > 0) rows.Add(("a", First.AddDays(tenure), 1));
        var day = First.AddDays(tenure + silence);
        var history = EngineFeed.Build(rows, new HistoryBuildOptions(day));
        var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = activePeriod, Portfolio = options });
        return Assert.Single(analysis.SegmentMembers(Segment.Portfolio, day)).Value;
    }
}
