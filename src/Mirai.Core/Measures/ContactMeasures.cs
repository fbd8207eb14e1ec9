namespace Mirai.Measures;

/// <summary>The measures of direct mail, e-mail and calls. All need contacts.</summary>
/// <remarks>
/// A is the active period, <c>Trailing(t, P)</c> the days <c>(t - P, t]</c>. Customers are not contacted at random: these are associations,
/// not effects. Formulae and empty cases: <c>docs/measures.md</c>.
/// </remarks>
public static class ContactMeasures
{
    /// <summary>A purchase answers a contact for so many days after it.</summary>
    public const int ResponseDays = 30;

    internal const int CoverageDays = 90;
    internal const int AtRiskCoverageDays = 60;

    /// <summary>配布数: contacts of the day, those with people who never purchased included.</summary>
    public static Measure Contacts { get; } = new()
    {
        Id = "contacts", EnglishName = "Contacts", JapaneseName = "配布数",
        Unit = MeasureUnit.Contacts, Kind = MeasureKind.Flow, NeedsContacts = true, ContactDays = 0,
        Formula = "contacts of the day, people who never purchased included",
        Counters = new(Counter.Contacts),
    };

    /// <summary>配布費用: what the day's contacts cost.</summary>
    public static Measure ContactCost { get; } = new()
    {
        Id = "contact_cost", EnglishName = "Contact cost", JapaneseName = "配布費用",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Flow, NeedsContacts = true, NeedsContactCosts = true, ContactDays = 0,
        Formula = "cost of the day's contacts",
        Counters = new(Counter.ContactCost),
    };

    /// <summary>一人当りのDM配布回数: contacts in Trailing(t, A) with customers active at t, per active customer.</summary>
    public static Measure ContactsPerCustomer { get; } = new()
    {
        Id = "contacts_per_customer", EnglishName = "Contacts per customer", JapaneseName = "一人当りのDM配布回数",
        Unit = MeasureUnit.ContactsPerCustomer, Kind = MeasureKind.Rate, Needs = HistoryNeeded.ActivePeriod, NeedsContacts = true,
        Formula = "contacts in Trailing(t, A) with active customers / active customers",
        Counters = new(Counter.ContactsToActive, Denominator: Counter.Active),
    };

    /// <summary>1通当り購買: purchases of active customers per contact with them, in Trailing(t, A).</summary>
    public static Measure PurchasesPerContact { get; } = new()
    {
        Id = "purchases_per_contact", EnglishName = "Purchases per contact", JapaneseName = "1通当り購買",
        Unit = MeasureUnit.PurchasesPerContact, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true,
        Formula = "purchases in Trailing(t, A) / contacts in it with active customers",
        Counters = new(Counter.TrailingPurchases, Denominator: Counter.ContactsToActive),
    };

    /// <summary>追加1通の購買: how many purchases more per contact more, between the two most contacted bands with 30 customers.</summary>
    public static Measure MarginalPurchasesTopBand { get; } = new()
    {
        Id = "marginal_purchases_top_band", EnglishName = "Marginal purchases of the top band", JapaneseName = "追加1通の購買",
        Unit = MeasureUnit.PurchasesPerContact, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true, IsSegmentable = false, Stage = MeasureStage.Contacts,
        Formula = "between the highest contact band with 30 active customers and the next lower such band: more purchases per customer / more contacts per customer",
    };

    /// <summary>低配布層の維持率: how many of the customers who were contacted least are still there a period later.</summary>
    public static Measure LeastContactedRetentionRate { get; } = new()
    {
        Id = "least_contacted_retention_rate", EnglishName = "Retention rate of the least contacted", JapaneseName = "低配布層の維持率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        NeedsContacts = true, IsSegmentable = false, Stage = MeasureStage.Contacts,
        Formula = "retention rate of the lowest contact band that had 30 active customers at t - A",
    };

    /// <summary>配布費用比率: what a contact costs, as a share of what a purchase brings.</summary>
    public static Measure ContactCostShare { get; } = new()
    {
        Id = "contact_cost_share", EnglishName = "Contact cost per order value", JapaneseName = "配布費用比率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true, NeedsContactCosts = true, IsSegmentable = false, Stage = MeasureStage.Contacts,
        Formula = "(contact cost / contacts) / (sales / purchases), each in Trailing(t, A)",
    };

    /// <summary>配布率: the share of active customers with a contact in Trailing(t, 90 days).</summary>
    public static Measure ContactCoverage { get; } = new()
    {
        Id = "contact_coverage", EnglishName = "Contact coverage", JapaneseName = "配布率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true, ContactDays = CoverageDays,
        Formula = "of the active customers, the share with a contact in Trailing(t, 90 days)",
        Counters = new(Counter.CoveredActive, Denominator: Counter.Active),
    };

    /// <summary>予備軍配布率: the share of customers at risk with a contact in Trailing(t, 60 days).</summary>
    public static Measure AtRiskContactCoverage { get; } = new()
    {
        Id = "at_risk_contact_coverage", EnglishName = "Contact coverage at risk", JapaneseName = "予備軍配布率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true, ContactDays = AtRiskCoverageDays,
        Formula = "of the customers at risk, the share with a contact in Trailing(t, 60 days)",
        Counters = new(Counter.CoveredAtRisk, Denominator: Counter.AtRisk),
    };

    /// <summary>未配布率: the share of active customers without a contact in Trailing(t, A).</summary>
    public static Measure UncontactedShare { get; } = new()
    {
        Id = "uncontacted_share", EnglishName = "Uncontacted share", JapaneseName = "未配布率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true,
        Formula = "of the active customers, the share without a contact in Trailing(t, A)",
        Counters = new(Counter.Active, Minus: Counter.ContactedActive, Denominator: Counter.Active),
    };

    /// <summary>レスポンス率: of the contact days in (t - 30 days - A, t - 30 days], the share that a purchase answered.</summary>
    public static Measure ResponseRate { get; } = new()
    {
        Id = "response_rate", EnglishName = "Response rate", JapaneseName = "レスポンス率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true,
        Formula = "of the days in (t - 30 days - A, t - 30 days] on which somebody was contacted, the share answered by a purchase within 30 days, "
            + "before the next contact",
        Counters = new(Counter.AnsweredContactDays, Denominator: Counter.ContactDays),
    };

    /// <summary>上位1割配布比率: the share of contacts that goes to the tenth of active customers who get most.</summary>
    public static Measure TopDecileContactShare { get; } = new()
    {
        Id = "top_decile_contact_share", EnglishName = "Contacts of the top tenth", JapaneseName = "上位1割配布比率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, Needs = HistoryNeeded.ActivePeriod, NeedsContacts = true, IsSegmentable = false,
        Stage = MeasureStage.Contacts,
        Formula = "of the contacts in Trailing(t, A) with active customers, the share of the tenth of them who get most, the last one counted in part",
    };

    /// <summary>配布集中度: the Gini coefficient of contacts over active customers; 0 where all get the same.</summary>
    public static Measure ContactConcentration { get; } = new()
    {
        Id = "contact_concentration", EnglishName = "Contact concentration", JapaneseName = "配布集中度",
        Unit = MeasureUnit.Number, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        NeedsContacts = true, IsSegmentable = false, Stage = MeasureStage.Contacts,
        Formula = "Gini coefficient of contacts in Trailing(t, A) over active customers",
    };
}
