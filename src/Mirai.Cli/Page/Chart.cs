using System.Globalization;
using Mirai.Cli.Output;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>Draws a series in dots of braille: two across and four down in every column, of the same width in every terminal and language.</summary>
/// <remarks>Complete days are filled down to the axis; incomplete ones are the bare line.</remarks>
internal static class Chart
{
    private const int DotsDown = 4;
    private const int DotsAcross = 2;

    /// <summary>By dot across and down, the bit of its braille character.</summary>
    private static readonly int[,] Bits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    /// <summary>The chart of a series from its first day to its last.</summary>
    /// <param name="series">What is drawn.</param>
    /// <param name="figures">Writes the values at the axis.</param>
    /// <param name="title">The heading.</param>
    /// <param name="width">How many columns the chart takes, labels included.</param>
    /// <param name="rows">How many lines the curve takes.</param>
    public static Block Of(DailySeries series, FigureText figures, string title, int width, int rows)
    {
        var top = Enumerable.Range(0, series.Days.Count).Select(i => Cell.At(series, i)).MaxBy(cell => cell.Value ?? 0);
        var limit = NiceLimit(top.Value ?? 0);
        var labels = new[] { figures.Plain(Scaled(top, limit)), figures.Plain(Scaled(top, limit / 2)), figures.Plain(Scaled(top, 0)) };
        var left = labels.Max(Line.WidthOf) + 1;
        var columns = Math.Max(8, width - left - 1);
        var dots = Dots(series, columns * DotsAcross, rows * DotsDown, limit);
        var chart = new Block().Heading(title);
        for (var row = 0; row < rows; row++)
        {
            var label = row == 0 ? labels[0] : row == rows / 2 ? labels[1] : row == rows - 1 ? labels[2] : "";
            var line = new Line().To(left - Line.WidthOf(label)).Add(label, Tone.Faint).Add(" ");
            for (var column = 0; column < columns; column++)
            {
                var (text, isComplete) = CharacterAt(dots, column, row, rows * DotsDown);
                line.Add(text, isComplete ? Tone.Accent : Tone.Faint);
            }

            chart.Add(line);
        }

        return chart.Add(YearAxis(series.Days, left + 1, columns));
    }

    /// <summary>For every dot across: how high the value is, and whether the figure is complete.</summary>
    private static (int Height, bool IsComplete)[] Dots(DailySeries series, int across, int down, double limit)
    {
        var dots = new (int, bool)[across];
        for (var x = 0; x < across; x++)
        {
            var index = (int)((long)x * (series.Days.Count - 1) / Math.Max(1, across - 1));
            var value = series.ValueAt(index);
            var height = double.IsNaN(value) || value <= 0 || limit <= 0 ? 0 : Math.Max(1, (int)Math.Round(value / limit * down));
            dots[x] = (height, series.IsComplete(series.Days[index]));
        }

        return dots;
    }

    private static (string Text, bool IsComplete) CharacterAt((int Height, bool IsComplete)[] dots, int column, int row, int levels)
    {
        var down = 0;
        var complete = false;
        for (var across = 0; across < DotsAcross; across++)
        {
            var (height, isComplete) = dots[(column * DotsAcross) + across];
            complete |= isComplete;
            for (var dot = 0; dot < DotsDown; dot++)
            {
                var level = levels - (row * DotsDown) - dot;
                if (level == height || (level < height && isComplete)) down |= Bits[across, dot];
            }
        }

        return (down == 0 ? " " : ((char)(0x2800 + down)).ToString(CultureInfo.InvariantCulture), complete);
    }

    private static Line YearAxis(DayRange days, int left, int columns)
    {
        var line = new Line();
        for (var year = days.First.Year; year <= days.Last.Year; year++)
        {
            var day = year == days.First.Year ? days.First : new DateOnly(year, 1, 1);
            var column = left + (int)((long)days.IndexOf(day) * (columns - 1) / Math.Max(1, days.Count - 1));
            var text = year.ToString(CultureInfo.InvariantCulture);
            if (column < line.Width + (line.Width == 0 ? 0 : 1) || column + text.Length > left + columns) continue;
            line.To(column).Add(text, Tone.Faint);
        }

        return line;
    }

    private static Cell Scaled(Cell like, double value) => like.Kind switch
    {
        CellKind.Count or CellKind.Money => like with { Exact = (decimal)value },
        _ => like with { Number = value },
    };

    /// <summary>The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below the value.</summary>
    private static double NiceLimit(double value)
    {
        if (value <= 0) return 0;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        foreach (var step in (ReadOnlySpan<double>)[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8])
        {
            if (step * power >= value) return step * power;
        }

        return 10 * power;
    }
}
