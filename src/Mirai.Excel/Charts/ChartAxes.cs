using Mirai.Excel.Grid;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Mirai.Excel.Charts;

/// <summary>The axes of a chart.</summary>
/// <param name="parts">Texts and lines.</param>
internal sealed class ChartAxes(ChartParts parts)
{
    /// <summary>The id of the horizontal axis.</summary>
    public const uint Across = 1;

    /// <summary>The id of the vertical axis.</summary>
    public const uint Up = 2;

    private const int TextSize = 8;
    private const int MostLabels = 13;
    private const int FewLabels = 6;

    /// <summary>The references of a chart to its two axes.</summary>
    public static C.AxisId[] Ids() => [new C.AxisId { Val = Across }, new C.AxisId { Val = Up }];

    /// <summary>A calendar along the bottom, with a label every so many months that they do not run into each other.</summary>
    public C.DateAxis Calendar(ChartSpec spec)
    {
        var days = spec.Series.SelectMany(series => series.Across.Cells).Where(cell => cell.Number is not null).Select(cell => cell.Number!.Value).ToList();
        var span = days.Count == 0 ? 0 : days.Max() - days.Min();
        var (format, unit, unitName) = span switch
        {
            <= 14 => (ExcelDay.Format, 2, C.TimeUnitValues.Days),
            <= 70 => (ExcelDay.Format, 14, C.TimeUnitValues.Days),
            <= 200 => ("yyyy\\-mm", 1, C.TimeUnitValues.Months),
            <= 800 => ("yyyy\\-mm", 3, C.TimeUnitValues.Months),
            <= 1500 => ("yyyy\\-mm", 6, C.TimeUnitValues.Months),
            <= 5000 => ("yyyy", 1, C.TimeUnitValues.Years),
            _ => ("yyyy", 5, C.TimeUnitValues.Years),
        };
        return new C.DateAxis(
            new C.AxisId { Val = Across }, Scaling(), new C.Delete { Val = false }, new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
            new C.NumberingFormat { FormatCode = format, SourceLinked = false }, new C.MajorTickMark { Val = C.TickMarkValues.Outside },
            new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            ChartParts.AxisLine(), parts.Texts(TextSize), new C.CrossingAxis { Val = Up }, new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.AutoLabeled { Val = false }, new C.LabelOffset { Val = 100 }, new C.BaseTimeUnit { Val = C.TimeUnitValues.Days },
            new C.MajorUnit { Val = unit }, new C.MajorTimeUnit { Val = unitName });
    }

    /// <summary>Names along the bottom; of many, every so many.</summary>
    public C.CategoryAxis Names(ChartSpec spec)
    {
        var count = spec.Series[0].Across.Range is var range ? range.Rows * range.Columns : 0;
        var axis = new C.CategoryAxis(
            new C.AxisId { Val = Across }, Scaling(), new C.Delete { Val = false }, new C.AxisPosition { Val = C.AxisPositionValues.Bottom });
        if (spec.AcrossTitle.Length > 0) axis.Append(parts.Title(spec.AcrossTitle, TextSize, isBold: false));
        axis.Append(
            new C.NumberingFormat { FormatCode = "General", SourceLinked = false }, new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            ChartParts.AxisLine(), parts.Texts(TextSize), new C.CrossingAxis { Val = Up }, new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.AutoLabeled { Val = false }, new C.LabelAlignment { Val = C.LabelAlignmentValues.Center }, new C.LabelOffset { Val = 100 });
        if (count > MostLabels) axis.Append(new C.TickLabelSkip { Val = (count + FewLabels - 1) / FewLabels });
        axis.Append(new C.NoMultiLevelLabels { Val = true });
        return axis;
    }

    /// <summary>Numbers along the bottom, of bubbles.</summary>
    public C.ValueAxis NumbersAcross(ChartSpec spec) =>
        Numbers(Across, Up, C.AxisPositionValues.Bottom, spec.AcrossFormat, spec.AcrossTitle, Scaling(), isBetween: false);

    /// <summary>Numbers along the left.</summary>
    public C.ValueAxis NumbersUp(ChartSpec spec, bool isBetween) =>
        Numbers(Up, Across, C.AxisPositionValues.Left, spec.ValueFormat, spec.ValueTitle, Scaling(spec.Least, spec.Greatest), isBetween);

    private C.ValueAxis Numbers(uint id, uint other, C.AxisPositionValues position, string format, string title, C.Scaling scaling, bool isBetween)
    {
        var axis = new C.ValueAxis(
            new C.AxisId { Val = id }, scaling, new C.Delete { Val = false }, new C.AxisPosition { Val = position }, ChartParts.Gridlines());
        if (title.Length > 0) axis.Append(parts.Title(title, TextSize, isBold: false));
        axis.Append(
            new C.NumberingFormat { FormatCode = format, SourceLinked = false }, new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            ChartParts.AxisLine(), parts.Texts(TextSize), new C.CrossingAxis { Val = other }, new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = isBetween ? C.CrossBetweenValues.Between : C.CrossBetweenValues.MidpointCategory });
        return axis;
    }

    private static C.Scaling Scaling(double? least = null, double? greatest = null)
    {
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (greatest is { } max) scaling.Append(new C.MaxAxisValue { Val = max });
        if (least is { } min) scaling.Append(new C.MinAxisValue { Val = min });
        return scaling;
    }
}
