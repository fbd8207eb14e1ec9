using System.Globalization;
using Mirai.DuckDb;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>The SQL that the library is compared with must itself agree with files and facts that others computed.</summary>
public class DuckDbAgainstGoldenTests
{
    private static readonly Period NinetyDays = Period.Days(90);

    [FactWithTestData(RealPurchases.CdnowMaster, "cdnow/cdnow_master_daily_flow_W90.csv")]
    public void DailyFlow_CdnowMaster_EveryLineEqualsTheFile() =>
        AssertEqualsFile("cdnow/cdnow_master_daily_flow_W90.csv", RealPurchases.CdnowMaster, decimals: 2);

    [FactWithTestData(RealPurchases.OnlineRetailClean, "online-retail/clean_daily_flow_W90.csv")]
    public void DailyFlow_OnlineRetailClean_EveryLineEqualsTheFile() =>
        AssertEqualsFile("online-retail/clean_daily_flow_W90.csv", RealPurchases.OnlineRetailClean, decimals: 3);

    [FactWithTestData(RealPurchases.CdnowMaster)]
    public void Daily_CdnowMaster_AddsUpToThePublishedFacts()
    {
        using var table = Load(RealPurchases.CdnowMaster);
        var daily = new DuckDbAnalysis(table, NinetyDays).Daily();

        Assert.Equal(23_570, daily["new_customers"].Sum());
        Assert.Equal(11_385, daily["reactivated_customers"].Sum());
        Assert.Equal(31_654, daily["lapsed_customers"].Sum());
        Assert.Equal(67_591, daily["buyers"].Sum());
        Assert.Equal(69_659, daily["purchases"].Sum());
        Assert.Equal(250_031_563, daily["sales"].Sum());
        Assert.Equal(
            [23_570, 5_322, 4_195, 3_301],
            new[] { "1997-03-25", "1997-06-30", "1997-09-30", "1998-06-30" }.Select(day => daily.At("active_customers", Day(day))));
        Assert.Equal(
            [8928, 11272, 11598, 3781, 2895, 3054, 2942, 2320, 2296, 2562, 2750, 2504, 2032, 2026, 2793, 1878, 1985, 2043],
            daily["purchases"].Select((count, day) => (daily.First.AddDays(day), count))
                .GroupBy(day => (day.Item1.Year, day.Item1.Month), day => day.count).Select(month => month.Sum()));
    }

    [FactWithTestData(RealPurchases.OnlineRetailClean)]
    public void Daily_OnlineRetailClean_AddsUpToThePublishedFacts()
    {
        using var table = Load(RealPurchases.OnlineRetailClean);
        var daily = new DuckDbAnalysis(table, NinetyDays).Daily();

        Assert.Equal(4_338, daily["new_customers"].Sum());
        Assert.Equal(1_753, daily["reactivated_customers"].Sum());
        Assert.Equal(3_202, daily["lapsed_customers"].Sum());
        Assert.Equal(8_911_407_904, daily["sales"].Sum());
    }

    [FactWithTestData(RealPurchases.OnlineRetailOrders)]
    public void Daily_OnlineRetailOrders_NetSalesEqualThePublishedTotal()
    {
        using var table = Load(RealPurchases.OnlineRetailOrders);
        Assert.Equal(830_006_581, new DuckDbAnalysis(table, NinetyDays).Daily()["sales"].Sum());
    }

    [FactWithTestData(RealPurchases.CompleteJourney)]
    public void Discounts_CompleteJourney_CoverEveryLine()
    {
        using var table = Load(RealPurchases.CompleteJourney);
        var rows = RealPurchases.Read(RealPurchases.CompleteJourney);
        Assert.Equal(75_000, rows.Count);
        Assert.Equal(rows.Discounts!.Sum(), new DuckDbAnalysis(table, NinetyDays).DailyRecent()["discounts"].Sum());
    }

    [FactWithTestData(RealPurchases.OnlineRetailClean, "online-retail/monthly_cohort_clean.csv")]
    public void Cohorts_OnlineRetailClean_EveryCellEqualsTheFile()
    {
        using var table = Load(RealPurchases.OnlineRetailClean);
        var cells = new DuckDbAnalysis(table, NinetyDays).Cohorts(CohortPeriod.Month)
            .Select(cell => (cell.Cohort.ToString("yyyy-MM", CultureInfo.InvariantCulture), cell.Column, cell.Customers));

        var expected = File.ReadLines(TestDataFolder.PathOf("online-retail/monthly_cohort_clean.csv")).Skip(1)
            .Select(line => line.Split(','))
            .SelectMany(line => line.Skip(1).Select((text, column) => (line[0], column, text)))
            .Where(cell => cell.text.Length > 0)
            .Select(cell => (cell.Item1, cell.column, (long)decimal.Parse(cell.text, CultureInfo.InvariantCulture)));

        Assert.Equal(expected, cells);
    }

    private static void AssertEqualsFile(string goldenPath, string dataSet, int decimals)
    {
        var golden = GoldenDailyFlow.Read(goldenPath, decimals);
        using var table = Load(dataSet);
        var daily = new DuckDbAnalysis(table, NinetyDays).Daily();
        Assert.Equal(golden.First, daily.First);
        Assert.Equal(golden.Lines, GoldenDailyFlow.From(daily));
    }

    private static DuckDbPurchases Load(string dataSet)
    {
        var table = new DuckDbPurchases();
        table.Load(RealPurchases.Read(dataSet));
        return table;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
