using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

/// <summary>What the reference scenario teaches, learnt from a history instead of being told the curves.</summary>
public class ForecastLessonTests
{
    [Theory]
    [InlineData(5.44, 0.70, 0.90, 0.93)]
    [InlineData(4.98, 0.65, 0.86, 0.90, 0.93)]
    [InlineData(1.83, 0.45, 0.60)]
    public void FiveYearMultiple_OfAHistoryOfTheScenario_IsTheScenarios(double expected, params double[] retention)
    {
        using var history = ReferenceHistory.Of(retention);
        var multiple = new CustomerAnalysis(history).Value(ForecastMeasures.FiveYearMultiple, ReferenceHistory.EndOfYearFive);
        Assert.InRange(multiple!.Value, expected * 0.98, expected * 1.02);
    }

    [Fact]
    public void Forecast_WithoutAcquisitionAndWithHighRetention_RaisesSalesForThreeYearsWhileCustomersFall()
    {
        using var history = ReferenceHistory.Of(0.70, 0.90, 0.93);
        var forecast = new CustomerAnalysis(history).Forecast(
            Period.Years(5), new ForecastOptions { Acquisition = ForecastAcquisition.None, Method = ForecastMethod.Cohort, Origins = 0, Draws = 10 });
        double[] active = [7_095.7, 5_584.7, 5_105.7, 4_748.3, 4_416.0, 4_106.8];
        double[] sales = [108.522, 115.110, 121.832, 123.295, 119.231, 110.885];
        Assert.InRange(forecast.ActiveCustomers, active[0] - 5, active[0] + 5);
        for (var year = 0; year < 5; year++)
        {
            Assert.InRange(forecast.Years[year].ActiveCustomers.Value, active[year + 1] * 0.98, active[year + 1] * 1.02);
            Assert.InRange(forecast.Years[year].Sales.Value / 1e6, sales[year + 1] * 0.98, sales[year + 1] * 1.02);
        }

        Assert.True(forecast.Years[2].Sales.Value > forecast.Years[1].Sales.Value && forecast.Years[1].Sales.Value > forecast.Years[0].Sales.Value);
        Assert.True(forecast.Years[3].Sales.Value < forecast.Years[2].Sales.Value);
    }
}
