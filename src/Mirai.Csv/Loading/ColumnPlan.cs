using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Where one file has the columns that all files of a load share.</summary>
/// <param name="Columns">Where the file's columns are.</param>
/// <param name="DimensionColumns">Its column of every dimension, in the first file's order.</param>
/// <param name="FieldCount">How many fields its header, or its first record, has.</param>
internal sealed record ColumnPlan(TableColumns Columns, int[] DimensionColumns, int FieldCount)
{
    /// <summary>Fits a file's columns to those of the first file; the error names what differs.</summary>
    public static IngestRemark? TryFit(TableColumns columns, int fieldCount, TableColumns first, out ColumnPlan? plan)
    {
        plan = null;
        var differences = new List<IngestRemark>();
        Compare("cost", columns.Amount is not null, first.Amount is not null);
        Compare("discount", columns.Discount is not null, first.Discount is not null);
        Compare("order", columns.Order is not null, first.Order is not null);
        var names = first.Dimensions.Select(dimension => dimension.Name).ToList();
        var own = columns.Dimensions.ToDictionary(
            dimension => dimension.Name, dimension => dimension.Column, StringComparer.OrdinalIgnoreCase);
        foreach (var name in names) Compare(name, own.ContainsKey(name), inFirst: true);
        foreach (var name in own.Keys.Except(names, StringComparer.OrdinalIgnoreCase)) Compare(name, here: true, inFirst: false);
        if (differences.Count > 0) return IngestRemark.Join(", ", "、", differences);
        plan = new ColumnPlan(columns, [.. names.Select(name => own[name])], fieldCount);
        return null;

        void Compare(string name, bool here, bool inFirst)
        {
            if (here && !inFirst) differences.Add(CsvRemarks.NotInFirst(name));
            if (!here && inFirst) differences.Add(CsvRemarks.OnlyInFirst(name));
        }
    }
}
