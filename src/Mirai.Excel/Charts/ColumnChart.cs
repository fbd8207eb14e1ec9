using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Mirai.Excel.Charts;

/// <summary>Columns, beside each other or stacked.</summary>
internal static class ColumnChart
{
    private const int MostLabelled = 12;

    /// <summary>Fills the plot.</summary>
    public static void Plot(C.PlotArea area, ChartSpec spec, ChartAxes axes, ChartParts parts)
    {
        var isStacked = spec.Kind == ChartKind.StackedColumn;
        var chart = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Column },
            new C.BarGrouping { Val = isStacked ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        for (var i = 0; i < spec.Series.Count; i++) chart.Append(Series(spec, spec.Series[i], (uint)i, parts));
        chart.Append(new C.GapWidth { Val = (ushort)(isStacked ? 30 : 60) });
        chart.Append(new C.Overlap { Val = (sbyte)(isStacked ? 100 : -5) });
        foreach (var id in ChartAxes.Ids()) chart.Append(id);
        area.Append(chart, axes.Names(spec), axes.NumbersUp(spec, isBetween: true));
    }

    private static C.BarChartSeries Series(ChartSpec spec, DrawnSeries series, uint index, ChartParts parts)
    {
        var bars = new C.BarChartSeries(
            new C.Index { Val = index }, new C.Order { Val = index }, ChartParts.Name(series.Name), ChartParts.Filled(series.Color),
            new C.InvertIfNegative { Val = false });
        if (spec.Kind == ChartKind.Column && spec.Series.Count * series.Values.Range.Rows <= MostLabelled) bars.Append(Labels(spec, parts));
        bars.Append(ChartParts.Categories(series.Across), new C.Values(ChartParts.Numbers(series.Values)));
        return bars;
    }

    private static C.DataLabels Labels(ChartSpec spec, ChartParts parts) => new(
        new C.NumberingFormat { FormatCode = spec.ValueFormat, SourceLinked = false },
        parts.Texts(8), new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });
}
