namespace Mirai.Model;

/// <summary>One order of one customer on one day, or one line of it where <paramref name="Order"/> is given.</summary>
/// <param name="Customer">The customer's key, as the source spells it; not empty.</param>
/// <param name="Day">The calendar day of the purchase.</param>
/// <param name="Amount">What was paid, in currency units; negative for a return. Exact: never rounded unless asked for.</param>
/// <param name="Discount">What was taken off the list price, in currency units; not negative for a purchase.</param>
/// <param name="Order">The order id. Rows that share customer, order and day are lines of one purchase; without one every row is a purchase.</param>
public sealed record Purchase(string Customer, DateOnly Day, decimal Amount, decimal Discount = 0m, string? Order = null)
{
    /// <summary>Text about the purchase by dimension name (<c>store</c>, <c>category</c>, ...); a name that is absent here is an empty text.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = NoDimensions;

    private static readonly Dictionary<string, string> NoDimensions = [];
}
