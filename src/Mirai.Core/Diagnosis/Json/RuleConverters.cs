using System.Text.Json;
using Mirai.Ingest;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Diagnosis.Json;

/// <summary>Writes a text in all its languages, by language.</summary>
internal sealed class LanguageTextsConverter : WriteOnlyConverter<LanguageTexts>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LanguageTexts value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var language in value.Languages) writer.WriteString(language, value[language]);
        writer.WriteEndObject();
    }
}

/// <summary>Writes a remark about the input as its English text.</summary>
internal sealed class IngestRemarkConverter : WriteOnlyConverter<IngestRemark>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IngestRemark value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Writes a part of the customers as the values of its dimensions; an empty object for all customers.</summary>
internal sealed class CustomerPartConverter : WriteOnlyConverter<CustomerPart>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomerPart value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var pick in value.Picks)
        {
            writer.WriteStartArray(pick.Dimension);
            foreach (var text in pick.Values) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

/// <summary>Writes an error of a rule text: where it is, and what is wrong in both languages.</summary>
internal sealed class RuleDiagnosticConverter : WriteOnlyConverter<RuleDiagnostic>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RuleDiagnostic value, JsonSerializerOptions options)
    {
        var place = value.Source.PositionOf(value.Span.Start);
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        writer.WriteString("source", value.Source.Name);
        writer.WriteNumber("line", place.Line);
        writer.WriteNumber("column", place.Column);
        writer.WriteStartObject("message");
        writer.WriteString("en", DiagnosticTexts.Format(value.Message, "en"));
        writer.WriteString("ja", DiagnosticTexts.Format(value.Message, "ja"));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
