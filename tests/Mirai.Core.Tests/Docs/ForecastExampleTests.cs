using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Segments;

namespace Mirai.Core.Tests.Docs;

/// <summary>What docs/forecast.md shows.</summary>
public sealed class ForecastExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    [Fact]
    public void Asking_OfAHistory_GivesMonthsYearsAndHowItWouldHaveDone()
    {
        // snippet: asking
        var customers = new CustomerAnalysis(company.History);
        var forecast = customers.Forecast(Period.Years(5));
        var next = forecast.Months[0].ActiveCustomers;        // Value, Band80, Band95
        var fifth = forecast.Years[4].Sales;
        var why = forecast.Explanation;                       // which way won the back-test, and by how much

        var stop = customers.Forecast(Period.Years(5), new ForecastOptions { Acquisition = ForecastAcquisition.None });
        var error = forecast.BackTest.Score(forecast.Method, ForecastMeasure.Sales)!.Wape;                 // of all months ahead
        var cover = forecast.BackTest.Score(forecast.Method, ForecastMeasure.Sales, monthsAhead: 12);     // Covered80 of Banded
        // end

        Assert.InRange(next.Value, next.Band80.Low, next.Band80.High);
        Assert.True(stop.Years[4].Sales.Value < fifth.Value);
        Assert.Contains("back-test", why, StringComparison.Ordinal);
        Assert.InRange(error!.Value, 0, 1);
        Assert.InRange(cover!.Covered80, 0, cover.Banded);
    }

    [Fact]
    public void Measures_OfTheCatalog_LookAhead()
    {
        var customers = new CustomerAnalysis(company.History);
        // snippet: measures
        var byHorizon = customers.DailyBy(Segment.Horizon, [ForecastMeasures.ForecastActiveCustomers, ForecastMeasures.ForecastSales]);
        var multiple = customers.Value(ForecastMeasures.FiveYearMultiple, new DateOnly(2025, 12, 31));
        // end

        Assert.Equal(8, byHorizon.Count);
        Assert.InRange(multiple!.Value, 1, 5);
    }
}
