namespace Mirai.Samples;

/// <summary>The order of generated rows.</summary>
public enum PurchaseOrder
{
    /// <summary>By day and, within a day, by customer: as a shop's export has them.</summary>
    ByDay,

    /// <summary>Customer by customer, and by day within a customer.</summary>
    ByCustomer,

    /// <summary>Without any order.</summary>
    Shuffled,
}

/// <summary>Many purchases as three parallel columns: input for benchmarks.</summary>
/// <param name="Customers">Customer numbers from 0.</param>
/// <param name="DayNumbers">Days, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Amounts">Whole yen, above 0.</param>
public sealed record PurchaseColumns(int[] Customers, int[] DayNumbers, long[] Amounts)
{
    /// <summary>The number of purchases.</summary>
    public int Count => Customers.Length;
}
