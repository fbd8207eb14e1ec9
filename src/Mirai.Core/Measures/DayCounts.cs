namespace Mirai.Measures;

/// <summary>What the rows of one day add up to.</summary>
internal struct DayRows
{
    public long Sales;
    public long Returns;
    public int Purchases;
    public int Buyers;
}

/// <summary>What begins and ends on one day, as differences to the day before.</summary>
internal struct DaySpells
{
    public int New;
    public int Reactivated;
    public int Lapsed;
    public int RetainedChange;
    public int BoughtTwice;
}

/// <summary>How many silent customers there are, as differences to the day before.</summary>
internal struct DaySilence
{
    public int AtRiskChange;
    public int ExpiringChange;
    public int OverdueChange;
}

/// <summary>What the discounts of one day add up to.</summary>
internal struct DayDiscounts
{
    public long Discounts;
    public long PurchaseDiscounts;
    public long DiscountedSales;
    public int DiscountedPurchases;
    public int NewDiscounted;
}
