using System.Globalization;
using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Lifetime;

/// <summary>Single cases of the window pass: windows, ties, coverage, completeness, real data.</summary>
public sealed class WindowPassTests
{
    private static readonly DateOnly AsOf = new(2024, 6, 30);

    [Theory]
    [InlineData("0.8", 3)]
    [InlineData("0.75", 3)]
    [InlineData("0.5", 1)]
    [InlineData("0.5000000000000000000000000001", 3)]
    [InlineData("0.9", 4)]
    [InlineData("0.95", 5)]
    [InlineData("1", 6)]
    public void BaseCustomers_WithTies_AreAllWhoSpentAsMuchAsTheLast(string coverage, long expected)
    {
        // Of 100 yen in all: 50, twice 15, 12, 8 (the return of which is not taken off), and one who got something for nothing.
        using var history = EngineFeed.Build(
        [
            ("a", new(2024, 1, 1), 50), ("b", new(2024, 2, 1), 15), ("c", new(2024, 2, 2), 15), ("d", new(2024, 3, 1), 12), ("e", new(2024, 3, 30), 8),
            ("e", new(2024, 3, 30), -8), ("f", new(2024, 3, 30), 0), ("late", new(2024, 3, 31), 1_000), ("late", new(2024, 6, 30), 1),
        ]);
        var churn = new CustomerAnalysis(history).WindowChurn(AsOf, new WindowChurnOptions { Coverage = decimal.Parse(coverage, CultureInfo.InvariantCulture) });
        Assert.Equal(new DayRange(new(2023, 12, 31), new(2024, 3, 30)), churn.Selection!.BaseDays);
        Assert.Equal(new DayRange(new(2024, 3, 31), AsOf), churn.Selection.NextDays);
        Assert.Equal((6, 100m), (churn.Selection.Buyers, churn.Selection.BuyerSales));
        Assert.Equal((expected, 0), (churn.Totals.BaseCustomers, churn.Totals.NextCustomers));
    }

    [Fact]
    public void StoreA_OfAHistory_HasTheFiguresOfTheWorkedExample()
    {
        using var history = WindowSampleTests.StoreA();
        var churn = new CustomerAnalysis(history).WindowChurn(AsOf, Period.Months(3));
        Assert.Equal(new WindowTotals(4_000, 40_000, 80_000_000, 3_840, 36_480, 72_960_000), churn.Totals);
        Assert.Equal("211,111", churn.LifetimeValue.ToString());
    }

    [Fact]
    public void Figures_BeforeTwoWindowsOfHistory_AreIncompleteUnlessTheBusinessBegan()
    {
        var rows = Enumerable.Range(0, 200).Select(i => ($"c{i % 7}", new DateOnly(2024, 1, 15).AddDays(i), 100L + i)).ToList();
        using var middle = EngineFeed.Build(rows);
        using var whole = EngineFeed.Build(rows, new HistoryBuildOptions(BeganWithData: true));
        foreach (var (history, began) in new[] { (middle, false), (whole, true) })
        {
            var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = Period.Days(60) });
            var series = analysis.Daily(LifetimeMeasures.WindowLostRate, LifetimeMeasures.MissingNewCustomers);
            Assert.Equal(began, series[0][new(2024, 5, 31)] is not null);
            Assert.Equal(began, series[1][new(2024, 6, 30)] is not null);
            Assert.NotNull(series[0][new(2024, 7, 31)]);
            Assert.NotNull(series[1][new(2024, 7, 31)]);
            Assert.Null(series[0][new(2024, 1, 30)]);
            Assert.Equal(began, analysis.WindowChurn(new(2024, 5, 31)).Selection!.IsComplete);
            Assert.NotNull(analysis.WindowChurn(new(2024, 5, 31)).LostRate);
        }
    }

    [Fact]
    public void History_WithoutRowsOrMonthsEnds_HasMissingFigures()
    {
        using var empty = EngineFeed.Build([]);
        using var one = EngineFeed.Build([("a", new(2024, 1, 10), 5)]);
        foreach (var history in new[] { empty, one })
        {
            var analysis = new CustomerAnalysis(history);
            Assert.Equal(MissingReason.NoBaseCustomers, Assert.IsType<MissingLifetimeValue>(analysis.WindowChurn(history.Days.Last).LifetimeValue).Reason);
            Assert.Empty(analysis.WindowChurnBy(Segment.CustomerYear, history.Days.Last));
            Assert.Null(analysis.Daily(LifetimeMeasures.LifetimeValue)[0][history.Days.Last]);
        }

        Assert.Empty(new CustomerAnalysis(one).MonthlyWindowChurn());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerAnalysis(one).WindowChurn(new DateOnly(2024, 1, 11)));
    }

    [Fact]
    public void Windows_OfAnyLength_DoNotLeaveTheCalendar()
    {
        using var history = EngineFeed.Build([("a", new(1, 1, 5), 5), ("a", new(1, 3, 10), 5)]);
        foreach (var window in new[] { Period.Years(1_000_000), Period.Days(1_000_000), Period.Months(1), Period.Days(1) })
        {
            var churn = new CustomerAnalysis(history).WindowChurn(new(1, 3, 10), window);
            Assert.IsType<MissingLifetimeValue>(churn.LifetimeValue);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(20_000)]
    [InlineData(2_000_000)]
    public void SpendBins_OfAnyNumberOfCells_RiseWithTheAmount(int cells)
    {
        var bins = new SpendBins(cells);
        var last = 0;
        foreach (var amount in new long[] { 0, 1, 2, 3, 5, 100, 101, 1_000, 65_535, 65_536, 1L << 40, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue })
        {
            var bin = bins.Of(amount);
            Assert.InRange(bin, last, bins.Count - 1);
            last = bin;
        }
    }

    [FactWithTestData(Cdnow.MasterFile)]
    public void Cdnow_EveryFourthMonth_IsTheOracles()
    {
        var rows = Cdnow.Master().ToList();
        using var history = Purchases.Load(rows, new PurchaseLoadOptions { Currency = Currency.Usd, BeganWithData = true }).History;
        var oracle = new LinqOracle(rows, Period.OneYear);
        foreach (var coverage in new[] { 0.8m, 1 })
        {
            foreach (var churn in new CustomerAnalysis(history).MonthlyWindowChurn(new WindowChurnOptions { Coverage = coverage }).Where((_, i) => i % 4 == 1))
            {
                var found = churn.Totals;
                Assert.Equal(
                    oracle.Window(churn.Selection!.AsOf, Period.Months(3), coverage),
                    new OracleWindow(found.BaseCustomers, found.BasePurchases, found.BaseSales, found.NextCustomers, found.NextPurchases, found.NextSales));
                Assert.True(found.BaseSales >= coverage * churn.Selection.BuyerSales);
                if (coverage == 1) Assert.Equal((found.BaseCustomers, found.BaseSales), (churn.Selection.Buyers, churn.Selection.BuyerSales));
            }
        }
    }
}
