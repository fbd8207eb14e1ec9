using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Sqlite;

namespace Mirai.Cli.Output;

/// <summary>What a diagnosis database holds, as tables.</summary>
internal static class HistoryTables
{
    /// <summary>One row a day.</summary>
    public static DataTable OfDays(IReadOnlyList<StoredRun> days, Texts texts)
    {
        var words = HistoryTexts.Of(texts);
        TableColumn[] columns =
        [
            new("day", words.Day, IsKey: true), new("verdict", words.Verdict, IsKey: true), new("active_customers", words.ActiveCustomers),
            new("change_7_days", words.Change7Days), new("change_1_year", words.Change1Year), new("retention_rate", words.RetentionRate),
            new("warnings", words.Warnings), new("first_warning_rule", ""), new("first_warning", words.FirstWarning), new("rules_hash", ""),
        ];
        return new DataTable(columns, days.Select(day => (Cell[])
        [
            Cell.Of(day.Day), Cell.Of(day.Verdict.ToString().ToLowerInvariant()), Figure(day.ActiveCustomers), Heads(day.ChangeIn7Days), Heads(day.ChangeInAYear),
            Figure(day.RetentionRate), Cell.Of(day.Warnings), Text(day.FirstWarning?.RuleId), Text(day.FirstWarning?.Title[texts.Language]), Cell.Of(day.RulesHash),
        ]), Currency.Jpy);
    }

    /// <summary>The figures of one day, one row each.</summary>
    public static DataTable OfFigures(StoredDiagnosis stored, Texts texts) => new(
        [
            new("measure", "", IsKey: true), new("name", ""), new("value", ""), new("before", ""), new("change", ""), new("part", ""), new("whole", ""), new("complete", ""),
        ],
        stored.Figures.Select(figure => (Cell[])
        [
            Cell.Of(figure.Measure.Id), Cell.Of(texts.NameOf(figure.Measure)), Of(figure.Measure, figure.Now), Of(figure.Measure, figure.Before),
            Change(figure), Heads(figure.Now.Evidence?.Part), Heads(figure.Now.Evidence?.Whole), Cell.Of(figure.Now.IsComplete ? 1 : 0),
        ]),
        stored.Run.Currency);

    /// <summary>Measures over the stored days.</summary>
    /// <param name="series">The measures, all over the same days.</param>
    /// <param name="rows">Which of the days.</param>
    /// <param name="currency">The currency of money.</param>
    /// <param name="texts">The language.</param>
    public static DataTable OfSeries(IReadOnlyList<StoredSeries> series, IReadOnlyList<int> rows, Currency currency, Texts texts) => new(
        [new("day", HistoryTexts.Of(texts).Day, IsKey: true), .. series.Select(one => new TableColumn(one.Measure.Id, texts.NameOf(one.Measure)))],
        rows.Select(row => (Cell[])[Cell.Of(series[0].Points[row].Day), .. series.Select(one => Of(one.Measure, one.Points[row].Value))]),
        currency);

    private static Cell Figure(ComparedFigure? figure) => figure is null ? Cell.Missing : Of(figure.Measure, figure.Now);

    private static Cell Heads(long? heads) => heads is { } known ? Cell.Of(known) : Cell.Missing;

    private static Cell Text(string? text) => text is null ? Cell.Missing : Cell.Of(text);

    private static Cell Of(Measure measure, FigureValue value)
    {
        if (value.Value is not { } number) return Cell.Missing;
        var cell = (value.Exact, measure.Unit) switch
        {
            ({ } amount, MeasureUnit.Money) => Cell.Money(amount),
            ({ } count, _) => Cell.Of((long)count),
            (null, MeasureUnit.Percentage) => Cell.Percentage(number),
            (null, MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase) => new Cell(CellKind.MoneyRate, Number: number),
            _ => Cell.Ratio(number),
        };
        return cell with { IsIncomplete = !value.IsComplete };
    }

    private static Cell Change(ComparedFigure figure) => (figure.Now.Exact, figure.Before.Exact) switch
    {
        ({ } now, { } before) => figure.Measure.Unit == MeasureUnit.Money ? Cell.Money(now - before) : Cell.Of((long)(now - before)),
        _ => Cell.Ratio(figure.Change),
    };
}
