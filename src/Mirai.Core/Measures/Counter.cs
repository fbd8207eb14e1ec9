namespace Mirai.Measures;

/// <summary>The whole numbers from which every measure is made: one per day, counted exactly.</summary>
internal enum Counter
{
    // Flows of a day.
    New,
    Reactivated,
    Lapsed,
    Buyers,
    Purchases,
    Sales,
    GrossSales,
    Returns,
    Discounts,
    DiscountedSales,
    Contacts,
    ContactCost,

    // States at the end of a day.
    Active,
    ActiveBefore,
    Pool,
    PoolBefore,
    Retained,
    ReturnedFromPool,
    NewWithin,
    ReactivatedWithin,
    TrailingPurchases,
    TrailingSales,
    AnnualSales,
    RecentBuyers,
    RecentPurchases,
    RecentSales,
    SecondBase,
    SecondDone,
    AtRisk,
    Expiring,
    Overdue,
    RecentGross,
    RecentListPrice,
    RecentDiscount,
    RecentDiscountedPurchases,
    RecentDiscountedSales,
    RecentNew,
    RecentNewDiscounted,
    ContactsToActive,
    ContactedActive,
    CoveredActive,
    CoveredAtRisk,
    ContactDays,
    AnsweredContactDays,
}

/// <summary>How a measure is made of counters: (numerator - minus) / denominator x factor.</summary>
/// <param name="Numerator">What is counted.</param>
/// <param name="Minus">What is taken away from it, where anything is.</param>
/// <param name="Denominator">What it is divided by, where it is a rate.</param>
/// <param name="IsPerYear">Whether the result is multiplied by the active periods in a year.</param>
internal sealed record MeasureFormula(Counter Numerator, Counter? Minus = null, Counter? Denominator = null, bool IsPerYear = false)
{
    /// <summary>The counters that the formula reads.</summary>
    public IEnumerable<Counter> Counters
    {
        get
        {
            yield return Numerator;
            if (Minus is { } minus) yield return minus;
            if (Denominator is { } denominator) yield return denominator;
        }
    }
}
