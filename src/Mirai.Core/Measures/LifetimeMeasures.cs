namespace Mirai.Measures;

/// <summary>The measures of window churn and lifetime value, computed at each month's end.</summary>
/// <remarks>
/// P is the window (3 months), base customers are those who account for the coverage (80 %) of spend in <c>(t - 2P, t - P]</c>, next is <c>(t - P, t]</c>.
/// Formulae, options and empty cases: <c>docs/lifetime.md</c>.
/// </remarks>
public static class LifetimeMeasures
{
    /// <summary>3か月客数離反率: of the base customers, the share without a purchase in the next window.</summary>
    public static Measure WindowLostRate { get; } = Rate(
        "window_lost_rate", "Window lost rate", "3か月客数離反率", "base customers without a purchase in (t - P, t] / base customers");

    /// <summary>3か月頻度低下率: by how much those who stayed purchase less often; negative where more often.</summary>
    public static Measure WindowFrequencyDecline { get; } = Rate(
        "window_frequency_decline", "Window frequency decline", "3か月頻度低下率",
        "1 - purchases per customer of those who stayed, in (t - P, t] / purchases per base customer, in (t - 2P, t - P]");

    /// <summary>3か月離反率: lost rate and a falling frequency together.</summary>
    public static Measure WindowChurn { get; } = Rate(
        "window_churn", "Window churn", "3か月離反率", "window lost rate + window frequency decline, where that is positive");

    /// <summary>年間離反率: window churn of a year.</summary>
    public static Measure AnnualChurn { get; } = Rate("annual_churn", "Annual churn", "年間離反率", "window churn x windows per year");

    /// <summary>LTV: yearly spend of those who stayed, as long as they stay.</summary>
    public static Measure LifetimeValue { get; } = new()
    {
        Id = "lifetime_value", EnglishName = "Lifetime value", JapaneseName = "LTV",
        Unit = MeasureUnit.MoneyPerCustomer, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoChurnWindows,
        IsMonthly = true, Stage = MeasureStage.WindowChurn,
        Formula = "yearly spend per customer who stayed / annual churn; missing where unbounded",
    };

    /// <summary>不足新規客数: how many more new customers a year it takes to hold sales.</summary>
    public static Measure MissingNewCustomers { get; } = new()
    {
        Id = "missing_new_customers", EnglishName = "Missing new customers", JapaneseName = "不足新規客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.TwoActivePeriods,
        IsMonthly = true, Stage = MeasureStage.WindowChurn,
        Formula = "annual churn x active customers at t - A, less new customers a year; at least 0, rounded up",
    };

    private static Measure Rate(string id, string englishName, string japaneseName, string formula) => new()
    {
        Id = id, EnglishName = englishName, JapaneseName = japaneseName,
        Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Down, Needs = HistoryNeeded.TwoChurnWindows,
        IsMonthly = true, Stage = MeasureStage.WindowChurn, Formula = formula,
    };
}
