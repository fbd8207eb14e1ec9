using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mirai.Rules.Syntax;

/// <summary>Writes findings as JSON, for editors: texts in one language, places as offsets and as lines and columns from 1.</summary>
internal static class DiagnosticJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>An array of findings.</summary>
    public static string Write(IEnumerable<RuleDiagnostic> diagnostics, string language)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartArray();
            foreach (var found in diagnostics) Write(writer, found, language);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, RuleDiagnostic found, string language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", found.Code);
        writer.WriteString("severity", found.Severity.ToString().ToLowerInvariant());
        writer.WriteString("source", found.Source.Name);
        WriteRange(writer, found.Source, found.Span);
        writer.WriteString("message", DiagnosticTexts.Format(found.Message, language));
        WriteText(writer, "label", found.Label, language);
        WriteText(writer, "note", found.Note, language);
        WriteText(writer, "help", found.Help, language);
        if (found.Related.Count > 0)
        {
            writer.WriteStartArray("related");
            foreach (var related in found.Related)
            {
                writer.WriteStartObject();
                writer.WriteString("source", (related.Source ?? found.Source).Name);
                WriteRange(writer, related.Source ?? found.Source, related.Span);
                WriteText(writer, "label", related.Label, language);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (found.Fix is { } fix)
        {
            writer.WriteStartObject("fix");
            WriteRange(writer, found.Source, fix.Span);
            writer.WriteString("newText", fix.NewText);
            writer.WriteBoolean("isGuess", fix.IsGuess);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, DiagnosticText? text, string language)
    {
        if (text is not null) writer.WriteString(name, DiagnosticTexts.Format(text, language));
    }

    private static void WriteRange(Utf8JsonWriter writer, RuleSource source, SourceSpan span)
    {
        writer.WriteStartObject("range");
        WritePlace(writer, "start", source, span.Start);
        WritePlace(writer, "end", source, span.End);
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, string name, RuleSource source, int offset)
    {
        var place = source.PositionOf(offset);
        writer.WriteStartObject(name);
        writer.WriteNumber("offset", offset);
        writer.WriteNumber("line", place.Line);
        writer.WriteNumber("column", place.Column);
        writer.WriteEndObject();
    }
}
