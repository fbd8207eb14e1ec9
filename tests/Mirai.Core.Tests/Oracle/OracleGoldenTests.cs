using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Oracle;

/// <summary>The oracle and the readers of real data against figures computed or published elsewhere.</summary>
public sealed class OracleGoldenTests
{
    [FactWithTestData(Cdnow.MasterFile, Cdnow.MasterFlowFile)]
    public void CdnowMaster_SomeDays_EqualTheGoldenFlow() => CheckFlow(
        [.. Cdnow.Master()],
        [.. Cdnow.MasterFlow()],
        ["1997-01-01", "1997-02-14", "1997-03-25", "1997-04-01", "1997-06-30", "1997-07-01", "1998-03-15", "1998-06-30"]);

    [FactWithTestData(OnlineRetail.LinesFile, OnlineRetail.CleanFlowFile)]
    public void OnlineRetail_SomeDays_EqualTheGoldenFlow() => CheckFlow(
        [.. OnlineRetail.CleanLines()],
        [.. OnlineRetail.CleanFlow()],
        ["2010-12-01", "2011-03-01", "2011-03-02", "2011-05-01", "2011-10-06", "2011-12-09"]);

    [FactWithTestData(OnlineRetail.LinesFile, OnlineRetail.CleanCohortFile)]
    public void OnlineRetail_MonthlyCohorts_EqualTheGoldenTable()
    {
        var found = new LinqOracle([.. OnlineRetail.CleanLines()], Period.OneYear).Cohorts("month", "customers");
        Assert.Equal(
            OnlineRetail.CleanCohorts().Select(cohort => (cohort.Start, Cells: string.Join(' ', cohort.Cells))),
            found.Select(cohort => (cohort.Start, Cells: string.Join(' ', cohort.Cells))));
    }

    [FactWithTestData(Cdnow.SampleFile)]
    public void CdnowSample_Totals_AreThePublished()
    {
        var rows = Cdnow.Sample().ToList();
        var oracle = new LinqOracle(rows, Period.Years(2));
        Assert.Equal(6_919, rows.Count);
        Assert.Equal(Ratio.Of(2_357), oracle.Value("active_customers", new DateOnly(1998, 6, 30)));
        Assert.Equal(new Ratio(6_919, 2_357), oracle.Value("purchase_frequency", new DateOnly(1998, 6, 30)));
    }

    [FactWithTestData(Cdnow.MasterFile)]
    public void CdnowMaster_Totals_AreThePublished()
    {
        var rows = Cdnow.Master().ToList();
        Assert.Equal(69_659, rows.Count);
        Assert.Equal(23_570, rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(67_591, rows.Select(row => (row.Customer, row.Day)).Distinct().Count());
        Assert.Equal(2_500_315.63m, rows.Sum(row => row.Amount));
        Assert.Equal(80, rows.Count(row => row.Amount == 0));
    }

    [FactWithTestData(OnlineRetail.LinesFile)]
    public void OnlineRetail_CleanTotals_AreThePublished()
    {
        var rows = OnlineRetail.CleanLines().ToList();
        Assert.Equal(397_884, rows.Count);
        Assert.Equal(4_338, rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(18_532, rows.Select(row => row.Order).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8_911_407.90m, decimal.Round(rows.Sum(row => row.Amount), 2));
    }

    [FactWithTestData(OnlineRetail.OrdersFile)]
    public void OnlineRetail_OrderTotals_AreThePublished()
    {
        var rows = OnlineRetail.Orders().ToList();
        Assert.Equal(22_190, rows.Count);
        Assert.Equal(4_372, rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8_300_065.81m, decimal.Round(rows.Sum(row => row.Amount), 2));
    }

    [FactWithTestData(CompleteJourney.TransactionsFile)]
    public void CompleteJourney_DiscountRate_IsThePublished()
    {
        var rows = CompleteJourney.Transactions().ToList();
        Assert.Equal((75_000, 2_377), (rows.Count, rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(0.14658m, decimal.Round(rows.Sum(row => row.Discount) / rows.Sum(row => row.Amount + row.Discount), 5));
        Assert.Equal(0.5014m, decimal.Round((decimal)rows.Count(row => row.Discount > 0) / rows.Count, 4));
    }

    private static void CheckFlow(IReadOnlyList<Purchase> rows, IReadOnlyList<GoldenFlowDay> golden, string[] days)
    {
        var oracle = new LinqOracle(rows, Period.Days(90));
        foreach (var day in days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd")))
        {
            decimal Number(string measure) => oracle.Value(measure, day).Part;
            var (buyers, came, back) = (Number("buyers"), Number("new_customers"), Number("reactivated_customers"));
            var expected = Assert.Single(golden, row => row.Day == day);
            var sales = decimal.Round(Number("sales"), 2, MidpointRounding.ToEven);
            Assert.Equal(expected with { Revenue = sales }, new GoldenFlowDay(
                day, (int)buyers, (int)came, (int)(buyers - came - back), (int)back,
                (int)Number("lapsed_customers"), (int)Number("active_customers"), sales));
            Assert.InRange(Math.Abs(expected.Revenue - Number("sales")), 0, 0.0051m);
        }
    }
}
