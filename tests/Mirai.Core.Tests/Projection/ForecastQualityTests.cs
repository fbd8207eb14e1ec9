using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Projection;

/// <summary>A small version of the benchmark <c>forecast-quality</c>, whose table is in benchmarks/results/forecast.md.</summary>
public class ForecastQualityTests
{
    [Fact]
    public void Headline_OverHeldBackMonthsOfAllScenarios_BeatsSeasonalNaiveAndItsBandsHold()
    {
        var (own, naive) = (new double[2], new double[2]);
        var (held, all) = (0, 0);
        foreach (var scenario in Enum.GetValues<SampleScenario>())
        {
            using var history = ForecastHistories.OfCompany(new SampleOptions { CustomerCount = 2_000, Years = 5, Seed = 51, Scenario = scenario });
            var customers = new CustomerAnalysis(history);
            var origin = history.Days.Last.AddYears(-1);
            var headline = customers.Forecast(Period.Months(12), new ForecastOptions { AsOf = origin, Draws = 20, Origins = 15 });
            var seasonal = customers.Forecast(Period.Months(12), new ForecastOptions { AsOf = origin, Method = ForecastMethod.SeasonalNaive, Origins = 0, Draws = 10 });
            for (var month = 0; month < 12; month++)
            {
                for (var measure = 0; measure < 2; measure++)
                {
                    var of = measure == 0 ? ForecastMeasure.ActiveCustomers : ForecastMeasure.Sales;
                    var actual = Actual(customers, of, headline.Months[month].Days);
                    var figure = headline.Months[month][of];
                    own[measure] += Math.Abs(figure.Value - actual) / actual;
                    naive[measure] += Math.Abs(seasonal.Months[month][of].Value - actual) / actual;
                    all++;
                    if (actual >= figure.Band80.Low && actual <= figure.Band80.High) held++;
                }
            }
        }

        Assert.True(own[0] < 0.6 * naive[0], $"active customers: error {own[0] / 48:P1}, seasonal naive {naive[0] / 48:P1}");
        Assert.True(own[1] < naive[1], $"sales: error {own[1] / 48:P1}, seasonal naive {naive[1] / 48:P1}");
        Assert.InRange((double)held / all, 0.65, 0.95);
    }

    [FactWithTestData(Cdnow.MasterFile)]
    public void Headline_OfCdnowsHeldBackWeeks_BeatsLastValueAndDrift()
    {
        var load = Purchases.Load(Cdnow.Master(), new PurchaseLoadOptions { Currency = Currency.Usd, BeganWithData = true });
        using var history = load.History;
        var customers = new CustomerAnalysis(history);
        var options = new ForecastOptions { AsOf = new DateOnly(1997, 9, 30), Acquisition = ForecastAcquisition.None };
        var headline = customers.Forecast(Period.Months(9), options);
        Assert.Equal(ForecastReason.WonBackTest, headline.Reason);
        foreach (var measure in new[] { ForecastMeasure.ActiveCustomers, ForecastMeasure.Sales })
        {
            var own = Error(customers, headline, measure);
            foreach (var method in new[] { ForecastMethod.LastValue, ForecastMethod.Drift })
            {
                var other = customers.Forecast(Period.Months(9), options with { Method = method, Origins = 0, Draws = 10 });
                Assert.True(own < Error(customers, other, measure), $"{measure}: {own:P1} by {headline.Method}, {Error(customers, other, measure):P1} by {method}");
            }
        }
    }

    private static double Error(CustomerAnalysis customers, CustomerForecast forecast, ForecastMeasure measure)
    {
        var (error, sum) = (0.0, 0.0);
        foreach (var month in forecast.Months)
        {
            var actual = Actual(customers, measure, month.Days);
            error += Math.Abs(month[measure].Value - actual);
            sum += actual;
        }

        return error / sum;
    }

    private static double Actual(CustomerAnalysis customers, ForecastMeasure measure, DayRange days)
    {
        if (measure == ForecastMeasure.ActiveCustomers) return customers.ActiveCustomers(days.Last);
        var sales = customers.Daily([SalesMeasures.Sales], days)[0];
        return Enumerable.Range(0, days.Count).Sum(sales.ValueAt);
    }
}
