using System.Globalization;

namespace Mirai.Lifetime;

/// <summary>How totals can contradict each other.</summary>
public enum TotalsContradiction
{
    /// <summary>A number is negative.</summary>
    NegativeNumber,

    /// <summary>There are more customers in the next window than in the base window, though they are some of them.</summary>
    MoreNextThanBaseCustomers,

    /// <summary>A window has fewer purchases than customers with a purchase.</summary>
    FewerPurchasesThanCustomers,

    /// <summary>A window has purchases or sales, but no customers.</summary>
    SalesOfNobody,
}

/// <summary>What the base customers bought in the base window, and what the same customers bought in the next window: all that window churn needs.</summary>
/// <param name="BaseCustomers">How many base customers there are.</param>
/// <param name="BasePurchases">Their purchases in the base window; at least one each.</param>
/// <param name="BaseSales">What they spent in it, in currency units; returns are not taken off.</param>
/// <param name="NextCustomers">How many of them purchased in the next window.</param>
/// <param name="NextPurchases">Their purchases in the next window; at least one each.</param>
/// <param name="NextSales">What they spent in it.</param>
public readonly record struct WindowTotals(
    long BaseCustomers, long BasePurchases, decimal BaseSales, long NextCustomers, long NextPurchases, decimal NextSales)
{
    /// <summary>What about the totals cannot be; <see langword="null"/> where they agree with each other.</summary>
    public TotalsContradiction? Contradiction
    {
        get
        {
            if (BaseCustomers < 0 || BasePurchases < 0 || BaseSales < 0 || NextCustomers < 0 || NextPurchases < 0 || NextSales < 0)
                return TotalsContradiction.NegativeNumber;
            if (NextCustomers > BaseCustomers) return TotalsContradiction.MoreNextThanBaseCustomers;
            if (BasePurchases < BaseCustomers || NextPurchases < NextCustomers) return TotalsContradiction.FewerPurchasesThanCustomers;
            var isNobodys = BaseCustomers == 0 && (BasePurchases > 0 || BaseSales > 0);
            return isNobodys || (NextCustomers == 0 && (NextPurchases > 0 || NextSales > 0)) ? TotalsContradiction.SalesOfNobody : null;
        }
    }

    /// <summary>The six numbers in the order in which the tool takes them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{BaseCustomers},{BasePurchases},{BaseSales},{NextCustomers},{NextPurchases},{NextSales}");

    internal string Describe(TotalsContradiction contradiction) => $"The totals {this} contradict each other: " + contradiction switch
    {
        TotalsContradiction.NegativeNumber => "expected no negative number.",
        TotalsContradiction.MoreNextThanBaseCustomers => "expected at most as many customers in the next window as in the base window, since they are some of them.",
        TotalsContradiction.FewerPurchasesThanCustomers => "expected at least one purchase for every customer of a window.",
        _ => "expected no purchases and no sales in a window without customers.",
    };
}
