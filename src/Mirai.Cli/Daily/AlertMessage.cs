using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mirai.Diagnosis;
using Mirai.Rules;

namespace Mirai.Cli.Daily;

/// <summary>New warnings as JSON, as the alert program reads them. <c>docs/daily-run.md</c> describes the form.</summary>
internal static class AlertMessage
{
    private const string Form = "mirai.warnings/1";

    /// <summary>The text, in UTF-8.</summary>
    /// <param name="report">The diagnosis.</param>
    /// <param name="warnings">The new ones among its warnings.</param>
    /// <param name="files">What was written, by kind.</param>
    public static byte[] Of(DiagnosisReport report, IReadOnlyList<RuleResult> warnings, IEnumerable<(string Kind, string Path)> files)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("form", Form);
            json.WriteString("day", Iso(report.AsOf));
            json.WriteString("verdict", report.Verdict.ToString().ToLowerInvariant());
            json.WriteNumber("open", report.Rules.Warnings.Count);
            json.WriteStartArray("warnings");
            foreach (var warning in warnings) Write(json, warning);
            json.WriteEndArray();
            json.WriteStartObject("files");
            foreach (var (kind, path) in files) json.WriteString(kind, path);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    /// <summary>A day as files have it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A level as files have it.</summary>
    public static string Word(WarningLevel level) => level.ToString().ToLowerInvariant();

    private static void Write(Utf8JsonWriter json, RuleResult warning)
    {
        json.WriteStartObject();
        json.WriteString("rule", warning.RuleId);
        json.WriteString("part", warning.Part.ToString());
        json.WriteString("level", Word(warning.Severity!.Value));
        json.WriteString("since", Iso(warning.Since ?? warning.Opened!.Value));
        json.WriteString("opened", Iso(warning.Opened!.Value));
        json.WriteNumber("days_open", warning.DaysOpen);
        Write(json, "title", warning.Title);
        Write(json, "message", warning.Message);
        json.WriteStartArray("causes");
        foreach (var cause in warning.Causes)
        {
            json.WriteStartObject();
            json.WriteString("rule", cause.RuleId);
            json.WriteNumber("strength", Math.Round(cause.Strength, 4));
            Write(json, "text", cause.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LanguageTexts texts)
    {
        json.WriteStartObject(name);
        foreach (var language in texts.Languages) json.WriteString(language, texts[language]);
        json.WriteEndObject();
    }
}
