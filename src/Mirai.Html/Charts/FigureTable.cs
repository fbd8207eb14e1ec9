using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>A table of figures: a caption, heads for columns and rows, numbers to the right.</summary>
/// <param name="caption">What it shows.</param>
internal sealed class FigureTable(Bilingual caption)
{
    private readonly List<(HtmlNode Name, bool IsText)> _columns = [];
    private readonly List<(HtmlNode Head, IReadOnlyList<HtmlNode?> Cells, string? Kind)> _rows = [];

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Whether the caption is only for those who do not see the heading or chart that says the same.</summary>
    public bool HidesCaption { get; init; }

    /// <summary>Whether it is long, and scrolls within a height of its own.</summary>
    public bool IsLong { get; init; }

    /// <summary>Adds a column; the first one holds the heads of the rows.</summary>
    public FigureTable Column(HtmlNode name, bool isText = false)
    {
        _columns.Add((name, isText));
        return this;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="head">What the row is about.</param>
    /// <param name="cells">A cell for every column but the first; missing ones at the end stay empty.</param>
    /// <param name="kind">A class of the style sheet.</param>
    public FigureTable Row(HtmlNode head, IEnumerable<HtmlNode?> cells, string? kind = null)
    {
        _rows.Add((head, [.. cells], kind));
        return this;
    }

    /// <summary>The table, within a frame that scrolls sideways where the window is narrow.</summary>
    /// <param name="captionId">A name of the page's own for the caption.</param>
    public HtmlNode Node(string captionId)
    {
        var head = Tag.Of("tr").Add(_columns.Select(column => Tag.Of("th").Attribute("scope", "col").Class(column.IsText ? "text" : "number").Add(column.Name)));
        var table = Tag.Of("table").Attribute("aria-labelledby", captionId).Add(Tag.Of("thead").Add(head), Tag.Of("tbody").Add(_rows.Select(Row)));
        return Tag.Div("table").Add(
            Tag.Paragraph(caption).Id(captionId).Class(HidesCaption ? "unseen" : "caption"),
            Tag.Div(IsLong ? "scroll long" : "scroll").Attribute("tabindex", "0").Attribute("role", "group").Attribute("aria-labelledby", captionId).Add(table));
    }

    private HtmlElement Row((HtmlNode Head, IReadOnlyList<HtmlNode?> Cells, string? Kind) row)
    {
        var element = Tag.Of("tr");
        if (row.Kind is { } kind) element.Class(kind);
        element.Add(Tag.Of("th").Attribute("scope", "row").Class(_columns[0].IsText ? "text" : "number").Add(row.Head));
        for (var column = 1; column < _columns.Count; column++)
        {
            var cell = Tag.Of("td");
            if (_columns[column].IsText) cell.Class("text");
            element.Add(cell.Add(column - 1 < row.Cells.Count ? row.Cells[column - 1] : null));
        }

        return element;
    }
}
