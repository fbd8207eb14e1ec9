using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Reading;

/// <summary>Reads measures and their figures.</summary>
internal static class FigureReader
{
    private const string DefinitionColumns = "m.measure, m.name_en, m.name_ja, m.unit, m.kind, m.good_direction, m.is_monthly, m.formula";
    private const int Definitions = 8;

    /// <summary>The measures by id.</summary>
    public static IReadOnlyList<Measure> Measures(DatabaseFile file) => file.Rows($"SELECT {DefinitionColumns} FROM measure m ORDER BY m.measure", row => Definition(row, 0));

    /// <summary>A measure on every stored day; <see langword="null"/> where there is no such measure.</summary>
    public static StoredSeries? Series(DatabaseFile file, string measureId, DateOnly? from, DateOnly? to)
    {
        if (file.Rows($"SELECT {DefinitionColumns} FROM measure m WHERE m.measure = ?1", row => Definition(row, 0), measureId) is not [var measure]) return null;
        var points = file.Rows(
            """
            SELECT r.day, r.currency, r.currency_decimals, f.number, f.exact, f.part, f.whole, coalesce(f.is_complete, 0)
            FROM run r LEFT JOIN figure f ON f.day = r.day AND f.measure = ?1 WHERE r.day BETWEEN ?2 AND ?3 ORDER BY r.day
            """,
            row => new StoredPoint(row.Day(0), Value(row, 3, measure, CurrencyOf(row, 1))),
            measureId, Word.Of(from ?? DateOnly.MinValue), Word.Of(to ?? DateOnly.MaxValue));
        return new StoredSeries(measure, points);
    }

    /// <summary>All figures of a day in order, and the places of those on top.</summary>
    public static IReadOnlyList<(ComparedFigure Figure, long? Headline)> Figures(DatabaseFile file, StoredRun run) => file.Rows(
        $"""
        SELECT {DefinitionColumns}, f.headline, f.number, f.exact, f.part, f.whole, f.is_complete,
            f.before, f.exact_before, f.part_before, f.whole_before, f.is_complete_before
        FROM figure f JOIN measure m ON m.measure = f.measure WHERE f.day = ?1 ORDER BY f.position
        """,
        row => (Compared(row, 0, Definitions + 1, run.Currency), row.WholeOrNull(Definitions)), Word.Of(run.Day));

    /// <summary>A currency, from a column with its code and one with its decimals.</summary>
    public static Currency CurrencyOf(RowReader row, int from) =>
        row.Whole(from + 1) is >= 0 and <= 6 and var decimals ? new Currency(row.Text(from), (int)decimals) : throw row.Unexpected(from + 1);

    /// <summary>A figure now and before, from a definition and ten columns.</summary>
    private static ComparedFigure Compared(RowReader row, int definition, int now, Currency currency)
    {
        var measure = Definition(row, definition);
        return new ComparedFigure(measure, Value(row, now, measure, currency), Value(row, now + 5, measure, currency));
    }

    private static Measure Definition(RowReader row, int from) => new()
    {
        Id = row.Text(from), EnglishName = row.Text(from + 1), JapaneseName = row.Text(from + 2), Unit = row.Member<MeasureUnit>(from + 3),
        Kind = row.Member<MeasureKind>(from + 4), GoodDirection = row.Member<GoodDirection>(from + 5), IsMonthly = row.Flag(from + 6), Formula = row.Text(from + 7),
    };

    /// <summary>A figure from five columns; the currency has a say for money alone.</summary>
    public static FigureValue Value(RowReader row, int from, Measure measure, Currency currency)
    {
        decimal? exact = row.WholeOrNull(from + 1) is not { } whole ? null : measure.Unit == MeasureUnit.Money ? currency.ToAmount(whole) : whole;
        var evidence = row.WholeOrNull(from + 3) is { } of ? new Share(row.Whole(from + 2), of) : (Share?)null;
        return new FigureValue(row.Number(from), exact, evidence, row.Flag(from + 4));
    }
}
