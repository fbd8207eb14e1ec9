namespace Mirai.History;

/// <summary>Takes rows for a <see cref="PurchaseHistoryBuilder"/>. Not thread-safe: every thread has its own.</summary>
public sealed partial class PurchaseWriter
{
    /// <summary>Rows taken so far.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a row without discount, order or dimensions. <paramref name="dayNumber"/> is <see cref="DateOnly.DayNumber"/>.</summary>
    /// <remarks>The key is UTF-8; a whole number written without leading zeros is the same customer as that number given to <see cref="Add(long, int, long)"/>.</remarks>
    public void Add(ReadOnlySpan<byte> customer, int dayNumber, long amountMinor) => throw new NotSupportedException();

    /// <summary>Adds a row of a customer with a numeric key.</summary>
    public void Add(long customer, int dayNumber, long amountMinor) => throw new NotSupportedException();

    /// <summary>Adds a row with everything that the layout names.</summary>
    /// <param name="customer">The key in UTF-8; not empty.</param>
    /// <param name="dayNumber"><see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="amountMinor">In minor units.</param>
    /// <param name="discountMinor">In minor units; 0 where there is none.</param>
    /// <param name="order">The order id in UTF-8; empty where the row has none: it is then a purchase of its own.</param>
    /// <param name="dimensionCodes">One code per dimension of the layout, from <see cref="DimensionCode"/>.</param>
    public void Add(
        ReadOnlySpan<byte> customer, int dayNumber, long amountMinor, long discountMinor, ReadOnlySpan<byte> order, ReadOnlySpan<int> dimensionCodes) =>
        throw new NotSupportedException();

    /// <summary>The code of a dimension's value, the same for equal texts in every writer of one builder.</summary>
    public int DimensionCode(int dimension, ReadOnlySpan<byte> value) => throw new NotSupportedException();
}
