using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Rules;

namespace Mirai.Excel.Sheets;

/// <summary>The series behind the charts: the history week by week, the months, and the evidence of warnings day by day.</summary>
internal sealed class DataSheet
{
    /// <summary>How many series of evidence are kept and drawn at most; a person reads no more.</summary>
    private const int MostSeries = 60;

    private const int WeekDays = 7;
    private const int FirstRow = 5;

    private readonly SheetSetting _setting;
    private readonly SheetPage _page;
    private readonly Dictionary<(int Warning, int Evidence), int> _evidence = [];
    private int _column = 1;

    /// <summary>Writes the sheet.</summary>
    public DataSheet(SheetSetting setting)
    {
        _setting = setting;
        Grid = new SheetGrid(setting.Words.DataSheet) { TabColor = "B4BDC8" };
        _page = setting.Page(Grid, 8, setting.Words.DataTitle);
        Grid[3, 1] = GridCell.Of(setting.Words.DataNote, new CellLook(TextTone.Faint));
        Grid.FrozenRows = FirstRow;
        Grid.PrintArea = new GridRange(1, 1, 3, 8); // Whoever prints the whole workbook wants no pages of raw series.
        History = Place(HistoryTable());
        Months = Place(MonthTable());
        Retention = Place(RetentionTable());
        Evidence = Place(EvidenceTable());
    }

    /// <summary>The sheet.</summary>
    public SheetGrid Grid { get; }

    /// <summary>Every seventh day up to the day: the day, then for each measure its complete and its incomplete values.</summary>
    public PlacedTable History { get; }

    /// <summary>Months: month, active, new, reactivated, lapsed below 0, sales.</summary>
    public PlacedTable Months { get; }

    /// <summary>Months' ends: day, retention by customer year, the minima into year 2 and 3.</summary>
    public PlacedTable Retention { get; }

    private PlacedTable Evidence { get; }

    /// <summary>A column of a table for a chart.</summary>
    public static CellReference Column(PlacedTable table, int column) => new(table.Grid, table.Body(column));

    /// <summary>The head of a column, which names a series.</summary>
    public static CellReference Name(PlacedTable table, int column) => new(table.Grid, table.Head(column));

    /// <summary>The series of a warning's evidence, both by their places; <see langword="null"/> where it has none or it is beyond what is kept.</summary>
    public DrawnSeries? SeriesOf(int warning, int evidence) => _evidence.TryGetValue((warning, evidence), out var column)
        ? new DrawnSeries(Name(Evidence, column), Column(Evidence, 0), Column(Evidence, column), ChartColors.Main)
        : null;

    private PlacedTable Place(TableSpec table)
    {
        _page.Row = FirstRow;
        var placed = _page.Table(table, _column);
        _column = placed.Range.LastColumn + 2;
        return placed;
    }

    private TableSpec HistoryTable()
    {
        var series = _setting.Report.Charts.Daily;
        var columns = new List<TableColumn> { _setting.Words.Day };
        foreach (var one in series)
        {
            columns.Add(_setting.Shared.Of(one.Measure));
            columns.Add($"{_setting.Shared.Of(one.Measure)} {_setting.Words.Incomplete}");
        }

        var table = new TableSpec("HistoryWeeks", columns);
        var days = series.Count == 0 ? 0 : series[0].Days.Count;
        for (var i = days == 0 ? 0 : (days - 1) % WeekDays; i < days; i += WeekDays)
        {
            var day = series[0].Days[i];
            var cells = new List<GridCell> { FigureCells.Day(day) };
            foreach (var one in series)
            {
                var cell = GridCell.Of(one.Values[i], new CellLook(Format: _setting.Formats.Of(one.Measure)));
                var isComplete = one.CompleteFrom <= day;
                cells.Add(isComplete ? cell : default);
                cells.Add(isComplete ? default : cell);
            }

            table.Add([.. cells]);
        }

        return table;
    }

    private TableSpec MonthTable()
    {
        var (words, cells) = (_setting.Words, _setting.Cells);
        var table = new TableSpec("Months", [words.Month, words.ActiveAtEnd, words.New, words.Reactivated, words.Lapsed, words.Sales, words.IsComplete]);
        foreach (var month in _setting.Report.Charts.Months)
        {
            table.Add(
                FigureCells.Text(ExcelDay.Text(month.Days.First)[..7]), cells.People(month.ActiveCustomers), cells.People(month.New),
                cells.People(month.Reactivated), cells.People(-month.Lapsed), cells.Money(month.Sales),
                FigureCells.Text(month.IsComplete ? words.Yes : words.No));
        }

        return table;
    }

    private TableSpec RetentionTable()
    {
        var points = _setting.Report.Charts.RetentionByYear;
        var years = points.Count == 0 ? [] : points[0].Years.Select(year => year.SegmentValue).ToList();
        var table = new TableSpec(
            "RetentionMonths",
            [
                _setting.Words.Day, .. years.Select(year => new TableColumn(_setting.Shared.OfValue("customer_year", year))),
                _setting.Words.MinimumIntoYear2, _setting.Words.MinimumIntoYear3,
            ]);
        foreach (var point in points)
        {
            table.Add(
            [
                FigureCells.Day(point.Day), .. point.Years.Select(year => GridCell.Of(year.Share.Value, new CellLook(Format: NumberFormats.Percent))),
                FigureCells.Share(RetentionMinima.IntoYear2), FigureCells.Share(RetentionMinima.IntoYear3),
            ]);
        }

        return table;
    }

    private TableSpec EvidenceTable()
    {
        var report = _setting.Report;
        var kept = new List<RuleEvidence>();
        var columns = new List<TableColumn> { _setting.Words.Day };
        for (var place = 0; place < report.Rules.Warnings.Count; place++)
        {
            var warning = report.Rules.Warnings[place];
            for (var i = 0; i < warning.Evidence.Count && kept.Count < MostSeries; i++)
            {
                if (warning.Evidence[i].Series.Count < 2 || !warning.Evidence[i].Series.Any(double.IsFinite)) continue;
                kept.Add(warning.Evidence[i]);
                _evidence[(place, i)] = kept.Count;
                columns.Add(CellText.OneLine($"{_setting.Text(warning.Evidence[i].Label)} ({warning.RuleId})", 120));
            }
        }

        var table = new TableSpec("EvidenceDays", columns);
        if (kept.Count == 0) return table;
        for (var day = kept.Min(evidence => evidence.Days.First); day <= report.AsOf; day = day.AddDays(1))
            table.Add([FigureCells.Day(day), .. kept.Select(evidence => On(evidence, day))]);
        return table;
    }

    private GridCell On(RuleEvidence evidence, DateOnly day)
    {
        var place = evidence.Days.IndexOf(day);
        return place < 0 || place >= evidence.Series.Count ? default : _setting.Evidence(evidence, evidence.Series[place], isBlank: true);
    }
}
