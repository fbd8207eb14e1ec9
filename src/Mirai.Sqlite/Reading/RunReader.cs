using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Reading;

/// <summary>Reads stored days, each on one line.</summary>
internal static class RunReader
{
    private const string Statement =
        """
        SELECT r.day, r.verdict, r.active_period, r.currency, r.currency_decimals, r.rules_hash, r.tool_version, r.written_at,
            (SELECT count(*) FROM finding f WHERE f.day = r.day AND f.kind = 'warning'), w.rule, w.level, w.title_en, w.title_ja,
            (SELECT number - before FROM change c WHERE c.day = r.day AND c.measure = 'active_customers' AND c.period = '7d'),
            (SELECT number - before FROM change c WHERE c.day = r.day AND c.measure = 'active_customers' AND c.period = '1y'),
            a.number, a.exact, a.part, a.whole, a.is_complete, a.before, a.exact_before, a.part_before, a.whole_before, a.is_complete_before,
            t.number, t.exact, t.part, t.whole, t.is_complete, t.before, t.exact_before, t.part_before, t.whole_before, t.is_complete_before
        FROM run r
        LEFT JOIN finding w ON w.day = r.day AND w.finding = 1 AND w.kind = 'warning'
        LEFT JOIN figure a ON a.day = r.day AND a.measure = 'active_customers'
        LEFT JOIN figure t ON t.day = r.day AND t.measure = 'retention_rate'
        WHERE r.day BETWEEN ?1 AND ?2 ORDER BY r.day
        """;

    /// <summary>The stored days from one to another.</summary>
    public static IReadOnlyList<StoredRun> Runs(DatabaseFile file, DateOnly? from, DateOnly? to) =>
        file.Rows(Statement, Run, Word.Of(from ?? DateOnly.MinValue), Word.Of(to ?? DateOnly.MaxValue));

    private static StoredRun Run(RowReader row) => new(
        row.Day(0), row.Member<DiagnosisVerdict>(1), Period.TryParse(row.Text(2), out var period) ? period : throw row.Unexpected(2),
        FigureReader.CurrencyOf(row, 3), Compared(row, CustomerMeasures.ActiveCustomers, 15), Heads(row.Number(13)), Heads(row.Number(14)),
        Compared(row, CustomerMeasures.RetentionRate, 25), (int)row.Whole(8), row.TextOrNull(9) is { } rule
            ? new StoredTitle(rule, row.MemberOrNull<WarningLevel>(10), FindingReader.Texts(row, 11))
            : null,
        row.Text(5), row.TextOrNull(6), WrittenAt(row, 7));

    private static long? Heads(double? number) => number is { } heads ? (long)heads : null;

    private static ComparedFigure? Compared(RowReader row, Measure measure, int from) =>
        row.WholeOrNull(from + 4) is null ? null : new ComparedFigure(measure, FigureReader.Value(row, from, measure, default), FigureReader.Value(row, from + 5, measure, default));

    private static DateTimeOffset? WrittenAt(RowReader row, int column)
    {
        if (row.TextOrNull(column) is not { } text) return null;
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw row.Unexpected(column);
    }
}
