using Microsoft.Data.Analysis;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.DataFrames.Tests;

public sealed class DataFramePurchasesTests
{
    private static readonly PurchaseLoadOptions Dollars = new() { Currency = Currency.Usd };

    [Fact]
    public void Load_TypedColumns_MakesTheHistoryOfTheSameObjects()
    {
        using var fromFrame = DataFramePurchases.Load(new DataFrame(
            new StringDataFrameColumn("顧客ID", ["A", "顧客", "A"]),
            new DateTimeDataFrameColumn("購入日", [new DateTime(2024, 3, 1), new DateTime(2024, 3, 2, 10, 0, 0), new DateTime(2024, 3, 9)]),
            new DecimalDataFrameColumn("金額", [12.50m, 92_233_720_368_547.07m, -0.01m]),
            new StringDataFrameColumn("店舗", ["銀座", null!, ""])), options: Dollars).History;
        using var fromObjects = Purchases.Load(
        [
            new Purchase("A", new DateOnly(2024, 3, 1), 12.50m) { Dimensions = Store("銀座") },
            new Purchase("顧客", new DateOnly(2024, 3, 2), 92_233_720_368_547.07m) { Dimensions = Store("") },
            new Purchase("A", new DateOnly(2024, 3, 9), -0.01m) { Dimensions = Store("") },
        ], Dollars).History;

        Assert.Equal(fromObjects.Days, fromFrame.Days);
        Assert.Equal(fromObjects.DimensionValues("store"), fromFrame.DimensionValues("store"));
        Assert.Equal(2, fromFrame.CustomerCount);
        for (var customer = 0; customer < 2; customer++)
        {
            Assert.Equal(fromObjects.CustomerKey(customer), fromFrame.CustomerKey(customer));
            Assert.Equal(fromObjects.PurchasesOf(customer), fromFrame.PurchasesOf(customer));
        }
    }

    [Fact]
    public void Load_NumbersAndNulls_AreReadOrReported()
    {
        var load = DataFramePurchases.Load(new DataFrame(
            new Int32DataFrameColumn("id", [7, 7, null, 8, 9]),
            new Int64DataFrameColumn("date", [20240301L, 20240302L, 20240301L, null, 20240301L]),
            new DoubleDataFrameColumn("sales", [12.34, double.NaN, 1, 1, null])), ColumnMap.Parse("customer=ID"), Dollars);

        using var history = load.History;
        Assert.Equal("7", history.CustomerKey(0));
        Assert.Equal(12.34m, Assert.Single(history.PurchasesOf(0)).Amount);
        Assert.Equal((5, 1), (load.Report.RowsRead, load.Report.RowsAccepted));
        Assert.Equal(
        [
            "line 2, column sales: found `NaN`, expected an amount in USD such as 1234 or 1,234.55",
            "line 3, column id: found ``, expected a customer's key",
            "line 4, column date: found ``, expected a date such as 2024-03-31, 20240331 or 2024/3/31",
            "line 5, column sales: found ``, expected an amount in USD such as 1234 or 1,234.55",
        ], load.Report.Samples.Select(issue => issue.ToString()).ToArray());
    }

    [Fact]
    public void TryLoad_UnusableFrame_SaysWhy()
    {
        Assert.False(DataFramePurchases.TryLoad(new DataFrame(new Int32DataFrameColumn("id", [1])), null, null, out _, out var missing));
        Assert.StartsWith("No column is customer. Found: `id`.", missing.Message, StringComparison.Ordinal);
        var frame = new DataFrame(new StringDataFrameColumn("client", ["", "a"]), new StringDataFrameColumn("date", ["2024-03-01", "x"]), new Int32DataFrameColumn("amount", [1, 1]));
        Assert.False(DataFramePurchases.TryLoad(frame, null, new PurchaseLoadOptions { OnBadRow = BadRowPolicy.Stop }, out _, out var stopped));
        Assert.Equal("Stopped at the first bad row: line 1, column client: found ``, expected a customer's key.", stopped.Message);
        Assert.Throws<IngestException>(() => DataFramePurchases.Load(frame));
    }

    private static Dictionary<string, string> Store(string name) => new(StringComparer.Ordinal) { ["store"] = name };
}
