using System.Data;
using System.Data.Common;
using System.Globalization;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Core.Tests.Docs;

/// <summary>What docs/embedding.md shows of loading.</summary>
public sealed class LoadingExampleTests
{
    [Fact]
    public void Objects_OfTheHost_BecomeAHistory()
    {
        // snippet: objects
        var load = Purchases.Load(
        [
            new Purchase("C-1001", new DateOnly(2025, 3, 1), 4_980m, Discount: 500m, Order: "A-17"),
            new Purchase("C-1001", new DateOnly(2025, 3, 1), 1_200m, Order: "A-17"), // a second line of the same order
            new Purchase("C-1002", new DateOnly(2025, 3, 2), 2_400m),
            new Purchase("C-1002", new DateOnly(2025, 3, 9), -2_400m),               // a return
        ]);
        using var history = load.History;
        var days = history.Days;                  // 2025-03-01..2025-03-09
        var purchases = history.PurchaseCount;    // 3: two purchases and a return
        // end

        Assert.Equal("2025-03-01..2025-03-09", days.ToString());
        Assert.Equal((3, 4L), (purchases, load.Report.RowsAccepted));
        Assert.Equal(6_180m, Assert.Single(history.PurchasesOf(history.FindCustomer("C-1001"))).Amount);
    }

    [Fact]
    public void Reader_OfADatabase_IsLoadedAndJudged()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("member_no", typeof(long));
        table.Columns.Add("order_date", typeof(DateTime));
        table.Columns.Add("amount", typeof(decimal));
        table.Columns.Add("shop", typeof(string));
        table.Rows.Add(7L, new DateTime(2025, 3, 1, 10, 30, 0), 12.50m, "Ginza");
        table.Rows.Add(7L, new DateTime(2025, 3, 4), 8.125m, "Ginza");
        using var reader = table.CreateDataReader();
        var lines = new List<string>();

        using var history = Read(reader, lines.Add);

        Assert.Equal(12.50m, Assert.Single(history!.PurchasesOf(history.FindCustomer("7"))).Amount);
        Assert.Contains("Ginza", history.DimensionValues("store"), StringComparer.Ordinal);
        Assert.Equal(["1 rows: TooManyDecimals", "line 2, column amount: found `8.125`, expected at most 2 decimals in USD, or rounding allowed"], lines);
        using var empty = new DataTable { Locale = CultureInfo.InvariantCulture };
        empty.Columns.Add("member_no", typeof(long));
        using var wrong = empty.CreateDataReader();
        Assert.Null(Read(wrong, lines.Add));
        Assert.StartsWith("The map says store=shop, but there is no ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_OfArrays_AreTheFastestWayIn()
    {
        int[] customerIds = [42, 7, 42];
        int[] dayNumbers = [new DateOnly(2025, 3, 1).DayNumber, new DateOnly(2025, 3, 2).DayNumber, new DateOnly(2025, 3, 3).DayNumber];
        long[] cents = [1_250, 990, 0];
        string?[] stores = ["Ginza", "Umeda", null];

        using var history = Read(customerIds, dayNumbers, cents, stores);

        Assert.Equal((2, 3), (history.CustomerCount, history.PurchaseCount));
        Assert.Equal([12.50m, 0m], history.PurchasesOf(history.FindCustomer("42")).Select(purchase => purchase.Amount).ToArray());
    }

    [Fact]
    public void Attributes_OfCustomers_NeedNoHistory()
    {
        // snippet: attributes
        var attributes = CustomerAttributes.Of(
        [
            ("C-1001", "region", "Kanto"),
            ("C-1002", "region", "Kansai"),
            ("C-1002", "acquisition", "catalogue"),
        ]);
        // end

        Assert.Equal(["acquisition", "region"], attributes.Names);
        Assert.Equal("Kansai", attributes.Find("C-1002", "region"));
    }

    private static PurchaseHistory? Read(DbDataReader reader, Action<string> log)
    {
        // snippet: reader
        var map = ColumnMap.Detect.With(ColumnRole.Customer, "member_no").WithDimension("store", "shop");
        var options = new PurchaseLoadOptions
        {
            Currency = Currency.Usd,                         // amounts have two decimals; one with three is a bad row
            ObservedUntil = new DateOnly(2025, 3, 31),       // the export covers the whole of March, whatever the last row says
            MaxBadRows = 100,
        };
        if (!Purchases.TryLoad(reader, map, options, out var load, out var failure))
        {
            log(failure.Message);                            // which column is missing, which were found
            return null;
        }

        foreach (var (kind, rows) in load.Report.BadRows) log($"{rows} rows: {kind}");
        foreach (var issue in load.Report.Samples) log(issue.ToString());
        return load.History;
        // end
    }

    private static PurchaseHistory Read(int[] customerIds, int[] dayNumbers, long[] cents, string?[] stores)
    {
        // snippet: columns
        var batch = new PurchaseColumns(customerIds, DayColumn.OfDayNumbers(dayNumbers), AmountColumn.OfMinorUnits(cents))
        {
            Dimensions = [new DimensionColumn("store", stores)],
        };
        return Purchases.Load([batch], new PurchaseLoadOptions { Currency = Currency.Usd }).History;
        // end
    }
}
