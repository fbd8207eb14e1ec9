using Mirai.Diagnosis;
using Mirai.Excel.Grid;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Excel.Sheets;

/// <summary>Figures as cells: numbers with a format, a dash where a figure is missing, a mark where it is incomplete.</summary>
/// <param name="formats">The number formats.</param>
internal sealed class FigureCells(NumberFormats formats)
{
    private const double PointsOfOne = 100;

    private static readonly CellLook MissingStyle = new(TextTone.Faint, Align: CellAlign.Right);

    /// <summary>What stands for a missing figure.</summary>
    public static GridCell Missing => GridCell.Of(FigureFormat.Missing, MissingStyle);

    /// <summary>A number in a format, or a dash.</summary>
    public static GridCell Number(double? number, string format, TextTone tone = TextTone.Body) =>
        number is { } finite && double.IsFinite(finite) ? GridCell.Of(finite, new CellLook(tone, format)) : Missing;

    /// <summary>Words.</summary>
    public static GridCell Text(string text, TextTone tone = TextTone.Body) => GridCell.Of(text, new CellLook(tone, Align: CellAlign.Left));

    /// <summary>A day, or a dash.</summary>
    public static GridCell Day(DateOnly? day) => day is { } known ? GridCell.Of(known, new CellLook(Align: CellAlign.Center)) : Missing;

    /// <summary>A share in percent.</summary>
    public static GridCell Share(double? share) => Number(share, NumberFormats.Percent);

    /// <summary>A number of customers.</summary>
    public GridCell People(double? customers) => Number(customers, formats.People);

    /// <summary>A change of customers, coloured.</summary>
    public GridCell PeopleChange(double? customers) => Number(customers, formats.PeopleChange, Toned(customers));

    /// <summary>An amount.</summary>
    public GridCell Money(decimal? amount) => Number((double?)amount, formats.Money);

    /// <summary>A change of an amount, coloured.</summary>
    public GridCell MoneyChange(decimal amount) => Number((double)amount, formats.MoneyChange, Toned((double)amount));

    /// <summary>A difference of two shares in points, coloured.</summary>
    public GridCell Points(double? difference) => Number(difference * PointsOfOne, formats.Points, Toned(difference));

    /// <summary>A measure's value.</summary>
    public GridCell Value(Measure measure, FigureValue value)
    {
        var format = formats.Of(measure);
        return Number((double?)value.Exact ?? value.Value, value.IsComplete ? format : NumberFormats.Marked(format), value.IsComplete ? TextTone.Body : TextTone.Faint);
    }

    /// <summary>By how much a figure changed, in its unit; shares in points.</summary>
    public GridCell Change(ComparedFigure figure)
    {
        var change = figure.Measure.Unit == MeasureUnit.Percentage ? figure.Change * PointsOfOne : figure.Change;
        return Number(change, formats.OfChange(figure.Measure), Toned(figure));
    }

    /// <summary>By how much it changed in percent of what it was.</summary>
    public static GridCell ChangeRate(ComparedFigure figure) => Number(figure.ChangeRate, NumberFormats.PercentChange, Toned(figure));

    private static TextTone Toned(ComparedFigure figure) => figure.IsBetter switch
    {
        true => TextTone.Good,
        false => TextTone.Bad,
        null => TextTone.Body,
    };

    private static TextTone Toned(double? change) => change switch
    {
        > 0 => TextTone.Good,
        < 0 => TextTone.Bad,
        _ => TextTone.Body,
    };
}
