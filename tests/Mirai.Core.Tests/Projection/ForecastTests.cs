using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;

namespace Mirai.Core.Tests.Projection;

public class ForecastTests
{
    private static readonly SampleOptions Company = new() { CustomerCount = 600, Years = 4, Seed = 11 };
    private static readonly DateOnly AsOf = new(2024, 12, 31);

    [Theory]
    [InlineData("2024-12-31", "1y")]
    [InlineData("2024-11-17", "90d")]
    [InlineData("2025-03-30", "2m")]
    public void Evidence_OfEveryMonth_IsTheDailyMeasures(string asOfText, string period)
    {
        var asOf = DateOnly.Parse(asOfText);
        using var history = ForecastHistories.OfCompany(Company);
        var customers = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = Period.Parse(period) });
        var evidence = ForecastEvidence.Read(history, asOf, Period.Parse(period), groups: 7, origins: 5, maxThreads: 3, default);
        var daily = customers.Daily(
            CustomerMeasures.ActiveCustomers, CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers,
            SalesMeasures.Sales);
        for (var month = 1; month <= evidence.Calendar.Last; month++)
        {
            var (first, last) = (evidence.Calendar.StartOf(month), evidence.Calendar.EndOf(month));
            double Sum(DailySeries series) => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Sum(day => series[first.AddDays(day)]!.Value);
            Assert.Equal(daily[0][last]!.Value, evidence.Actual(ForecastMeasure.ActiveCustomers, month));
            foreach (var measure in Enum.GetValues<ForecastMeasure>().Skip(1)) Assert.Equal(Sum(daily[(int)measure]), evidence.Actual(measure, month));
        }

        var standing = evidence.StandingAt(evidence.Calendar.Last);
        var known = 0;
        foreach (var heads in standing) known += heads;
        Assert.Equal(customers.Value(CustomerMeasures.ActiveCustomers, asOf) + customers.Value(CustomerMeasures.LapsedPool, asOf), known);
    }

    [Fact]
    public void Forecast_FromADay_ReadsNothingAfterIt()
    {
        using var whole = ForecastHistories.OfCompany(Company);
        using var cut = ForecastHistories.OfCompany(Company, row => row.Day <= AsOf, AsOf);
        Assert.Equal(Texts(whole, new ForecastOptions { AsOf = AsOf }), Texts(cut, new ForecastOptions()));
    }

    [Fact]
    public void BackTest_FromAnOrigin_ReadsNothingAfterIt()
    {
        var origin = new DateOnly(2024, 6, 30);
        using var whole = ForecastHistories.OfCompany(Company);
        using var cut = ForecastHistories.OfCompany(Company, row => row.Day <= origin, origin);
        foreach (var method in new[] { ForecastMethod.Cohort, ForecastMethod.Drift, ForecastMethod.SeasonalNaive })
        {
            var earlier = PathAt(whole, AsOf, origin, method);
            var alone = PathAt(cut, origin, origin, method);
            foreach (var measure in Enum.GetValues<ForecastMeasure>())
            {
                // Parts of the year are numbered from the as-of day, so sums over them run in another order: the last digits may differ.
                for (var month = 0; month < 6; month++) Assert.Equal(alone[measure][month], earlier[measure][month], 1e-9 * (1 + alone[measure][month]));
            }
        }
    }

    [Fact]
    public void Forecast_WithTheSameSeed_IsTheSameOnAnyNumberOfThreads()
    {
        using var history = ForecastHistories.OfCompany(Company);
        var one = Texts(history, new ForecastOptions { AsOf = AsOf }, threads: 1);
        Assert.Equal(one, Texts(history, new ForecastOptions { AsOf = AsOf }, threads: 3));
        Assert.NotEqual(one, Texts(history, new ForecastOptions { AsOf = AsOf, Seed = 2 }, threads: 1), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(ForecastMethod.Cohort)]
    [InlineData(ForecastMethod.Probability)]
    [InlineData(ForecastMethod.Combination)]
    public void Forecast_ByCustomers_KeepsTheIdentityOfTheFlow(ForecastMethod method)
    {
        using var history = ForecastHistories.OfCompany(Company);
        var forecast = Forecast(history, new ForecastOptions { AsOf = AsOf, Method = method, Origins = 0 });
        Assert.Equal(method, forecast.Method);
        var active = (double)forecast.ActiveCustomers;
        foreach (var month in forecast.Months)
        {
            active += month.NewCustomers.Value + month.ReactivatedCustomers.Value - month.LapsedCustomers.Value;
            Assert.Equal(active, month.ActiveCustomers.Value, 6);
            foreach (var measure in Enum.GetValues<ForecastMeasure>())
            {
                var figure = month[measure];
                Assert.True(figure.Band95.Low <= figure.Band80.Low && figure.Band80.Low <= figure.Value && figure.Value <= figure.Band80.High && figure.Band80.High <= figure.Band95.High);
            }
        }

        Assert.Equal(forecast.Months.Take(12).Sum(month => month.Sales.Value), forecast.Years[0].Sales.Value, 3);
        Assert.Equal(forecast.Months[11].ActiveCustomers, forecast.Years[0].ActiveCustomers);
        Assert.Equal(new DateOnly(2025, 1, 1), forecast.Years[0].Days.First);
    }

    [Fact]
    public void Forecast_WithAcquisitionTold_BringsSoManyNewCustomers()
    {
        using var history = ForecastHistories.OfCompany(Company);
        var some = Forecast(history, new ForecastOptions { Acquisition = ForecastAcquisition.Yearly(240), Origins = 0 });
        Assert.All(some.Years, year => Assert.Equal(240, year.NewCustomers.Value, 6));
        var none = Forecast(history, new ForecastOptions { Acquisition = ForecastAcquisition.None, Origins = 0 });
        Assert.All(none.Months, month => Assert.Equal(0, month.NewCustomers.Value));
        Assert.True(none.Years[^1].ActiveCustomers.Value < some.Years[^1].ActiveCustomers.Value);
        var same = Forecast(history, new ForecastOptions { Origins = 0 });
        var lastYear = Enumerable.Range(0, 365).Sum(day => new CustomerAnalysis(history).Daily(CustomerMeasures.NewCustomers)[0].Count(history.Days.Last.AddDays(-day)));
        Assert.Equal(lastYear, same.Years[0].NewCustomers.Value, 6);
    }

    [Fact]
    public void Forecast_ByAWayThatCannot_SaysSoAndFallsBack()
    {
        using var history = ForecastHistories.Of(
            new DateOnly(2024, 9, 30), Enumerable.Range(0, 60).Select(i => ($"C{i % 20}", new DateOnly(2024, 1, 1).AddDays(i * 4), 1_000L)));
        var forecast = Forecast(history, new ForecastOptions { Method = ForecastMethod.SeasonalNaive });
        Assert.Equal((ForecastMethod.Cohort, ForecastReason.AskedCannot), (forecast.Method, forecast.Reason));
        Assert.Contains("whole year", forecast.Explanation);
        Assert.Contains(ForecastMethod.SeasonalNaive, forecast.BackTest.Refusals.Keys);
    }

    [Fact]
    public void Forecast_OfHardlyAnything_IsFinite()
    {
        var day = new DateOnly(2024, 2, 29);
        PurchaseHistory[] histories =
        [
            ForecastHistories.Of(day, []),
            ForecastHistories.Of(day, [("A", day, 0)]),
            ForecastHistories.Of(day, [("A", day.AddDays(-400), -500)]),
            ForecastHistories.Of(day, [("A", day.AddDays(-800), 500), ("A", day.AddDays(-799), -700), ("B", day.AddDays(-3), 9)]),
            ForecastHistories.Of(day, [.. Enumerable.Range(0, 900).Select(i => ($"C{i % 5}", day.AddDays(-i), i % 150 == 60 ? -90_000L : 900L))]), // Months of more returns than sales.
            ForecastHistories.Of(day, Enumerable.Range(0, 3_000).Select(i => ("A", day.AddDays(-i), 10L))),
        ];
        foreach (var history in histories)
        {
            foreach (var period in new[] { Period.Days(1), Period.Days(45), Period.OneYear, Period.Years(12) })
            {
                var forecast = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = period })
                    .Forecast(Period.Years(6), new ForecastOptions { Draws = 10 });
                Assert.Equal((72, 6), (forecast.Months.Count, forecast.Years.Count));
                foreach (var measure in Enum.GetValues<ForecastMeasure>())
                {
                    Assert.All(forecast.Months.Concat(forecast.Years), month => Assert.True(double.IsFinite(month[measure].Value) && double.IsFinite(month[measure].Band95.High)));
                }
            }

            history.Dispose();
        }
    }

    [Fact]
    public void Forecast_OutOfBounds_IsRefusedAtTheDoor()
    {
        using var history = ForecastHistories.Of(new DateOnly(2024, 1, 31), [("A", new DateOnly(2024, 1, 1), 5)]);
        var customers = new CustomerAnalysis(history);
        Assert.Throws<ArgumentOutOfRangeException>(() => customers.Forecast(Period.Years(21)));
        Assert.Throws<ArgumentOutOfRangeException>(() => customers.Forecast(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => customers.Forecast(Period.OneYear, new ForecastOptions { AsOf = new DateOnly(2024, 2, 1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => customers.Forecast(Period.OneYear, new ForecastOptions { Draws = 9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => customers.Forecast(Period.OneYear, new ForecastOptions { Origins = 61 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastAcquisition.Yearly(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastAcquisition.Yearly(double.NaN));
    }

    private static CustomerForecast Forecast(PurchaseHistory history, ForecastOptions options, int threads = 0) =>
        new CustomerAnalysis(history, options: new AnalysisOptions { MaxThreads = threads }).Forecast(Period.Years(2), options with { Draws = 20 });

    private static string Texts(PurchaseHistory history, ForecastOptions options, int threads = 0)
    {
        var forecast = Forecast(history, options, threads);
        return string.Join('\n', [forecast.Explanation, .. forecast.Months.Select(month => month.ToString()), .. forecast.BackTest.Scores.Select(score => score.ToString())]);
    }

    private static ForecastPath PathAt(PurchaseHistory history, DateOnly asOf, DateOnly origin, ForecastMethod method)
    {
        var evidence = ForecastEvidence.Read(history, asOf, Period.OneYear, groups: 1, origins: 24, maxThreads: 1, default);
        var cohort = new CohortForecaster(evidence);
        var month = Enumerable.Range(0, evidence.Calendar.Count).Single(m => evidence.Calendar.EndOf(m) == origin);
        IForecaster forecaster = method == ForecastMethod.Cohort ? cohort : new SeriesForecaster(evidence, method);
        return forecaster.Forecast(month, AcquisitionForecast.Of(evidence, cohort.At(month), month, ForecastAcquisition.SameAsLastYear, 6));
    }
}
