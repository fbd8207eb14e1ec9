using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>The overdue of a day are those of the daily series, value by value; the list is what it says.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)])]
public sealed class OverdueTests
{
    private const string Purchases = """
        a 2024-01-01 100
        a 2024-02-01 100
        a 2024-03-01 700
        b 2024-01-01 900
        b 2024-02-10 900
        b 2024-03-15 900
        c 2024-01-10 100
        c 2024-05-20 100
        d 2024-01-01 50
        d 2024-01-11 50
        d 2024-01-21 50
        e 2024-04-01 10
        e 2024-05-01 10
        e 2024-06-01 10
        """;

    [Property(MaxTest = 80)]
    public void Overdue_BySegmentsOfSteps_EqualsTheDailySeries(SmallHistory history, byte seed)
    {
        var (analysis, day) = (EngineFeed.Analysis(history), TableProperties.DayOf(history, seed));
        Segment[] ranked = [Segment.Decile, Segment.Rfm, Segment.Portfolio]; // In series these have the value of the month's end.
        Segment[] segments = [.. EngineFeed.SegmentsOf(analysis).Except(ranked)];
        var found = analysis.Overdue(day, segments, listed: 1000);
        Assert.Equal((analysis.Value(CustomerMeasures.OverdueCustomers, day), analysis.ActiveCustomers(day)), (found.Customers.Part, found.Customers.Whole));
        Assert.Equal(found.Customers.Part, found.Listed.Count);
        Assert.Equal(found.Sales, found.Listed.Sum(own => own.Sales));
        foreach (var (segment, rows) in segments.Zip(found.BySegment))
        {
            var series = analysis.DailyBy(segment, [CustomerMeasures.OverdueCustomers, CustomerMeasures.ActiveCustomers]).ToLookup(s => s.SegmentValue, StringComparer.Ordinal);
            Assert.Equal(segment.Id, rows.SegmentId);
            Assert.All(rows.Rows, row => Assert.Equal((segment.Id, row.Value, row.Customers), (segment.Id, row.Value, ShareOn(series[row.Value]))));
            Assert.Equal(series.Where(value => ShareOn(value).Whole > 0).Select(value => value.Key).Order(StringComparer.Ordinal), rows.Rows.Select(row => row.Value).Order(StringComparer.Ordinal));
        }

        Share ShareOn(IEnumerable<DailySeries> series) => new(series.First().Count(day), series.Last().Count(day));
    }

    [Property(MaxTest = 40)]
    public void Overdue_ShuffledAndOnManyThreads_ListsTheSame(SmallHistory history, byte seed)
    {
        var day = TableProperties.DayOf(history, seed);
        var plain = EngineFeed.Analysis(history).Overdue(day, [], listed: 3).Listed;
        Assert.Equal(plain, EngineFeed.Analysis(history, new EngineFeed { ShuffleSeed = seed, Writers = 3, Threads = 3 }).Overdue(day, [], listed: 3).Listed);
    }

    [Fact]
    public void Overdue_OfASmallHistory_ListsTheLargestFirst()
    {
        var found = Companies.Small(Purchases, beganWithData: true).Overdue(new DateOnly(2024, 6, 1), [Segment.PurchaseCount], listed: 2);

        Assert.Equal((new Share(3, 5), 3750m), (found.Customers, found.Sales));
        Assert.Equal(["b", "a"], found.Listed.Select(own => own.Customer), StringComparer.Ordinal);
        Assert.Equal(new OverdueCustomer("b", new DateOnly(2024, 3, 15), 78, 37, new DateOnly(2024, 4, 26), 3, 2700m), found.Listed[0]);
        Assert.Equal([new OverdueRow("2", new Share(0, 1), 0), new OverdueRow("3-5", new Share(3, 4), 3750)], found.BySegment[0].Rows);
    }

    [Fact]
    public void Diagnosis_ListsOverdueCustomersOnlyWhereAsked()
    {
        var analysis = Companies.Small(Purchases, beganWithData: true);
        var day = analysis.History.Days.Last;

        Assert.Empty(analysis.Diagnose(day, Companies.Rules, Companies.WithoutForecast).Purchases.Overdue.Listed);
        var asked = analysis.Diagnose(day, Companies.Rules, Companies.WithoutForecast with { OverdueListed = 2 });
        Assert.Equal(2, asked.Purchases.Overdue.Listed.Count);
        Assert.Equal(asked.Purchases[CustomerMeasures.OverdueCustomers]!.Now.Value, asked.Purchases.Overdue.Customers.Part);
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Diagnose(day, Companies.Rules, Companies.WithoutForecast with { OverdueListed = -1 }));
    }
}
