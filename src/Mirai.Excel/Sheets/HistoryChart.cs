using Mirai.Excel.Charts;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Sheets;

/// <summary>Charts that several sheets show.</summary>
internal static class HistoryChart
{
    /// <summary>With so many weeks of complete figures the incomplete ones before them, which rise from 0, are not drawn.</summary>
    private const int EnoughWeeks = 26;

    private const int MostMonths = 36;

    /// <summary>A measure of the history, incomplete days dotted in grey.</summary>
    /// <param name="setting">Document and words.</param>
    /// <param name="data">The series.</param>
    /// <param name="place">The measure's place among the daily series of the document.</param>
    /// <param name="room">Where it stands.</param>
    public static ChartSpec Of(SheetSetting setting, DataSheet data, int place, GridRange room)
    {
        var series = setting.Report.Charts.Daily[place];
        var (complete, incomplete) = (1 + (2 * place), 2 + (2 * place));
        var (known, unknown) = (WeeksFromFirst(data.History, complete), WeeksFromFirst(data.History, incomplete));
        var lines = new List<DrawnSeries>();
        if (known >= EnoughWeeks) lines.Add(Line(complete, known, ChartColors.Main, LineLook.Solid));
        else if (known > 0) lines.Add(Line(complete, data.History.RowCount, ChartColors.Main, LineLook.Solid));
        if (known < EnoughWeeks && (unknown > 0 || known == 0)) lines.Add(Line(incomplete, data.History.RowCount, ChartColors.Reference, LineLook.Dotted));
        return new ChartSpec
        {
            Kind = ChartKind.Line, Title = setting.Shared.Of(series.Measure), Room = room, Series = lines,
            ValueFormat = setting.Formats.Of(series.Measure), IsByDay = true,
        };

        DrawnSeries Line(int column, int weeks, string color, LineLook look) => new(
            DataSheet.Name(data.History, column), new CellReference(data.Grid, data.History.Tail(0, weeks)),
            new CellReference(data.Grid, data.History.Tail(column, weeks)), color, look);
    }

    /// <summary>New, reactivated and lapsed customers of the latest months, stacked.</summary>
    public static ChartSpec Flow(SheetSetting setting, DataSheet data, GridRange room)
    {
        var months = new CellReference(data.Grid, data.Months.Tail(0, MostMonths));
        (int Column, string Color)[] flows = [(2, ChartColors.New), (3, ChartColors.Back), (4, ChartColors.Lost)];
        return new ChartSpec
        {
            Kind = ChartKind.StackedColumn, Title = setting.Words.FlowByMonth, Room = room,
            Series =
            [
                .. flows.Select(flow => new DrawnSeries(
                    DataSheet.Name(data.Months, flow.Column), months, new CellReference(data.Grid, data.Months.Tail(flow.Column, MostMonths)), flow.Color)),
            ],
            ValueFormat = setting.Formats.People,
        };
    }

    /// <summary>How many rows a column has from its first number on; 0 for a column without numbers.</summary>
    private static int WeeksFromFirst(PlacedTable table, int column)
    {
        var cells = DataSheet.Column(table, column).Cells.ToList();
        var first = cells.FindIndex(cell => cell.Number is not null);
        return first < 0 ? 0 : cells.Count - first;
    }
}
