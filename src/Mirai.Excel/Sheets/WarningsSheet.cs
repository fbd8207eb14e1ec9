using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Rules;

namespace Mirai.Excel.Sheets;

/// <summary>Every warning with its evidence: values now and before, causes as a tree, the segments it comes from, and charts.</summary>
internal sealed class WarningsSheet
{
    private const int PageColumns = 12;
    private const int ChartColumns = 4;
    private const int ChartRows = 12;
    private const int MostDepth = 8;

    private static readonly int[] DaysBefore = [30, 90];

    private readonly SheetSetting _setting;
    private readonly DataSheet _series;
    private readonly SheetPage _page;
    private readonly List<int> _rows = [];

    /// <summary>Writes the sheet.</summary>
    public WarningsSheet(SheetSetting setting, DataSheet series)
    {
        (_setting, _series) = (setting, series);
        Grid = new SheetGrid(setting.Words.WarningsSheet) { TabColor = "D1603D", IsLandscape = false };
        for (var column = 1; column <= PageColumns; column++) Grid.Widen(column, 11);
        _page = setting.Page(Grid, PageColumns, setting.Words.WarningsTitle);
        var warnings = setting.Report.Rules.Warnings;
        if (warnings.Count == 0) _page.Note(setting.Words.NoWarnings, TextTone.Body);
        for (var i = 0; i < warnings.Count; i++) Warning(warnings[i], i);
        LevelColors.Add(Grid, new GridRange(4, 1, Math.Max(1, _page.Row - 4)), setting.Shared);
    }

    /// <summary>The sheet.</summary>
    public SheetGrid Grid { get; }

    /// <summary>Where a click on a warning leads, by its place among the warnings.</summary>
    public string LinkTo(int warning) => new GridRange(_rows[warning], 1).Absolute(Grid.Name);

    private void Warning(RuleResult warning, int place)
    {
        var words = _setting.Words;
        _page.Begin();
        _rows.Add(_page.Row);
        Grid[_page.Row, 1] = GridCell.Of(
            warning.Severity is { } level ? _setting.Shared.Of(level) : "", new CellLook(TextTone.Strong, Align: CellAlign.Center, Fill: FillTone.Panel));
        Grid.Spread(
            _page.Row, 2, PageColumns - 1,
            GridCell.Of(_setting.TitleOf(warning), new CellLook(TextTone.Heading, Fill: FillTone.Panel, Align: CellAlign.Indented, IsWrapped: true)), mostLines: 3);
        Grid.Raise(_page.Row, 21);
        _page.Row++;
        _page.Note(_setting.Text(warning.Message), TextTone.Body);
        _page.Note(WorkbookWords.Fill(words.WarningLine, warning.RuleId, Day(warning.Since), Day(warning.Opened), warning.DaysOpen)
            + (warning.IsStale ? " " + words.Stale : ""));
        Evidence(warning);
        Causes(warning.Causes, depth: 0);
        foreach (var drill in warning.Drills) Drill(drill);
        Charts(warning, place);
        _page.Skip();
    }

    private static string Day(DateOnly? day) => day is { } known ? ExcelDay.Text(known) : "-";

    private void Evidence(RuleResult warning)
    {
        if (warning.Evidence.Count == 0) return;
        var words = _setting.Words;
        Heads([(words.Evidence, 4), (words.OnTheDay, 2), .. DaysBefore.Select(days => (WorkbookWords.Fill(words.DaysBefore, days), 2)), (words.FirstOfSeries, 2)]);
        foreach (var evidence in warning.Evidence)
        {
            var cells = new List<(GridCell Cell, int Columns)>
            {
                (FigureCells.Text(_setting.Text(evidence.Label) + (evidence.IsEstimated ? " " + words.Estimated : "")), 4),
                (_setting.Evidence(evidence, evidence.Value), 2),
            };
            cells.AddRange(DaysBefore.Select(days => (Earlier(evidence, days), 2)));
            cells.Add((evidence.Series.Count > 1 ? _setting.Evidence(evidence, evidence.Series[0]) : FigureCells.Missing, 2));
            Cells(cells);
        }
    }

    private GridCell Earlier(RuleEvidence evidence, int days)
    {
        var place = evidence.Series.Count - 1 - days;
        return place < 0 ? FigureCells.Missing : _setting.Evidence(evidence, evidence.Series[place]);
    }

    private void Causes(IReadOnlyList<RuleCause> causes, int depth)
    {
        if (depth == 0 && causes.Count > 0) Heads([(_setting.Words.Cause, 8), (_setting.Words.Strength, 2), (_setting.Words.FoundOn, 2)]);
        foreach (var cause in causes)
        {
            var indent = depth == 0 ? "" : new string('\u3000', depth) + "└ ";
            Cells(
            [
                (FigureCells.Text(indent + _setting.Text(cause.Text), depth == 0 ? TextTone.Strong : TextTone.Body), 8),
                (FigureCells.Number(cause.Strength, NumberFormats.WholePercent), 2),
                (FigureCells.Day(cause.Day) with { Style = new CellLook(Format: ExcelDay.Format, Align: CellAlign.Right) }, 2),
            ]);
            if (depth < MostDepth) Causes(cause.Causes, depth + 1);
        }
    }

    private void Drill(RuleDrill drill)
    {
        if (drill.Rows.Count == 0) return;
        var words = _setting.Words;
        Heads([(WorkbookWords.Fill(words.FromSegment, _setting.Shared.OfSegment(drill.Dimension)), 4), (words.OwnValue, 4), (words.ShareOfWhole, 4)]);
        foreach (var row in drill.Rows)
        {
            Cells(
            [
                (FigureCells.Text(_setting.Shared.OfValue(drill.Dimension, row.Segment)), 4),
                (GridCell.Of(_setting.Text(row.Text), new CellLook(Align: CellAlign.Right)), 4),
                (FigureCells.Number(row.Contribution, NumberFormats.WholePercent), 4),
            ]);
        }

        if (drill.Omitted > 0) _page.Note(WorkbookWords.Fill(words.MoreSegments, drill.Omitted));
    }

    private void Charts(RuleResult warning, int place)
    {
        var drawn = 0;
        for (var i = 0; i < warning.Evidence.Count; i++)
        {
            if (_series.SeriesOf(place, i) is not { } series) continue;
            var column = 1 + (drawn % (PageColumns / ChartColumns) * ChartColumns);
            if (drawn > 0 && column == 1) _page.Skip(ChartRows + 1);
            drawn++;
            _setting.Draw(Grid, new ChartSpec
            {
                Kind = ChartKind.Line,
                Title = _setting.Text(warning.Evidence[i].Label),
                Room = SheetPage.Room(_page.Row + 1, column, ChartColumns, ChartRows),
                Series = [series],
                ValueFormat = AxisFormat(warning.Evidence[i].Unit),
                IsByDay = true,
            });
        }

        if (drawn > 0) _page.Skip(ChartRows + 1);
    }

    private string AxisFormat(string unit) => _setting.Formats.OfUnit(unit, _setting.Report.Settings.Currency);

    private void Heads(List<(string Text, int Columns)> heads)
    {
        var column = 1;
        foreach (var (text, columns) in heads)
        {
            Grid.Spread(_page.Row, column, columns, GridCell.Of(text, new CellLook(TextTone.Head, Fill: FillTone.Head, Align: column == 1 ? CellAlign.Left : CellAlign.Right)));
            column += columns;
        }

        _page.Row++;
    }

    private void Cells(List<(GridCell Cell, int Columns)> cells)
    {
        var column = 1;
        foreach (var (cell, columns) in cells)
        {
            var isText = column == 1;
            Grid.Spread(_page.Row, column, columns, cell with { Style = cell.Style with { IsRuled = true, IsWrapped = isText } }, mostLines: 4);
            column += columns;
        }

        _page.Row++;
    }
}
