using Mirai.Excel.Charts;

namespace Mirai.Excel.Grid;

/// <summary>A sheet as it is put together: cells and what belongs to them, before any file format.</summary>
/// <param name="name">The sheet's name.</param>
internal sealed class SheetGrid(string name)
{
    /// <summary>The height of a row of one line, in points.</summary>
    public const double LineHeight = 15;

    private const double TallestRow = 400;
    private const double MostWidth = 90;

    private readonly SortedDictionary<int, SortedDictionary<int, GridCell>> _rows = [];
    private readonly Dictionary<int, double> _heights = [];
    private readonly SortedDictionary<int, double> _widths = [];

    /// <summary>The name on the sheet's tab.</summary>
    public string Name { get; } = name;

    /// <summary>The rows that have cells, in order.</summary>
    public IReadOnlyDictionary<int, SortedDictionary<int, GridCell>> Rows => _rows;

    /// <summary>Column widths in characters.</summary>
    public IReadOnlyDictionary<int, double> Widths => _widths;

    /// <summary>Ranges shown as one cell.</summary>
    public List<GridRange> Merged { get; } = [];

    /// <summary>Tables.</summary>
    public List<PlacedTable> Tables { get; } = [];

    /// <summary>Charts.</summary>
    public List<ChartSpec> Charts { get; } = [];

    /// <summary>Conditional formats.</summary>
    public List<CellRule> Rules { get; } = [];

    /// <summary>How many rows on top stay in sight.</summary>
    public int FrozenRows { get; set; }

    /// <summary>How many columns on the left stay in sight.</summary>
    public int FrozenColumns { get; set; }

    /// <summary>Rows that are printed again on every page; <see langword="null"/> for none.</summary>
    public (int First, int Last)? PrintTitleRows { get; set; }

    /// <summary>What is printed; <see langword="null"/> for all.</summary>
    public GridRange? PrintArea { get; set; }

    /// <summary>Whether the paper lies on its long side.</summary>
    public bool IsLandscape { get; set; } = true;

    /// <summary>The first rows of what belongs together and should stand on one printed page, in order.</summary>
    public List<int> Blocks { get; } = [];

    /// <summary>The colour of the tab as RRGGBB.</summary>
    public string TabColor { get; set; } = "7F8FA6";

    /// <summary>The cell at a place; nothing where there is none.</summary>
    public GridCell this[int row, int column]
    {
        get => _rows.TryGetValue(row, out var cells) && cells.TryGetValue(column, out var cell) ? cell : default;
        set
        {
            if (!_rows.TryGetValue(row, out var cells)) _rows[row] = cells = [];
            cells[column] = value;
        }
    }

    /// <summary>The height of a row in points.</summary>
    public double HeightOf(int row) => _heights.GetValueOrDefault(row, LineHeight);

    /// <summary>Whether a row has a height of its own.</summary>
    public bool HasHeight(int row) => _heights.ContainsKey(row);

    /// <summary>Makes a row at least so high.</summary>
    public void Raise(int row, double points) => _heights[row] = Math.Max(_heights.GetValueOrDefault(row), Math.Min(points, TallestRow));

    /// <summary>Makes a row high enough for so many lines.</summary>
    public void RaiseLines(int row, int lines)
    {
        if (lines > 1) Raise(row, (lines * LineHeight) + 3);
    }

    /// <summary>Makes a column at least so wide, in characters.</summary>
    public void Widen(int column, double characters) =>
        _widths[column] = Math.Max(_widths.GetValueOrDefault(column), Math.Min(characters, MostWidth));

    /// <summary>The width of columns together.</summary>
    public double WidthOf(int column, int columns = 1)
    {
        var width = 0.0;
        for (var i = column; i < column + columns; i++) width += _widths.GetValueOrDefault(i, 9);
        return width;
    }

    /// <summary>Puts a cell over several columns, wrapped, and makes its row high enough.</summary>
    public void Spread(int row, int column, int columns, GridCell cell, int mostLines = 12)
    {
        this[row, column] = cell;
        for (var i = 1; i < columns; i++) this[row, column + i] = GridCell.Empty(cell.Style);
        if (columns > 1) Merged.Add(new GridRange(row, column, 1, columns));
        if (cell is { Text: { } text, Style.IsWrapped: true }) RaiseLines(row, Math.Min(mostLines, TextWidth.Lines(text, WidthOf(column, columns) - 1)));
    }
}
