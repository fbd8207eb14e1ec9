using System.Text.Json;
using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>Lines, bars and bands over the same places: months, bands of contacts, causes.</summary>
internal sealed class SeriesChart : PageChart
{
    /// <inheritdoc/>
    public override string Kind => "series";

    /// <summary>What the places are.</summary>
    public required Bilingual PlaceName { get; init; }

    /// <summary>The places in order.</summary>
    public required IReadOnlyList<Bilingual> Places { get; init; }

    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<DrawnSeries> Series { get; init; }

    /// <summary>Bands behind the lines, the widest first.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];

    /// <summary>Values that the field expects, drawn as lines across.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>The units of the left axis and, where there are two, of the right one.</summary>
    public required IReadOnlyList<ChartUnit> Axes { get; init; }

    /// <summary>Whether bars lie, one place a line.</summary>
    public bool IsLying { get; init; }

    /// <summary>Whether what belongs to the second unit is drawn above, in a picture of its own, and not over the rest.</summary>
    public bool IsSplit { get; init; }

    /// <summary>Whether the left axis begins at 0.</summary>
    public bool FromZero { get; init; } = true;

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter json)
    {
        ChartJson.Texts(json, "places", Places);
        json.WriteStartArray("axes");
        foreach (var unit in Axes) ChartJson.Unit(json, unit);
        json.WriteEndArray();
        json.WriteBoolean("lying", IsLying);
        json.WriteBoolean("fromZero", FromZero);
        json.WriteBoolean("split", IsSplit);
        json.WriteStartArray("series");
        foreach (var series in Series) series.WriteTo(json, Axes[series.Axis]);
        json.WriteEndArray();
        json.WriteStartArray("bands");
        foreach (var band in Bands) band.WriteTo(json, Axes[0]);
        json.WriteEndArray();
        json.WriteStartArray("marks");
        foreach (var mark in Marks) mark.WriteTo(json, Axes[0]);
        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override FigureTable ToTable(Bilingual caption)
    {
        var table = new FigureTable(caption).Column(PlaceName, isText: true);
        foreach (var series in Series) table.Column(series.Name);
        foreach (var band in Bands) table.Column(band.Name);
        for (var place = 0; place < Places.Count; place++)
        {
            var at = place;
            table.Row(
                Places[at],
                [
                    .. Series.Select(series => (HtmlNode)Axes[series.Axis].Text(series.Values[at])),
                    .. Bands.Select(band => (HtmlNode)band.Text(at, Axes[0])),
                ]);
        }

        return table;
    }
}

/// <summary>What is drawn over the places of a chart.</summary>
/// <param name="Name">Its name in the legend and in the table.</param>
/// <param name="Shape"><c>line</c>, <c>dashed</c> or <c>bar</c>.</param>
/// <param name="Colour">A colour of the style sheet; <c>sign</c> for one that says good or bad.</param>
/// <param name="Values">A value a place; <see langword="null"/> where it is missing.</param>
internal sealed record DrawnSeries(Bilingual Name, string Shape, string Colour, IReadOnlyList<double?> Values)
{
    /// <summary>0 for the left axis, 1 for the right one.</summary>
    public int Axis { get; init; }

    /// <summary>Whether its bars stand upon those of the others that are stacked.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Writes what the script needs.</summary>
    public void WriteTo(Utf8JsonWriter json, ChartUnit unit)
    {
        json.WriteStartObject();
        ChartJson.Text(json, "name", Name);
        json.WriteString("shape", Shape);
        json.WriteString("colour", Colour);
        json.WriteNumber("axis", Axis);
        json.WriteBoolean("stacked", IsStacked);
        ChartJson.Numbers(json, "values", Values, unit);
        json.WriteEndObject();
    }
}

/// <summary>A band between two lines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Colour">A colour of the style sheet.</param>
/// <param name="Low">Its lower end, place by place.</param>
/// <param name="High">Its upper end.</param>
internal sealed record ChartBand(Bilingual Name, string Colour, IReadOnlyList<double?> Low, IReadOnlyList<double?> High)
{
    /// <summary>Both ends at a place.</summary>
    public Bilingual Text(int place, ChartUnit unit) =>
        Low[place] is null || High[place] is null ? "-" : unit.Text(Low[place]) + " – " + unit.Text(High[place]);

    /// <summary>Writes what the script needs.</summary>
    public void WriteTo(Utf8JsonWriter json, ChartUnit unit)
    {
        json.WriteStartObject();
        ChartJson.Text(json, "name", Name);
        json.WriteString("colour", Colour);
        ChartJson.Numbers(json, "low", Low, unit);
        ChartJson.Numbers(json, "high", High, unit);
        json.WriteEndObject();
    }
}

/// <summary>A value that the field expects.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">A colour of the style sheet: that of the line it belongs to.</param>
/// <param name="Value">The value.</param>
internal sealed record ChartMark(Bilingual Name, string Colour, double Value)
{
    /// <summary>Writes what the script needs.</summary>
    public void WriteTo(Utf8JsonWriter json, ChartUnit unit)
    {
        json.WriteStartObject();
        ChartJson.Text(json, "name", Name);
        json.WriteString("colour", Colour);
        json.WriteNumber("value", unit.Rounded(Value));
        json.WriteEndObject();
    }
}
