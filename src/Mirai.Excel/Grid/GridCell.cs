namespace Mirai.Excel.Grid;

/// <summary>The content of a cell: a number, a text or nothing; never a formula.</summary>
internal readonly record struct GridCell
{
    private GridCell(double? number, string? text, CellLook style) => (Number, Text, Style) = (number, text, style);

    /// <summary>The number; <see langword="null"/> for a text or nothing.</summary>
    public double? Number { get; }

    /// <summary>The text, made safe; <see langword="null"/> for a number or nothing.</summary>
    public string? Text { get; }

    /// <summary>How it looks.</summary>
    public CellLook Style { get; init; }

    /// <summary>The cell of this workbook that a click leads to, as <c>'Sheet'!A1</c>.</summary>
    public string? Link { get; init; }

    /// <summary>A number; nothing where it is none.</summary>
    public static GridCell Of(double? number, CellLook style) => new(number is { } finite && double.IsFinite(finite) ? finite : null, null, style);

    /// <summary>An amount.</summary>
    public static GridCell Of(decimal number, CellLook style) => Of((double)number, style);

    /// <summary>A text of anybody's, whatever is in it.</summary>
    public static GridCell Of(string text, CellLook style) => new(null, CellText.Safe(text), style);

    /// <summary>A day; as text where Excel's calendar does not reach.</summary>
    public static GridCell Of(DateOnly day, CellLook style) => ExcelDay.Serial(day) is { } serial
        ? new GridCell(serial, null, style with { Format = ExcelDay.Format })
        : Of(ExcelDay.Text(day), style);

    /// <summary>Nothing, with a look.</summary>
    public static GridCell Empty(CellLook style) => new(null, null, style);
}
