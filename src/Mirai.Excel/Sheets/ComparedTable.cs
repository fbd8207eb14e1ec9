using Mirai.Diagnosis;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Sheets;

/// <summary>The table of figures beside those of one period before: the shape that the list diagnosis and parts A, B and C share.</summary>
internal static class ComparedTable
{
    /// <summary>Places the table, with arrows for the changes.</summary>
    public static PlacedTable Place(SheetPage page, SheetSetting setting, string name, IReadOnlyList<ComparedFigure> figures)
    {
        var words = setting.Words;
        var table = new TableSpec(name, [words.Measure, words.OnTheDay, setting.Before, words.Change, words.ChangeRate]);
        foreach (var figure in figures)
        {
            table.Add(
                FigureCells.Text(setting.Shared.Of(figure.Measure)),
                setting.Cells.Value(figure.Measure, figure.Now), setting.Cells.Value(figure.Measure, figure.Before),
                setting.Cells.Change(figure), FigureCells.ChangeRate(figure));
        }

        var placed = page.Table(table);
        page.Arrows(placed, 4);
        return placed;
    }
}
