namespace Mirai.TestSupport;

/// <summary>One customer in one year of his own, as far as it has gone by a day.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="FirstDay">The day of the customer's first purchase.</param>
/// <param name="Year">The own year, from 1.</param>
/// <param name="SilentYears">How many own years before it had no purchase, in a row.</param>
/// <param name="Last">The last day of the year, which may lie after the day.</param>
/// <param name="IsWhole">Whether the year has ended.</param>
/// <param name="ElapsedDays">How many days of it have gone.</param>
/// <param name="FirstPurchase">The day of the year, from 0, of its first purchase; <see langword="null"/> without one.</param>
/// <param name="Sales">Purchases and returns so far, by day of the year from 0.</param>
public sealed record OwnYearTrial(
    string Customer,
    DateOnly FirstDay,
    int Year,
    int SilentYears,
    DateOnly Last,
    bool IsWhole,
    int ElapsedDays,
    int? FirstPurchase,
    IReadOnlyList<(int Day, decimal Amount)> Sales)
{
    /// <summary>Whether the customer has bought in the year.</summary>
    public bool HasBought => FirstPurchase is not null;

    /// <summary>Whether the customer had bought in the year before.</summary>
    public bool IsStayer => Year > 1 && SilentYears == 0;

    /// <summary>Net sales so far.</summary>
    public decimal TotalSales => Sales.Sum(sale => sale.Amount);
}
