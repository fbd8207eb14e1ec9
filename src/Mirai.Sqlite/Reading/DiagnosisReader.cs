using Mirai.Diagnosis;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Rules;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Reading;

/// <summary>Reads one stored diagnosis, within the transaction of the caller.</summary>
internal sealed class DiagnosisReader(DatabaseFile file, StoredRun run)
{
    private const double Most80 = 0.8;
    private const double Most95 = 0.95;

    private readonly string _day = Word.Of(run.Day);

    /// <summary>All of it.</summary>
    public StoredDiagnosis Read()
    {
        var figures = FigureReader.Figures(file, run);
        var findings = new FindingReader(file, run.Day).Read();
        return new StoredDiagnosis
        {
            Run = run,
            Headline = [.. figures.Where(figure => figure.Headline is not null).OrderBy(figure => figure.Headline).Select(figure => figure.Figure)],
            Figures = [.. figures.Select(figure => figure.Figure)],
            Warnings = Of("warning"),
            Closed = Of("closed"),
            Suppressed = Of("suppressed"),
            Undecided = Of("undecided"),
            Disabled = file.Rows(
                "SELECT rule, title_en, title_ja, reason_en, reason_ja FROM disabled_rule WHERE day = ?1 ORDER BY position",
                row => new DisabledRule(row.Text(0), FindingReader.Texts(row, 1), FindingReader.Texts(row, 3)), _day),
            RuleErrors = file.Rows(
                "SELECT code, rule_text, line, character, text_en, text_ja FROM rule_error WHERE day = ?1 ORDER BY position",
                row => new StoredRuleError(row.Text(0), row.Text(1), (int)row.Whole(2), (int)row.Whole(3), FindingReader.Texts(row, 4)), _day),
            QuietCount = (int)file.Rows("SELECT quiet_count FROM run WHERE day = ?1", row => row.Whole(0), _day)[0],
            Forecast = Forecast(),
            ForecastNotes = file.Rows("SELECT text_en, text_ja FROM forecast_note WHERE day = ?1 ORDER BY position", row => FindingReader.Texts(row, 0), _day),
        };

        IReadOnlyList<RuleResult> Of(string kind) => [.. findings.Where(finding => string.Equals(finding.Kind, kind, StringComparison.Ordinal)).Select(finding => finding.Result)];
    }

    private IReadOnlyList<ForecastPoint> Forecast() => file.Rows(
        """
        SELECT a.horizon, a.forecast_day, a.number, a.low_80, a.high_80, a.low_95, a.high_95, s.number, s.low_80, s.high_80, s.low_95, s.high_95
        FROM forecast a JOIN forecast s ON s.day = a.day AND s.horizon = a.horizon AND s.measure = 'annual_sales'
        WHERE a.day = ?1 AND a.measure = 'active_customers' ORDER BY a.position
        """,
        row => new ForecastPoint(
            Period.TryParse(row.Text(0), out var horizon) ? horizon : throw row.Unexpected(0), row.Day(1), Figure(row, 2), Figure(row, 7)),
        _day);

    private static ForecastFigure Figure(RowReader row, int from)
    {
        var value = Number(0);
        return new ForecastFigure(value, new Estimate(value, Number(1), Number(2), Most80), new Estimate(value, Number(3), Number(4), Most95));

        double Number(int at) => row.Number(from + at) ?? double.NaN;
    }
}
