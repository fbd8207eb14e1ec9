using System.Globalization;

namespace Mirai.Cli.Page;

/// <summary>Draws a figure of every year as bars from 0, in dots of braille, of the same width in every terminal and language.</summary>
internal static class YearChart
{
    private const int DotsDown = 4;
    private const int LeastColumns = 10;
    private const int MostPerYear = 4;

    /// <summary>By dots from the bottom up, the character of a full column.</summary>
    private const string Fill = " ⣀⣤⣶⣿";

    private static readonly decimal[] NiceTops = [1, 1.2m, 1.5m, 2, 2.5m, 3, 4, 5, 6, 8, 10];

    /// <summary>The bars of the years from 1; where there are more years than columns, each bar is the greatest of some years.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="values">By year; what is below 0 has no bar.</param>
    /// <param name="top">The value at the top; the same for charts that are to be compared.</param>
    /// <param name="label">Writes a value at the axis.</param>
    /// <param name="width">How many columns the chart takes, labels included.</param>
    /// <param name="rows">How many lines the bars take.</param>
    public static Block Of(string title, IReadOnlyList<decimal> values, decimal top, Func<decimal, string> label, int width, int rows)
    {
        string[] labels = [label(top), label(top / 2), label(0)];
        var left = labels.Max(Line.WidthOf);
        var columns = Math.Max(LeastColumns, width - left - 1);
        var yearsPerBar = (values.Count + columns - 1) / columns;
        var bars = values.Chunk(yearsPerBar).Select(years => years.Max()).ToList();
        var perBar = Math.Min(MostPerYear, columns / bars.Count);
        var chart = new Block().Heading(title);
        for (var row = 0; row < rows; row++)
        {
            var line = new Line().EndAt(left, row == 0 ? labels[0] : row == rows / 2 ? labels[1] : row == rows - 1 ? labels[2] : "", Tone.Faint).To(left + 1);
            foreach (var bar in bars)
            {
                var level = top <= 0 || bar <= 0 ? 0 : Math.Max(1, (int)Math.Round(bar / top * rows * DotsDown));
                var dots = Math.Clamp(level - ((rows - 1 - row) * DotsDown), 0, DotsDown);
                line.Add(new string(Fill[dots], Math.Max(1, perBar - 1)) + (perBar > 1 ? " " : ""), Tone.Accent);
            }

            chart.Add(line);
        }

        return chart.Add(Axis(left + 1, bars.Count, perBar, yearsPerBar));
    }

    /// <summary>The least round value that is not below any of the values; 1 where none is above 0.</summary>
    public static decimal TopOf(IEnumerable<decimal> values)
    {
        var most = values.DefaultIfEmpty(0).Max();
        if (most <= 0) return 1;
        var power = 1m;
        while (power * 10 <= most) power *= 10;
        while (power > most) power /= 10;
        return NiceTops.First(nice => nice * power >= most) * power;
    }

    private static Line Axis(int left, int bars, int perBar, int yearsPerBar)
    {
        var line = new Line();
        for (var bar = 0; bar < bars; bar++)
        {
            var column = left + (bar * perBar);
            if (line.Width > 0 && column <= line.Width) continue;
            line.To(column).Add(((bar * yearsPerBar) + 1).ToString(CultureInfo.InvariantCulture), Tone.Faint);
        }

        return line;
    }
}
