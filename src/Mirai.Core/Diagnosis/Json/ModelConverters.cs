using System.Globalization;
using System.Text.Json;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Diagnosis.Json;

/// <summary>Writes what is missing as <c>null</c>; JSON has no word for it, nor for the infinite.</summary>
internal sealed class NumberConverter : WriteOnlyConverter<double>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value)) writer.WriteNumberValue(value);
        else writer.WriteNullValue();
    }
}

/// <summary>Writes a share as its rate and what it is made of.</summary>
internal sealed class ShareConverter : WriteOnlyConverter<Share>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Share value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("part", value.Part);
        writer.WriteNumber("whole", value.Whole);
        if (value.Value is { } rate) writer.WriteNumber("rate", rate);
        else writer.WriteNull("rate");
        writer.WriteEndObject();
    }
}

/// <summary>Writes a period as people write it: <c>90d</c>, <c>1y</c>.</summary>
internal sealed class PeriodConverter : WriteOnlyConverter<Period>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Writes a currency as its code.</summary>
internal sealed class CurrencyConverter : WriteOnlyConverter<Currency>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

/// <summary>Writes days as the first and the last one.</summary>
internal sealed class DayRangeConverter : WriteOnlyConverter<DayRange>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DayRange value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("first", Iso(value.First));
        writer.WriteString("last", Iso(value.Last));
        writer.WriteEndObject();
    }

    /// <summary>A day as JSON has it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Writes a portfolio group as its id.</summary>
internal sealed class PortfolioGroupConverter : WriteOnlyConverter<PortfolioGroup>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PortfolioGroup value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}

/// <summary>Writes a measure as its id; what it means stands among the definitions.</summary>
internal sealed class MeasureConverter : WriteOnlyConverter<Measure>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Measure value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}

/// <summary>Writes measures with all that explains them.</summary>
internal sealed class DefinitionsConverter : WriteOnlyConverter<IReadOnlyList<Measure>>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Measure> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var measure in value)
        {
            writer.WriteStartObject();
            writer.WriteString("id", measure.Id);
            writer.WriteString("english_name", measure.EnglishName);
            writer.WriteString("japanese_name", measure.JapaneseName);
            writer.WriteString("unit", Word(measure.Unit.ToString()));
            writer.WriteString("kind", Word(measure.Kind.ToString()));
            writer.WriteString("good_direction", Word(measure.GoodDirection.ToString()));
            writer.WriteBoolean("is_monthly", measure.IsMonthly);
            writer.WriteString("formula", measure.Formula);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Word(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

/// <summary>Writes the numbers of a series on one line, what is missing as <c>null</c>.</summary>
internal sealed class NumbersConverter : WriteOnlyConverter<IReadOnlyList<double>>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        var numbers = value.Select(number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null");
        writer.WriteRawValue($"[{string.Join(',', numbers)}]");
    }
}
