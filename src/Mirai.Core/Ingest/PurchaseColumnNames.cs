namespace Mirai.Ingest;

/// <summary>What the columns of an input are called, for the messages about bad rows.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Day">The day.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Discount">The discount.</param>
/// <param name="Order">The order id.</param>
public sealed record PurchaseColumnNames(string Customer, string Day, string Amount, string Discount, string Order)
{
    /// <summary>The names of the roles, for input whose columns have no names of their own.</summary>
    public static PurchaseColumnNames Roles { get; } = new("customer", "day", "amount", "discount", "order");

    /// <summary>The headers of resolved columns; <c>column 3</c> where there are none.</summary>
    public static PurchaseColumnNames Of(ResolvedColumns columns, IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(headers);
        return new PurchaseColumnNames(
            Name(columns.Customer), Name(columns.Day), Name(columns.Amount), Name(columns.Discount ?? -1), Name(columns.Order ?? -1));

        string Name(int column) => column < 0 ? "" : column < headers.Count ? headers[column] : $"column {column + 1}";
    }
}
