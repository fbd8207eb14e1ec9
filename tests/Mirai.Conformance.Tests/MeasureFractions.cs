using Mirai.DuckDb;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>The measures of the catalog as fractions of the whole-number columns that the SQL answers with.</summary>
internal static class MeasureFractions
{
    private static readonly HashSet<string> Money = new(StringComparer.Ordinal)
    {
        "sales", "gross_sales", "returns", "discounts", "discounted_sales", "trailing_sales", "annual_sales",
    };

    /// <summary>The columns that a measure is the quotient of, in minor units where it is money per something; itself over 1 for a count.</summary>
    public static (string Part, string? Whole) ColumnsOf(string measureId) => measureId switch
    {
        "trailing_ltv" or "annual_ltv" => ("trailing_sales", "active_customers"),
        "purchase_frequency" => ("trailing_purchases", "active_customers"),
        "average_order_value" => ("trailing_sales", "trailing_purchases"),
        "recent_frequency" => ("recent_purchases", "recent_buyers"),
        "recent_order_value" => ("recent_sales", "recent_purchases"),
        "retention_rate" => ("retained_customers", "active_before"),
        "churn_rate" => ("lost_customers", "active_before"),
        "reactivation_rate" => ("reactivation_rate_part", "lapsed_pool_before"),
        "new_customer_rate" => ("new_customers_yoy", "active_before"),
        "second_purchase_rate" => ("second_purchase_part", "second_purchase_whole"),
        "discount_rate" => ("discount_rate_part", "discount_rate_whole"),
        "discounted_purchase_share" => ("discounted_purchase_part", "recent_purchases"),
        "discounted_sales_share" => ("discounted_sales_part", "discounted_sales_whole"),
        "discount_acquired_share" => ("discount_acquired_part", "discount_acquired_whole"),
        _ => (measureId, null),
    };

    /// <summary>A measure's exact value on a day.</summary>
    public static Ratio At(DailyColumns columns, string measureId, int dayIndex, Period activePeriod, Currency currency)
    {
        var (part, whole) = ColumnsOf(measureId);
        var isMoney = Money.Contains(part) && !measureId.EndsWith("_share", StringComparison.Ordinal);
        var numerator = isMoney ? currency.ToAmount(columns[part][dayIndex]) : columns[part][dayIndex];
        if (string.Equals(measureId, "recent_order_value", StringComparison.Ordinal)) numerator = currency.ToAmount(columns[part][dayIndex]);
        if (whole is null) return Ratio.Of(numerator);
        var (periods, years) = string.Equals(measureId, "annual_ltv", StringComparison.Ordinal) ? activePeriod.PeriodsPerYear : (1, 1);
        return new Ratio(numerator * periods, columns[whole][dayIndex] * (decimal)years);
    }
}
