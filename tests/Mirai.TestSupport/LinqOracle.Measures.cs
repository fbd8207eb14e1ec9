using System.Numerics;
using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    private static readonly Period NinetyDays = Period.Days(90);

    /// <summary>The ids of all measures that need nothing but purchases.</summary>
    public static IReadOnlyList<string> MeasureIds { get; } =
    [
        "active_customers", "new_customers", "reactivated_customers", "lapsed_customers", "new_customers_yoy", "retained_customers",
        "reactivated_customers_yoy", "lost_customers", "lapsed_pool", "buyers", "purchases", "sales", "gross_sales", "returns", "discounts",
        "discounted_sales", "trailing_sales", "annual_sales", "trailing_ltv", "annual_ltv", "purchase_frequency", "average_order_value",
        "recent_buyers", "recent_frequency", "recent_order_value", "retention_rate", "churn_rate", "reactivation_rate", "new_customer_rate",
        "second_purchase_rate", "at_risk_customers", "expiring_customers", "overdue_customers", "discount_rate",
        "discounted_purchase_share", "discounted_sales_share", "discount_acquired_share",
    ];

    /// <summary>The value of a measure over all customers at the end of a day, or on that day for a flow.</summary>
    public Ratio Value(string measureId, DateOnly t) => Compute(measureId, t, Everyone);

    private Scope Everyone => new((_, _) => true, _ => _customers.SelectMany(customer => customer.Orders), HasStrangers: true);

    private Ratio Compute(string measureId, DateOnly t, Scope scope)
    {
        var yesterday = Back(t, Period.Days(1));
        var yearBefore = Back(t, _activePeriod);
        var trailing = scope.OrdersAt(t).Where(order => InTrailing(order.Day, t, _activePeriod));
        var (periods, perYears) = PeriodsPerYear;

        Ratio Count(Func<Customer, bool> which) => Ratio.Of(_customers.Count(which));
        Ratio ShareOf(Func<Customer, bool> whole, Func<Customer, bool> part) =>
            new(_customers.Where(whole).Count(part), _customers.Count(whole));
        bool Now(Customer customer) => scope.Belongs(customer, t);
        bool Then(Customer customer) => scope.Belongs(customer, yearBefore);
        bool IsActiveNow(Customer customer) => IsActive(customer, t) && Now(customer);
        bool WasActive(Customer customer) => IsActive(customer, yearBefore) && Then(customer);
        bool WasLapsed(Customer customer) => IsLapsed(customer, yearBefore) && Then(customer);
        bool CameSince(Customer customer) => customer.FirstDay is { } first && InTrailing(first, t, _activePeriod) && Now(customer);

        return measureId switch
        {
            "active_customers" => Count(IsActiveNow),
            "new_customers" => Count(c => c.FirstDay == t && Now(c)),
            "reactivated_customers" => Count(c => c.PurchaseDays.Contains(t) && IsLapsed(c, yesterday) && Now(c)),
            "lapsed_customers" => Count(c => IsActive(c, yesterday) && !IsActive(c, t) && scope.Belongs(c, yesterday)),
            "lapsed_pool" => Count(c => IsLapsed(c, t) && Now(c)),

            "new_customers_yoy" => Count(CameSince),
            "retained_customers" => Count(c => WasActive(c) && IsActive(c, t)),
            "lost_customers" => Count(c => WasActive(c) && !IsActive(c, t)),
            "reactivated_customers_yoy" => Count(c => IsLapsed(c, yearBefore) && IsActiveNow(c)),
            "retention_rate" => ShareOf(WasActive, c => IsActive(c, t)),
            "churn_rate" => ShareOf(WasActive, c => !IsActive(c, t)),
            "reactivation_rate" => ShareOf(WasLapsed, c => IsActive(c, t)),
            "new_customer_rate" => new Ratio(_customers.Count(CameSince), _customers.Count(WasActive)),

            "trailing_sales" => Ratio.Of(Sales(trailing)),
            "annual_sales" => Ratio.Of(Sales(scope.OrdersAt(t).Where(order => InTrailing(order.Day, t, Period.Years(1))))),
            "trailing_ltv" => new Ratio(Sales(trailing), _customers.Count(IsActiveNow)),
            "annual_ltv" => new Ratio(Sales(trailing) * periods, _customers.Count(IsActiveNow) * perYears),
            "purchase_frequency" => new Ratio(Purchases(trailing), _customers.Count(IsActiveNow)),
            "average_order_value" => new Ratio(Sales(trailing), Purchases(trailing)),

            "discount_acquired_share" => ShareOf(
                c => c.FirstDay is { } first && InTrailing(first, t, NinetyDays) && Now(c), c => c.FirstPurchaseWasDiscounted),
            "second_purchase_rate" => ShareOf(
                c => c.FirstDay is { } first && InTrailing(first, Back(t, NinetyDays), NinetyDays) && Now(c), c => c.BoughtAgainWithin(90)),

            "at_risk_customers" => Count(c => IsActiveNow(c) && IsAtRisk(c, t)),
            "expiring_customers" => Count(c => IsActiveNow(c) && IsExpiring(c, t)),
            "overdue_customers" => Count(c => IsActiveNow(c) && IsOverdue(c, t)),
            _ => ContactMeasureIds.Contains(measureId, StringComparer.Ordinal)
                ? ComputeFromContacts(measureId, t, scope)
                : ComputeFromRows(measureId, t, scope),
        };
    }

    /// <summary>The measures of the rows of the day and of the last ninety, whoever bought.</summary>
    private static Ratio ComputeFromRows(string measureId, DateOnly t, Scope scope)
    {
        var today = scope.OrdersAt(t).Where(order => order.Day == t);
        var recent = scope.OrdersAt(t).Where(order => InTrailing(order.Day, t, NinetyDays));
        return measureId switch
        {
            "buyers" => Ratio.Of(Buyers(today)),
            "purchases" => Ratio.Of(Purchases(today)),
            "sales" => Ratio.Of(Sales(today)),
            "gross_sales" => Ratio.Of(GrossSales(today)),
            "returns" => Ratio.Of(GrossSales(today) - Sales(today)),
            "discounts" => Ratio.Of(today.Sum(order => order.Discount)),
            "discounted_sales" => Ratio.Of(GrossSales(today.Where(order => order.IsDiscountedPurchase))),

            "recent_buyers" => Ratio.Of(Buyers(recent)),
            "recent_frequency" => new Ratio(Purchases(recent), Buyers(recent)),
            "recent_order_value" => new Ratio(Sales(recent), Purchases(recent)),
            "discount_rate" => new Ratio(DiscountOfPurchases(recent), GrossSales(recent) + DiscountOfPurchases(recent)),
            "discounted_purchase_share" => new Ratio(recent.Count(order => order.IsDiscountedPurchase), Purchases(recent)),
            "discounted_sales_share" => new Ratio(GrossSales(recent.Where(order => order.IsDiscountedPurchase)), GrossSales(recent)),
            _ => throw new ArgumentException($"Found the measure `{measureId}`, expected one of the measure ids.", nameof(measureId)),
        };
    }

    private static int Buyers(IEnumerable<Order> orders) =>
        orders.Where(order => order.IsPurchase).Select(order => order.Customer).Distinct().Count();

    private static int Purchases(IEnumerable<Order> orders) => orders.Count(order => order.IsPurchase);

    private static decimal Sales(IEnumerable<Order> orders) => orders.Sum(order => order.Amount);

    private static decimal GrossSales(IEnumerable<Order> orders) => orders.Where(order => order.IsPurchase).Sum(order => order.Amount);

    private static decimal DiscountOfPurchases(IEnumerable<Order> orders) =>
        orders.Where(order => order.IsPurchase).Sum(order => order.Discount);

    /// <summary>12/months, 1/years, 365.25/days.</summary>
    private (decimal Periods, decimal Years) PeriodsPerYear => _activePeriod.Unit switch
    {
        PeriodUnit.Day => (365.25m, _activePeriod.Length),
        PeriodUnit.Month => (12, _activePeriod.Length),
        _ => (1, _activePeriod.Length),
    };

    /// <summary>Silent for 240/365 of the active period, in whole days upwards; a month counts a twelfth of 365 days.</summary>
    private bool IsAtRisk(Customer customer, DateOnly t)
    {
        decimal twelfthsOfDays = _activePeriod.Unit switch
        {
            PeriodUnit.Day => 12 * _activePeriod.Length,
            PeriodUnit.Month => 365 * _activePeriod.Length,
            _ => 12 * 365 * _activePeriod.Length,
        };
        var silentDays = t.DayNumber - customer.PurchaseDaysUntil(t).Last().DayNumber;
        return silentDays >= Math.Ceiling(twelfthsOfDays * 240 / (12 * 365));
    }

    /// <summary>Without a further purchase not active on t + 30.</summary>
    private bool IsExpiring(Customer customer, DateOnly t) =>
        !customer.PurchaseDaysUntil(t).Any(day => InTrailing(day, t.AddDays(30), _activePeriod));

    /// <summary>Silence > mean + sample standard deviation of the intervals, as whole numbers: with n intervals of sum S and squares Q,
    /// d = n x silence - S > 0 and d^2 (n - 1) > n (n Q - S^2).</summary>
    private static bool IsOverdue(Customer customer, DateOnly t)
    {
        var days = customer.PurchaseDaysUntil(t).Select(day => day.DayNumber).ToList();
        if (days.Count < 3) return false;
        var intervals = days.Zip(days.Skip(1), (earlier, later) => new BigInteger(later - earlier)).ToList();
        var (n, sum, squares) = (new BigInteger(intervals.Count), BigInteger.Zero, BigInteger.Zero);
        foreach (var interval in intervals) (sum, squares) = (sum + interval, squares + (interval * interval));
        var excess = (n * (t.DayNumber - days[^1])) - sum;
        return excess > 0 && excess * excess * (n - 1) > n * ((n * squares) - (sum * sum));
    }

    /// <summary>Part of the customers and rows: everyone's, or those of one value of a segment.</summary>
    /// <param name="Belongs">Whether a customer has the value on a day.</param>
    /// <param name="OrdersAt">The orders, of any day, that count as the value's at the end of a day.</param>
    /// <param name="HasStrangers">Whether the contacts with people who never bought nor returned anything count.</param>
    private sealed record Scope(
        Func<Customer, DateOnly?, bool> Belongs, Func<DateOnly, IEnumerable<Order>> OrdersAt, bool HasStrangers);
}
