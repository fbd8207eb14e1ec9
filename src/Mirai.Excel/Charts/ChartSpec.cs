using Mirai.Excel.Grid;

namespace Mirai.Excel.Charts;

/// <summary>The kinds of charts.</summary>
internal enum ChartKind
{
    /// <summary>Lines over days or categories.</summary>
    Line,

    /// <summary>Columns beside each other.</summary>
    Column,

    /// <summary>Columns on top of each other; negative ones hang down.</summary>
    StackedColumn,

    /// <summary>Bubbles: across, up and size.</summary>
    Bubble,
}

/// <summary>How a line is drawn.</summary>
internal enum LineLook
{
    /// <summary>Solid and strong.</summary>
    Solid,

    /// <summary>Dashed: a band or a minimum.</summary>
    Dashed,

    /// <summary>Dotted and thin.</summary>
    Dotted,
}

/// <summary>One series of a chart; all of it stands in cells.</summary>
/// <param name="Name">The cell with its name.</param>
/// <param name="Across">Days, categories or, of bubbles, the horizontal values.</param>
/// <param name="Values">The values; of bubbles, the vertical ones.</param>
/// <param name="Color">The colour as RRGGBB.</param>
/// <param name="Look">How the line is drawn.</param>
/// <param name="Sizes">Of bubbles, the sizes.</param>
internal sealed record DrawnSeries(
    CellReference Name, CellReference Across, CellReference Values, string Color, LineLook Look = LineLook.Solid, CellReference? Sizes = null);

/// <summary>Cells of a sheet that a chart shows.</summary>
/// <param name="Grid">The sheet.</param>
/// <param name="Range">One column or one row of cells.</param>
internal sealed record CellReference(SheetGrid Grid, GridRange Range)
{
    /// <summary>The reference as a formula.</summary>
    public string Formula => Range.Absolute(Grid.Name);

    /// <summary>The cells in order.</summary>
    public IEnumerable<GridCell> Cells =>
        from row in Enumerable.Range(Range.Row, Range.Rows)
        from column in Enumerable.Range(Range.Column, Range.Columns)
        select Grid[row, column];
}

/// <summary>A chart and where it stands.</summary>
internal sealed record ChartSpec
{
    /// <summary>The kind.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>Whether there is enough to draw: for a line two points, minima and bands beside it not counted; for all else one number.</summary>
    public bool IsDrawable => Kind switch
    {
        ChartKind.Line => Series.Any(series => series.Look != LineLook.Dashed && Numbers(series) >= 2),
        ChartKind.Column => Numbers(Series[0]) > 0,
        _ => Series.Any(series => Numbers(series) > 0),
    };

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>The cells that it covers.</summary>
    public required GridRange Room { get; init; }

    /// <summary>The series, at least one.</summary>
    public required IReadOnlyList<DrawnSeries> Series { get; init; }

    /// <summary>The number format of the vertical axis.</summary>
    public required string ValueFormat { get; init; }

    /// <summary>Whether the horizontal axis is a calendar.</summary>
    public bool IsByDay { get; init; }

    /// <summary>The number format of the horizontal axis of bubbles.</summary>
    public string AcrossFormat { get; init; } = "#,##0";

    /// <summary>What the horizontal axis is about; empty where the labels say it.</summary>
    public string AcrossTitle { get; init; } = "";

    /// <summary>What the vertical axis is about; empty where the title says it.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>Where the vertical axis begins; <see langword="null"/> to let it fit the values.</summary>
    public double? Least { get; init; }

    /// <summary>Where it ends; <see langword="null"/> to let it fit the values.</summary>
    public double? Greatest { get; init; }

    private static int Numbers(DrawnSeries series) => series.Values.Cells.Count(cell => cell.Number is not null);
}
