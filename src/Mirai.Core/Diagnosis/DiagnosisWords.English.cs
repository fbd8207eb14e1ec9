namespace Mirai.Diagnosis;

/// <content>English.</content>
public sealed partial class DiagnosisWords
{
    private static Dictionary<string, string> EnglishWords() => new(StringComparer.Ordinal)
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
        ["undecided.MissingInput"] = "a figure is missing: no contacts or discounts, or too little history for it",
        ["undecided.NeedsNotMet"] = "there are too few customers, or another condition does not hold",
        ["marketing.Acquisition"] = "acquisition (new)",
        ["marketing.Retention"] = "retention (retained)",
        ["marketing.Reactivation"] = "reactivation (came back)",
        ["cause.NewCustomers"] = "acquisition: fewer new customers",
        ["cause.RetentionRate"] = "retention: a lower retention rate",
        ["cause.Base"] = "the year before: a smaller base to retain",
        ["cause.ReactivationRate"] = "reactivation: a lower rate of coming back",
        ["cause.Pool"] = "a smaller pool of lapsed customers to win back",
        ["stage.First"] = "first",
        ["stage.Toddler"] = "toddler",
        ["stage.Steady"] = "steady",
        ["stage.Fad"] = "fad",
        ["stage.Best"] = "best",
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
