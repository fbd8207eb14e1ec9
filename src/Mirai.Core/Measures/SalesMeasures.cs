namespace Mirai.Measures;

/// <summary>The measures of purchases, sales and discounts.</summary>
/// <remarks>A is the active period, <c>Trailing(t, P)</c> the days <c>(t - P, t]</c>. Formulae and empty cases: <c>docs/measures.md</c>.</remarks>
public static class SalesMeasures
{
    /// <summary>購買客数: distinct customers with a purchase on the day.</summary>
    public static Measure Buyers { get; } = new()
    {
        Id = "buyers", EnglishName = "Buyers", JapaneseName = "購買客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.None,
        Formula = "distinct customers with a purchase on the day",
        Counters = new(Counter.Buyers),
    };

    /// <summary>購買回数: orders of the day with a sum of at least 0.</summary>
    public static Measure Purchases { get; } = new()
    {
        Id = "purchases", EnglishName = "Purchases", JapaneseName = "購買回数",
        Unit = MeasureUnit.Purchases, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.None,
        Formula = "orders of the day with a sum of at least 0",
        Counters = new(Counter.Purchases),
    };

    /// <summary>売上: purchases and returns of the day.</summary>
    public static Measure Sales { get; } = new()
    {
        Id = "sales", EnglishName = "Sales", JapaneseName = "売上",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.None,
        Formula = "purchases and returns of the day",
        Counters = new(Counter.Sales),
    };

    /// <summary>総売上: purchases of the day, without returns.</summary>
    public static Measure GrossSales { get; } = new()
    {
        Id = "gross_sales", EnglishName = "Gross sales", JapaneseName = "総売上",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.None,
        Formula = "purchases of the day, without returns",
        Counters = new(Counter.GrossSales),
    };

    /// <summary>返品: gross sales - sales.</summary>
    public static Measure Returns { get; } = new()
    {
        Id = "returns", EnglishName = "Returns", JapaneseName = "返品",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.None,
        Formula = "gross sales - sales",
        Counters = new(Counter.Returns),
    };

    /// <summary>値引額: discounts of all rows of the day.</summary>
    public static Measure Discounts { get; } = new()
    {
        Id = "discounts", EnglishName = "Discounts", JapaneseName = "値引額",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Neither, Needs = HistoryNeeded.None, NeedsDiscounts = true,
        Formula = "discounts of all rows of the day",
        Counters = new(Counter.Discounts),
    };

    /// <summary>値引売上: gross sales of the day's purchases that carry a discount.</summary>
    public static Measure DiscountedSales { get; } = new()
    {
        Id = "discounted_sales", EnglishName = "Discounted sales", JapaneseName = "値引売上",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Neither, Needs = HistoryNeeded.None, NeedsDiscounts = true,
        Formula = "gross sales of the day's purchases that carry a discount",
        Counters = new(Counter.DiscountedSales),
    };

    /// <summary>移動年計: sales in Trailing(t, A).</summary>
    public static Measure TrailingSales { get; } = new()
    {
        Id = "trailing_sales", EnglishName = "Trailing sales", JapaneseName = "移動年計",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "sales in Trailing(t, A)",
        Counters = new(Counter.TrailingSales),
    };

    /// <summary>年商: sales in Trailing(t, 1 year).</summary>
    public static Measure AnnualSales { get; } = new()
    {
        Id = "annual_sales", EnglishName = "Annual sales", JapaneseName = "年商",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.OneYear,
        Formula = "sales in Trailing(t, 1 year)",
        Counters = new(Counter.AnnualSales),
    };

    /// <summary>期間LTV: trailing sales / active customers.</summary>
    public static Measure TrailingLtv { get; } = new()
    {
        Id = "trailing_ltv", EnglishName = "Trailing LTV", JapaneseName = "期間LTV",
        Unit = MeasureUnit.MoneyPerCustomer, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "trailing sales / active customers",
        Counters = new(Counter.TrailingSales, Denominator: Counter.Active),
    };

    /// <summary>年間LTV: trailing LTV x active periods in a year.</summary>
    public static Measure AnnualLtv { get; } = new()
    {
        Id = "annual_ltv", EnglishName = "Annual LTV", JapaneseName = "年間LTV",
        Unit = MeasureUnit.MoneyPerCustomer, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "trailing LTV x active periods in a year",
        Counters = new(Counter.TrailingSales, Denominator: Counter.Active, IsPerYear: true),
    };

    /// <summary>購買頻度: purchases in Trailing(t, A) / active customers.</summary>
    public static Measure PurchaseFrequency { get; } = new()
    {
        Id = "purchase_frequency", EnglishName = "Purchase frequency", JapaneseName = "購買頻度",
        Unit = MeasureUnit.PurchasesPerCustomer, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "purchases in Trailing(t, A) / active customers",
        Counters = new(Counter.TrailingPurchases, Denominator: Counter.Active),
    };

    /// <summary>1回単価: trailing sales / purchases in Trailing(t, A).</summary>
    public static Measure AverageOrderValue { get; } = new()
    {
        Id = "average_order_value", EnglishName = "Average order value", JapaneseName = "1回単価",
        Unit = MeasureUnit.MoneyPerPurchase, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "trailing sales / purchases in Trailing(t, A)",
        Counters = new(Counter.TrailingSales, Denominator: Counter.TrailingPurchases),
    };

    /// <summary>直近購買客数: distinct customers with a purchase in Trailing(t, 90 days).</summary>
    public static Measure RecentBuyers { get; } = new()
    {
        Id = "recent_buyers", EnglishName = "Recent buyers", JapaneseName = "直近購買客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.NinetyDays,
        Formula = "distinct customers with a purchase in Trailing(t, 90 days)",
        Counters = new(Counter.RecentBuyers),
    };

    /// <summary>直近購買頻度: purchases in Trailing(t, 90 days) / recent buyers.</summary>
    public static Measure RecentFrequency { get; } = new()
    {
        Id = "recent_frequency", EnglishName = "Recent frequency", JapaneseName = "直近購買頻度",
        Unit = MeasureUnit.PurchasesPerCustomer, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.NinetyDays,
        Formula = "purchases in Trailing(t, 90 days) / recent buyers",
        Counters = new(Counter.RecentPurchases, Denominator: Counter.RecentBuyers),
    };

    /// <summary>直近1回単価: sales in Trailing(t, 90 days) / purchases in it.</summary>
    public static Measure RecentOrderValue { get; } = new()
    {
        Id = "recent_order_value", EnglishName = "Recent order value", JapaneseName = "直近1回単価",
        Unit = MeasureUnit.MoneyPerPurchase, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.NinetyDays,
        Formula = "sales in Trailing(t, 90 days) / purchases in it",
        Counters = new(Counter.RecentSales, Denominator: Counter.RecentPurchases),
    };

    /// <summary>値引率: discount / (gross sales + discount) of the purchases in Trailing(t, 90 days).</summary>
    public static Measure DiscountRate { get; } = new()
    {
        Id = "discount_rate", EnglishName = "Discount rate", JapaneseName = "値引率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.NinetyDays, NeedsDiscounts = true,
        Formula = "discount / (gross sales + discount) of the purchases in Trailing(t, 90 days)",
        Counters = new(Counter.RecentDiscount, Denominator: Counter.RecentListPrice),
    };

    /// <summary>値引購買比率: of the purchases in Trailing(t, 90 days), the share that carries a discount.</summary>
    public static Measure DiscountedPurchaseShare { get; } = new()
    {
        Id = "discounted_purchase_share", EnglishName = "Discounted purchases", JapaneseName = "値引購買比率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.NinetyDays, NeedsDiscounts = true,
        Formula = "of the purchases in Trailing(t, 90 days), the share that carries a discount",
        Counters = new(Counter.RecentDiscountedPurchases, Denominator: Counter.RecentPurchases),
    };

    /// <summary>値引売上比率: of the gross sales in Trailing(t, 90 days), the share of purchases that carry a discount.</summary>
    public static Measure DiscountedSalesShare { get; } = new()
    {
        Id = "discounted_sales_share", EnglishName = "Discounted sales share", JapaneseName = "値引売上比率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.NinetyDays, NeedsDiscounts = true,
        Formula = "of the gross sales in Trailing(t, 90 days), the share of purchases that carry a discount",
        Counters = new(Counter.RecentDiscountedSales, Denominator: Counter.RecentGross),
    };

    /// <summary>値引獲得比率: of the customers first seen in Trailing(t, 90 days), the share whose first day carries a discount.</summary>
    public static Measure DiscountAcquiredShare { get; } = new()
    {
        Id = "discount_acquired_share", EnglishName = "Acquired at a discount", JapaneseName = "値引獲得比率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod, NeedsDiscounts = true,
        Formula = "of the customers first seen in Trailing(t, 90 days), the share whose first day carries a discount",
        Counters = new(Counter.RecentNewDiscounted, Denominator: Counter.RecentNew),
    };
}
