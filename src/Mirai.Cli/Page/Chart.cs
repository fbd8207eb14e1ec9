using System.Globalization;
using Mirai.Diagnosis;

namespace Mirai.Cli.Page;

/// <summary>Draws a series in dots of braille: two across and four down in every column, of the same width in every terminal and language.</summary>
/// <remarks>
/// The scale is that of the complete figures, which the curve fills; it need not begin at 0. Incomplete figures are dotted, as far as they lie within it.
/// </remarks>
internal sealed class Chart
{
    private const int DotsDown = 4;
    private const int DotsAcross = 2;
    private const int LeastColumns = 8;

    /// <summary>By dot across and down, the bit of its braille character.</summary>
    private static readonly int[,] Bits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    private readonly ChartSeries _series;
    private readonly double _bottom;
    private readonly double _top;
    private readonly int _rows;

    private Chart(ChartSeries series, int rows)
    {
        _series = series;
        _rows = rows;
        (_bottom, _top) = Scale(series);
    }

    /// <summary>The chart of a series from its first day to its last.</summary>
    /// <param name="series">What is drawn.</param>
    /// <param name="figures">Writes the values at the axis.</param>
    /// <param name="title">The heading.</param>
    /// <param name="width">How many columns the chart takes, labels included.</param>
    /// <param name="rows">How many lines the curve takes.</param>
    public static Block Of(ChartSeries series, FigureText figures, string title, int width, int rows) =>
        new Chart(series, rows).Draw(figures, title, width);

    private Block Draw(FigureText figures, string title, int width)
    {
        var labels = Labels(figures);
        var left = labels.Max(Line.WidthOf);
        var columns = Math.Max(LeastColumns, width - left - 1);
        var dots = Dots(columns);
        var chart = new Block().Heading(title);
        for (var row = 0; row < _rows; row++)
        {
            var line = new Line().EndAt(left, labels[row], Tone.Faint).To(left + 1);
            for (var column = 0; column < columns; column++)
            {
                var dot = dots[row, column];
                line.Add(dot == 0 ? " " : ((char)(0x2800 + dot)).ToString(CultureInfo.InvariantCulture), Tone.Accent);
            }

            chart.Add(line);
        }

        return chart.Add(YearAxis(left + 1, columns));
    }

    private string[] Labels(FigureText figures)
    {
        var labels = new string[_rows];
        for (var row = 0; row < _rows; row++)
        {
            var isLabelled = row == 0 || row == _rows / 2 || row == _rows - 1;
            labels[row] = isLabelled ? figures.Plain(_series.Measure, _top - ((_top - _bottom) * row / (_rows - 1))) : "";
        }

        return labels;
    }

    /// <summary>By row and column the bits of a character. Neighbours are joined, so that a steep curve has no holes.</summary>
    private int[,] Dots(int columns)
    {
        var dots = new int[_rows, columns];
        var across = columns * DotsAcross;
        var last = -1;
        for (var x = 0; x < across; x++)
        {
            var index = (int)((long)x * (_series.Days.Count - 1) / Math.Max(1, across - 1));
            var value = _series.Values[index];
            var isComplete = IsComplete(_series, index);
            var level = Level(value);
            if (level is { } height && (isComplete || x % 3 == 0))
            {
                var (low, high) = isComplete && last >= 0 ? (Math.Min(height, last + 1), Math.Max(height, last - 1)) : (height, height);
                for (var y = low; y <= high; y++) dots[_rows - 1 - (y / DotsDown), x / DotsAcross] |= Bits[x % DotsAcross, DotsDown - 1 - (y % DotsDown)];
            }

            last = isComplete ? level ?? -1 : -1;
        }

        return dots;
    }

    /// <summary>How many dots above the bottom; <see langword="null"/> for a figure outside the scale.</summary>
    private int? Level(double value)
    {
        if (double.IsNaN(value) || value < _bottom || value > _top || _top <= _bottom) return null;
        return (int)Math.Round((value - _bottom) / (_top - _bottom) * ((_rows * DotsDown) - 1));
    }

    private Line YearAxis(int left, int columns)
    {
        var days = _series.Days;
        var line = new Line();
        for (var year = days.First.Year; year <= days.Last.Year; year++)
        {
            var day = year == days.First.Year ? days.First : new DateOnly(year, 1, 1);
            var column = left + (int)((long)days.IndexOf(day) * (columns - 1) / Math.Max(1, days.Count - 1));
            var text = year.ToString(CultureInfo.InvariantCulture);
            if ((line.Width > 0 && column <= line.Width) || column + text.Length > left + columns) continue;
            line.To(column).Add(text, Tone.Faint);
        }

        return line;
    }

    private static bool IsComplete(ChartSeries series, int index) => series.CompleteFrom is { } from && series.Days[index] >= from;

    /// <summary>Round numbers around the complete figures, or around all of them where none is complete.</summary>
    private static (double Bottom, double Top) Scale(ChartSeries series)
    {
        var (least, most) = Range(series, completeOnly: true);
        if (least > most) (least, most) = Range(series, completeOnly: false);
        if (least > most) return (0, 0);
        var step = NiceStep(Math.Max((most - least) / 6, Math.Abs(most) / 50));
        var bottom = Math.Floor(least / step);
        var steps = Math.Max(2, Math.Ceiling(most / step) - bottom);
        return (bottom * step, (bottom + steps + (steps % 2)) * step);
    }

    private static (double Least, double Most) Range(ChartSeries series, bool completeOnly)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < series.Days.Count; i++)
        {
            var value = series.Values[i];
            if (double.IsNaN(value) || (completeOnly && !IsComplete(series, i))) continue;
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return (least, most);
    }

    /// <summary>The least of 1, 2, 5 times a power of ten that is not below a size; 1 at least, since heads are whole.</summary>
    private static double NiceStep(double size)
    {
        if (size <= 1) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        return size <= power ? power : size <= 2 * power ? 2 * power : size <= 5 * power ? 5 * power : 10 * power;
    }
}
