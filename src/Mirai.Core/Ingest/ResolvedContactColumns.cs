namespace Mirai.Ingest;

/// <summary>Where the columns of a table of contacts are, by position from 0.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Day">The day.</param>
/// <param name="Cost">The cost, where the table has one.</param>
/// <param name="Dimensions">Channel, campaign and others: mapped ones in the map's order, then recognised ones.</param>
public sealed record ResolvedContactColumns(int Customer, int Day, int? Cost, IReadOnlyList<ResolvedDimension> Dimensions)
{
    /// <summary>Which header became what, for a person: <c>customer = member, day = sent, channel = media</c>.</summary>
    /// <param name="headers">The headers that were resolved; empty for a table without, which gives positions from 1.</param>
    public IngestRemark Describe(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var parts = new List<(string Name, int Column)> { ("customer", Customer), ("day", Day) };
        if (Cost is { } cost) parts.Add(("cost", cost));
        parts.AddRange(Dimensions.Select(dimension => (dimension.Name, dimension.Column)));
        return ColumnRemarks.Pairs(parts, headers);
    }

    /// <summary>What the columns are called, for messages about bad rows; the cost is the amount.</summary>
    /// <param name="headers">The headers that were resolved; empty for a table without.</param>
    public PurchaseColumnNames ToNames(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new PurchaseColumnNames(HeaderOf(Customer, headers), HeaderOf(Day, headers), Cost is { } cost ? HeaderOf(cost, headers) : "", "", "");
    }

    private static string HeaderOf(int column, IReadOnlyList<string> headers) => column < headers.Count ? headers[column] : $"column {column + 1}";
}
