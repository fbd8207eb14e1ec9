using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Core.Tests.Engine;

/// <summary>The ends of the calendar, of the data and of 64 bits.</summary>
public sealed class ObservedDaysTests
{
    private static readonly DateOnly Day = new(2024, 2, 29);

    [Fact]
    public void Daily_FromYearOneTo9999_CountsBothEnds()
    {
        using var history = EngineFeed.Build([("a", DateOnly.MinValue, 100), ("a", DateOnly.MaxValue, 200), ("b", new DateOnly(2024, 2, 29), 300)]);
        var analysis = new CustomerAnalysis(history);
        Assert.Equal(new DayRange(DateOnly.MinValue, DateOnly.MaxValue), history.Days);
        var active = analysis.Daily(CustomerMeasures.ActiveCustomers)[0];
        Assert.Equal((1, 1), (active.Count(DateOnly.MinValue), active.Count(new DateOnly(1, 12, 31))));
        Assert.Equal(0, active.Count(new DateOnly(2, 1, 1)));
        Assert.Equal((1, 0), (active.Count(new DateOnly(2025, 2, 28)), active.Count(new DateOnly(2025, 3, 1))));
        Assert.Equal(1, active.Count(DateOnly.MaxValue));
        Assert.Equal(600, analysis.Daily(SalesMeasures.Sales)[0].Numerators.ToArray().Sum());
        Assert.Equal(new Share(1, 1), Assert.Single(analysis.Segments(Segment.PurchaseCount, DateOnly.MaxValue).Rows, row => row.Value is "2").CustomerShare);
        Assert.Equal(1, analysis.Explain(DateOnly.MinValue, DateOnly.MaxValue).Flow.GrossReactivated);
        var error = Assert.Throws<InvalidOperationException>(() => analysis.Cohorts(CohortGrain.Year));
        Assert.Contains("0001-01-01..9999-12-31 spans 9,999 periods", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expiring_LastDaysOfTheCalendar_CountsWhoExpiresIn30Days()
    {
        using var history = EngineFeed.Build([("early", new DateOnly(9999, 1, 5), 1), ("late", DateOnly.MaxValue, 1)]);
        var expiring = new CustomerAnalysis(history).Daily(CustomerMeasures.ExpiringCustomers)[0];
        Assert.Equal(0, expiring.Count(new DateOnly(9999, 12, 5)));
        Assert.Equal(1, expiring.Count(new DateOnly(9999, 12, 6)));
        Assert.Equal(1, expiring.Count(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EmptyHistory_EveryQuestion_HasAnEmptyAnswer(bool hasWriter)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { HasDiscounts = true, HasOrders = true, Dimensions = ["store"] });
        if (hasWriter) builder.CreateWriter();
        using var history = builder.Build(new HistoryBuildOptions(Day));
        var analysis = new CustomerAnalysis(history, CustomerAttributes.Empty);
        Assert.Equal((0, 0, new DayRange(Day, Day)), (history.CustomerCount, history.PurchaseCount, history.Days));
        Assert.Equal(-1, history.FindCustomer("a"));
        Assert.All(analysis.Daily(EngineFeed.MeasuresOf(analysis)), s => Assert.Equal(s.Measure.Kind == MeasureKind.Rate ? null : 0d, s[Day]));
        foreach (var segment in EngineFeed.SegmentsOf(analysis))
        {
            Assert.All(analysis.DailyBy(segment, EngineFeed.MeasuresOf(analysis)), s => Assert.Equal(s.Measure.Kind == MeasureKind.Rate ? null : 0d, s[Day]));
            Assert.All(analysis.Segments(segment, Day).Rows, row => Assert.Equal((0, 0m), (row.Customers, row.Sales)));
            Assert.Empty(analysis.SegmentMembers(segment, Day));
        }

        Assert.Empty(analysis.Deciles(Day));
        Assert.Empty(analysis.Rfm(Day));
        Assert.Empty(analysis.Cohorts(CohortGrain.Month).Rows);
        Assert.Equal(default, analysis.RetentionRate(Day).Overall);
        Assert.Equal(default, analysis.SecondPurchaseRate(history.Days, 90).Customers);
        Assert.Throws<ArgumentOutOfRangeException>(() => history.CustomerKey(0));
    }

    [Fact]
    public void OneRow_OneDay_IsOneNewActiveCustomer()
    {
        using var history = EngineFeed.Build([("a", Day, 100)]);
        var analysis = new CustomerAnalysis(history);
        Assert.Equal(new DayRange(Day, Day), history.Days);
        Assert.Equal(1, analysis.ActiveCustomers(Day));
        Assert.Equal(1, analysis.Value(CustomerMeasures.NewCustomers, Day));
        Assert.Equal(100, analysis.Value(SalesMeasures.TrailingLtv, Day));
        Assert.Equal(1, Assert.Single(analysis.Deciles(Day)));
        Assert.Equal(new RfmScore(5, 5, 5), Assert.Single(analysis.Rfm(Day)));
        Assert.Equal(new CohortCell(1, 1, 100), Assert.Single(Assert.Single(analysis.Cohorts(CohortGrain.Quarter).Rows).Cells));
    }

    [Fact]
    public void ReturnsOnly_NobodyIsKnown()
    {
        using var history = EngineFeed.Build([("a", Day, -100), ("a", Day.AddDays(400), -50), ("b", Day, -1)]);
        var analysis = new CustomerAnalysis(history);
        var last = history.Days.Last;
        Assert.Equal((2, 3), (history.CustomerCount, history.PurchaseCount));
        Assert.Equal(0, analysis.ActiveCustomers(Day));
        Assert.Equal(0, analysis.Value(CustomerMeasures.LapsedPool, last));
        Assert.Equal(-101, analysis.Value(SalesMeasures.TrailingSales, Day));
        Assert.Null(analysis.Value(SalesMeasures.AverageOrderValue, Day));
        Assert.Empty(analysis.SegmentMembers(Segment.PurchaseCount, last));
        Assert.Empty(analysis.Cohorts(CohortGrain.Month).Rows);
        Assert.Equal([0, 0], analysis.Deciles(last).Select(decile => (int)decile));
        Assert.Equal(51, analysis.Explain(Day, last).Returns);
        Assert.Equal(-50, Assert.Single(analysis.Segments(Segment.PurchaseCount, last).Rows, row => row.Sales != 0).Sales);
    }

    [Fact]
    public void ObservedUntil_LaterThanTheRows_CarriesOn()
    {
        using var history = EngineFeed.Build([("a", Day, 100)], new HistoryBuildOptions(new DateOnly(2026, 1, 31)));
        var analysis = new CustomerAnalysis(history);
        Assert.Equal(new DayRange(Day, new DateOnly(2026, 1, 31)), history.Days);
        var lapsed = analysis.Daily(CustomerMeasures.LapsedCustomers)[0];
        Assert.Equal((1, 0), (analysis.ActiveCustomers(new DateOnly(2025, 2, 28)), lapsed.Count(new DateOnly(2025, 2, 28))));
        Assert.Equal((0, 1), (analysis.ActiveCustomers(new DateOnly(2025, 3, 1)), lapsed.Count(new DateOnly(2025, 3, 1))));
        Assert.Equal(1, lapsed.Numerators.ToArray().Sum());
        Assert.Equal(1, analysis.Value(CustomerMeasures.LapsedPool, new DateOnly(2026, 1, 31)));
        Assert.Equal(24, analysis.Cohorts(CohortGrain.Month).PeriodCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.ActiveCustomers(new DateOnly(2026, 2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.ActiveCustomers(Day.AddDays(-1)));
    }

    [Fact]
    public void ObservedUntil_BeforeARow_NamesBothDays()
    {
        var error = Assert.Throws<ArgumentException>(() => EngineFeed.Build([("a", Day, 100)], new HistoryBuildOptions(Day.AddDays(-1))));
        Assert.Contains("2024-02-29", error.Message, StringComparison.Ordinal);
        Assert.Contains("2024-02-28", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_LargestOfAll_IsKeptExactly()
    {
        using var history = EngineFeed.Build([("a", Day, long.MaxValue)]);
        var analysis = new CustomerAnalysis(history);
        Assert.Equal(long.MaxValue, analysis.Daily(SalesMeasures.TrailingSales)[0].Money(Day));
        Assert.Equal(long.MaxValue, Assert.Single(analysis.SegmentMembers(Segment.Decile, Day)).Sales);
        Assert.Equal(1, Assert.Single(analysis.Deciles(Day)));
    }

    [Theory]
    [InlineData(long.MaxValue - 1, 1)]
    [InlineData(long.MaxValue - 1, -1)]
    [InlineData(1 - long.MaxValue, 1)]
    public void Amounts_SumOfJust64Bits_IsKeptExactly(long first, long second)
    {
        using var history = EngineFeed.Build([("a", Day, first), ("b", Day, second)]);
        Assert.Equal((decimal)first + second, new CustomerAnalysis(history).Daily(SalesMeasures.Sales)[0].Money(Day));
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MaxValue, -1)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(-long.MaxValue, -long.MaxValue)]
    [InlineData(long.MinValue, 0)]
    public void Amounts_SumBeyond64Bits_OverflowIsAnError(long first, long second) =>
        Assert.Throws<OverflowException>(() => EngineFeed.Build([("a", Day, first), ("b", Day, second)]));

    [Fact]
    public void Discounts_SumBeyond64Bits_OverflowIsAnError()
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { HasDiscounts = true });
        builder.CreateWriter().Add("a"u8, Day.DayNumber, 1, long.MaxValue, default, []);
        builder.CreateWriter().Add("a"u8, Day.DayNumber, 1, long.MaxValue, default, []);
        Assert.Throws<OverflowException>(() => builder.Build(new HistoryBuildOptions()));
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(5, 5)]
    public void Flow_DaysNotInOrder_AreTheCallersBug(int from, int to)
    {
        using var history = EngineFeed.Build([("a", Day, 1)], new HistoryBuildOptions(Day.AddDays(10)));
        var analysis = new CustomerAnalysis(history);
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Flow(Day.AddDays(from), Day.AddDays(to)));
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Explain(Day.AddDays(from), Day.AddDays(to)));
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Explain(Day.AddDays(from), Day.AddDays(to), Segment.Decile));
    }
}
