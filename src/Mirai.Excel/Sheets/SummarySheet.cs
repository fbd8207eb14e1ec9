using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Measures;
using Mirai.Rules;

namespace Mirai.Excel.Sheets;

/// <summary>What a manager must know: verdict, three key figures, warnings with their causes, and what comes next.</summary>
internal sealed class SummarySheet(SheetSetting setting, DataSheet data, WarningsSheet warnings)
{
    private const int PageColumns = 12;
    private const int TileColumns = 4;
    private const int MostCauses = 3;
    private const int ChartRows = 15;

    private readonly SheetGrid _grid = new(setting.Words.SummarySheet) { TabColor = "1F3A5F", IsLandscape = false };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        for (var column = 1; column <= PageColumns; column++) _grid.Widen(column, 11);
        var page = setting.Page(_grid, PageColumns, setting.Words.SummaryTitle);
        Verdict(page);
        Headline(page);
        Warnings(page);
        Charts(page);
        Forecast(page);
        return _grid;
    }

    private void Verdict(SheetPage page)
    {
        var report = setting.Report;
        var (row, words) = (page.Row, setting.Words);
        page.Begin();
        _grid[row, 1] = GridCell.Of(setting.Shared.Of(report.Verdict), new CellLook(TextTone.Display, Align: CellAlign.Center));
        _grid.Merged.Add(new GridRange(row, 1, 3, 2));
        LevelColors.AddVerdict(_grid, new GridRange(row, 1), setting.Shared);
        var sentence = report.FirstWarning is { } first ? setting.TitleOf(first) : report.Verdict == DiagnosisVerdict.Ok ? words.AllWell : words.NotKnown;
        Line(row, sentence, TextTone.Heading, 3);
        Line(row + 1, report.FirstWarning is { Causes: [var cause, ..] } ? words.Because + setting.Text(cause.Text) : "", TextTone.Body, 2);
        Line(row + 2, Counts(report.Rules), TextTone.Faint, 2);
        for (var i = 0; i < 3; i++) _grid.Raise(row + i, 20);
        page.Row += 4;

        void Line(int at, string text, TextTone tone, int mostLines) => _grid.Spread(
            at, 3, PageColumns - 2, GridCell.Of(text, new CellLook(tone, Align: CellAlign.Indented, IsWrapped: true)), mostLines);
    }

    private string Counts(RuleFindings findings) => WorkbookWords.Fill(setting.Words.CountsLine, findings.Warnings.Count,
        findings.Warnings.Count(w => w.Severity == WarningLevel.Critical), findings.Warnings.Count(w => w.Severity == WarningLevel.Warning),
        findings.Warnings.Count(w => w.Severity == WarningLevel.Notice), findings.Undecided.Count, findings.Errors.Count);

    private void Headline(SheetPage page)
    {
        var column = 1;
        foreach (var figure in setting.Report.Headline.Take(PageColumns / TileColumns))
        {
            var value = setting.Cells.Value(figure.Measure, figure.Now);
            Tile(page.Row, column, GridCell.Of(setting.Shared.Of(figure.Measure), Panel(TextTone.Faint)));
            Tile(page.Row + 1, column, value with { Style = Panel(TextTone.Display) with { Format = value.Style.Format } });
            Tile(page.Row + 2, column, GridCell.Of(ChangeOf(figure), Panel(figure.IsBetter switch
            {
                true => TextTone.Good,
                false => TextTone.Bad,
                null => TextTone.Faint,
            })));
            column += TileColumns;
        }

        _grid.Raise(page.Row + 1, 32);
        _grid.Raise(page.Row + 2, 18);
        page.Row += 4;

        static CellLook Panel(TextTone tone) => new(tone, Fill: FillTone.Panel, Align: CellAlign.Center);

        void Tile(int row, int first, GridCell cell) => _grid.Spread(row, first, TileColumns, cell);
    }

    private string ChangeOf(ComparedFigure figure) => figure.Change is null
        ? setting.Words.NoComparison
        : WorkbookWords.Fill(setting.Words.TileLine, setting.Figures.ChangeRate(figure), setting.Figures.Of(figure.Measure, figure.Before), setting.Before);

    private void Warnings(SheetPage page)
    {
        var words = setting.Words;
        page.Heading(words.WarningsTitle);
        if (setting.Report.Rules.Warnings.Count == 0)
        {
            page.Note(words.NoWarnings, TextTone.Body);
            page.Skip();
            return;
        }

        (string Text, int Columns)[] heads = [(words.Level, 1), (words.Warning, 3), (words.Message, 4), (words.Causes, 2), (words.Since, 1), (words.Evidence, 1)];
        var column = 1;
        foreach (var (text, columns) in heads)
        {
            _grid.Spread(page.Row, column, columns, GridCell.Of(text, new CellLook(TextTone.Head, Fill: FillTone.Head, Align: CellAlign.Center)));
            column += columns;
        }

        var first = ++page.Row;
        for (var i = 0; i < setting.Report.Rules.Warnings.Count; i++) Warning(page.Row++, setting.Report.Rules.Warnings[i], i);
        LevelColors.Add(_grid, new GridRange(first, 1, page.Row - first), setting.Shared);
        page.Skip();
    }

    private void Warning(int row, RuleResult warning, int place)
    {
        var style = new CellLook(IsRuled: true, IsWrapped: true, Align: CellAlign.Left);
        var causes = string.Join("\n", warning.Causes.Take(MostCauses).Select(cause => setting.Text(cause.Text)));
        var link = GridCell.Of(setting.Words.See, style with { Tone = TextTone.Link, Align = CellAlign.Center }) with { Link = warnings.LinkTo(place) };
        _grid[row, 1] = GridCell.Of(warning.Severity is { } level ? setting.Shared.Of(level) : "", style with { Tone = TextTone.Strong, Align = CellAlign.Center });
        _grid.Spread(row, 2, 3, GridCell.Of(setting.TitleOf(warning), style with { Tone = TextTone.Strong, Align = CellAlign.Indented }), mostLines: 4);
        _grid.Spread(row, 5, 4, GridCell.Of(setting.Text(warning.Message), style), mostLines: 6);
        _grid.Spread(row, 9, 2, GridCell.Of(causes, style), mostLines: 6);
        _grid[row, 11] = warning.Since is { } since ? GridCell.Of(since, style with { Align = CellAlign.Center }) : GridCell.Empty(style);
        _grid[row, 12] = link;
    }

    private void Charts(SheetPage page)
    {
        page.Begin();
        setting.Draw(_grid, HistoryChart.Of(setting, data, 0, SheetPage.Room(page.Row, 1, PageColumns / 2, ChartRows)));
        setting.Draw(_grid, HistoryChart.Flow(setting, data, SheetPage.Room(page.Row, 1 + (PageColumns / 2), PageColumns / 2, ChartRows)));
        page.Skip(ChartRows + 1);
    }

    private void Forecast(SheetPage page)
    {
        page.Heading(setting.Words.ForecastTitle);
        if (setting.Report.Forecast is { } forecast)
        {
            ForecastPoints.Place(page, setting, "SummaryForecast", forecast);
            ForecastPoints.Notes(page, setting, forecast);
        }
        else
        {
            page.Note(setting.Words.NoForecast, TextTone.Body);
        }
    }
}
