using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mirai.Rules;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Writing;

/// <summary>Writes what rules say, with evidence, causes and segments.</summary>
internal sealed class FindingWriter : IDisposable
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DateOnly _day;
    private readonly RowWriter _findings;
    private readonly RowWriter _evidence;
    private readonly RowWriter _causes;
    private readonly RowWriter _drills;
    private readonly RowWriter _drillRows;
    private int _finding;

    /// <summary>A writer for a day.</summary>
    public FindingWriter(DatabaseFile file, DateOnly day)
    {
        _day = day;
        _findings = RowWriter.Into(
            file, "finding", "day", "finding", "kind", "position", "rule", "part", "part_en", "part_ja", "state", "level", "since", "opened", "days_open", "is_stale",
            "title_en", "title_ja", "message_en", "message_ja", "tags", "parent_rule", "reason", "reason_en", "reason_ja", "reason_from", "days_of_history");
        _evidence = RowWriter.Into(
            file, "evidence", "day", "finding", "evidence", "label_en", "label_ja", "source", "unit", "number", "text_en", "text_ja", "is_estimated", "from_day",
            "until_day", "series");
        _causes = RowWriter.Into(
            file, "cause", "day", "finding", "cause", "parent", "depth", "text_en", "text_ja", "strength", "found_on", "rule", "parts", "parts_en", "parts_ja");
        _drills = RowWriter.Into(file, "drill", "day", "finding", "drill", "source", "dimension", "opened", "amount", "text_en", "text_ja", "omitted", "rest");
        _drillRows = RowWriter.Into(
            file, "drill_row", "day", "finding", "drill", "position", "value", "amount", "text_en", "text_ja", "contribution", "rate_effect", "mix_effect");
    }

    /// <summary>Writes one.</summary>
    /// <param name="kind">warning, closed, suppressed or undecided.</param>
    /// <param name="position">Its place among those of its kind, from 1.</param>
    /// <param name="result">What the rule says.</param>
    public void Write(string kind, int position, RuleResult result)
    {
        _finding++;
        var (suppressed, undecided) = (result.Suppression, result.Undecided);
        var reason = suppressed?.Reason ?? undecided?.Text;
        _findings.Write(
            _day, _finding, kind, position, result.RuleId, Part(result.Part), result.Part.Label("en"), result.Part.Label("ja"), Word.Of(result.State),
            result.Severity is { } level ? Word.Of(level) : null, result.Since, result.Opened, result.DaysOpen, result.IsStale, result.Title["en"],
            result.Title["ja"], result.Message["en"], result.Message["ja"], Texts(result.Tags), result.ParentId,
            suppressed is not null ? Word.Of(suppressed.Kind) : undecided is not null ? Word.Of(undecided.Reason) : null, reason?["en"], reason?["ja"],
            suppressed?.From ?? undecided?.From, undecided?.DaysOfHistory);
        foreach (var (at, evidence) in result.Evidence.Index()) Write(at + 1, evidence);
        var cause = 0;
        foreach (var root in result.Causes) Write(root, parent: null, depth: 0, ref cause);
        foreach (var (at, drill) in result.Drills.Index()) Write(at + 1, drill);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var writer in new[] { _findings, _evidence, _causes, _drills, _drillRows }) writer.Dispose();
    }

    private static string Part(CustomerPart part) => Written(writer => Part(writer, part));

    private static void Part(Utf8JsonWriter writer, CustomerPart part)
    {
        writer.WriteStartArray();
        foreach (var pick in part.Picks)
        {
            writer.WriteStartObject();
            writer.WriteString("dimension", pick.Dimension);
            writer.WriteStartArray("values");
            foreach (var value in pick.Values) writer.WriteStringValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Parts(IReadOnlyList<CustomerPart> parts) => Written(writer =>
    {
        writer.WriteStartArray();
        foreach (var part in parts) Part(writer, part);
        writer.WriteEndArray();
    });

    private static string Labels(IReadOnlyList<CustomerPart> parts, string language, string separator) =>
        string.Join(separator, parts.Select(part => part.Label(language)));

    private static string Texts(IReadOnlyList<string> texts) => Written(writer =>
    {
        writer.WriteStartArray();
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    });

    private static string Numbers(IReadOnlyList<double> numbers) =>
        $"[{string.Join(',', numbers.Select(number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null"))}]";

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json)) write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(int number, RuleEvidence evidence) => _evidence.Write(
        _day, _finding, number, evidence.Label["en"], evidence.Label["ja"], evidence.Source, evidence.Unit, evidence.Value, evidence.Text["en"],
        evidence.Text["ja"], evidence.IsEstimated, evidence.Days.First, evidence.Days.Last, Numbers(evidence.Series));

    private void Write(RuleCause cause, int? parent, int depth, ref int number)
    {
        var own = ++number;
        _causes.Write(
            _day, _finding, own, parent, depth, cause.Text["en"], cause.Text["ja"], cause.Strength, cause.Day, cause.RuleId, Parts(cause.Parts),
            Labels(cause.Parts, "en", "; "), Labels(cause.Parts, "ja", "、"));
        foreach (var deeper in cause.Causes) Write(deeper, own, depth + 1, ref number);
    }

    private void Write(int number, RuleDrill drill)
    {
        _drills.Write(
            _day, _finding, number, drill.Source, drill.Dimension, drill.Day, drill.Amount, drill.Text["en"], drill.Text["ja"], drill.Omitted, drill.Rest);
        foreach (var (at, row) in drill.Rows.Index())
        {
            _drillRows.Write(
                _day, _finding, number, at + 1, row.Segment, row.Amount, row.Text["en"], row.Text["ja"], row.Contribution, row.RateEffect, row.MixEffect);
        }
    }
}
