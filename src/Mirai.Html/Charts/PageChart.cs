using System.Text.Json;
using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>A chart of the page: drawn by the page's script, and said once more as a table.</summary>
internal abstract class PageChart
{
    /// <summary>How the script draws it.</summary>
    public abstract string Kind { get; }

    /// <summary>How tall it is: <c>low</c>, <c>middle</c> or <c>tall</c>, a class of the style sheet.</summary>
    public string Height { get; init; } = "middle";

    /// <summary>Writes what the script needs, the kind excepted.</summary>
    public abstract void WriteTo(Utf8JsonWriter json);

    /// <summary>The same as a table.</summary>
    /// <param name="caption">What the chart shows.</param>
    public abstract FigureTable ToTable(Bilingual caption);
}
