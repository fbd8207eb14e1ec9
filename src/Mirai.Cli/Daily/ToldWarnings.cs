using System.Text.Json;
using Mirai.Cli.Commands;
using Mirai.Cli.Output;
using Mirai.Diagnosis;
using Mirai.Rules;

namespace Mirai.Cli.Daily;

/// <summary>Which open warnings the alert program has been told of, so that it is told of each once: a small file beside the diagnoses.</summary>
/// <remarks>
/// It is written only after the program has taken the warnings. What it did not take, because it failed or the run was killed, is new to the next run.
/// </remarks>
internal sealed class ToldWarnings
{
    private const string FileName = "mirai.alerts.json";

    private readonly string _path;
    private readonly DateOnly? _day;
    private readonly Dictionary<(string Rule, string Part), (WarningLevel Level, DateOnly Opened)> _told = [];

    private ToldWarnings(string path, DateOnly? day) => (_path, _day) = (path, day);

    /// <summary>Reads what was told. A file that cannot be understood is said to be so, and counts as if nothing had been told.</summary>
    public static ToldWarnings Read(CommandRun run, string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return new ToldWarnings(path, null);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var told = new ToldWarnings(path, Day(document.RootElement, "day"));
            foreach (var warning in document.RootElement.GetProperty("told").EnumerateArray())
            {
                var key = (Text(warning, "rule"), Text(warning, "part"));
                told._told[key] = (Enum.Parse<WarningLevel>(Text(warning, "level"), ignoreCase: true), Day(warning, "opened"));
            }

            return told;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            run.Terminal.Error.WriteLine(run.Texts.Run.ToldUnreadable(path));
            return new ToldWarnings(path, null);
        }
    }

    /// <summary>The open warnings that are new: not told of yet, graver than when they were, or closed and opened again since. None of a day before the last one told of.</summary>
    public IReadOnlyList<RuleResult> NewIn(DiagnosisReport report) =>
        _day is { } last && report.AsOf < last ? [] : [.. report.Rules.Warnings.Where(IsNew)];

    /// <summary>Remembers the open warnings of a diagnosis as told of.</summary>
    public void Remember(CommandRun run, DiagnosisReport report)
    {
        if (_day is { } last && report.AsOf < last) return;
        OutputPlace.Write(_path, Stream.Null, run.Texts.Messages, stream =>
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            json.WriteString("day", AlertMessage.Iso(report.AsOf));
            json.WriteStartArray("told");
            foreach (var warning in report.Rules.Warnings)
            {
                json.WriteStartObject();
                json.WriteString("rule", warning.RuleId);
                json.WriteString("part", warning.Part.ToString());
                json.WriteString("level", AlertMessage.Word(warning.Severity!.Value));
                json.WriteString("opened", AlertMessage.Iso(warning.Opened!.Value));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static DateOnly Day(JsonElement element, string name) =>
        DateOnly.ParseExact(Text(element, name), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private bool IsNew(RuleResult warning) =>
        !_told.TryGetValue((warning.RuleId, warning.Part.ToString()), out var told) || warning.Severity > told.Level || warning.Opened > _day;
}
