using DocumentFormat.OpenXml;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Mirai.Excel.Charts;

/// <summary>Lines over days or categories.</summary>
internal static class LineChart
{
    private const int MostMarkers = 13;

    /// <summary>Fills the plot.</summary>
    public static void Plot(C.PlotArea area, ChartSpec spec, ChartAxes axes)
    {
        var chart = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        for (var i = 0; i < spec.Series.Count; i++) chart.Append(Series(spec.Series[i], (uint)i));
        chart.Append(new C.ShowMarker { Val = true });
        foreach (var id in ChartAxes.Ids()) chart.Append(id);
        OpenXmlElement across = spec.IsByDay ? axes.Calendar(spec) : axes.Names(spec);
        area.Append(chart, across, axes.NumbersUp(spec, isBetween: !spec.IsByDay));
    }

    private static C.LineChartSeries Series(DrawnSeries series, uint index)
    {
        var width = series.Look switch { LineLook.Solid => 2.25, LineLook.Dashed => 1.5, _ => 1.25 };
        var isMarked = series.Look == LineLook.Solid && series.Values.Range.Rows <= MostMarkers;
        var marker = isMarked
            ? new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.Circle }, new C.Size { Val = 5 }, ChartParts.Filled(series.Color))
            : new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None });
        return new C.LineChartSeries(
            new C.Index { Val = index }, new C.Order { Val = index }, ChartParts.Name(series.Name),
            new C.ChartShapeProperties(ChartParts.Line(series.Color, width, series.Look)), marker,
            ChartParts.Categories(series.Across), new C.Values(ChartParts.Numbers(series.Values)), new C.Smooth { Val = false });
    }
}
