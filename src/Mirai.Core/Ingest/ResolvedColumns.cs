using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Where a table's columns are, by position from 0.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Day">The day.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Discount">The discount, where the table has one.</param>
/// <param name="Order">The order id, where the table has one.</param>
/// <param name="Dimensions">The dimensions: mapped ones in the map's order, then recognised ones.</param>
public sealed record ResolvedColumns(
    int Customer, int Day, int Amount, int? Discount, int? Order, IReadOnlyList<ResolvedDimension> Dimensions)
{
    /// <summary>The layout of a history with these columns.</summary>
    public PurchaseLayout ToLayout(Currency currency) => new()
    {
        Currency = currency,
        HasDiscounts = Discount is not null,
        HasOrders = Order is not null,
        Dimensions = [.. Dimensions.Select(dimension => dimension.Name)],
    };

    /// <summary>Which header became what, for a person: <c>customer = CustomerID, day = InvoiceDate, amount = amount</c>.</summary>
    /// <param name="headers">The headers that were resolved; empty for a table without, which gives positions from 1.</param>
    public IngestRemark Describe(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var parts = new List<(string Name, int Column)> { ("customer", Customer), ("day", Day), ("amount", Amount) };
        if (Discount is { } discount) parts.Add(("discount", discount));
        if (Order is { } order) parts.Add(("order", order));
        parts.AddRange(Dimensions.Select(dimension => (dimension.Name, dimension.Column)));
        return ColumnRemarks.Pairs(parts, headers);
    }

    /// <summary><see cref="Describe"/> as a sentence, for the notes of a report.</summary>
    public IngestRemark Remark(IReadOnlyList<string> headers) => ColumnRemarks.Recognised(Describe(headers));
}

/// <summary>A text dimension of a table, such as the store.</summary>
/// <param name="Name">The dimension's name in results.</param>
/// <param name="Column">Its position from 0.</param>
public sealed record ResolvedDimension(string Name, int Column);
