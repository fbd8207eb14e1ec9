using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Portfolio;

/// <summary>Groups, table, transitions and steps of the portfolio are the oracle's, customer by customer.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)])]
public sealed class PortfolioProperties
{
    private static readonly (Measure Measure, string Stage, string[] Reached)[] Steps =
    [
        (PortfolioMeasures.StepToddler, "first", ["toddler", "steady", "fad", "best"]),
        (PortfolioMeasures.StepSteady, "toddler", ["steady", "fad", "best"]),
        (PortfolioMeasures.StepBest, "steady", ["best"]),
    ];

    [Property(MaxTest = 80)]
    public void Portfolio_OfADay_EqualsTheOracle(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, TableProperties.DayOf(history, seed));
        var table = analysis.Portfolio(day);
        var members = analysis.SegmentMembers(Segment.Portfolio, day).ToList();
        var spend = history.Rows.Where(row => row.Day <= day).GroupBy(row => row.Customer, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => own.Sum(row => row.Amount), StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var own = members.Where(member => string.Equals(oracle.PortfolioGroup(member.Customer, day), row.Group.Id, StringComparison.Ordinal)).ToList();
            Assert.Equal(new Share(own.Count, members.Count), row.Customers);
            Assert.Equal(own.Count(member => member.State == CustomerState.Active), row.ActiveCustomers);
            Assert.Equal((own.Sum(member => member.Purchases), own.Sum(member => member.Sales)), (row.Purchases, row.Sales));
            Assert.Equal(own.Sum(member => spend[member.Customer]), row.CumulativeSales);
            Assert.Equal(own.Sum(member => member.LastPurchase.DayNumber - member.FirstPurchase.DayNumber), row.TenureDays);
        }

        var threshold = oracle.PortfolioThreshold(day);
        Assert.Equal(threshold.IsMissing ? null : threshold.Part / threshold.Whole, table.Threshold);
        Assert.Equal(members.Count, table.Rows.Sum(row => row.Customers.Part));
    }

    [Property(MaxTest = 80)]
    public void Transitions_BetweenTwoDays_EqualTheOracle(SmallHistory history, byte seed)
    {
        if (history.FirstDay == history.LastDay) return;
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        var from = history.FirstDay.AddDays((history.LastDay.DayNumber - history.FirstDay.DayNumber) * seed / 256);
        var found = analysis.PortfolioTransitions(from, history.LastDay);
        var customers = history.Rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal)
            .Select(customer => (Before: oracle.PortfolioGroup(customer, from), After: oracle.PortfolioGroup(customer, history.LastDay))).ToList();
        foreach (var after in PortfolioGroup.All)
        {
            foreach (var before in PortfolioGroup.All.Cast<PortfolioGroup?>().Append(null))
            {
                var expected = customers.Count(customer => customer.Before.Equals(before?.Id ?? Segment.None, StringComparison.Ordinal)
                    && customer.After.Equals(after.Id, StringComparison.Ordinal));
                Assert.Equal((before, after, expected), (before, after, found[before, after]));
            }

            Assert.Equal(analysis.Portfolio(from).Rows[after.Place].Customers.Part, found.Before(after));
            Assert.Equal(analysis.Portfolio(history.LastDay).Rows[after.Place].Customers.Part, found.After(after));
        }
    }

    [Property(MaxTest = 80)]
    public void Steps_OnTurningDays_EqualTheOracle(SmallHistory history)
    {
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        var found = analysis.Daily([.. Steps.Select(step => step.Measure)]);
        var turning = history.TurningDays().ToList();
        foreach (var day in turning.Where((day, i) => i % 3 == 0 || day.AddDays(1).Day == 1))
        {
            foreach (var ((measure, stage, reached), series) in Steps.Zip(found))
                ExactSeries.AssertSame(oracle.PortfolioStep(stage, reached, day), ExactSeries.At(series, day), $"{measure} on {day:yyyy-MM-dd}");
        }
    }

    [Property(MaxTest = 10)]
    public void Rows_ShuffledSplitAndOnManyThreads_GiveTheSameTable(SmallHistory history, byte seed)
    {
        var feed = new EngineFeed { Writers = 5, Threads = 4, ShuffleSeed = seed };
        Assert.Equal(
            EngineFeed.Analysis(history).Portfolio(history.LastDay).Rows, EngineFeed.Analysis(history, feed).Portfolio(history.LastDay).Rows);
    }
}
