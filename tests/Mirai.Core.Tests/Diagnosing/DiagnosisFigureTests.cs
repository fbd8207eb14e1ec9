using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;
using Mirai.Segments;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>Every figure of the document is the catalog's; what must add up does.</summary>
public sealed class DiagnosisFigureTests(LeakyDiagnosis leaky) : IClassFixture<LeakyDiagnosis>
{
    private readonly CustomerAnalysis _analysis = leaky.Analysis;
    private readonly DiagnosisReport _report = leaky.Report;

    [Fact]
    public void Figures_OfAllTables_AreTheCatalogs()
    {
        var before = _report.AsOf.AddYears(-1);
        var figures = _report.Headline.Concat(_report.List.Figures).Concat(_report.Customers.PortfolioSteps).Concat(_report.Purchases.Figures)
            .Concat(_report.Contacts!.Figures).ToList();
        Assert.InRange(figures.Count, 45, 70);
        foreach (var figure in figures)
        {
            Assert.Equal(_analysis.Value(figure.Measure, _report.AsOf), figure.Now.Value);
            Assert.Equal(_analysis.Value(figure.Measure, before), figure.Before.Value);
            if (figure.Now.Exact is { } exact) Assert.Equal(figure.Now.Value, (double)exact);
            if (figure.Now.Evidence is { } evidence) Assert.Equal(figure.Now.Value, evidence.Value);
            if (figure.Change is { } change) Assert.Equal(figure.Now.Value!.Value - figure.Before.Value!.Value, change, 1e-9 * Math.Abs(figure.Now.Value.Value) + 1e-9);
        }
    }

    [Fact]
    public void Headline_IsActiveCustomersRetentionAndContacts() => Assert.Equal(
        ["active_customers", "retention_rate", "contacts_per_customer"], _report.Headline.Select(figure => figure.Measure.Id), StringComparer.Ordinal);

    [Fact]
    public void Changes_OfTheList_AreThoseBetweenItsDays()
    {
        Assert.Equal(["1d", "7d", "30d", "90d", "1y"], _report.List.Changes.Select(change => change.Over.ToString()).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var change in _report.List.Changes)
        {
            Assert.Equal(change.Over.Before(_report.AsOf), change.Since);
            Assert.Equal(_analysis.Value(change.Figure.Measure, change.Since), change.Figure.Before.Value);
        }

        Assert.Equal(_analysis.ActiveCustomers(_report.AsOf), _report.List.ByPurchaseCount.Sum(row => row.Customers));
        Assert.Equal(_analysis.ActiveCustomers(_report.AsOf), _report.List.ByPortfolio.Sum(row => row.ActiveCustomers));
    }

    [Fact]
    public void Marketing_AddsUpToTheAttributedChange()
    {
        var (attribution, rows) = (_report.Customers.Attribution, _report.Customers.Rows);
        Assert.Equal(Enum.GetValues<MarketingKind>(), rows.Select(row => row.Kind));
        Assert.Equal(attribution.Change, rows.Sum(row => row.Change));
        Assert.Equal(attribution.Change, rows.Sum(row => row.ByRate + row.ByPool));
        Assert.Equal(1.0, rows.Sum(row => row.ShareOfChange!.Value), 12);
        Assert.Equal(_analysis.RetentionRate(_report.AsOf).Overall, rows[1].RateNow);
        Assert.Equal(_analysis.Value(CustomerMeasures.NewCustomerRate, _report.AsOf), rows[0].RateNow.Value);
        Assert.Equal(_analysis.Value(CustomerMeasures.ReactivationRate, _report.AsOf), rows[2].RateNow.Value);
        Assert.Contains(_report.Customers.BySegment, segment => segment.SegmentId is "region");
    }

    [Fact]
    public void SecondPurchases_ByMonth_AreThoseOfEachMonth()
    {
        var months = _report.Customers.SecondPurchases;
        Assert.Equal(24, months.Count);
        Assert.Equal(new DateOnly(2025, 9, 30), months[^1].FirstPurchases.Last);
        foreach (var month in months) Assert.Equal(_analysis.SecondPurchaseRate(month.FirstPurchases, 90), month);
    }

    [Fact]
    public void Months_OfTheFlow_AddUpFromOneToTheNext()
    {
        var months = _report.Charts.Months;
        Assert.Equal(72, months.Count);
        Assert.Equal(_analysis.ActiveCustomers(_report.AsOf), months[^1].ActiveCustomers);
        foreach (var (before, after) in months.Zip(months.Skip(1)))
        {
            Assert.Equal(before.Days.Last.AddDays(1), after.Days.First);
            Assert.Equal(before.ActiveCustomers + after.New + after.Reactivated - after.Lapsed, after.ActiveCustomers);
        }

        var year = months.Where(month => month.Days.First > _report.AsOf.AddYears(-1)).Sum(month => month.Sales);
        Assert.Equal(_analysis.Daily(SalesMeasures.AnnualSales)[0].Money(_report.AsOf), year);
        Assert.All(months.Take(12), month => Assert.False(month.IsComplete));
        Assert.All(months.Skip(13), month => Assert.True(month.IsComplete));
    }

    [Fact]
    public void Retention_ByYear_IsThatOfEachMonthsEnd()
    {
        var points = _report.Charts.RetentionByYear;
        Assert.Equal(_report.AsOf, points[^1].Day);
        foreach (var point in points.Where((_, i) => i % 9 == 0).Append(points[^1])) Assert.Equal(_analysis.RetentionRate(point.Day).ByCustomerYear, point.Years);
    }

    [Fact]
    public void Portfolio_Moves_AreAllCustomersOfTheDay()
    {
        var customers = _report.Charts.Portfolio.Rows.Sum(row => row.Customers.Part);
        Assert.Equal(customers, _report.Charts.PortfolioMoves.Sum(move => move.Customers));
        Assert.Equal(_analysis.Segments(Segment.Portfolio, _report.AsOf).Rows.Sum(row => row.Customers), _analysis.ActiveCustomers(_report.AsOf));
    }

    [Fact]
    public void Forecast_Points_AreThoseOfTheForecast()
    {
        var options = ForecastOptions.Default with { Method = ForecastMethod.Cohort, Origins = 0, Draws = 10 };
        var outlook = _analysis.Diagnose(_report.AsOf, Companies.Rules, DiagnosisOptions.Default with { Forecast = options }).Forecast!;
        var forecast = _analysis.Forecast(Period.Years(5), options with { AsOf = _report.AsOf });
        int[] months = [1, 3, 12, 60];
        Assert.Equal(months.Select(month => forecast.Months[month - 1].ActiveCustomers), outlook.Points.Select(point => point.ActiveCustomers));
        Assert.Equal([forecast.Years[0].Sales, forecast.Years[4].Sales], outlook.Points.Skip(2).Select(point => point.AnnualSales));
        var sold = _report.Charts.Months.Where(month => month.Days.First > _report.AsOf.AddMonths(-11)).Sum(month => month.Sales);
        Assert.Equal((double)sold + forecast.Months[0].Sales.Value, outlook.Points[0].AnnualSales.Value, 1e-3);
        Assert.InRange(outlook.Points[0].AnnualSales.Value, outlook.Points[0].AnnualSales.Band80.Low, outlook.Points[0].AnnualSales.Band80.High);
        Assert.Equal(_analysis.Value(ForecastMeasures.FiveYearMultiple, _report.AsOf), outlook.FiveYearMultiple.Value);
    }
}

/// <summary>A company that is losing its customers, diagnosed on the last day without a forecast.</summary>
public sealed class LeakyDiagnosis
{
    public LeakyDiagnosis() => Report = Analysis.Diagnose(Companies.LastDay, Companies.Rules, Companies.WithoutForecast);

    public CustomerAnalysis Analysis { get; } = Companies.Analysis(SampleScenario.Leaky);

    public DiagnosisReport Report { get; }
}
