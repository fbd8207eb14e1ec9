using Mirai.Model;
using static Mirai.TestSupport.PlainCsv;

namespace Mirai.TestSupport;

/// <summary>The Complete Journey sample: groceries over 2017, in dollars, with discounts, baskets and stores.</summary>
public static class CompleteJourney
{
    /// <summary>75,000 lines, relative to the folder of real data.</summary>
    public const string TransactionsFile = "complete-journey/transactions_sample.csv";

    /// <summary>Who was sent which of 27 campaigns, relative to the folder of real data.</summary>
    public const string CampaignsFile = "complete-journey/campaigns.csv";

    /// <summary>What the campaigns were and when they ran.</summary>
    public const string CampaignDescriptionsFile = "complete-journey/campaign_descriptions.csv";

    /// <summary>The mailings: on the first day of the campaign, its type as the channel.</summary>
    public static IEnumerable<Contact> Mailings()
    {
        var campaigns = Rows(TestDataFolder.PathOf(CampaignDescriptionsFile)).ToDictionary(
            field => field("campaign_id"), field => (Type: field("campaign_type"), Start: Day(field("start_date"))), StringComparer.Ordinal);
        return
            from field in Rows(TestDataFolder.PathOf(CampaignsFile))
            let id = field("campaign_id")
            select new Contact(field("household_id"), campaigns[id].Start, campaigns[id].Type, id);
    }

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
