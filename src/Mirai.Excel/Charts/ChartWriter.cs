using Mirai.Excel.Grid;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;
using S = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Mirai.Excel.Charts;

/// <summary>Writes charts, and where they stand on their sheet.</summary>
/// <param name="fontName">The font of all texts.</param>
internal sealed class ChartWriter(string fontName)
{
    private readonly ChartParts _parts = new(fontName);

    /// <summary>A chart as its part of the package holds it.</summary>
    public C.ChartSpace Chart(ChartSpec spec)
    {
        var axes = new ChartAxes(_parts);
        var area = new C.PlotArea(new C.Layout());
        switch (spec.Kind)
        {
            case ChartKind.Line: LineChart.Plot(area, spec, axes); break;
            case ChartKind.Bubble: BubbleChart.Plot(area, spec, axes); break;
            default: ColumnChart.Plot(area, spec, axes, _parts); break;
        }

        var chart = new C.Chart(_parts.Title(spec.Title, 11, isBold: true), new C.AutoTitleDeleted { Val = false }, area);
        if (spec.Series.Count > 1)
        {
            var side = spec.Kind == ChartKind.Bubble ? C.LegendPositionValues.Right : C.LegendPositionValues.Bottom;
            chart.Append(new C.Legend(new C.LegendPosition { Val = side }, new C.Overlay { Val = false }, _parts.Texts(8)));
        }

        chart.Append(new C.PlotVisibleOnly { Val = false }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(
            new C.Date1904 { Val = false }, new C.RoundedCorners { Val = false }, chart,
            new C.ShapeProperties(
                new D.SolidFill(new D.RgbColorModelHex { Val = "FFFFFF" }),
                new D.Outline(new D.SolidFill(new D.RgbColorModelHex { Val = "D5DCE4" })) { Width = 9525 }),
            _parts.Texts(9));
    }

    /// <summary>A chart's frame on its sheet.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="number">Its number on the sheet, from 1.</param>
    /// <param name="relation">The id of the relation to its part.</param>
    public static S.TwoCellAnchor Frame(ChartSpec spec, uint number, string relation)
    {
        var title = CellText.OneLine(spec.Title, 255);
        var frame = new S.GraphicFrame(
            new S.NonVisualGraphicFrameProperties(
                new S.NonVisualDrawingProperties { Id = number + 1, Name = $"Chart {number}", Description = title },
                new S.NonVisualGraphicFrameDrawingProperties()),
            new S.Transform(new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = 0, Cy = 0 }),
            new D.Graphic(new D.GraphicData(new C.ChartReference { Id = relation }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            Macro = "",
        };
        return new S.TwoCellAnchor(
            new S.FromMarker(Column(spec.Room.Column - 1), Gap(60_000), Row(spec.Room.Row - 1), Above(30_000)),
            new S.ToMarker(Column(spec.Room.LastColumn), Gap(0), Row(spec.Room.LastRow), Above(0)),
            frame, new S.ClientData()) { EditAs = S.EditAsValues.OneCell };
    }

    private static S.ColumnId Column(int index) => new(NumberText.Of(index));

    private static S.RowId Row(int index) => new(NumberText.Of(index));

    private static S.ColumnOffset Gap(int emu) => new(NumberText.Of(emu));

    private static S.RowOffset Above(int emu) => new(NumberText.Of(emu));
}
