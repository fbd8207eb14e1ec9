using Mirai.Diagnosis;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;
using Mirai.Segments;

namespace Mirai.Core.Tests.Projection;

/// <summary>What a forecast cannot know of a short history, and that it stays sane there.</summary>
public class ForecastCautionTests
{
    private static readonly SampleOptions TwoYears = new() { CustomerCount = 400, Years = 2, Seed = 12, FirstDay = new DateOnly(2023, 3, 10) };

    [Theory]
    [InlineData("2023-01-01", "2024-12-31", ForecastCaution.None)]
    [InlineData("2023-01-01", "2024-12-30", ForecastCaution.SeasonUnknown)]
    [InlineData("2023-01-02", "2024-12-31", ForecastCaution.SeasonUnknown)]
    [InlineData("2023-03-01", "2025-02-28", ForecastCaution.None)]
    [InlineData("2024-02-29", "2026-02-28", ForecastCaution.None)]
    [InlineData("2024-02-29", "2026-02-27", ForecastCaution.SeasonUnknown)]
    [InlineData("2022-03-01", "2024-02-29", ForecastCaution.None)]
    [InlineData("0001-01-01", "0002-12-31", ForecastCaution.SeasonUnknown)]
    [InlineData("9990-01-01", "9998-12-31", ForecastCaution.None)]
    public void Caution_UntilTwoYearsAreObserved_SaysThatSeasonsAreUnknown(string first, string asOf, ForecastCaution expected) =>
        Assert.Equal(expected, ForecastCautions.Of(DateOnly.Parse(first, null), DateOnly.Parse(asOf, null)));

    [Fact]
    public void Forecast_ADayBeforeTwoYears_SaysWhatItIsAskedAndCarriesTheCaution()
    {
        using var history = ForecastHistories.OfCompany(TwoYears);
        var customers = new CustomerAnalysis(history);
        var options = new ForecastOptions { Origins = 0, Draws = 10 };
        var whole = customers.Forecast(Period.Years(5), options);
        Assert.Equal((ForecastCaution.None, history.Days, 5), (whole.Caution, whole.Observed, whole.Years.Count));
        var early = customers.Forecast(Period.Years(5), options with { AsOf = history.Days.Last.AddDays(-1) });
        Assert.Equal((ForecastCaution.SeasonUnknown, history.Days.Count - 1, 5), (early.Caution, early.Observed.Count, early.Years.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Measures_BeyondAYear_AreCompleteAfterTwoYears(bool beganWithData)
    {
        using var history = Company(TwoYears, beganWithData);
        var customers = new CustomerAnalysis(history);
        Assert.Equal(history.Days.Last, customers.Daily(ForecastMeasures.FiveYearMultiple)[0].CompleteFrom);
        var active = customers.DailyBy(Segment.Horizon, [ForecastMeasures.ForecastActiveCustomers]);
        Assert.Equal(active[2].CompleteFrom, active[0].CompleteFrom);
        Assert.Equal(beganWithData ? history.Days.First : null, active[2].CompleteFrom); // By the rule of all yearly figures, two whole years are a day short.
        Assert.Equal(beganWithData ? history.Days.Last : null, active[3].CompleteFrom);
    }

    [Fact]
    public void Words_ForTheCaution_AreInBothLanguages()
    {
        var days = new DayRange(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 30));
        Assert.Equal(
            "The purchases cover 730 days, less than two years: a season cannot be told from growth, and the forecast may take one for the other. "
            + "Beyond a year it is not to be relied on.",
            DiagnosisWords.English.Of(ForecastCaution.SeasonUnknown, days));
        Assert.StartsWith("購買データは730日分で、2年に足りません。", DiagnosisWords.Japanese.Of(ForecastCaution.SeasonUnknown, days), StringComparison.Ordinal);
        Assert.Equal("", DiagnosisWords.English.Of(ForecastCaution.None, days));
        Assert.Equal("", DiagnosisWords.Japanese.Of(ForecastCaution.None, days));
    }

    /// <summary>Of a company in the middle of its life one year or less is looked at: its customers look new, and must not be forecast to come again.</summary>
    [Theory]
    [InlineData(12, 1.2, 1.6)]
    [InlineData(15, 1.15, 1.2)]
    [InlineData(17, 1.12, 1.12)]
    public void Forecast_OfAShortHistory_DoesNotTakeKnownCustomersForNewOnes(int months, double mostActive, double mostSales)
    {
        var options = new SampleOptions { CustomerCount = 2_500, Years = 7, Seed = 61 };
        foreach (var first in new[] { options.Days.First.AddYears(3), options.Days.First.AddYears(3).AddMonths(8) })
        {
            using var history = ForecastHistories.OfCompany(options, row => row.Day >= first);
            var customers = new CustomerAnalysis(history);
            var asOf = first.AddMonths(months).AddDays(-1);
            var forecast = customers.Forecast(Period.OneYear, new ForecastOptions { AsOf = asOf, Draws = 20 });
            Assert.Equal((ForecastMethod.Cohort, ForecastReason.NoBackTest), (forecast.Method, forecast.Reason));
            var year = forecast.Years[0];
            var active = customers.ActiveCustomers(year.Days.Last);
            var sales = (double)customers.Value(SalesMeasures.AnnualSales, year.Days.Last)!.Value;
            Assert.InRange(year.ActiveCustomers.Value / active, 1 / mostActive, mostActive);
            Assert.InRange(year.Sales.Value / sales, 1 / mostSales, mostSales);
            Assert.InRange(active, year.ActiveCustomers.Band95.Low, year.ActiveCustomers.Band95.High);
        }
    }

    private static PurchaseHistory Company(SampleOptions options, bool beganWithData)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Jpy });
        var writer = builder.CreateWriter();
        foreach (var order in SampleCompany.Create(options).Purchases.GroupBy(row => (row.Customer, row.Order, row.Day)))
            writer.Add(System.Text.Encoding.UTF8.GetBytes(order.Key.Customer), order.Key.Day.DayNumber, order.Sum(row => row.Amount));
        return builder.Build(new HistoryBuildOptions(options.Days.Last, beganWithData));
    }
}
