namespace Mirai.Excel.Grid;

/// <summary>Fills a sheet from top to bottom: title, notes, headings, tables, room for charts.</summary>
internal sealed class SheetPage
{
    private const int MostHeading = 255;
    private const int MostHeadLines = 4;
    private const int MostBodyLines = 10;

    /// <summary>Begins a sheet with its title.</summary>
    /// <param name="grid">The sheet.</param>
    /// <param name="columns">How many columns notes run over.</param>
    /// <param name="title">What the sheet is about.</param>
    /// <param name="subtitle">The day and whose figures these are.</param>
    public SheetPage(SheetGrid grid, int columns, string title, string subtitle)
    {
        (Grid, Columns) = (grid, columns);
        grid[1, 1] = GridCell.Of(title, new CellLook(TextTone.Title));
        grid.Raise(1, 26);
        grid[2, 1] = GridCell.Of(subtitle, new CellLook(TextTone.Faint));
        grid.FrozenRows = 2;
        grid.PrintTitleRows = (1, 2);
        Row = 4;
    }

    /// <summary>The sheet.</summary>
    public SheetGrid Grid { get; }

    /// <summary>How many columns the page has.</summary>
    public int Columns { get; }

    /// <summary>The next free row.</summary>
    public int Row { get; set; }

    /// <summary>From here on stands what belongs together, also in print.</summary>
    public void Begin() => Grid.Blocks.Add(Row);

    /// <summary>A heading over what follows, and belongs to it.</summary>
    public void Heading(string text)
    {
        Begin();
        Grid[Row, 1] = GridCell.Of(text, new CellLook(TextTone.Heading));
        Grid.Raise(Row, 20);
        Row++;
    }

    /// <summary>A sentence over the whole width.</summary>
    public void Note(string text, TextTone tone = TextTone.Faint)
    {
        Grid.Spread(Row, 1, Columns, GridCell.Of(text, new CellLook(tone, IsWrapped: true, Align: CellAlign.Left)));
        Row++;
    }

    /// <summary>Leaves rows free.</summary>
    public void Skip(int rows = 1) => Row += rows;

    /// <summary>Places a table at the next free row, and goes on below it. Without rows there is one of dashes, since a table of Excel's has a body.</summary>
    public PlacedTable Table(TableSpec spec, int column = 1)
    {
        var headings = Unique(spec.Columns);
        var head = Row;
        for (var i = 0; i < headings.Count; i++) Head(head, column + i, headings[i], spec.HasFilter);
        var rows = spec.Rows.Count > 0 ? spec.Rows : [[.. spec.Columns.Select(_ => GridCell.Of("-", new CellLook(TextTone.Faint)))]];
        foreach (var cells in rows) Body(++Row, column, spec, cells);
        for (var i = 0; i < headings.Count; i++) RaiseHead(head, column + i, headings[i], spec.HasFilter);
        for (var r = 0; r < rows.Count; r++) RaiseBody(head + 1 + r, column, spec, rows[r]);
        var table = new PlacedTable(Grid, spec.Name, new GridRange(head, column, rows.Count + 1, headings.Count), headings, spec.HasFilter);
        Grid.Tables.Add(table);
        Row++;
        return table;
    }

    /// <summary>Arrows before the numbers of a column, and room for them.</summary>
    public void Arrows(PlacedTable table, int column)
    {
        const double ArrowWidth = 3;
        Grid.Rules.Add(new ArrowRule(table.Body(column)));
        var widest = new Charts.CellReference(Grid, table.Body(column)).Cells
            .Max(cell => cell.Number is { } number ? TextWidth.Of(number, cell.Style.Format) : 0);
        Grid.Widen(table.Range.Column + column, widest + ArrowWidth + 2);
    }

    /// <summary>A range for a chart: from a row and column on, so many columns wide and rows high.</summary>
    public static GridRange Room(int row, int column, int columns, int rows) => new(row, column, rows, columns);

    private void Head(int row, int column, string heading, bool hasFilter)
    {
        Grid[row, column] = GridCell.Of(heading, new CellLook(TextTone.Head, Fill: FillTone.Head, Align: CellAlign.Center, IsWrapped: true));
        var longest = heading.Split(' ').Max(TextWidth.Of);
        Grid.Widen(column, Math.Min(14, Math.Max(longest, TextWidth.Of(heading) / 3)) + 2 + (hasFilter ? 2 : 0));
    }

    private void RaiseHead(int row, int column, string heading, bool hasFilter) =>
        Grid.RaiseLines(row, Math.Min(MostHeadLines, TextWidth.Lines(heading, Grid.WidthOf(column) - (hasFilter ? 3 : 0.5))));

    private void Body(int row, int column, TableSpec spec, GridCell[] cells)
    {
        var hasWrapped = spec.Columns.Any(one => one.IsWrapped);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i] with { Style = cells[i].Style with { IsRuled = true, IsWrapped = hasWrapped } }; // All of a row stand at the same height.
            Grid[row, column + i] = cell;
            if (spec.Columns[i].IsWrapped) continue;
            var width = cell.Text is { } text ? Math.Min(46, TextWidth.Of(text)) : cell.Number is { } number ? TextWidth.Of(number, cell.Style.Format) : 0;
            Grid.Widen(column + i, (width * (cell.Style.Tone is TextTone.Strong ? 1.12 : 1.04)) + 2);
        }
    }

    private void RaiseBody(int row, int column, TableSpec spec, GridCell[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (!spec.Columns[i].IsWrapped || cells[i].Text is not { } text) continue;
            Grid.RaiseLines(row, Math.Min(MostBodyLines, TextWidth.Lines(text, Grid.WidthOf(column + i) - 1)));
        }
    }

    private static List<string> Unique(IReadOnlyList<TableColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var headings = new List<string>();
        foreach (var column in columns)
        {
            var heading = CellText.OneLine(column.Heading, MostHeading - 6).Trim();
            if (heading.Length == 0) heading = "-";
            var unique = heading;
            for (var i = 2; !taken.Add(unique); i++) unique = $"{heading} ({i})";
            headings.Add(unique);
        }

        return headings;
    }
}
