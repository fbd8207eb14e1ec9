using Mirai.Model;

namespace Mirai.History;

/// <summary>Which optional columns a purchase table has.</summary>
public sealed record PurchaseLayout
{
    /// <summary>The currency: amounts and discounts are its minor units.</summary>
    public Currency Currency { get; init; } = Currency.Jpy;

    /// <summary>Whether rows carry a discount.</summary>
    public bool HasDiscounts { get; init; }

    /// <summary>Whether rows carry an order id, so that lines of one order on one day become one purchase.</summary>
    public bool HasOrders { get; init; }

    /// <summary>The names of the text dimensions, in the order in which rows give their values.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Whether rows carry anything besides customer, day and amount.</summary>
    internal bool HasExtras => HasDiscounts || HasOrders || Dimensions.Count > 0;
}
