using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Projection;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Projection;

/// <summary>The columnar pass over own years gives what the plainest code gives.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 60)]
public sealed class OwnYearProperties
{
    [Property]
    public void Curves_OfSmallHistories_EqualTheOracle(SmallHistory history, byte seed)
    {
        var analysis = EngineFeed.Analysis(history, new EngineFeed { Threads = 2, ShuffleSeed = seed });
        var asOf = history.FirstDay.AddDays(seed * (history.LastDay.DayNumber - history.FirstDay.DayNumber) / 255);
        foreach (var pooledYears in new int?[] { 1, 2, null })
        {
            foreach (var firstSeenFrom in new DateOnly?[] { null, history.FirstDay.AddDays(200) })
            {
                var options = new OwnYearOptions { PooledYears = pooledYears, FirstSeenFrom = firstSeenFrom };
                OwnYearCheck.EqualsOracle(history.Oracle, analysis.History, asOf, options);
            }
        }
    }

    [Property]
    public void Curves_AtADay_UseNothingAfterIt(SmallHistory history, byte seed)
    {
        var asOf = history.FirstDay.AddDays(seed * (history.LastDay.DayNumber - history.FirstDay.DayNumber) / 255);
        var past = history with { Rows = [.. history.Rows.Where(row => row.Day <= asOf)], ObservedUntil = asOf };
        var whole = OwnYearCurves.Of(EngineFeed.Analysis(history).History, asOf);
        var cut = OwnYearCurves.Of(EngineFeed.Analysis(past).History, asOf);
        Assert.Equal(cut.Years, whole.Years);
        Assert.Equal(cut.Lapsed, whole.Lapsed);
    }

    [Property]
    public void Curves_WithEveryCustomerTwice_HaveTwiceTheCounts(SmallHistory history)
    {
        var engine = EngineFeed.Analysis(history).History;
        var weights = Enumerable.Repeat(2, engine.CustomerCount).ToArray();
        var once = OwnYearCurves.Count(engine, history.LastDay, weights: null, OwnYearOptions.Default, default);
        var twice = OwnYearCurves.Count(engine, history.LastDay, weights, OwnYearOptions.Default, default);
        for (var year = 1; year <= once.Years; year++)
        {
            var (one, two) = (once.Whole[year], twice.Whole[year]);
            Assert.Equal(new WholeYear(2 * one.Buyers, 2 * one.Sales, 2 * one.AtRisk, 2 * one.Stayed), two);
        }

        once.Add(once);
        Assert.Equal(once.Open, twice.Open);
        Assert.Equal(once.OpenLapsed, twice.OpenLapsed);
        Assert.Equal(once.Lapsed, twice.Lapsed);
        Assert.Equal(once.DaySales, twice.DaySales);
        Assert.Equal(once.FirstBuyers, twice.FirstBuyers);
        Assert.Equal(once.FirstStayers, twice.FirstStayers);
    }

    [Property]
    public void Customers_OfWeightZero_AreNotThere(SmallHistory history)
    {
        var engine = EngineFeed.Analysis(history).History;
        var weights = new int[engine.CustomerCount];
        var curves = OwnYearCurves.Of(engine, history.LastDay, weights, OwnYearOptions.Default, default);
        Assert.Empty(curves.Years);
        Assert.Empty(curves.Lapsed);
    }
}
