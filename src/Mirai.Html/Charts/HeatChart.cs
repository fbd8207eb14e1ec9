using System.Globalization;
using System.Text.Json;
using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>Rows and columns of shares, the greater the darker: cohorts.</summary>
internal sealed class HeatChart : PageChart
{
    private const int Shades = 8;

    /// <inheritdoc/>
    public override string Kind => "heat";

    /// <summary>What a row is.</summary>
    public required Bilingual RowName { get; init; }

    /// <summary>What stands beside every row: how many there are.</summary>
    public required Bilingual SizeName { get; init; }

    /// <summary>What a column is.</summary>
    public required Bilingual ColumnName { get; init; }

    /// <summary>The rows in order.</summary>
    public required IReadOnlyList<HeatRow> Rows { get; init; }

    /// <summary>How many columns there are; the first has the number 0.</summary>
    public int ColumnCount => Rows.Count == 0 ? 0 : Rows.Max(row => row.Shares.Count);

    /// <summary>The share that has the darkest shade: the greatest of the columns after the first, in which everybody is there.</summary>
    private double Greatest => Rows.SelectMany(row => row.Shares.Skip(1)).Max() is { } most and > 0 ? most : 1;

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter json)
    {
        ChartJson.Text(json, "rowName", RowName);
        ChartJson.Text(json, "columnName", ColumnName);
        ChartJson.Text(json, "sizeName", SizeName);
        ChartJson.Unit(json, "unit", ChartUnit.Percentage);
        json.WriteNumber("columns", ColumnCount);
        json.WriteNumber("most", ChartUnit.Percentage.Rounded(Greatest));
        json.WriteStartArray("rows");
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("label", row.Label);
            json.WriteNumber("size", row.Size);
            ChartJson.Numbers(json, "shares", row.Shares, ChartUnit.Percentage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override FigureTable ToTable(Bilingual caption)
    {
        var table = new FigureTable(caption).Column(RowName, isText: true).Column(SizeName);
        for (var column = 0; column < ColumnCount; column++) table.Column(column.ToString(CultureInfo.InvariantCulture));
        foreach (var row in Rows)
        {
            table.Row(
                row.Label,
                [
                    row.Size.ToString("N0", CultureInfo.InvariantCulture),
                    .. Enumerable.Range(0, ColumnCount).Select(column => column < row.Shares.Count ? Cell(row.Shares[column], column) : ""),
                ]);
        }

        return table;
    }

    private HtmlNode Cell(double? share, int column)
    {
        if (share is not { } value) return "-";
        var text = ChartUnit.Percentage.Digits(value);
        if (column == 0) return text;
        var shade = (int)Math.Clamp(Math.Ceiling(value / Greatest * Shades), 0, Shades);
        return Tag.Span("shade" + shade.ToString(CultureInfo.InvariantCulture)).Add(text);
    }
}

/// <summary>One row of a <see cref="HeatChart"/>.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Size">How many there are in all.</param>
/// <param name="Shares">The shares of them, column by column.</param>
internal sealed record HeatRow(string Label, long Size, IReadOnlyList<double?> Shares);
