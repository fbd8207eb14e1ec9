using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>The engine on real data against figures that were computed independently of this project.</summary>
public sealed class GoldenFlowTests
{
    private static readonly Lazy<CustomerAnalysis> CleanOnlineRetail = new(() => Analysis(OnlineRetail.CleanLines()));

    [FactWithTestData(Cdnow.MasterFile, Cdnow.MasterFlowFile)]
    public void Cdnow_EveryDay_EqualsTheGoldenFlow() => Check(Analysis(Cdnow.Master()), [.. Cdnow.MasterFlow()]);

    [FactWithTestData(OnlineRetail.LinesFile, OnlineRetail.CleanFlowFile)]
    public void OnlineRetail_EveryDay_EqualsTheGoldenFlow() => Check(CleanOnlineRetail.Value, [.. OnlineRetail.CleanFlow()]);

    [FactWithTestData(OnlineRetail.LinesFile, OnlineRetail.CleanCohortFile)]
    public void OnlineRetail_MonthlyCohorts_EqualTheGoldenTable()
    {
        var found = CleanOnlineRetail.Value.Cohorts(CohortGrain.Month).Rows;
        var expected = OnlineRetail.CleanCohorts().Select(cohort => $"{cohort.Start:yyyy-MM} {string.Join(' ', cohort.Cells.Where(cell => cell is not null))}");
        Assert.Equal(
            string.Join('\n', expected),
            string.Join('\n', found.Select(row => $"{row.Label} {string.Join(' ', row.Cells.Select(cell => cell.Customers))}")));
        Assert.Equal("885 324 286 340 321 352 321 309 313 350 331 445 235", string.Join(' ', found[0].Cells.Select(cell => cell.Customers)));
    }

    [FactWithTestData(Cdnow.MasterFile)]
    public void Cdnow_Totals_AreThePublished()
    {
        var analysis = Analysis(Cdnow.Master());
        var sums = analysis
            .Daily(CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers, SalesMeasures.Purchases, SalesMeasures.Sales)
            .Select(series => series.Numerators.ToArray().Sum());
        Assert.Equal([23_570, 11_385, 31_654, 69_659, 2_500_315_630], sums);
        Assert.Equal(23_570, analysis.ActiveCustomers(new DateOnly(1997, 3, 25)));
        Assert.Equal(5_322, analysis.ActiveCustomers(new DateOnly(1997, 6, 30)));
        Assert.Equal(4_195, analysis.ActiveCustomers(new DateOnly(1997, 9, 30)));
        Assert.Equal(3_301, analysis.ActiveCustomers(new DateOnly(1998, 6, 30)));
    }

    private static CustomerAnalysis Analysis(IEnumerable<Purchase> rows)
    {
        var load = Purchases.Load(rows, new PurchaseLoadOptions { Currency = new Currency("XTS", 3) }); // Unit prices have up to three decimals.
        Assert.Empty(load.Report.BadRows);
        return new CustomerAnalysis(load.History, options: new AnalysisOptions { ActivePeriod = Period.Days(90) });
    }

    private static void Check(CustomerAnalysis analysis, IReadOnlyList<GoldenFlowDay> golden)
    {
        var series = analysis.Daily(
            SalesMeasures.Buyers, CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers,
            CustomerMeasures.ActiveCustomers, SalesMeasures.Sales);
        var goldenDays = golden.ToDictionary(row => row.Day, row => row);
        for (var i = 0; i < analysis.History.Days.Count; i++)
        {
            var day = analysis.History.Days[i];
            var counts = series.Take(5).Select(s => s.Count(day)).ToList();
            if (!goldenDays.TryGetValue(day, out var expected))
            {
                Assert.Fail($"The golden flow has no {day:yyyy-MM-dd}.");
                return;
            }

            Assert.Equal(
                expected,
                new GoldenFlowDay(
                    day, (int)counts[0], (int)counts[1], (int)(counts[0] - counts[1] - counts[2]), (int)counts[2], (int)counts[3], (int)counts[4],
                    series[5].Money(day)));
        }

        Assert.Equal(golden.Count, analysis.History.Days.Count);
    }
}
