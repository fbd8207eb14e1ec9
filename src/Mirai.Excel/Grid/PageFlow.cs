namespace Mirai.Excel.Grid;

/// <summary>Where a printed sheet begins a new page: before a block that would not fit any more, and never within a chart.</summary>
/// <remarks>Widths and heights of fonts differ a little from program to program; a part of the paper is kept in reserve.</remarks>
internal sealed class PageFlow
{
    private const double LongSide = 842 - (2 * 0.4 * 72);
    private const double ShortSide = 595 - (2 * 0.4 * 72);
    private const double LongHeight = 842 - (1.15 * 72);
    private const double ShortHeight = 595 - (1.15 * 72);
    private const double PointsOfCharacter = 5.25;
    private const double PointsOfPadding = 3.75;
    private const double Reserve = 0.96;

    private readonly SheetGrid _grid;
    private readonly double _titles;
    private readonly double _capacity;
    private readonly int _lastRow;

    private PageFlow(SheetGrid grid)
    {
        _grid = grid;
        var lastColumn = Math.Max(grid.Rows.Values.Max(cells => cells.Keys.Max()), grid.Charts.Select(chart => chart.Room.LastColumn).DefaultIfEmpty(1).Max());
        var width = (grid.WidthOf(1, lastColumn) * PointsOfCharacter) + (lastColumn * PointsOfPadding);
        var scale = Math.Min(1, (grid.IsLandscape ? LongSide : ShortSide) / width);
        _titles = grid.PrintTitleRows is var (first, last) ? Height(first, last) : 0;
        _capacity = ((grid.IsLandscape ? ShortHeight : LongHeight) / scale * Reserve) - _titles;
        _lastRow = Math.Max(grid.Rows.Keys.Max(), grid.Charts.Select(chart => chart.Room.LastRow).DefaultIfEmpty(1).Max());
    }

    /// <summary>The rows before which a new page begins.</summary>
    public static IReadOnlyList<int> Breaks(SheetGrid grid)
    {
        if (grid.Blocks.Count == 0 || grid.Rows.Count == 0 || grid.PrintArea is not null) return [];
        return new PageFlow(grid).Breaks();
    }

    private List<int> Breaks()
    {
        var breaks = new List<int>();
        var used = 0.0;
        for (var i = 0; i < _grid.Blocks.Count; i++)
        {
            var first = _grid.Blocks[i];
            var next = i + 1 < _grid.Blocks.Count ? _grid.Blocks[i + 1] : _lastRow + 1;
            var height = Height(first, next - 1);
            if (used + height <= _capacity)
            {
                used += height;
                continue;
            }

            if (used > 0 && (height <= _capacity || used > _capacity / 2))
            {
                breaks.Add(first);
                used = 0;
            }

            used = Within(first, next, used, breaks);
        }

        return breaks;
    }

    /// <summary>Goes through a block row by row; before a chart that does not fit there is a break.</summary>
    private double Within(int first, int next, double used, List<int> breaks)
    {
        for (var row = first; row < next; row++)
        {
            var own = _grid.HeightOf(row);
            var charts = _grid.Charts.Where(chart => chart.Room.Row == row).Select(chart => Height(row, chart.Room.LastRow)).DefaultIfEmpty(own).Max();
            if (used > 0 && used + Math.Max(own, charts) > _capacity)
            {
                breaks.Add(row);
                used = 0;
            }

            used += own;
        }

        return used;
    }

    private double Height(int first, int last)
    {
        var height = 0.0;
        for (var row = first; row <= last; row++) height += _grid.HeightOf(row);
        return height;
    }
}
