using DocumentFormat.OpenXml;
using Mirai.Excel.Grid;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;

namespace Mirai.Excel.Charts;

/// <summary>The pieces that charts of every kind are made of: texts, lines, fills and references to cells with what stands in them.</summary>
/// <param name="fontName">The font of all texts.</param>
internal sealed class ChartParts(string fontName)
{
    private const int PointsToEmu = 12_700;
    private const string Ink = "404A57";
    private const string Grid = "E3E8EE";

    /// <summary>The title of a chart or an axis.</summary>
    public C.Title Title(string text, int size, bool isBold) => new(
        new C.ChartText(new C.RichText(
            new D.BodyProperties(), new D.ListStyle(),
            new D.Paragraph(
                new D.ParagraphProperties(DefaultText(size, isBold)),
                new D.Run(RunText(size, isBold), new D.Text(CellText.OneLine(text, 255)))))),
        new C.Overlay { Val = false });

    /// <summary>The look of all texts of an element.</summary>
    public C.TextProperties Texts(int size) => new(
        new D.BodyProperties(), new D.ListStyle(),
        new D.Paragraph(new D.ParagraphProperties(DefaultText(size, isBold: false)), new D.EndParagraphRunProperties { Language = "en-US" }));

    /// <summary>The name of a series, out of its cell.</summary>
    public static C.SeriesText Name(CellReference name) => new(new C.StringReference(
        new C.Formula(name.Formula),
        new C.StringCache([new C.PointCount { Val = 1 }, new C.StringPoint(new C.NumericValue(Shown(name.Cells.First()))) { Index = 0 }])));

    /// <summary>Categories: days as numbers, all else as texts.</summary>
    public static C.CategoryAxisData Categories(CellReference across)
    {
        var cells = across.Cells.ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => cell.Number is not null)
            ? new C.CategoryAxisData(Numbers(across))
            : new C.CategoryAxisData(new C.StringReference(
                new C.Formula(across.Formula),
                new C.StringCache(
                [
                    new C.PointCount { Val = (uint)cells.Count },
                    .. cells.Select((cell, i) => new C.StringPoint(new C.NumericValue(Shown(cell))) { Index = (uint)i }),
                ])));
    }

    /// <summary>Numbers out of cells; a cell without a number leaves a gap.</summary>
    public static C.NumberReference Numbers(CellReference values)
    {
        var cells = values.Cells.ToList();
        var points = new List<OpenXmlElement>
        {
            new C.FormatCode(cells.Find(cell => cell.Number is not null).Style.Format is { Length: > 0 } format ? format : "General"),
            new C.PointCount { Val = (uint)cells.Count },
        };
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Number is { } number) points.Add(new C.NumericPoint(new C.NumericValue(NumberText.Of(number))) { Index = (uint)i });
        }

        return new C.NumberReference(new C.Formula(values.Formula), new C.NumberingCache(points));
    }

    /// <summary>A line: width in points.</summary>
    public static D.Outline Line(string color, double width, LineLook look = LineLook.Solid)
    {
        var line = new D.Outline { Width = (int)(width * PointsToEmu), CapType = D.LineCapValues.Round };
        line.Append(new D.SolidFill(new D.RgbColorModelHex { Val = color }));
        if (look != LineLook.Solid)
            line.Append(new D.PresetDash { Val = look == LineLook.Dashed ? D.PresetLineDashValues.Dash : D.PresetLineDashValues.SystemDot });
        line.Append(new D.Round());
        return line;
    }

    /// <summary>A filled shape, see-through by so many percent.</summary>
    public static C.ChartShapeProperties Filled(string color, int percentThrough = 0)
    {
        var fill = new D.RgbColorModelHex { Val = color };
        if (percentThrough > 0) fill.Append(new D.Alpha { Val = (100 - percentThrough) * 1000 });
        return new C.ChartShapeProperties(new D.SolidFill(fill), new D.Outline(new D.SolidFill(new D.RgbColorModelHex { Val = "FFFFFF" })) { Width = 6350 });
    }

    /// <summary>The faint lines across the plot.</summary>
    public static C.MajorGridlines Gridlines() => new(new C.ChartShapeProperties(Line(Grid, 0.75)));

    /// <summary>The line of an axis.</summary>
    public static C.ChartShapeProperties AxisLine() => new(Line("B4BDC8", 0.75));

    private static string Shown(GridCell cell) => cell.Text ?? (cell.Number is { } number ? NumberText.Of(number) : "");

    private D.DefaultRunProperties DefaultText(int size, bool isBold) =>
        new(InkFill(), new D.LatinFont { Typeface = fontName }, new D.EastAsianFont { Typeface = fontName }) { FontSize = size * 100, Bold = isBold };

    private D.RunProperties RunText(int size, bool isBold) =>
        new(InkFill(), new D.LatinFont { Typeface = fontName }, new D.EastAsianFont { Typeface = fontName }) { Language = "en-US", FontSize = size * 100, Bold = isBold };

    private static D.SolidFill InkFill() => new(new D.RgbColorModelHex { Val = Ink });
}
