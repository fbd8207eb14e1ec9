using Microsoft.Data.Analysis;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.DataFrames.Tests;

/// <summary>What docs/embedding.md shows to an analyst.</summary>
public sealed class NotebookExampleTests
{
    [Fact]
    public void Notebook_FromFrameToFrames_KeepsEveryValue()
    {
        var orders = new DataFrame(
            new StringDataFrameColumn("customer", ["A", "B", "A", "A"]),
            new DateTimeDataFrameColumn("date", [new DateTime(2024, 1, 10), new DateTime(2024, 2, 3), new DateTime(2024, 2, 20), new DateTime(2025, 1, 20)]),
            new DecimalDataFrameColumn("amount", [1_200m, 3_400m, 800m, 1_000m]));

        var (daily, cohorts, customers) = Analyse(orders);

        Assert.Equal((377L, 3), (daily.Rows.Count, daily.Columns.Count));
        Assert.Equal([2L, 1.0], daily.Rows[376].Skip(1));
        Assert.Null(daily.Rows[0][2]);
        Assert.Equal(["2024-01", 1L, 1L, 1L], cohorts.Rows[0].Take(4));
        Assert.Equal(["A", "B"], customers["customer"].Cast<string>().ToArray());
    }

    private static (DataFrame Daily, DataFrame Cohorts, DataFrame Customers) Analyse(DataFrame orders)
    {
        // snippet: notebook
        using var history = DataFramePurchases.Load(orders).History;
        var customers = new CustomerAnalysis(history);

        DataFrame daily = customers.Daily(CustomerMeasures.ActiveCustomers, CustomerMeasures.RetentionRate).ToDataFrame();
        DataFrame cohorts = customers.Cohorts(CohortGrain.Month).ToDataFrame(CohortValue.Customers);
        DataFrame list = customers.SegmentMembers(Segment.Rfm, history.Days.Last).ToDataFrame();
        // end
        return (daily, cohorts, list);
    }
}
