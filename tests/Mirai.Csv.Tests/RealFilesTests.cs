using Mirai.Ingest;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Csv.Tests;

/// <summary>The field's published purchase logs, as they come.</summary>
public class RealFilesTests
{
    [FactWithTestData("cdnow/CDNOW_master.txt")]
    public void Load_Cdnow_RowsAndSumAreThePublishedOnes()
    {
        var options = new CsvOptions
        {
            Delimiter = CsvDelimiter.Blanks,
            Columns = ColumnMap.Parse("customer=customer_id,day=date,amount=dollar_value"),
            Load = new() { Currency = Currency.Usd, OnBadRow = BadRowPolicy.Stop },
        };
        var load = CsvPurchases.Load(TestDataFolder.PathOf("cdnow/CDNOW_master.txt"), options);

        Assert.Equal(69_659, load.Report.RowsAccepted);
        Assert.Equal(23_570, load.History.CustomerCount);
        Assert.Equal(2_500_315.63m, Sum(load));
        Assert.Equal(new DateOnly(1997, 1, 1), load.History.Days.First);
        Assert.Equal(new DateOnly(1998, 6, 30), load.History.Days.Last);
    }

    [FactWithTestData("cdnow/CDNOW_sample.txt")]
    public void Load_CdnowSampleWithoutHeader_ColumnsByPosition()
    {
        var options = new CsvOptions
        {
            Delimiter = CsvDelimiter.Blanks,
            HasHeader = false,
            Columns = ColumnMap.Parse("customer=1,day=3,amount=5"),
            Load = new() { Currency = Currency.Usd, OnBadRow = BadRowPolicy.Stop },
        };
        var load = CsvPurchases.Load(TestDataFolder.PathOf("cdnow/CDNOW_sample.txt"), options);

        Assert.Equal(6_919, load.Report.RowsAccepted);
        Assert.Equal(2_357, load.History.CustomerCount);
    }

    [FactWithTestData("online-retail/orders.csv")]
    public void Load_OnlineRetailOrders_ReturnsIncluded()
    {
        var options = new CsvOptions { Load = new() { Currency = Pounds, OnBadRow = BadRowPolicy.Stop } };
        var load = CsvPurchases.Load(TestDataFolder.PathOf("online-retail/orders.csv"), options);

        Assert.Equal(22_190, load.Report.RowsAccepted);
        Assert.Equal(4_372, load.History.CustomerCount);
        Assert.Equal(8_300_065.81m, Sum(load));
    }

    [FactWithTestData("online-retail/online_retail.csv.gz")]
    public void Load_OnlineRetailLines_EveryBadRowIsAccountedFor()
    {
        var options = new CsvOptions
        {
            Columns = ColumnMap.Parse("customer=CustomerID,day=InvoiceDate,amount=UnitPrice,order=-,country=Country"),
            Load = new() { Currency = Pounds, RoundAmounts = true },
        };
        var load = CsvPurchases.Load(TestDataFolder.PathOf("online-retail/online_retail.csv.gz"), options);

        Assert.Equal(541_909, load.Report.RowsRead);
        Assert.Equal(135_080, load.Report.BadRows[IngestIssueKind.MissingCustomer]);
        Assert.Equal(541_909 - 135_080, load.Report.RowsAccepted);
        Assert.Equal(37, load.History.DimensionValues("country").Count(text => text.Length > 0));
    }

    private static readonly Currency Pounds = new("GBP", 2);

    private static decimal Sum(PurchaseLoad load) =>
        Enumerable.Range(0, load.History.CustomerCount).Sum(customer => load.History.PurchasesOf(customer).Sum(entry => entry.Amount));
}
