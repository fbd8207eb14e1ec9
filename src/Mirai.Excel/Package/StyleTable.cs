using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Package;

/// <summary>The formats of a workbook: every style that a cell asks for becomes one, in the order of asking.</summary>
/// <param name="fontName">The font of all cells.</param>
internal sealed class StyleTable(string fontName)
{
    private const uint FirstOwnFormat = 164;
    private const double BodySize = 10;

    private static readonly string[] FillColors = ["", "1F3A5F", "EEF3F9"];

    private readonly Dictionary<CellLook, uint> _styles = [];
    private readonly List<CellLook> _order = [];
    private readonly Dictionary<string, uint> _formats = new(StringComparer.Ordinal);

    /// <summary>The number of a style among the formats of cells.</summary>
    public uint IndexOf(CellLook style)
    {
        if (style == default) return 0;
        if (_styles.TryGetValue(style, out var index)) return index;
        _order.Add(style);
        if (style.Format.Length > 0 && !_formats.ContainsKey(style.Format)) _formats[style.Format] = FirstOwnFormat + (uint)_formats.Count;
        return _styles[style] = (uint)_order.Count;
    }

    /// <summary>The number of a colour among the formats that conditions give.</summary>
    public static uint IndexOf(RuleTone tone) => (uint)tone;

    /// <summary>The style sheet.</summary>
    public Stylesheet ToStylesheet()
    {
        var sheet = new Stylesheet();
        if (_formats.Count > 0)
        {
            var formats = _formats.OrderBy(format => format.Value).Select(format => new NumberingFormat { NumberFormatId = format.Value, FormatCode = format.Key });
            sheet.Append(new NumberingFormats(formats) { Count = (uint)_formats.Count });
        }

        var tones = Enum.GetValues<TextTone>();
        sheet.Append(
            new Fonts(tones.Select(FontOf)) { Count = (uint)tones.Length },
            new Fills([PatternFill(PatternValues.None), PatternFill(PatternValues.Gray125), .. FillColors.Skip(1).Select(SolidFill)]) { Count = 1 + (uint)FillColors.Length },
            new Borders(NoBorder(), LineBeneath()) { Count = 2 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats([new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 }, .. _order.Select(FormatOf)])
            {
                Count = (uint)_order.Count + 1,
            },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(Enum.GetValues<RuleTone>().Select(Differential)) { Count = (uint)Enum.GetValues<RuleTone>().Length },
            new TableStyles { Count = 0, DefaultTableStyle = "TableStyleLight1", DefaultPivotStyle = "PivotStyleLight16" });
        return sheet;
    }

    private Font FontOf(TextTone tone)
    {
        var (size, color, isBold, isUnderlined) = tone switch
        {
            TextTone.Body => (BodySize, "1F2933", false, false),
            TextTone.Strong => (BodySize, "1F2933", true, false),
            TextTone.Title => (16, "1F3A5F", true, false),
            TextTone.Heading => (12, "1F3A5F", true, false),
            TextTone.Faint => (9, "5F6B7A", false, false),
            TextTone.Head => (9, "FFFFFF", true, false),
            TextTone.Good => (BodySize, "1B7F4B", false, false),
            TextTone.Bad => (BodySize, "C0392B", false, false),
            TextTone.Link => (BodySize, "1F5FA8", false, true),
            _ => (20, "1F3A5F", true, false),
        };
        var font = new Font();
        if (isBold) font.Append(new Bold());
        if (isUnderlined) font.Append(new Underline());
        font.Append(new FontSize { Val = size }, new Color { Rgb = "FF" + color }, new FontName { Val = fontName }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private CellFormat FormatOf(CellLook style)
    {
        var format = new CellFormat
        {
            NumberFormatId = style.Format.Length == 0 ? 0 : _formats[style.Format],
            FontId = (uint)style.Tone,
            FillId = style.Fill == FillTone.None ? 0 : 1 + (uint)style.Fill,
            BorderId = style.IsRuled ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = style.Format.Length > 0,
            ApplyFont = true,
            ApplyFill = style.Fill != FillTone.None,
            ApplyBorder = style.IsRuled,
            ApplyAlignment = true,
        };
        var alignment = new Alignment { Vertical = style.IsRuled && style.IsWrapped ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center };
        if (style.Align != CellAlign.Auto)
        {
            alignment.Horizontal = style.Align switch
            {
                CellAlign.Left or CellAlign.Indented => HorizontalAlignmentValues.Left,
                CellAlign.Center => HorizontalAlignmentValues.Center,
                _ => HorizontalAlignmentValues.Right,
            };
        }

        if (style.Align == CellAlign.Indented) alignment.Indent = 1;
        if (style.IsWrapped) alignment.WrapText = true;
        format.Append(alignment);
        return format;
    }

    private static Fill PatternFill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill SolidFill(string color) => new(new PatternFill(
        new ForegroundColor { Rgb = "FF" + color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border NoBorder() => new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());

    private static Border LineBeneath() => new(
        new LeftBorder(), new RightBorder(), new TopBorder(),
        new BottomBorder(new Color { Rgb = "FFD5DCE4" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static DifferentialFormat Differential(RuleTone tone)
    {
        var (fill, text) = tone switch
        {
            RuleTone.Ok => ("CDEBD8", "14532D"),
            RuleTone.Undecided => ("E1E5EA", "374151"),
            RuleTone.Notice => ("FFF0B3", "5C4300"),
            RuleTone.Warning => ("F7C59F", "6B2D00"),
            _ => ("C0392B", "FFFFFF"),
        };
        return new DifferentialFormat(
            new Font(new Bold(), new Color { Rgb = "FF" + text }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + fill }, new BackgroundColor { Rgb = "FF" + fill }) { PatternType = PatternValues.Solid }));
    }
}
