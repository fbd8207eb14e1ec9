namespace Mirai.Excel.Grid;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its name, as people read it.</param>
/// <param name="IsWrapped">Whether long texts of the body go on in the next line, and do not widen the column.</param>
internal sealed record TableColumn(string Heading, bool IsWrapped = false)
{
    /// <summary>A column by its heading.</summary>
    public static implicit operator TableColumn(string heading) => new(heading);
}

/// <summary>A table to be placed: columns and rows.</summary>
/// <param name="Name">The name in formulae: ASCII, stable, unique in the workbook.</param>
/// <param name="Columns">The columns.</param>
internal sealed record TableSpec(string Name, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>The rows, a cell for each column.</summary>
    public List<GridCell[]> Rows { get; } = [];

    /// <summary>Whether the head gets filter buttons.</summary>
    public bool HasFilter { get; init; }

    /// <summary>Adds a row.</summary>
    public void Add(params GridCell[] cells) => Rows.Add(cells);
}
