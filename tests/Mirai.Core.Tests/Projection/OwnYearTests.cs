using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Projection;

public sealed class OwnYearTests
{
    private static readonly SampleCompany Company = SampleCompany.Create(new SampleOptions { CustomerCount = 500, Years = 6, Seed = 3 });

    [Theory]
    [InlineData(3)]
    [InlineData(null)]
    public void Curves_OfACompany_EqualTheOracleWithItsPatternsOfAYear(int? pooledYears)
    {
        var rows = Company.Purchases.Select(row => row.ToPurchase()).ToList();
        using var history = Purchases.Load(rows).History;
        var asOf = Company.Options.Days.Last.AddDays(-77);
        var options = new OwnYearOptions { PooledYears = pooledYears, MaxThreads = 2 };
        var curves = OwnYearCheck.EqualsOracle(new LinqOracle(rows, Period.OneYear, history.Days.Last), history, asOf, options);
        Assert.True(curves.Years[0].Retention.Whole > curves.Years[0].AtRisk + 20, "Open years add to the evidence.");
        Assert.True(curves.Lapsed.Count > 1);
        Assert.InRange(curves.Retention()!.At(1), 0.2m, 0.95m);
        Assert.True(curves.Ltv()!.At(1) > 0);
    }

    [Fact]
    public void Retention_OfAnExample_CountsOwnYearsNotCalendarYears()
    {
        using var history = EngineFeed.Build(
            [
                ("a", new(2020, 3, 10), 100), ("a", new(2021, 3, 9), 20), ("a", new(2021, 3, 10), 50), // Years 1 and 2.
                ("b", new(2020, 5, 1), 300), ("b", new(2022, 5, 1), 70), // Years 1 and 3: silent in year 2.
                ("c", new(2020, 2, 29), 10), ("c", new(2021, 2, 28), 1), ("c", new(2021, 3, 1), 5), ("c", new(2021, 4, 1), -2),
            ],
            new HistoryBuildOptions(ObservedUntil: new DateOnly(2023, 4, 30)));
        var curves = OwnYearCurves.Of(history, new DateOnly(2023, 4, 30), new OwnYearOptions { PooledYears = null });
        Assert.Equal((3, 431m, 3, 2), Whole(curves.Years[0]));
        Assert.Equal((2, 53m, 2, 0), Whole(curves.Years[1]));
        Assert.Equal((1, 70m), (curves.Years[2].Buyers, curves.Years[2].Sales));
        Assert.Equal((1, 1, 70m), (curves.Lapsed[0].AtRisk, curves.Lapsed[0].Returned, curves.Lapsed[0].Value.Part));
        Assert.Equal(2m / 3, curves.Years[0].Retention.Mean);

        static (long Buyers, decimal Sales, long AtRisk, long Stayed) Whole(OwnYear year) => (year.Buyers, year.Sales, year.AtRisk, year.Stayed);
    }

    [Fact]
    public void Years_OfWhomOnlyTheNextYearIsPooled_KeepTheirEvidence()
    {
        using var history = EngineFeed.Build([("b", new(2020, 1, 9), 0)], new HistoryBuildOptions(ObservedUntil: new DateOnly(2022, 1, 15)));
        var year = Assert.Single(OwnYearCurves.Of(history, new DateOnly(2022, 1, 15), new OwnYearOptions { PooledYears = 1 }).Years);
        Assert.Equal((1, 0L, 1L, 0L), (year.CustomerYear, year.Buyers, year.AtRisk, year.Stayed));
    }

    [Fact]
    public void OpenYears_OfFastBuyers_DoNotLookLikeLostCustomers()
    {
        // Everyone buys on the first day of each own year; the last cohorts are a month into their second.
        var rows = new List<(string, DateOnly, long)>();
        for (var customer = 0; customer < 200; customer++)
        {
            var first = new DateOnly(2020, 1, 1).AddDays(customer % 100 < 50 ? 0 : 335);
            for (var year = 0; year < 2; year++) rows.Add(($"c{customer}", first.AddYears(year), 100));
        }

        using var history = EngineFeed.Build(rows, new HistoryBuildOptions(ObservedUntil: new DateOnly(2021, 12, 31)));
        var late = OwnYearCurves.Of(history, new DateOnly(2021, 12, 31), new OwnYearOptions { PooledYears = null });
        Assert.Equal(1, late.Years[0].Retention.Mean);
        Assert.Equal(100, late.Years[0].Value.Mean);
    }

    [Fact]
    public void Of_DayOutsideTheHistory_SaysWhatIsThere()
    {
        using var history = EngineFeed.Build([("a", new(2020, 3, 10), 100)]);
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => OwnYearCurves.Of(history, new DateOnly(2020, 3, 11)));
        Assert.Contains("2020-03-11", failure.Message, StringComparison.Ordinal);
        Assert.Contains("2020-03-10", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => OwnYearCurves.Of(history, new DateOnly(2020, 3, 10), new OwnYearOptions { PooledYears = 0 }));
    }

    [Fact]
    public void Of_OnlyReturns_HasNoCurves()
    {
        using var history = EngineFeed.Build([("a", new(2020, 3, 10), -100)]);
        var curves = OwnYearCurves.Of(history, new DateOnly(2020, 3, 10));
        Assert.Empty(curves.Years);
        Assert.Null(curves.Retention());
        Assert.Null(curves.Ltv());
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        using var history = EngineFeed.Build([("a", new(2020, 3, 10), 100)]);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => OwnYearCurves.Of(history, new DateOnly(2020, 3, 10), cancellationToken: stop.Token));
    }
}
