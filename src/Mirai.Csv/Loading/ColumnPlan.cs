using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Where one file has the columns of the layout that all files share.</summary>
/// <param name="Columns">Where the file's columns are.</param>
/// <param name="Names">What it calls them.</param>
/// <param name="DimensionColumns">Its column of every dimension, in the layout's order.</param>
/// <param name="FieldCount">How many fields its header, or its first record, has.</param>
internal sealed record ColumnPlan(ResolvedColumns Columns, PurchaseColumnNames Names, int[] DimensionColumns, int FieldCount)
{
    /// <summary>Whether rows have nothing but customer, day and amount.</summary>
    public bool IsNarrow => Columns is { Discount: null, Order: null, Dimensions.Count: 0 };

    /// <summary>Fits a file's columns to the layout that the first file set; the error names what differs.</summary>
    public static string? TryFit(
        ResolvedColumns columns, IReadOnlyList<string> headers, int fieldCount, PurchaseLayout layout, out ColumnPlan? plan)
    {
        plan = null;
        var differences = new List<string>();
        Compare("discount", columns.Discount is not null, layout.HasDiscounts);
        Compare("order", columns.Order is not null, layout.HasOrders);
        var own = columns.Dimensions.ToDictionary(
            dimension => dimension.Name, dimension => dimension.Column, StringComparer.OrdinalIgnoreCase);
        foreach (var name in layout.Dimensions) Compare(name, own.ContainsKey(name), inLayout: true);
        foreach (var name in own.Keys.Except(layout.Dimensions, StringComparer.OrdinalIgnoreCase)) Compare(name, here: true, inLayout: false);
        if (differences.Count > 0) return string.Join(", ", differences);
        var dimensionColumns = layout.Dimensions.Select(name => own[name]).ToArray();
        plan = new ColumnPlan(columns, PurchaseColumnNames.Of(columns, headers), dimensionColumns, fieldCount);
        return null;

        void Compare(string name, bool here, bool inLayout)
        {
            if (here && !inLayout) differences.Add($"it has a column {name}, which the first file has not");
            if (!here && inLayout) differences.Add($"it has no column {name}, which the first file has");
        }
    }
}
