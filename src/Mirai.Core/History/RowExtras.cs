namespace Mirai.History;

/// <summary>What only some tables have per row: discount, order id, dimension codes. One per writer.</summary>
internal sealed class RowExtras(PurchaseLayout layout)
{
    private readonly ChunkedList<long> _discounts = new();
    private readonly ChunkedList<CustomerCode> _orders = new();
    private readonly ChunkedList<int> _dimensionCodes = new();
    private readonly int _dimensions = layout.Dimensions.Count;

    /// <summary>Keeps a row's extras.</summary>
    /// <returns>The number by which they are found again.</returns>
    public long Add(long discount, CustomerCode order, ReadOnlySpan<int> dimensionCodes)
    {
        var index = _discounts.Count;
        _discounts.Add(discount);
        if (layout.HasOrders) _orders.Add(order);
        for (var i = 0; i < _dimensions; i++) _dimensionCodes.Add(dimensionCodes[i]);
        return index;
    }

    /// <summary>A row's discount in minor units.</summary>
    public long Discount(long index) => _discounts[index];

    /// <summary>A row's order id; the default where it has none.</summary>
    public CustomerCode Order(long index) => layout.HasOrders ? _orders[index] : default;

    /// <summary>A row's code in one dimension.</summary>
    public int DimensionCode(long index, int dimension) => _dimensionCodes[(index * _dimensions) + dimension];
}
