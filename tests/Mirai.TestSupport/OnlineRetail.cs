using Mirai.Model;
using static Mirai.TestSupport.PlainCsv;

namespace Mirai.TestSupport;

/// <summary>The Online Retail data set: 2010-12-01 to 2011-12-09, in pounds, with order lines, returns and dirt.</summary>
public static class OnlineRetail
{
    /// <summary>All 541,909 lines, relative to the folder of real data.</summary>
    public const string LinesFile = "online-retail/online_retail.csv.gz";

    /// <summary>One row per customer, invoice and day.</summary>
    public const string OrdersFile = "online-retail/orders.csv";

    /// <summary>Daily flow of the clean lines.</summary>
    public const string CleanFlowFile = "online-retail/clean_daily_flow_W90.csv";

    /// <summary>Customers by months since the first purchase, of the clean lines.</summary>
    public const string CleanCohortFile = "online-retail/monthly_cohort_clean.csv";

    /// <summary>
    /// The 397,884 lines with a customer, a quantity above 0 and a price above 0, as order lines with the dimension <c>country</c>.
    /// A line's amount, quantity times price, may have three decimals.
    /// </summary>
    public static IReadOnlyList<Purchase> CleanLines() => ReadCleanLines.Value;

    private static readonly Lazy<IReadOnlyList<Purchase>> ReadCleanLines = new(() =>
    [
        .. from field in Rows(TestDataFolder.PathOf(LinesFile))
            let quantity = Number(field("Quantity"))
            let price = Number(field("UnitPrice"))
            where field("CustomerID").Length > 0 && quantity > 0 && price > 0
            select new Purchase(field("CustomerID"), Day(field("InvoiceDate")), quantity * price, Order: field("InvoiceNo"))
            {
                Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["country"] = field("Country") },
            },
    ]);

    /// <summary>22,190 orders of 4,372 customers, returns negative, with the dimension <c>country</c>.</summary>
    public static IEnumerable<Purchase> Orders() =>
        from field in Rows(TestDataFolder.PathOf(OrdersFile))
        select new Purchase(field("CustomerID"), Day(field("date")), Number(field("amount")), Order: field("InvoiceNo"))
        {
            Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["country"] = field("country") },
        };

    /// <summary>The golden daily flow of <see cref="CleanLines"/>, active period 90 days.</summary>
    public static IEnumerable<GoldenFlowDay> CleanFlow() => GoldenFlowDay.Read(TestDataFolder.PathOf(CleanFlowFile));

    /// <summary>The golden cohorts of <see cref="CleanLines"/>.</summary>
    public static IEnumerable<GoldenCohort> CleanCohorts() => GoldenCohort.Read(TestDataFolder.PathOf(CleanCohortFile));
}
