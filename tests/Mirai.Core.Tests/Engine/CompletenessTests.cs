using System.Text;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Core.Tests.Engine;

/// <summary>From which day on figures of a history that begins in the middle of a business are complete.</summary>
public sealed class CompletenessTests
{
    private static readonly DateOnly First = new(2020, 2, 29);

    private static readonly string[] RowFlows = ["buyers", "purchases", "sales", "gross_sales", "returns", "discounts", "discounted_sales"];

    private static readonly string[] Recent =
    [
        "recent_buyers", "recent_frequency", "recent_order_value", "discount_rate", "discounted_purchase_share", "discounted_sales_share",
    ];

    private static readonly string[] YearOnYear =
    [
        "new_customers_yoy", "retained_customers", "reactivated_customers_yoy", "lost_customers", "retention_rate", "churn_rate",
        "reactivation_rate", "new_customer_rate",
    ];

    [Theory]
    [InlineData("1y")]
    [InlineData("90d")]
    [InlineData("6m")]
    [InlineData("2y")]
    public void CompleteFrom_EveryMeasure_HasTheHistoryItNeeds(string activePeriod)
    {
        var period = Period.Parse(activePeriod);
        var analysis = Analysis(period, beganWithData: false);
        foreach (var series in analysis.Daily([.. MeasureCatalog.BuiltIn.DailyMeasures]))
        {
            var needed = Needed(series.Measure.Id, period);
            foreach (var day in Enumerable.Range(0, series.Days.Count).Select(i => series.Days[i]))
            {
                var isComplete = needed is not { } window || window.Before(day) >= First;
                if (series.IsComplete(day) != isComplete) Assert.Fail($"{series.Measure} with {activePeriod} on {day:yyyy-MM-dd}: expected {isComplete}");
            }
        }
    }

    [Fact]
    public void CompleteFrom_BusinessBeganWithTheData_IsTheFirstDay() => Assert.All(
        Analysis(Period.OneYear, beganWithData: true).Daily([.. MeasureCatalog.BuiltIn.DailyMeasures]), series => Assert.Equal(First, series.CompleteFrom));

    [Fact]
    public void CompleteFrom_TooShortAHistory_IsNever() => Assert.All(
        Analysis(Period.Years(50), beganWithData: false).Daily(CustomerMeasures.ActiveCustomers, CustomerMeasures.RetentionRate),
        series => Assert.Null(series.CompleteFrom));

    [Fact]
    public void CompleteFrom_SegmentsAndSlices_AreThoseOfTheWhole()
    {
        var analysis = Analysis(Period.OneYear, beganWithData: false);
        var last = analysis.History.Days.Last;
        var whole = analysis.Daily(CustomerMeasures.RetentionRate)[0].CompleteFrom;
        Assert.All(
            analysis.DailyBy(Segments.Segment.CustomerYear, [CustomerMeasures.RetentionRate], new DayRange(last, last)),
            series => Assert.Equal(whole, series.CompleteFrom));
    }

    private static Period? Needed(string id, Period activePeriod)
    {
        if (RowFlows.Contains(id, StringComparer.Ordinal)) return null;
        if (Recent.Contains(id, StringComparer.Ordinal)) return Period.Days(90);
        if (YearOnYear.Contains(id, StringComparer.Ordinal)) return activePeriod.Times(2);
        return id switch
        {
            "second_purchase_rate" => Period.Days(180),
            "annual_sales" => Period.OneYear,
            _ when id.StartsWith("change_by_", StringComparison.Ordinal) => activePeriod.Times(3),
            _ => activePeriod,
        };
    }

    private static CustomerAnalysis Analysis(Period activePeriod, bool beganWithData)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { HasDiscounts = true });
        builder.CreateWriter().Add(Encoding.UTF8.GetBytes("a"), First.DayNumber, 100);
        var history = builder.Build(new HistoryBuildOptions(new DateOnly(2025, 3, 31), beganWithData));
        return new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = activePeriod });
    }
}
