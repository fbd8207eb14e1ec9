using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Mirai.Excel.Charts;

/// <summary>Bubbles: one series a bubble, so that each has its name and its colour.</summary>
internal static class BubbleChart
{
    private const int PercentThrough = 25;

    /// <summary>Fills the plot.</summary>
    public static void Plot(C.PlotArea area, ChartSpec spec, ChartAxes axes)
    {
        var chart = new C.BubbleChart(new C.VaryColors { Val = false });
        for (var i = 0; i < spec.Series.Count; i++) chart.Append(Series(spec.Series[i], (uint)i));
        chart.Append(new C.BubbleScale { Val = 60 }, new C.ShowNegativeBubbles { Val = false }, new C.SizeRepresents { Val = C.SizeRepresentsValues.Area });
        foreach (var id in ChartAxes.Ids()) chart.Append(id);
        area.Append(chart, axes.NumbersAcross(spec), axes.NumbersUp(spec, isBetween: false));
    }

    private static C.BubbleChartSeries Series(DrawnSeries series, uint index) => new(
        new C.Index { Val = index }, new C.Order { Val = index }, ChartParts.Name(series.Name), ChartParts.Filled(series.Color, PercentThrough),
        new C.InvertIfNegative { Val = false }, new C.XValues(ChartParts.Numbers(series.Across)), new C.YValues(ChartParts.Numbers(series.Values)),
        new C.BubbleSize(ChartParts.Numbers(series.Sizes!)), new C.Bubble3D { Val = false });
}
