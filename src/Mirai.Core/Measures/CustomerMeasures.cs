namespace Mirai.Measures;

/// <summary>The measures of how many customers there are, come and go.</summary>
/// <remarks>A is the active period, <c>Trailing(t, P)</c> the days <c>(t - P, t]</c>. Formulae and empty cases: <c>docs/measures.md</c>.</remarks>
public static class CustomerMeasures
{
    /// <summary>稼働顧客数: customers with a purchase in Trailing(t, A).</summary>
    public static Measure ActiveCustomers { get; } = new()
    {
        Id = "active_customers", EnglishName = "Active customers", JapaneseName = "稼働顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "customers with a purchase in Trailing(t, A)",
        Counters = new(Counter.Active),
    };

    /// <summary>新規顧客数: customers whose first purchase ever is on the day.</summary>
    public static Measure NewCustomers { get; } = new()
    {
        Id = "new_customers", EnglishName = "New customers", JapaneseName = "新規顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "customers whose first purchase ever is on the day",
        Counters = new(Counter.New),
    };

    /// <summary>復活顧客数: customers who purchase on the day and were lapsed the day before.</summary>
    public static Measure ReactivatedCustomers { get; } = new()
    {
        Id = "reactivated_customers", EnglishName = "Reactivated customers", JapaneseName = "復活顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.ActivePeriod,
        Formula = "customers who purchase on the day and were lapsed the day before",
        Counters = new(Counter.Reactivated),
    };

    /// <summary>失効顧客数: customers who were active the day before and are not any more.</summary>
    public static Measure LapsedCustomers { get; } = new()
    {
        Id = "lapsed_customers", EnglishName = "Lapsed customers", JapaneseName = "失効顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Flow, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        Formula = "customers who were active the day before and are not any more",
        Counters = new(Counter.Lapsed),
    };

    /// <summary>新規顧客数(前年比): customers whose first purchase lies in Trailing(t, A).</summary>
    public static Measure NewCustomersYoy { get; } = new()
    {
        Id = "new_customers_yoy", EnglishName = "New customers, period on period", JapaneseName = "新規顧客数(前年比)",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "customers whose first purchase lies in Trailing(t, A)",
        Counters = new(Counter.NewWithin),
    };

    /// <summary>維持顧客数: customers active at t - A and at t.</summary>
    public static Measure RetainedCustomers { get; } = new()
    {
        Id = "retained_customers", EnglishName = "Retained customers", JapaneseName = "維持顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "customers active at t - A and at t",
        Counters = new(Counter.Retained),
    };

    /// <summary>復活顧客数(前年比): customers active at t, lapsed at t - A.</summary>
    public static Measure ReactivatedCustomersYoy { get; } = new()
    {
        Id = "reactivated_customers_yoy", EnglishName = "Reactivated customers, period on period", JapaneseName = "復活顧客数(前年比)",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "customers active at t, lapsed at t - A",
        Counters = new(Counter.ReactivatedWithin),
    };

    /// <summary>喪失顧客数: customers active at t - A and not at t.</summary>
    public static Measure LostCustomers { get; } = new()
    {
        Id = "lost_customers", EnglishName = "Lost customers", JapaneseName = "喪失顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "customers active at t - A and not at t",
        Counters = new(Counter.ActiveBefore, Minus: Counter.Retained),
    };

    /// <summary>休眠顧客数: customers who have purchased, but not in Trailing(t, A).</summary>
    public static Measure LapsedPool { get; } = new()
    {
        Id = "lapsed_pool", EnglishName = "Lapsed pool", JapaneseName = "休眠顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Neither, Needs = HistoryNeeded.ActivePeriod,
        Formula = "customers who have purchased, but not in Trailing(t, A)",
        Counters = new(Counter.Pool),
    };

    /// <summary>顧客維持率: retained customers / active customers at t - A.</summary>
    public static Measure RetentionRate { get; } = new()
    {
        Id = "retention_rate", EnglishName = "Retention rate", JapaneseName = "顧客維持率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "retained customers / active customers at t - A",
        Counters = new(Counter.Retained, Denominator: Counter.ActiveBefore),
    };

    /// <summary>離脱率: lost customers / active customers at t - A.</summary>
    public static Measure ChurnRate { get; } = new()
    {
        Id = "churn_rate", EnglishName = "Churn rate", JapaneseName = "離脱率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "lost customers / active customers at t - A",
        Counters = new(Counter.ActiveBefore, Minus: Counter.Retained, Denominator: Counter.ActiveBefore),
    };

    /// <summary>顧客復活率: of the lapsed pool at t - A, the share active at t.</summary>
    public static Measure ReactivationRate { get; } = new()
    {
        Id = "reactivation_rate", EnglishName = "Reactivation rate", JapaneseName = "顧客復活率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "of the lapsed pool at t - A, the share active at t",
        Counters = new(Counter.ReturnedFromPool, Denominator: Counter.PoolBefore),
    };

    /// <summary>新規客率: new customers in Trailing(t, A) / active customers at t - A.</summary>
    public static Measure NewCustomerRate { get; } = new()
    {
        Id = "new_customer_rate", EnglishName = "New-customer rate", JapaneseName = "新規客率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        Formula = "new customers in Trailing(t, A) / active customers at t - A",
        Counters = new(Counter.NewWithin, Denominator: Counter.ActiveBefore),
    };

    /// <summary>F2転換率: of the customers first seen in (t - 180 days, t - 90 days], the share with a second purchase day within 90 days.</summary>
    public static Measure SecondPurchaseRate { get; } = new()
    {
        Id = "second_purchase_rate", EnglishName = "Second-purchase rate", JapaneseName = "F2転換率",
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.HalfYear,
        Formula = "of the customers first seen in (t - 180 days, t - 90 days], the share with a second purchase day within 90 days",
        Counters = new(Counter.SecondDone, Denominator: Counter.SecondBase),
    };

    /// <summary>離脱予備軍客数: active customers silent for A x 240/365 or longer.</summary>
    public static Measure AtRiskCustomers { get; } = new()
    {
        Id = "at_risk_customers", EnglishName = "Customers at risk", JapaneseName = "離脱予備軍客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        Formula = "active customers silent for A x 240/365 or longer",
        Counters = new(Counter.AtRisk),
    };

    /// <summary>失効予定客数: active customers who will have lapsed in 30 days without a further purchase.</summary>
    public static Measure ExpiringCustomers { get; } = new()
    {
        Id = "expiring_customers", EnglishName = "Expiring customers", JapaneseName = "失効予定客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        Formula = "active customers who will have lapsed in 30 days without a further purchase",
        Counters = new(Counter.Expiring),
    };

    /// <summary>予兆客数: active customers with 3 and more purchase days whose silence passes the mean + 1 sample standard deviation of their own intervals.</summary>
    public static Measure OverdueCustomers { get; } = new()
    {
        Id = "overdue_customers", EnglishName = "Overdue customers", JapaneseName = "予兆客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.ActivePeriod,
        Formula = "active customers with 3 and more purchase days whose silence passes the mean + 1 sample standard deviation of their own intervals",
        Counters = new(Counter.Overdue),
    };
}
