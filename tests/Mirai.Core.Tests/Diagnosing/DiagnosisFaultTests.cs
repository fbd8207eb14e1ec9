using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>Poor data gives a whole document that says what it cannot know.</summary>
public sealed class DiagnosisFaultTests
{
    [Theory]
    [InlineData("a 2024-01-05 100")]
    [InlineData("a 2024-01-05 -100")]
    [InlineData("a 2024-01-05 0")]
    [InlineData("a 2024-01-05 100\na 2024-01-05 100\nb 2024-01-05 5")]
    public void OneDay_IsUndecided(string text)
    {
        var analysis = Companies.Small(text);
        var report = analysis.Diagnose(analysis.History.Days.Last);
        Assert.Equal(DiagnosisVerdict.Undecided, report.Verdict);
        Assert.Empty(report.Rules.Warnings);
        Assert.NotEmpty(report.Rules.Undecided);
        Assert.Empty(report.Rules.Errors);
        Assert.Null(report.Contacts);
        Assert.Null(report.Purchases.Explanation);
        Assert.False(report.Headline[0].Now.IsComplete);
        DiagnosisJsonTests.Parse(report).Dispose();
    }

    [Fact]
    public void OneCustomer_WhoBuysForYears_IsNoReasonToWarn()
    {
        var analysis = Companies.Small(string.Join('\n', Enumerable.Range(0, 60).Select(i => $"a {new DateOnly(2020, 1, 15).AddMonths(i):yyyy-MM-dd} 100")));
        var report = analysis.Diagnose(analysis.History.Days.Last, rules: null, Companies.WithoutForecast);
        Assert.Empty(report.Rules.Warnings);
        Assert.Equal(1, report.Headline[0].Now.Exact);
        Assert.Equal(1.0, report.Headline[1].Now.Value);
        Assert.NotEmpty(report.Rules.Undecided);
    }

    [Fact]
    public void GapOfAYear_IsTold()
    {
        var analysis = Companies.Small("a 2022-01-05 100\nb 2022-02-05 100\na 2023-03-05 100\nb 2025-05-05 100", new DateOnly(2025, 12, 31));
        var data = analysis.Diagnose(analysis.History.Days.Last, Companies.Rules).Data;
        Assert.Equal(new DayRange(new DateOnly(2023, 3, 6), new DateOnly(2025, 5, 4)), data.LongestGap);
        Assert.Equal(new DateOnly(2025, 5, 5), data.LastPurchaseDay);
        Assert.Equal(2, data.Customers);
        var early = analysis.Diagnose(new DateOnly(2022, 1, 20), Companies.Rules, Companies.WithoutForecast).Data;
        Assert.Null(early.LongestGap);
        Assert.Equal(new DateOnly(2022, 1, 5), early.LastPurchaseDay);
    }

    [Fact]
    public void NoContacts_LeaveContactRulesUndecided()
    {
        var report = Companies.Analysis(SampleScenario.Healthy, withContacts: false).Diagnose(Companies.LastDay, rules: null, Companies.WithoutForecast);
        Assert.Null(report.Contacts);
        Assert.Equal("annual_ltv", report.Headline[2].Measure.Id);
        string[] contactRules = [.. report.Rules.Undecided.Where(r => r.Tags.Contains("contacts", StringComparer.Ordinal)).Select(r => r.RuleId[..2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Assert.Equal(["c1", "c2", "c3", "c4", "c5", "c6"], contactRules, StringComparer.Ordinal);
        Assert.Empty(report.Rules.Errors);
    }

    [Fact]
    public void ShortActivePeriod_HasNoBuiltInRules()
    {
        var analysis = Companies.Analysis(SampleScenario.Healthy, 300, options: AnalysisOptions.Default with { ActivePeriod = Period.Days(14) });
        var report = analysis.Diagnose(Companies.LastDay, rules: null, Companies.WithoutForecast);
        Assert.Equal((DiagnosisVerdict.Undecided, 0), (report.Verdict, report.Settings.RuleCount));
    }

    [Fact]
    public void DayOutside_IsTheCallersMistake()
    {
        var analysis = Companies.Small("a 2024-01-05 100");
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Diagnose(new DateOnly(2024, 1, 6)));
    }

    [Fact]
    public void Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Companies.Small("a 2024-01-05 100").Diagnose(new DateOnly(2024, 1, 5), cancellationToken: stop.Token));
    }

    [Fact]
    public void Progress_RisesToOne()
    {
        var told = new List<double>();
        Companies.Small("a 2024-01-05 100").Diagnose(new DateOnly(2024, 1, 5), Companies.Rules, progress: new Teller(told.Add));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    /// <summary>Nothing after the day is used: cutting the data off there changes nothing but how much of it there is.</summary>
    [Theory]
    [InlineData("2023-05-17")]
    [InlineData("2024-06-30")]
    public void Future_IsNotUsed(string text)
    {
        var day = DateOnly.Parse(text, CultureInfo.InvariantCulture);
        var company = SampleCompany.Create(new SampleOptions { CustomerCount = 500, Scenario = SampleScenario.Leaky });
        var rows = company.Purchases.Select(row => row.ToPurchase()).ToList();
        var whole = new CustomerAnalysis(Purchases.Load(rows).History);
        var cut = new CustomerAnalysis(Purchases.Load(
            rows.Where(row => row.Day <= day).ToList(), PurchaseLoadOptions.Default with { ObservedUntil = day }).History);
        var options = DiagnosisOptions.Default with { Forecast = ForecastOptions.Default with { Origins = 3, Draws = 10 } };
        var (early, late) = (cut.Diagnose(day, Companies.Rules, options), whole.Diagnose(day, Companies.Rules, options));
        DiagnosisReport Known(DiagnosisReport report) => report with { Forecast = null, Data = report.Data with { Customers = 0, Purchases = 0 } };
        Assert.Equal(DiagnosisJsonTests.TextOf(Known(early)), DiagnosisJsonTests.TextOf(Known(late)));

        // Sums of fractions run over the customers in their order, which depends on who there is; bands draw groups of them and are left out.
        double[] Expected(ForecastOutlook outlook) =>
            [outlook.FiveYearMultiple.Value!.Value, .. outlook.Points.Select(point => point.ActiveCustomers.Value), .. outlook.Points.Select(point => point.AnnualSales.Value)];
        foreach (var (first, second) in Expected(early.Forecast!).Zip(Expected(late.Forecast!))) Assert.Equal(first, second, 1e-9 * first);
    }

    [Fact]
    public void Threads_ChangeNothing()
    {
        string Of(int threads) => DiagnosisJsonTests.TextOf(Companies.Analysis(
            SampleScenario.Discount, 400, options: AnalysisOptions.Default with { MaxThreads = threads }).Diagnose(Companies.LastDay, Companies.Rules, Companies.WithoutForecast));
        Assert.Equal(Of(1), Of(4));
    }

    private sealed class Teller(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
