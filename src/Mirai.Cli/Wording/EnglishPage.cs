using System.Globalization;
using Mirai.Model;
using static Mirai.Cli.Wording.EnglishTexts;

namespace Mirai.Cli.Wording;

/// <summary>The words on the page in English.</summary>
internal static class EnglishPage
{
    /// <summary>All of them.</summary>
    public static PageTexts All { get; } = new()
    {
        Title = "Customer diagnosis",
        FlowTitle = "Customer flow",
        AsOf = day => $"as of {Iso(day)}",
        OnBefore = period => period == Period.OneYear ? "on a year before" : $"on {PeriodOf(period)} before",
        HistoryOf = days => $"{Iso(days.First)} to {Iso(days.Last)}",
        Changes = "Changes over",
        ChangeColumns = ["1 day", "7 days", "30 days", "90 days", "1 year"],
        Customers = "Customers",
        OfTheDay = "Of the day",
        Omens = "Omens",
        Sales = "Sales",
        Rates = "Rates",
        Discounts = "Discounts",
        Recent = days => $"last {days.ToString(CultureInfo.InvariantCulture)} days",
        Now = "now",
        Before = period => period == Period.OneYear ? "a year before" : $"{PeriodOf(period)} before",
        Change = "change",
        RetentionByYear = "Retention by customer year",
        RetentionByCount = "Retention by purchases so far",
        Retained = "retained",
        Rate = "rate",
        Benchmark = "benchmark",
        IntoYear = year => $"into year {year}",
        InYear = year => $"in year {year}",
        PurchaseCount = count => count is "1" ? "1 purchase" : $"{count} purchases",
        Flow = "The flow of customers",
        ActiveOn = "Active on",
        Retaining = "of them retained",
        New = "+ new",
        Reactivated = "+ came back",
        Lapsed = "- lapsed",
        Net = "net",
        Gross = "gross",
        GrossNote = "Gross counts every arrival and departure; who came and went in between is in no net figure.",
        Explanation = "What explains the change of sales",
        SalesOn = "Sales until",
        ByNew = "new customers",
        ByReactivated = "customers who came back",
        ByLapsed = "lapsed customers",
        ByFrequency = "purchase frequency",
        ByOrderValue = "order value",
        ByReturns = "returns",
        WholeChange = "change in all",
        Notes = "About the figures",
        Observed = (days, customers, purchases) =>
            $"Observed {Iso(days.First)} to {Iso(days.Last)}. The data has {Count(customers, "customer")}, {Count(purchases, "purchase")} and returns in all.",
        Incomplete = period =>
            $"* and dotted curves: incomplete, since the data does not reach back far enough (active period {period}). "
            + "--from-start says that the business began with the data.",
        NoDayBefore = first => $"The day before is not observed: the data begins on {Iso(first)}.",
        Day = "day",
        Cohort = "cohort",
        CohortSize = "size",
        Heads = "customers",
        Share = "share",
        Purchases = "purchases",
        Customer = "customer",
        State = "state",
        FirstPurchase = "first purchase",
        LastPurchase = "last purchase",
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["retained_customers"] = "Retained",
            ["new_customers_yoy"] = "New",
            ["reactivated_customers_yoy"] = "Came back",
            ["lost_customers"] = "Lost",
            ["lapsed_pool"] = "Lapsed pool",
            ["new_customers"] = "New",
            ["reactivated_customers"] = "Came back",
            ["lapsed_customers"] = "Lapsed",
            ["at_risk_customers"] = "At risk (long silent)",
            ["expiring_customers"] = "Expiring in 30 days",
            ["overdue_customers"] = "Overdue by own rhythm",
            ["average_order_value"] = "Order value",
            ["trailing_sales"] = "Trailing sales",
            ["discount_rate"] = "Discount rate",
            ["second_purchase_rate"] = "Second-purchase rate",
        },
    };
}
