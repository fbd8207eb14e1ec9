using System.Text.Json;
using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>The pieces that charts are written in.</summary>
internal static class ChartJson
{
    /// <summary>A text in both languages, as a pair; a text that is the same in both, as it is.</summary>
    public static void Text(Utf8JsonWriter json, Bilingual text)
    {
        if (string.Equals(text.English, text.Japanese, StringComparison.Ordinal))
        {
            json.WriteStringValue(SafeText.Clean(text.English));
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(SafeText.Clean(text.English));
        json.WriteStringValue(SafeText.Clean(text.Japanese));
        json.WriteEndArray();
    }

    /// <summary>A named text.</summary>
    public static void Text(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WritePropertyName(name);
        Text(json, text);
    }

    /// <summary>Named texts.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<Bilingual> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) Text(json, text);
        json.WriteEndArray();
    }

    /// <summary>Named numbers, <c>null</c> where they are missing.</summary>
    public static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double?> numbers, ChartUnit unit)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) Number(json, number, unit);
        json.WriteEndArray();
    }

    /// <summary>A number, <c>null</c> where it is missing.</summary>
    public static void Number(Utf8JsonWriter json, double? number, ChartUnit unit)
    {
        if (number is { } value && double.IsFinite(value)) json.WriteNumberValue(unit.Rounded(value));
        else json.WriteNullValue();
    }

    /// <summary>A named unit.</summary>
    public static void Unit(Utf8JsonWriter json, string name, ChartUnit unit)
    {
        json.WritePropertyName(name);
        Unit(json, unit);
    }

    /// <summary>A unit.</summary>
    public static void Unit(Utf8JsonWriter json, ChartUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("kind", unit.Kind);
        json.WriteNumber("decimals", unit.Decimals);
        Text(json, "pattern", unit.Pattern);
        json.WriteEndObject();
    }
}
