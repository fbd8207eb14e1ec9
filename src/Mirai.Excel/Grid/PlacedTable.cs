namespace Mirai.Excel.Grid;

/// <summary>A table where it stands on its sheet: the head in the first row, a body of at least one row.</summary>
/// <param name="Grid">The sheet.</param>
/// <param name="Name">The name in formulae: ASCII, the same in every language, unique in the workbook.</param>
/// <param name="Range">Head and body.</param>
/// <param name="Headings">The names of the columns, each once.</param>
/// <param name="HasFilter">Whether the head has filter buttons.</param>
internal sealed record PlacedTable(SheetGrid Grid, string Name, GridRange Range, IReadOnlyList<string> Headings, bool HasFilter)
{
    /// <summary>How many rows the body has.</summary>
    public int RowCount => Range.Rows - 1;

    /// <summary>The body's first row.</summary>
    public int FirstRow => Range.Row + 1;

    /// <summary>The body of a column, by its place from 0.</summary>
    public GridRange Body(int column, int columns = 1) => new(FirstRow, Range.Column + column, RowCount, columns);

    /// <summary>The last rows of the body of a column.</summary>
    public GridRange Tail(int column, int rows)
    {
        var count = Math.Min(rows, RowCount);
        return new GridRange(Range.LastRow - count + 1, Range.Column + column, count);
    }

    /// <summary>The head of a column, by its place from 0.</summary>
    public GridRange Head(int column) => new(Range.Row, Range.Column + column);
}
