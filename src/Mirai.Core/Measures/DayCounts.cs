namespace Mirai.Measures;

/// <summary>What the rows of one day add up to.</summary>
internal struct DayRows
{
    /// <summary>Net sales in minor units.</summary>
    public long Sales;

    /// <summary>How many purchases.</summary>
    public int Purchases;

    /// <summary>How many of them by customers who had bought on the day before: purchases less these are buyers.</summary>
    public int Repeats;

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DayRows other)
    {
        Sales += other.Sales;
        Purchases += other.Purchases;
        Repeats += other.Repeats;
    }
}

/// <summary>What begins and ends on one day.</summary>
internal struct DaySpells
{
    /// <summary>How many customers bought for the first time.</summary>
    public int Firsts;

    /// <summary>How many of these bought on a second day within 90 days.</summary>
    public int BoughtTwice;

    /// <summary>How many customers bought for the last time.</summary>
    public int Lasts;

    /// <summary>How many bought, and not again within 90 days, but later.</summary>
    public int SilentSince;

    /// <summary>How many bought again after more than 90 days.</summary>
    public int SilentUntil;

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DaySpells other)
    {
        Firsts += other.Firsts;
        BoughtTwice += other.BoughtTwice;
        Lasts += other.Lasts;
        SilentSince += other.SilentSince;
        SilentUntil += other.SilentUntil;
    }
}

/// <summary>What the gaps longer than an active period begin and end on one day.</summary>
internal struct DayGaps
{
    /// <summary>Customers who lapse and come back later.</summary>
    public int Lapsed;

    /// <summary>Customers who come back.</summary>
    public int Reactivated;

    /// <summary>Difference to the day before of the customers who were active an active period ago and are active.</summary>
    public int RetainedChange;

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DayGaps other)
    {
        Lapsed += other.Lapsed;
        Reactivated += other.Reactivated;
        RetainedChange += other.RetainedChange;
    }
}

/// <summary>How many silent customers there are, as differences to the day before.</summary>
internal struct DaySilence
{
    public int AtRiskChange;
    public int ExpiringChange;
    public int OverdueChange;

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DaySilence other)
    {
        AtRiskChange += other.AtRiskChange;
        ExpiringChange += other.ExpiringChange;
        OverdueChange += other.OverdueChange;
    }
}

/// <summary>What the discounts of one day add up to.</summary>
internal struct DayDiscounts
{
    public long Discounts;
    public long PurchaseDiscounts;
    public long DiscountedSales;
    public int DiscountedPurchases;
    public int NewDiscounted;

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DayDiscounts other)
    {
        Discounts += other.Discounts;
        PurchaseDiscounts += other.PurchaseDiscounts;
        DiscountedSales += other.DiscountedSales;
        DiscountedPurchases += other.DiscountedPurchases;
        NewDiscounted += other.NewDiscounted;
    }
}
