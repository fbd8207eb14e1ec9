using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;
using Mirai.Segments;

namespace Mirai.Core.Tests.Projection;

public class ForecastMeasureTests
{
    private static readonly SampleOptions Company = new() { CustomerCount = 500, Years = 4, Seed = 12 };
    private static readonly Measure[] ByHorizon = [ForecastMeasures.ForecastActiveCustomers, ForecastMeasures.ForecastSales];

    [Fact]
    public void Measures_OfAMonthsEnd_AreTheCohortForecasts()
    {
        var asOf = new DateOnly(2025, 2, 28); // 365 days later ends a month, too.
        using var history = ForecastHistories.OfCompany(Company);
        var customers = new CustomerAnalysis(history);
        var forecast = customers.Forecast(Period.Years(5), new ForecastOptions { AsOf = asOf, Method = ForecastMethod.Cohort, Origins = 0, Draws = 10 });
        var series = customers.DailyBy(Segment.Horizon, ByHorizon);
        Assert.Equal(["30d", "90d", "365d", "5y", "30d", "90d", "365d", "5y"], series.Select(one => one.SegmentValue), StringComparer.Ordinal);
        Assert.Equal(forecast.Months[11].ActiveCustomers.Value, series[2][asOf]!.Value, 6);
        Assert.Equal(forecast.Years[4].ActiveCustomers.Value, series[3][asOf]!.Value, 6);
        Assert.Equal(forecast.Years[0].Sales.Value, series[6][asOf]!.Value, 3);
        Assert.Equal(forecast.Years[4].Sales.Value, series[7][asOf]!.Value, 3);
        var sold = customers.Daily([SalesMeasures.Sales], new DayRange(new DateOnly(2024, 3, 31), asOf))[0];
        var march = forecast.Months[0].Sales.Value * 30 / 31; // 30 of the 31 days of March 2025, after a year less 30 days of sales as they were.
        Assert.Equal(Enumerable.Range(0, sold.Days.Count).Sum(sold.ValueAt) + march, series[4][asOf]!.Value, 3);
        var existing = customers.Forecast(
            Period.Years(5), new ForecastOptions { AsOf = asOf, Method = ForecastMethod.Cohort, Acquisition = ForecastAcquisition.None, Origins = 0, Draws = 10 });
        Assert.Equal(existing.Years.Sum(year => year.Sales.Value) / (double)forecast.AnnualSales, customers.Value(ForecastMeasures.FiveYearMultiple, asOf)!.Value, 6);
    }

    [Fact]
    public void Measures_BetweenMonthsEnds_AreCarried()
    {
        using var history = ForecastHistories.OfCompany(Company);
        var series = new CustomerAnalysis(history).Daily([.. ByHorizon, ForecastMeasures.FiveYearMultiple]);
        Assert.Equal(3, series.Count);
        var rate = new CustomerAnalysis(history).Daily(CustomerMeasures.RetentionRate)[0];
        foreach (var one in series)
        {
            Assert.Null(one.SegmentValue);
            Assert.Null(one[history.Days.First]);
            Assert.Equal(one[new DateOnly(2025, 5, 31)], one[new DateOnly(2025, 6, 29)]);
            Assert.NotEqual(one[new DateOnly(2025, 5, 31)], one[new DateOnly(2025, 6, 30)]);
            if (one.Measure != ForecastMeasures.FiveYearMultiple) Assert.Equal(rate.CompleteFrom, one.CompleteFrom);
        }

        Assert.Equal(history.Days.First.AddYears(2).AddDays(-1), series[2].CompleteFrom); // Two years observed, the day included.
    }

    [Fact]
    public void Measures_ByAnythingElse_AreRefused()
    {
        using var history = ForecastHistories.OfCompany(Company with { CustomerCount = 50 });
        var customers = new CustomerAnalysis(history);
        Assert.Throws<ArgumentException>(() => customers.DailyBy(Segment.CustomerYear, ByHorizon));
        Assert.Throws<ArgumentException>(() => customers.DailyBy(Segment.Horizon, [CustomerMeasures.ActiveCustomers]));
        Assert.Throws<ArgumentException>(() => customers.DailyBy(Segment.Horizon, [ForecastMeasures.FiveYearMultiple]));
        Assert.Throws<ArgumentException>(() => customers.Segments(Segment.Horizon, history.Days.Last));
    }

    [Fact]
    public void Measures_OfAHistoryWithinOneMonth_AreMissing()
    {
        using var history = ForecastHistories.Of(new DateOnly(2024, 1, 20), [("A", new DateOnly(2024, 1, 3), 100)]);
        Assert.All(new CustomerAnalysis(history).DailyBy(Segment.Horizon, ByHorizon), series => Assert.Null(series[history.Days.Last]));
    }
}
