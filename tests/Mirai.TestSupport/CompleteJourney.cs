using Mirai.Model;
using static Mirai.TestSupport.PlainCsv;

namespace Mirai.TestSupport;

/// <summary>The Complete Journey sample: groceries over 2017, in dollars, with discounts, baskets and stores.</summary>
public static class CompleteJourney
{
    /// <summary>75,000 lines, relative to the folder of real data.</summary>
    public const string TransactionsFile = "complete-journey/transactions_sample.csv";

    /// <summary>
    /// The lines of 2,377 households: the basket is the order, the retail discount the discount, <c>store</c> the dimension.
    /// </summary>
    public static IEnumerable<Purchase> Transactions() =>
        from field in Rows(TestDataFolder.PathOf(TransactionsFile))
        select new Purchase(
            field("household_id"),
            Day(field("transaction_timestamp")),
            Number(field("sales_value")),
            Number(field("retail_disc")),
            field("basket_id"))
        {
            Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = field("store_id") },
        };
}
