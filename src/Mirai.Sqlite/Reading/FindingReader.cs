using System.Text.Json;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Reading;

/// <summary>Reads what the rules said on a day.</summary>
internal sealed class FindingReader
{
    private readonly DatabaseFile _file;
    private readonly string _day;
    private readonly DateOnly _date;
    private readonly ILookup<long, RuleEvidence> _evidence;
    private readonly ILookup<long, StoredCause> _causes;
    private readonly ILookup<long, RuleDrill> _drills;

    /// <summary>A reader of a day.</summary>
    public FindingReader(DatabaseFile file, DateOnly day)
    {
        (_file, _date, _day) = (file, day, Word.Of(day));
        _evidence = ByFinding(
            "SELECT finding, label_en, label_ja, source, unit, number, text_en, text_ja, is_estimated, from_day, until_day, series FROM evidence WHERE day = ?1 ORDER BY finding, evidence",
            Evidence);
        _causes = ByFinding(
            "SELECT finding, cause, parent, text_en, text_ja, strength, found_on, rule, parts FROM cause WHERE day = ?1 ORDER BY finding, cause",
            row => new StoredCause(
                row.Whole(1), row.WholeOrNull(2), Texts(row, 3), row.Number(5) ?? double.NaN, row.Day(6), row.TextOrNull(7), Json(row, 8, Parts)));
        var rows = _file.Rows(
            "SELECT finding, drill, value, amount, text_en, text_ja, contribution, rate_effect, mix_effect FROM drill_row WHERE day = ?1 ORDER BY finding, drill, position",
            row => (Key: (row.Whole(0), row.Whole(1)), Row: new DrillRow(
                row.Text(2), row.Number(3) ?? double.NaN, Texts(row, 4), row.Number(6) ?? double.NaN, row.Number(7), row.Number(8))),
            _day).ToLookup(pair => pair.Key, pair => pair.Row);
        _drills = ByFinding(
            "SELECT finding, drill, source, dimension, opened, amount, text_en, text_ja, omitted, rest FROM drill WHERE day = ?1 ORDER BY finding, drill",
            row => new RuleDrill(
                row.Text(2), row.Text(3), row.Day(4), row.Number(5) ?? double.NaN, Texts(row, 6), [.. rows[(row.Whole(0), row.Whole(1))]], (int)row.Whole(8),
                row.Number(9) ?? double.NaN));
    }

    /// <summary>An English and a Japanese text.</summary>
    public static LanguageTexts Texts(RowReader row, int from) => new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = row.Text(from), ["ja"] = row.Text(from + 1) });

    /// <summary>All findings in order, each with its kind.</summary>
    public IReadOnlyList<(string Kind, RuleResult Result)> Read() => _file.Rows(
        """
        SELECT finding, kind, rule, part, state, level, since, opened, days_open, is_stale, title_en, title_ja, message_en, message_ja, tags, parent_rule,
            reason, reason_en, reason_ja, reason_from, days_of_history
        FROM finding WHERE day = ?1 ORDER BY finding
        """,
        row => (row.Text(1), Finding(row)), _day);

    private static RuleEvidence Evidence(RowReader row)
    {
        var series = Json(row, 11, array => array.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble()).ToArray());
        var (first, last) = (row.Day(9), row.Day(10));
        if (last < first) throw row.Unexpected(10);
        return new RuleEvidence(
            Texts(row, 1), row.Text(3), row.Text(4), row.Number(5) ?? double.NaN, Texts(row, 6), row.Flag(8), new DayRange(first, last), series);
    }

    private static IReadOnlyList<CustomerPart> Parts(JsonElement array) => [.. array.EnumerateArray().Select(Part)];

    private static CustomerPart Part(JsonElement picks) => picks.GetArrayLength() == 0
        ? CustomerPart.Whole
        : new CustomerPart(picks.EnumerateArray().Select(pick => new SegmentPick(
            pick.GetProperty("dimension").GetString()!, [.. pick.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)])));

    private static T Json<T>(RowReader row, int column, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(row.Text(column));
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw row.Unexpected(column);
        }
    }

    private static IReadOnlyList<RuleCause> Tree(IReadOnlyList<StoredCause> causes, long? parent) =>
    [
        .. causes.Where(cause => cause.Parent == parent && (parent is null || cause.Number > parent))
            .Select(cause => new RuleCause(cause.Text, cause.Strength, cause.Day, cause.RuleId, cause.Parts, Tree(causes, cause.Number))),
    ];

    private ILookup<long, T> ByFinding<T>(string statement, Func<RowReader, T> read) =>
        _file.Rows(statement, row => (Finding: row.Whole(0), Value: read(row)), _day).ToLookup(pair => pair.Finding, pair => pair.Value);

    private RuleResult Finding(RowReader row)
    {
        var number = row.Whole(0);
        var isSuppressed = row.Text(1) is "suppressed";
        var hasReason = row.TextOrNull(16) is not null;
        return new RuleResult
        {
            RuleId = row.Text(2),
            Part = Json(row, 3, Part),
            Day = _date,
            State = row.Member<RuleState>(4),
            Severity = row.MemberOrNull<WarningLevel>(5),
            Since = row.DayOrNull(6),
            Opened = row.DayOrNull(7),
            DaysOpen = (int)row.Whole(8),
            IsStale = row.Flag(9),
            Title = Texts(row, 10),
            Message = Texts(row, 12),
            Tags = Json(row, 14, tags => tags.EnumerateArray().Select(tag => tag.GetString()!).ToArray()),
            ParentId = row.TextOrNull(15),
            Evidence = [.. _evidence[number]],
            Causes = Tree([.. _causes[number]], parent: null),
            Drills = [.. _drills[number]],
            Suppression = hasReason && isSuppressed ? new RuleSuppression(row.Member<SuppressionKind>(16), Texts(row, 17), row.Day(19)) : null,
            Undecided = hasReason && !isSuppressed
                ? new RuleUndecided(row.Member<UndecidedReason>(16), Texts(row, 17), row.Day(19), (int)row.Whole(20))
                : null,
        };
    }

    /// <summary>A cause as it lies in a row.</summary>
    private sealed record StoredCause(
        long Number, long? Parent, LanguageTexts Text, double Strength, DateOnly Day, string? RuleId, IReadOnlyList<CustomerPart> Parts);
}
