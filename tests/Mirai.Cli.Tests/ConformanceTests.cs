using System.Globalization;
using System.Text;
using Mirai.TestSupport;

namespace Mirai.Cli.Tests;

public class ConformanceTests
{
    private const string Measures = "buyers,new_customers,reactivated_customers,lapsed_customers,active_customers,sales";

    [FactWithTestData(Cdnow.MasterFile, Cdnow.MasterFlowFile)]
    public void Measures_OfCdnow_AreTheGoldenRows()
    {
        var answer = Tool.Run(
            "measures", TestDataFolder.PathOf(Cdnow.MasterFile), "--delimiter", "space", "--map", "customer=customer_id,day=date,amount=dollar_value",
            "--currency", "USD", "--active-period", "90d", "--from-start", "--measures", Measures, "--quiet");
        Assert.Empty(answer.Error);
        AssertGolden(Cdnow.MasterFlow(), answer.Output, 2);
    }

    [FactWithTestData(OnlineRetail.LinesFile, OnlineRetail.CleanFlowFile)]
    public void Measures_OfOnlineRetail_AreTheGoldenRows()
    {
        var answer = Tool.RunWith(
            CleanLines(), "measures", "-", "--currency", "GBP:3", "--active-period", "90d", "--from-start", "--measures", Measures, "--quiet");
        Assert.Empty(answer.Error);
        AssertGolden(OnlineRetail.CleanFlow(), answer.Output, 3);
    }

    [FactWithTestData(OnlineRetail.LinesFile, OnlineRetail.CleanCohortFile)]
    public void Cohorts_OfOnlineRetail_AreTheGoldenRows()
    {
        var answer = Tool.RunWith(CleanLines(), "cohorts", "-", "--currency", "GBP:3", "--quiet");
        var expected = OnlineRetail.CleanCohorts().Select(cohort => string.Create(
            CultureInfo.InvariantCulture, $"{cohort.Start:yyyy-MM},{cohort.Cells[0]},{string.Join(',', cohort.Cells)}"));
        Assert.Equal(expected, answer.Output.TrimEnd('\n').Split('\n').Skip(1), StringComparer.Ordinal);
    }

    private static string CleanLines()
    {
        var text = new StringBuilder("customer,day,amount,order\n");
        foreach (var line in OnlineRetail.CleanLines())
            text.Append(CultureInfo.InvariantCulture, $"{line.Customer},{line.Day:yyyy-MM-dd},{line.Amount},{line.Order}\n");
        return text.ToString();
    }

    private static void AssertGolden(IEnumerable<GoldenFlowDay> golden, string output, int decimals)
    {
        var money = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        var expected = golden.Select(day => string.Create(
            CultureInfo.InvariantCulture,
            $"{day.Day:yyyy-MM-dd},{day.Buyers},{day.New},{day.Reactivated},{day.Lapsed},{day.Active},{day.Revenue.ToString(money, CultureInfo.InvariantCulture)}"));
        Assert.Equal(expected, output.TrimEnd('\n').Split('\n').Skip(1), StringComparer.Ordinal);
    }
}
