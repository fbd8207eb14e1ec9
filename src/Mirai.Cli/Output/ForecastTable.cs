using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Cli.Output;

/// <summary>Forecasts and their back-tests as tables for machines.</summary>
internal static class ForecastTable
{
    private static readonly (ForecastMeasure Measure, string Id)[] Measures =
    [
        (ForecastMeasure.ActiveCustomers, "active_customers"), (ForecastMeasure.NewCustomers, "new_customers"),
        (ForecastMeasure.ReactivatedCustomers, "reactivated_customers"), (ForecastMeasure.LapsedCustomers, "lapsed_customers"),
        (ForecastMeasure.Sales, "sales"),
    ];

    /// <summary>One row a month or year; each measure with its bands.</summary>
    public static DataTable Of(IReadOnlyList<ForecastPeriod> periods, ForecastTexts texts, Currency currency)
    {
        var columns = new List<TableColumn> { new("from", "", IsKey: true), new("to", texts.Month, IsKey: true) };
        foreach (var (measure, id) in Measures)
        {
            foreach (var part in new[] { "", "_low80", "_high80", "_low95", "_high95" }) columns.Add(new TableColumn(id + part, texts.NameOfMeasure(measure) + part));
        }

        return new DataTable(columns, periods.Select(Row), currency);
    }

    /// <summary>One row for each way, measure and number of months ahead; 0 for all of them together.</summary>
    public static DataTable OfBackTest(ForecastBackTest backTest, ForecastTexts texts, Currency currency) => new(
        [
            new("method", texts.Method, IsKey: true), new("measure", texts.Measure, IsKey: true), new("months_ahead", texts.MonthsAhead, IsKey: true),
            new("cases", texts.Cases), new("mean_absolute_error", ""), new("root_mean_square_error", ""), new("bias", texts.Bias), new("wape", texts.Wape),
            new("mase", texts.Mase), new("banded", ""), new("covered80", texts.Held80), new("covered95", texts.Held95),
        ],
        backTest.Scores.Select(score => (Cell[])
        [
            Cell.Of(IdOf(score.Method)), Cell.Of(Measures.First(m => m.Measure == score.Measure).Id), Cell.Of(score.MonthsAhead), Cell.Of(score.Cases),
            Ratio(score.MeanAbsoluteError), Ratio(score.RootMeanSquareError), Ratio(score.Bias), Ratio(score.Wape), Ratio(score.Mase),
            Cell.Of(score.Banded), Cell.Of(score.Covered80), Cell.Of(score.Covered95),
        ]),
        currency);

    /// <summary>The word for a way to forecast, as typed.</summary>
    public static string IdOf(ForecastMethod method) => method switch
    {
        ForecastMethod.Cohort => "cohort",
        ForecastMethod.Probability => "probability",
        ForecastMethod.Combination => "combination",
        ForecastMethod.LastValue => "last-value",
        ForecastMethod.Drift => "drift",
        _ => "seasonal-naive",
    };

    private static Cell[] Row(ForecastPeriod period)
    {
        var cells = new List<Cell> { Cell.Of(period.Days.First), Cell.Of(period.Days.Last) };
        foreach (var (measure, _) in Measures)
        {
            var figure = period[measure];
            foreach (var value in new[] { figure.Value, figure.Band80.Low, figure.Band80.High, figure.Band95.Low, figure.Band95.High }) cells.Add(Ratio(value));
        }

        return [.. cells];
    }

    private static Cell Ratio(double? value) => value is { } number ? new Cell(CellKind.Ratio, Number: number) : Cell.Missing;
}
