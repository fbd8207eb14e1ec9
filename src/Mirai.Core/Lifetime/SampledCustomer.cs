namespace Mirai.Lifetime;

/// <summary>One drawn customer: what he bought in the two windows, from whatever source.</summary>
/// <param name="BasePurchases">Purchases in the base window; at least 1.</param>
/// <param name="BaseSales">What he spent in it, in currency units.</param>
/// <param name="NextPurchases">Purchases in the next window; 0 for a customer who was lost.</param>
/// <param name="NextSales">What he spent in it.</param>
public readonly record struct SampledCustomer(int BasePurchases, decimal BaseSales, int NextPurchases, decimal NextSales);
