using Mirai.Excel.Charts;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Sheets;

/// <summary>Charts that several sheets show.</summary>
internal static class HistoryChart
{
    /// <summary>A measure of the history, incomplete days dotted in grey.</summary>
    /// <param name="setting">Document and words.</param>
    /// <param name="data">The series.</param>
    /// <param name="place">The measure's place among the daily series of the document.</param>
    /// <param name="room">Where it stands.</param>
    public static ChartSpec Of(SheetSetting setting, DataSheet data, int place, GridRange room)
    {
        var series = setting.Report.Charts.Daily[place];
        var lines = new List<DrawnSeries>();
        var (days, complete, incomplete) = (DataSheet.Column(data.History, 0), 1 + (2 * place), 2 + (2 * place));
        if (HasNumbers(data.History, complete))
            lines.Add(new DrawnSeries(DataSheet.Name(data.History, complete), days, DataSheet.Column(data.History, complete), ChartColors.Main));
        if (lines.Count == 0 || HasNumbers(data.History, incomplete))
            lines.Add(new DrawnSeries(DataSheet.Name(data.History, incomplete), days, DataSheet.Column(data.History, incomplete), ChartColors.Reference, LineLook.Dotted));
        return new ChartSpec
        {
            Kind = ChartKind.Line, Title = setting.Shared.Of(series.Measure), Room = room, Series = lines,
            ValueFormat = setting.Formats.Of(series.Measure), IsByDay = true,
        };
    }

    /// <summary>New, reactivated and lapsed customers of the latest months, stacked.</summary>
    public static ChartSpec Flow(SheetSetting setting, DataSheet data, GridRange room)
    {
        const int MostMonths = 36;
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

    private static bool HasNumbers(PlacedTable table, int column) => DataSheet.Column(table, column).Cells.Any(cell => cell.Number is not null);
}
