using System.Globalization;
using System.Text.Json;
using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>Bubbles by two values, as large as a third: the customer portfolio.</summary>
internal sealed class BubbleChart : PageChart
{
    /// <inheritdoc/>
    public override string Kind => "bubbles";

    /// <summary>What a bubble is.</summary>
    public required Bilingual BubbleName { get; init; }

    /// <summary>The horizontal value.</summary>
    public required Bilingual AcrossName { get; init; }

    /// <summary>The vertical value.</summary>
    public required Bilingual UpName { get; init; }

    /// <summary>What the size is.</summary>
    public required Bilingual SizeName { get; init; }

    /// <summary>The unit of the vertical value.</summary>
    public required ChartUnit UpUnit { get; init; }

    /// <summary>The bubbles.</summary>
    public required IReadOnlyList<Bubble> Bubbles { get; init; }

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter json)
    {
        ChartJson.Text(json, "acrossName", AcrossName);
        ChartJson.Text(json, "upName", UpName);
        ChartJson.Text(json, "sizeName", SizeName);
        ChartJson.Unit(json, "acrossUnit", ChartUnit.Count);
        ChartJson.Unit(json, "upUnit", UpUnit);
        json.WriteStartArray("bubbles");
        foreach (var bubble in Bubbles)
        {
            json.WriteStartObject();
            ChartJson.Text(json, "name", bubble.Name);
            json.WriteString("colour", bubble.Colour);
            json.WriteNumber("across", ChartUnit.Count.Rounded(bubble.Across));
            json.WriteNumber("up", UpUnit.Rounded(bubble.Up));
            json.WriteNumber("size", bubble.Size);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override FigureTable ToTable(Bilingual caption)
    {
        var table = new FigureTable(caption).Column(BubbleName, isText: true).Column(SizeName).Column(AcrossName).Column(UpName);
        foreach (var bubble in Bubbles)
            table.Row(bubble.Name, [bubble.Size.ToString("N0", CultureInfo.InvariantCulture), ChartUnit.Count.Text(bubble.Across), UpUnit.Text(bubble.Up)]);
        return table;
    }
}

/// <summary>One bubble.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Colour">A colour of the style sheet.</param>
/// <param name="Across">The horizontal value.</param>
/// <param name="Up">The vertical value.</param>
/// <param name="Size">How large it is.</param>
internal sealed record Bubble(Bilingual Name, string Colour, double Across, double Up, long Size);
