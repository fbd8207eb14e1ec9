using Mirai.Diagnosis;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Sheets;

/// <summary>The list diagnosis table (リスト診断表): one row a day of the last year, the newest on top.</summary>
internal sealed class DaysSheet(SheetSetting setting)
{
    private readonly SheetGrid _grid = new(setting.Words.DaysSheet) { TabColor = "1F5FA8" };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        var series = setting.Report.Charts.List;
        var page = setting.Page(_grid, series.Count + 1, setting.Words.DaysTitle);
        _grid[3, 1] = GridCell.Of(setting.Words.IncompleteNote, new CellLook(TextTone.Faint));
        var table = new TableSpec("ListDays", [setting.Words.Day, .. series.Select(one => new TableColumn(setting.Shared.Of(one.Measure)))]) { HasFilter = true };
        var days = series.Count == 0 ? 0 : series[0].Days.Count;
        for (var i = days - 1; i >= 0; i--) table.Add([FigureCells.Day(series[0].Days[i]), .. series.Select(one => On(one, i))]);
        var placed = page.Table(table);
        (_grid.FrozenRows, _grid.FrozenColumns) = (placed.Range.Row, 1);
        _grid.PrintTitleRows = (1, placed.Range.Row);
        return _grid;
    }

    private GridCell On(ChartSeries series, int place)
    {
        var value = new FigureValue(double.IsNaN(series.Values[place]) ? null : series.Values[place], null, null, series.CompleteFrom <= series.Days[place]);
        return setting.Cells.Value(series.Measure, value);
    }
}
