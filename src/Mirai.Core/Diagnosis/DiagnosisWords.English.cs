namespace Mirai.Diagnosis;

/// <content>English.</content>
public sealed partial class DiagnosisWords
{
    private static Dictionary<string, string> EnglishWords() => new(EnglishTerms().Concat(EnglishSegments()), StringComparer.Ordinal);

    private static Dictionary<string, string> EnglishTerms() => new(StringComparer.Ordinal)
    {
        ["verdict.Ok"] = "OK",
        ["verdict.Undecided"] = "undecided",
        ["verdict.Notice"] = "notice",
        ["verdict.Warning"] = "warning",
        ["verdict.Critical"] = "critical",
        ["level.Notice"] = "notice",
        ["level.Warning"] = "warning",
        ["level.Critical"] = "critical",
        ["undecided.NotEnoughHistory"] = "the history is too short",
        ["undecided.MissingInput"] = "a figure is missing, or there is too little history for it",
        ["undecided.NeedsNotMet"] = "there are too few customers, or another condition does not hold",
        ["undecided.NoDiscounts"] = "the purchases carry no discounts",
        ["undecided.NoContacts"] = "there are no contacts",
        ["undecided.NoContactCosts"] = "the contacts carry no costs",
        ["caution.None"] = "",
        ["caution.SeasonUnknown"] = "The purchases cover {0} days, less than two years: a season cannot be told from growth, and the forecast may take one for the other. Beyond a year it is not to be relied on.",
        ["marketing.Acquisition"] = "acquisition (new)",
        ["marketing.Retention"] = "retention (retained)",
        ["marketing.Reactivation"] = "reactivation (came back)",
        ["cause.NewCustomers"] = "acquisition: fewer new customers",
        ["cause.RetentionRate"] = "retention: a lower retention rate",
        ["cause.Base"] = "the year before: a smaller base to retain",
        ["pattern.cause.Base"] = "the {0} before: a smaller base to retain",
        ["cause.ReactivationRate"] = "reactivation: a lower rate of coming back",
        ["cause.Pool"] = "a smaller pool of lapsed customers to win back",
        ["overdue.List"] = "Overdue customers: {0:N0} of {1:N0}, by sales",
        ["overdue.Customer"] = "Customer",
        ["overdue.LastPurchase"] = "Last purchase",
        ["overdue.SilentDays"] = "Silent days",
        ["overdue.UsualDays"] = "Usual days",
        ["overdue.OverdueSince"] = "Overdue since",
        ["overdue.Purchases"] = "Purchases",
        ["overdue.Sales"] = "Sales",
        ["stage.First"] = "first",
        ["stage.Toddler"] = "toddler",
        ["stage.Steady"] = "steady",
        ["stage.Fad"] = "fad",
        ["stage.Best"] = "best",
    };

    private static Dictionary<string, string> EnglishSegments() => new(StringComparer.Ordinal)
    {
        ["segment.customer_year"] = "customer year",
        ["segment.purchase_count"] = "purchases so far",
        ["segment.decile"] = "decile",
        ["segment.rfm"] = "RFM",
        ["segment.horizon"] = "horizon",
        ["segment.first_purchase_discounted"] = "first purchase discounted",
        ["segment.contact_band"] = "contacts in the year",
        ["segment.portfolio"] = "customer portfolio",
        ["segment.store"] = "store",
        ["segment.category"] = "category",
        ["segment.channel"] = "channel",
        ["segment.region"] = "region",
        ["value.none"] = "(none)",
        ["pattern.customer_year"] = "year {0}",
    };
}
