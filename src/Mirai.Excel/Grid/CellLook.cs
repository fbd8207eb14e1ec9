namespace Mirai.Excel.Grid;

/// <summary>The fonts of the workbook.</summary>
internal enum TextTone
{
    /// <summary>Plain figures and words.</summary>
    Body,

    /// <summary>Words that carry the message.</summary>
    Strong,

    /// <summary>The title of a sheet.</summary>
    Title,

    /// <summary>The heading over a table or a chart.</summary>
    Heading,

    /// <summary>What is said in passing: notes, days, sources.</summary>
    Faint,

    /// <summary>The head of a table.</summary>
    Head,

    /// <summary>A change for the better.</summary>
    Good,

    /// <summary>A change for the worse.</summary>
    Bad,

    /// <summary>A way to another place of the workbook.</summary>
    Link,

    /// <summary>A key figure or the verdict, to be read from across a desk.</summary>
    Display,
}

/// <summary>The fills of the workbook; levels get theirs by conditional formats.</summary>
internal enum FillTone
{
    /// <summary>None.</summary>
    None,

    /// <summary>The head of a table.</summary>
    Head,

    /// <summary>A tile that lifts off the sheet.</summary>
    Panel,
}

/// <summary>Where the text of a cell stands.</summary>
internal enum CellAlign
{
    /// <summary>Texts to the left, numbers to the right.</summary>
    Auto,

    /// <summary>To the left.</summary>
    Left,

    /// <summary>To the left, a little off the edge: beside a coloured cell.</summary>
    Indented,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>To the right.</summary>
    Right,
}

/// <summary>How a cell looks. Equal styles become one format of the workbook.</summary>
/// <param name="Tone">The font.</param>
/// <param name="Format">The number format; empty for none.</param>
/// <param name="Fill">The fill.</param>
/// <param name="Align">Where the text stands.</param>
/// <param name="IsWrapped">Whether a long text goes on in the next line of the cell.</param>
/// <param name="IsRuled">Whether a thin line is drawn beneath.</param>
internal readonly record struct CellLook(
    TextTone Tone = TextTone.Body,
    string Format = "",
    FillTone Fill = FillTone.None,
    CellAlign Align = CellAlign.Auto,
    bool IsWrapped = false,
    bool IsRuled = false)
{
    private readonly string? _format = Format.Length == 0 ? null : Format;

    /// <summary>The number format; empty for none, also in a look that nobody set.</summary>
    public string Format
    {
        get => _format ?? "";
        init => _format = value.Length == 0 ? null : value;
    }
}
