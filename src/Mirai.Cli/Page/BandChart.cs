using System.Globalization;
using Mirai.Cli.Output;

namespace Mirai.Cli.Page;

/// <summary>Draws months gone by and months to come as one curve in dots of braille, the band around what is to come shaded.</summary>
internal sealed class BandChart
{
    private const int DotsDown = 4;
    private const int DotsAcross = 2;
    private const string Shade = "░";

    private static readonly int[,] Bits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    private readonly IReadOnlyList<BandPoint> _points;
    private readonly int _rows;
    private readonly double _bottom;
    private readonly double _top;

    private BandChart(IReadOnlyList<BandPoint> points, int rows)
    {
        (_points, _rows) = (points, rows);
        (_bottom, _top) = Scale(points);
    }

    /// <summary>The chart.</summary>
    /// <param name="points">Month by month, those gone by first.</param>
    /// <param name="known">How many of them have gone by.</param>
    /// <param name="labelOf">Writes a value at the axis.</param>
    /// <param name="title">The heading.</param>
    /// <param name="width">How many columns the chart takes, labels included.</param>
    /// <param name="rows">How many lines the curve takes.</param>
    public static Block Of(IReadOnlyList<BandPoint> points, int known, Func<double, string> labelOf, string title, int width, int rows) =>
        new BandChart(points, rows).Draw(known, labelOf, title, width);

    private Block Draw(int known, Func<double, string> labelOf, string title, int width)
    {
        var labels = Enumerable.Range(0, _rows).Select(row => row == 0 || row == _rows / 2 || row == _rows - 1 ? labelOf(ValueAt(row)) : "").ToArray();
        var left = labels.Max(Line.WidthOf);
        var columns = Math.Max(8, width - left - 1);
        var dots = Dots(columns);
        var border = (int)Math.Round((double)(known - 1) / (_points.Count - 1) * (columns - 1));
        var block = new Block().Heading(title);
        for (var row = 0; row < _rows; row++)
        {
            var line = new Line().EndAt(left, labels[row], Tone.Faint).To(left + 1);
            for (var column = 0; column < columns; column++)
            {
                if (dots[row, column] != 0) line.Add(((char)(0x2800 + dots[row, column])).ToString(CultureInfo.InvariantCulture), column <= border ? Tone.Plain : Tone.Accent);
                else line.Add(column > border && IsShaded(row, column, columns) ? Shade : " ", Tone.Faint);
            }

            block.Add(line);
        }

        return block.Add(Axis(left + 1, columns, border, known));
    }

    private Line Axis(int left, int columns, int border, int known)
    {
        var line = new Line().To(left).Add(_points[0].Month, Tone.Faint);
        var asOf = _points[known - 1].Month;
        var last = _points[^1].Month;
        var place = left + Math.Max(0, border - (asOf.Length / 2));
        if (place > line.Width && place + asOf.Length < left + columns - last.Length) line.To(place).Add(asOf, Tone.Plain);
        return line.To(left + columns - last.Length).Add(last, Tone.Faint);
    }

    private double ValueAt(int row) => _top - ((_top - _bottom) * row / (_rows - 1));

    private bool IsShaded(int row, int column, int columns)
    {
        var point = At((column + 0.5) / columns);
        var level = _rows - 1 - row;
        var (low, high) = (Place(point.Low) / DotsDown, Place(point.High) / DotsDown);
        return level >= Math.Floor(low) && level <= Math.Floor(high);
    }

    private int[,] Dots(int columns)
    {
        var dots = new int[_rows, columns];
        var across = columns * DotsAcross;
        var last = -1;
        for (var x = 0; x < across; x++)
        {
            var height = (int)Math.Round(Math.Clamp(Place(At((double)x / (across - 1)).Value), 0, (_rows * DotsDown) - 1));
            var (low, high) = last >= 0 ? (Math.Min(height, last + 1), Math.Max(height, last - 1)) : (height, height);
            for (var y = low; y <= high; y++) dots[_rows - 1 - (y / DotsDown), x / DotsAcross] |= Bits[x % DotsAcross, DotsDown - 1 - (y % DotsDown)];
            last = height;
        }

        return dots;
    }

    /// <summary>How many dots above the bottom.</summary>
    private double Place(double value) => _top <= _bottom ? 0 : (value - _bottom) / (_top - _bottom) * ((_rows * DotsDown) - 1);

    /// <summary>The point at a share of the way, between its two neighbours.</summary>
    private BandPoint At(double share)
    {
        var place = share * (_points.Count - 1);
        var index = Math.Min(_points.Count - 2, (int)place);
        var (before, after, part) = (_points[index], _points[index + 1], place - index);
        double Between(double from, double to) => from + (part * (to - from));
        return new BandPoint("", Between(before.Value, after.Value), Between(before.Low, after.Low), Between(before.High, after.High));
    }

    private static (double Bottom, double Top) Scale(IReadOnlyList<BandPoint> points)
    {
        var (least, most) = (points.Min(point => point.Low), points.Max(point => point.High));
        var step = NiceStep(Math.Max((most - least) / 6, Math.Abs(most) / 50));
        var bottom = Math.Floor(least / step);
        var steps = Math.Max(2, Math.Ceiling(most / step) - bottom);
        return (bottom * step, (bottom + steps + (steps % 2)) * step);
    }

    private static double NiceStep(double size)
    {
        if (size <= 1) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        return size <= power ? power : size <= 2 * power ? 2 * power : size <= 5 * power ? 5 * power : 10 * power;
    }
}

/// <summary>A month of a <see cref="BandChart"/>.</summary>
/// <param name="Month">Such as 2025-06.</param>
/// <param name="Value">What was or is expected.</param>
/// <param name="Low">The band's lower end; the value itself for a month gone by.</param>
/// <param name="High">The band's upper end.</param>
internal readonly record struct BandPoint(string Month, double Value, double Low, double High);
