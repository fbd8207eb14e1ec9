using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Rules;
using Mirai.Samples;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>The outlook of a diagnosis of less than two years: a year ahead and no further, with the reason.</summary>
public sealed class ShortHistoryTests
{
    private const string BaseCarriesItself = "l8_base_does_not_carry_itself";

    private static readonly DiagnosisOptions Options = DiagnosisOptions.Default with { Forecast = ForecastOptions.Default with { Origins = 0, Draws = 10 } };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Outlook_ADayBeforeTwoYears_ReachesAYear(bool beganWithData)
    {
        var options = new SampleOptions { CustomerCount = 400, Years = 2, Seed = 12, FirstDay = new DateOnly(2023, 3, 10) };
        var load = new PurchaseLoadOptions { ObservedUntil = options.Days.Last, BeganWithData = beganWithData };
        using var history = Purchases.Load(SampleCompany.Create(options).Purchases.Select(row => row.ToPurchase()), load).History;
        var analysis = new CustomerAnalysis(history);

        var (early, whole) = (analysis.Diagnose(options.Days.Last.AddDays(-1), rules: null, Options), analysis.Diagnose(options.Days.Last, rules: null, Options));

        Assert.Equal(ForecastCaution.SeasonUnknown, early.Forecast!.Caution);
        Assert.Equal(["30d", "90d", "365d"], early.Forecast.Points.Select(point => point.Horizon.ToString()), StringComparer.Ordinal);
        Assert.Equal((12, 1), (early.Forecast.Forecast.Months.Count, early.Forecast.Forecast.Years.Count));
        Assert.Null(early.Forecast.FiveYearMultiple.Value);
        Assert.Contains("730 days", DiagnosisWords.English.CautionOf(early.Forecast), StringComparison.Ordinal);
        Assert.Contains("730日分", DiagnosisWords.Japanese.CautionOf(early.Forecast), StringComparison.Ordinal);
        var undecided = Assert.Single(early.Rules.Undecided, result => string.Equals(result.RuleId, BaseCarriesItself, StringComparison.Ordinal));
        Assert.Equal(UndecidedReason.MissingInput, undecided.Undecided!.Reason);

        Assert.Equal(ForecastCaution.None, whole.Forecast!.Caution);
        Assert.Equal(["30d", "90d", "365d", "5y"], whole.Forecast.Points.Select(point => point.Horizon.ToString()), StringComparer.Ordinal);
        Assert.Equal(60, whole.Forecast.Forecast.Months.Count);
        Assert.Equal(analysis.Value(ForecastMeasures.FiveYearMultiple, whole.AsOf), whole.Forecast.FiveYearMultiple.Value);
        Assert.Equal("", DiagnosisWords.English.CautionOf(whole.Forecast));
    }

    /// <summary>
    /// Twelve months of a wholesaler that end in its best season: once, the season was taken for growth, with 3.7 times the sales in a year and a five-year multiple of 19.4.
    /// Nothing in a single year says that the next one will bring half as much or twice as much: between them the forecast has to stay.
    /// </summary>
    [TheoryWithTestData(OnlineRetail.OrdersFile)]
    [InlineData("90d")]
    [InlineData("1y")]
    public void Outlook_OfOnlineRetail_DoesNotCarryTheSeasonOn(string activePeriod)
    {
        using var history = Purchases.Load(OnlineRetail.Orders(), new PurchaseLoadOptions { Currency = new Currency("GBP", 2), RoundAmounts = true }).History;
        var period = Period.Parse(activePeriod);
        var report = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = period }).Diagnose(history.Days.Last);

        var outlook = report.Forecast!;
        Assert.Equal(ForecastCaution.SeasonUnknown, outlook.Caution);
        Assert.Contains("374 days", DiagnosisWords.English.CautionOf(outlook), StringComparison.Ordinal);
        Assert.Null(outlook.FiveYearMultiple.Value);
        Assert.Equal(Period.Days(365), outlook.Points[^1].Horizon);
        Assert.Contains(report.Rules.Undecided, result => string.Equals(result.RuleId, BaseCarriesItself, StringComparison.Ordinal));
        var year = outlook.Points[^1].AnnualSales;
        var sold = (double)outlook.Forecast.AnnualSales;
        Assert.InRange(year.Value / sold, 0.5, 2);
        Assert.InRange(outlook.Points[^1].ActiveCustomers.Value / outlook.Forecast.ActiveCustomers, 0.5, 2);
    }
}
