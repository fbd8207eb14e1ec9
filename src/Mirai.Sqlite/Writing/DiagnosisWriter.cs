using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Writing;

/// <summary>Writes one diagnosis as rows, within the transaction of the caller.</summary>
internal sealed partial class DiagnosisWriter(DatabaseFile file, DiagnosisReport report, CancellationToken cancellationToken)
{
    private const string WrittenAtFormat = "yyyy-MM-ddTHH:mm:ssZ";

    private DateOnly Day => report.AsOf;

    /// <summary>Writes all of it; there must be nothing of the day yet.</summary>
    public void Write(RunInfo run, StoredDocument document)
    {
        Run(run);
        Measures();
        foreach (var write in (ReadOnlySpan<Action>)[Rules, Figures, Tables, Segments, Forecast, Findings])
        {
            cancellationToken.ThrowIfCancellationRequested();
            write();
        }

        using var rows = Into("document", "bytes", "sha256", "brotli");
        rows.Write(Day, document.Bytes, document.Hash, document.Brotli);
    }

    /// <summary>Rows of a table whose first column is the day.</summary>
    private RowWriter Into(string table, params ReadOnlySpan<string> columns) => RowWriter.Into(file, table, ["day", .. columns]);

    private long Minor(decimal amount) => (long)(amount * report.Settings.Currency.MinorPerUnit);

    private void Run(RunInfo run)
    {
        var (settings, data) = (report.Settings, report.Data);
        using var rows = Into(
            "run", "verdict", "written_at", "tool_version", "active_period", "before_day", "currency", "currency_decimals", "began_with_data", "churn_window",
            "rules_hash", "rule_count", "quiet_count", "observed_from", "observed_until", "customers", "purchases", "last_purchase_day", "gap_from", "gap_until",
            "rows_read", "rows_bad");
        rows.Write(
            Day, Word.Of(report.Verdict), run.WrittenAt?.UtcDateTime.ToString(WrittenAtFormat, CultureInfo.InvariantCulture), run.ToolVersion,
            settings.ActivePeriod.ToString(), settings.ActivePeriod.Before(Day), settings.Currency.Code, settings.Currency.Decimals, settings.BeganWithData,
            settings.ChurnWindow.ToString(), settings.RulesHash, settings.RuleCount, report.Rules.QuietCount, data.Observed.First, data.Observed.Last, data.Customers,
            data.Purchases, data.LastPurchaseDay, data.LongestGap?.First, data.LongestGap?.Last, data.Ingest?.RowsRead, data.Ingest?.BadRowCount);
    }

    /// <summary>What measures mean is kept once; a row that says the same already stays untouched.</summary>
    private void Measures()
    {
        using var rows = new RowWriter(
            file,
            """
            INSERT INTO measure (measure, name_en, name_ja, unit, kind, good_direction, is_monthly, formula) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (measure) DO UPDATE SET name_en = excluded.name_en, name_ja = excluded.name_ja, unit = excluded.unit, kind = excluded.kind,
                good_direction = excluded.good_direction, is_monthly = excluded.is_monthly, formula = excluded.formula
            WHERE (name_en, name_ja, unit, kind, good_direction, is_monthly, formula) IS NOT
                (excluded.name_en, excluded.name_ja, excluded.unit, excluded.kind, excluded.good_direction, excluded.is_monthly, excluded.formula)
            """);
        foreach (var measure in report.Definitions.Concat(Shown().Select(figure => figure.Measure)).DistinctBy(measure => measure.Id, StringComparer.Ordinal))
        {
            rows.Write(
                measure.Id, measure.EnglishName, measure.JapaneseName, Word.Of(measure.Unit), Word.Of(measure.Kind), Word.Of(measure.GoodDirection),
                measure.IsMonthly, measure.Formula);
        }
    }

    private void Rules()
    {
        using var texts = Into("rule_text", "position", "name", "hash", "is_used");
        foreach (var (at, text) in report.Settings.Rules.Index()) texts.Write(Day, at + 1, text.Name, text.Hash, text.IsUsed);
        using var disabled = Into("disabled_rule", "position", "rule", "title_en", "title_ja", "reason_en", "reason_ja");
        foreach (var (at, rule) in report.Rules.Disabled.Index())
            disabled.Write(Day, at + 1, rule.RuleId, rule.Title["en"], rule.Title["ja"], rule.Reason["en"], rule.Reason["ja"]);
        using var errors = Into("rule_error", "position", "code", "rule_text", "line", "character", "text_en", "text_ja");
        foreach (var (at, error) in report.Rules.Errors.Index())
        {
            var place = error.Source.PositionOf(error.Span.Start);
            errors.Write(Day, at + 1, error.Code, error.Source.Name, place.Line, place.Column, error.ToString("en"), error.ToString("ja"));
        }

        using var infinite = Into("infinite_figure", "metric", "figures");
        foreach (var (metric, figures) in report.Rules.InfiniteFigures.OrderBy(pair => pair.Key, StringComparer.Ordinal)) infinite.Write(Day, metric, figures);
    }

    /// <summary>Every figure of all customers once, in the order of the document.</summary>
    private IEnumerable<ComparedFigure> Shown()
    {
        var figures = report.Headline.Concat(report.List.Figures).Concat(report.Purchases.Figures).Concat(report.Contacts?.Figures ?? [])
            .Concat(report.Customers.PortfolioSteps).Concat(report.Customers.Attribution.Terms.Select(Term));
        if (report.Forecast is { } forecast)
            figures = figures.Append(new ComparedFigure(ForecastMeasures.FiveYearMultiple, forecast.FiveYearMultiple, FigureValue.Missing));
        return figures.DistinctBy(figure => figure.Measure.Id, StringComparer.Ordinal);
    }

    private ComparedFigure Term(AttributionTerm term)
    {
        var measure = term.Cause switch
        {
            AttributionCause.NewCustomers => AttributionMeasures.ChangeByNew,
            AttributionCause.RetentionRate => AttributionMeasures.ChangeByRetention,
            AttributionCause.Base => AttributionMeasures.ChangeByBase,
            AttributionCause.ReactivationRate => AttributionMeasures.ChangeByReactivation,
            _ => AttributionMeasures.ChangeByPool,
        };
        return new ComparedFigure(measure, new FigureValue(term.Customers, term.Customers, Evidence: null, report.Customers.Attribution.IsComplete), FigureValue.Missing);
    }

    private void Figures()
    {
        var headline = report.Headline.Select(figure => figure.Measure.Id).ToList();
        using var rows = Into(
            "figure", "measure", "position", "headline", "number", "exact", "part", "whole", "is_complete", "before", "exact_before", "part_before", "whole_before",
            "is_complete_before");
        foreach (var (at, figure) in Shown().Index())
        {
            var (now, before, place) = (figure.Now, figure.Before, headline.IndexOf(figure.Measure.Id));
            rows.Write(
                Day, figure.Measure.Id, at + 1, place < 0 ? null : place + 1, now.Value, Exact(figure.Measure, now), now.Evidence?.Part, now.Evidence?.Whole,
                now.IsComplete, before.Value, Exact(figure.Measure, before), before.Evidence?.Part, before.Evidence?.Whole, before.IsComplete);
        }

        using var changes = Into("change", "measure", "period", "since", "number", "before", "is_complete");
        foreach (var (over, since, figure) in report.List.Changes)
        {
            changes.Write(
                Day, figure.Measure.Id, over.ToString(), since, figure.Now.Value, figure.Before.Value, figure.Now.IsComplete && figure.Before.IsComplete);
        }
    }

    private long? Exact(Measure measure, FigureValue value) =>
        value.Exact is not { } exact ? null : measure.Unit == MeasureUnit.Money ? Minor(exact) : (long)exact;
}
