using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Where one file of purchases or of contacts has its columns, by position from 0.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Day">The day.</param>
/// <param name="Amount">The amount of a purchase, or the cost of a contact where there is one.</param>
/// <param name="Discount">The discount.</param>
/// <param name="Order">The order id.</param>
/// <param name="Dimensions">The text columns.</param>
/// <param name="Names">What the file calls its columns.</param>
/// <param name="Description">Which header became what, for a person.</param>
/// <param name="IsOfContacts">Whether the rows are contacts.</param>
internal sealed record TableColumns(
    int Customer, int Day, int? Amount, int? Discount, int? Order, IReadOnlyList<ResolvedDimension> Dimensions, PurchaseColumnNames Names,
    IngestRemark Description, bool IsOfContacts)
{
    /// <summary>Whether rows are purchases with nothing but customer, day and amount.</summary>
    public bool IsNarrow => !IsOfContacts && Discount is null && Order is null && Dimensions.Count == 0;

    /// <summary>The columns of purchases.</summary>
    public static TableColumns Of(ResolvedColumns columns, IReadOnlyList<string> headers) => new(
        columns.Customer, columns.Day, columns.Amount, columns.Discount, columns.Order, columns.Dimensions,
        PurchaseColumnNames.Of(columns, headers), columns.Describe(headers), IsOfContacts: false);

    /// <summary>The columns of contacts.</summary>
    public static TableColumns Of(ResolvedContactColumns columns, IReadOnlyList<string> headers) => new(
        columns.Customer, columns.Day, columns.Cost, Discount: null, Order: null, columns.Dimensions,
        columns.ToNames(headers), columns.Describe(headers), IsOfContacts: true);
}
