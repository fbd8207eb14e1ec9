using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

public class ReferenceScenarioTests
{
    private const decimal Oku = 100_000_000;

    [Theory]
    [InlineData("high", "1.440 6.552 24.235 54.643 108.522 115.110 121.832 123.295 119.231 110.885")]
    [InlineData("slower", "1.440 6.552 24.161 54.288 107.202 112.043 115.763 116.549 112.707 104.817")]
    [InlineData("borderline", "1.440 6.444 23.670 52.442 102.985 103.488 106.277 105.871 102.381 95.214")]
    [InlineData("flat", "1.440 6.444 23.309 50.496 95.324 83.711 63.993 45.908 31.336 20.368")]
    [InlineData("low", "1.440 6.012 21.395 43.565 80.371 55.378 39.203 26.027 16.431 9.858")]
    public void Sales_OfEveryCurve_AreThoseOfTheTable(string curve, string expected) => Assert.Equal(
        expected, string.Join(' ', ReferenceScenario.Named(curve).Project(10).Years.Select(year => $"{year.Sales / Oku:0.000}")));

    [Theory]
    [InlineData("high", "1.200 5.040 18.096 37.529 70.957 55.847 51.057 47.483 44.160 41.068")]
    [InlineData("borderline", "1.200 4.980 17.801 36.412 68.289 50.439 44.597 40.773 37.919 35.265")]
    [InlineData("low", "1.200 4.740 16.614 31.908 57.430 28.173 16.904 10.142 6.085 3.651")]
    public void ActiveCustomers_OfEveryCurve_AreThoseOfTheTable(string curve, string expected) => Assert.Equal(
        expected, string.Join(' ', ReferenceScenario.Named(curve).Project(10).Years.Select(year => $"{year.Active / 10_000:0.000}")));

    [Theory]
    [InlineData("high", 5, "10852178388")]
    [InlineData("high", 6, "11510987208.84")]
    [InlineData("high", 8, "12329533646.01")]
    [InlineData("borderline", 5, "10298461092")]
    [InlineData("low", 5, "8037052800")]
    [InlineData("low", 6, "5537760480")]
    public void Sales_OfSingleYears_AreExactToTheYen(string curve, int year, string expected) =>
        Assert.Equal(expected, $"{ReferenceScenario.Named(curve).Year(year).Sales:0.##}");

    [Fact]
    public void Lesson1_HighRetention_PassesTenBillionAndGoesOnRisingForThreeYears()
    {
        var years = ReferenceScenario.High.Project(10);
        Assert.True(years.Year(4).Sales < 100 * Oku);
        Assert.True(years.Year(5).Sales > 100 * Oku);
        Assert.Equal(0, years.Year(6).Acquired);
        for (var year = 6; year <= 8; year++) Assert.True(years.Year(year).Sales > years.Year(year - 1).Sales);
        Assert.True(years.Year(9).Sales < years.Year(8).Sales);
    }

    [Fact]
    public void Lesson2_LowRetention_StaysFarBelowAndFallsAtOnce()
    {
        var years = ReferenceScenario.Low.Project(10);
        Assert.True(years.PeakSales.Sales < 81 * Oku);
        Assert.Equal("-31.1 %", $"{((years.Year(6).Sales / years.Year(5).Sales) - 1) * 100:0.0} %");
    }

    [Fact]
    public void Lesson3_Borderline_JustPassesTenBillionAndStandsStill()
    {
        var years = ReferenceScenario.Borderline.Project(10);
        Assert.InRange(years.Year(5).Sales, 100 * Oku, 103 * Oku);
        Assert.InRange(years.Year(6).Sales / years.Year(5).Sales, 1, 1.005m);
    }

    [Fact]
    public void Lesson4_ActiveCustomers_LeadSalesByThreeYears()
    {
        var years = ReferenceScenario.High.Project(10);
        Assert.Equal(5, years.PeakActive.Year);
        Assert.Equal(8, years.PeakSales.Year);
        Assert.Equal("15294", $"{years.Year(5).SalesPerCustomer:0}");
        Assert.Equal(27_000, years.Year(10).SalesPerCustomer);
        for (var year = 6; year <= 10; year++) Assert.True(years.Year(year).SalesPerCustomer >= years.Year(year - 1).SalesPerCustomer);
    }

    [Theory]
    [InlineData("high", "5.44")]
    [InlineData("borderline", "4.98")]
    [InlineData("low", "1.83")]
    public void Lesson5_FiveYearMultiple_OfYear5_TellsTheWorldsApart(string curve, string expected) =>
        Assert.Equal(expected, $"{ReferenceScenario.Named(curve).FiveYearMultiple(5):0.00}");

    [Fact]
    public void Solve_TenBillionInYear5_Needs695PerCentThroughout()
    {
        var answer = ReferenceScenario.High.Solve(SolveUnknown.Retention, new ScenarioTarget(100 * Oku, 5));
        var solved = Assert.IsType<SolveOutcome.Solved>(answer);
        Assert.Equal("69.5", $"{solved.Value * 100:0.0}");
        Assert.Equal(100 * Oku, decimal.Round(solved.Attained, 6));
        Assert.Equal(solved.Attained, solved.Scenario.Year(5).Sales);
    }
}
