using System.Globalization;
using Mirai.DuckDb;
using Mirai.Measures;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>The library against files that others computed, without SQL in between.</summary>
public class LibraryAgainstGoldenTests
{
    private static readonly AnalysisOptions NinetyDays = new() { ActivePeriod = Period.Days(90) };

    [TheoryWithTestData(RealPurchases.CdnowMaster, RealPurchases.OnlineRetailClean)]
    [InlineData(RealPurchases.CdnowMaster, "cdnow/cdnow_master_daily_flow_W90.csv")]
    [InlineData(RealPurchases.OnlineRetailClean, "online-retail/clean_daily_flow_W90.csv")]
    public void DailyFlow_RealPurchases_EveryLineEqualsTheFile(string dataSet, string goldenPath)
    {
        var decimals = RealPurchases.DecimalsOf(dataSet);
        using var history = Question.Build(RealPurchases.Read(dataSet), new Currency("XXX", decimals));
        var series = new CustomerAnalysis(history, options: NinetyDays).Daily(
            SalesMeasures.Buyers, CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers,
            CustomerMeasures.ActiveCustomers, SalesMeasures.Sales);
        var daily = new DailyColumns(
            history.Days.First, series.ToDictionary(one => one.Measure.Id, one => one.Numerators.ToArray(), StringComparer.Ordinal));
        Assert.Equal(GoldenDailyFlow.Read(goldenPath, decimals).Lines, GoldenDailyFlow.From(daily));
    }

    [FactWithTestData(RealPurchases.OnlineRetailClean, "online-retail/monthly_cohort_clean.csv")]
    public void Cohorts_OnlineRetailClean_EveryCellEqualsTheFile()
    {
        using var history = Question.Build(RealPurchases.Read(RealPurchases.OnlineRetailClean), new Currency("GBP", 3));
        var found = new CustomerAnalysis(history, options: NinetyDays).Cohorts(CohortGrain.Month).Rows
            .Select(row => $"{row.Label},{string.Join(',', row.Cells.Select(cell => cell.Customers.ToString(CultureInfo.InvariantCulture)))}");
        var expected = File.ReadLines(TestDataFolder.PathOf("online-retail/monthly_cohort_clean.csv")).Skip(1)
            .Select(line => line.Replace(".0", "", StringComparison.Ordinal).TrimEnd(','));
        Assert.Equal<IEnumerable<string>>(expected, found);
    }
}
