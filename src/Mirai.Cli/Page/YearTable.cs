namespace Mirai.Cli.Page;

/// <summary>A table with one line a year: the first column stays at the left of every part where the others do not fit beside each other.</summary>
internal static class YearTable
{
    private const int Gap = 2;

    /// <summary>The table.</summary>
    /// <param name="titles">The heads of the columns.</param>
    /// <param name="rows">By row, the text of each column, and its tone.</param>
    /// <param name="width">How many columns of the terminal there are.</param>
    public static Block Of(IReadOnlyList<string> titles, IReadOnlyList<(string Text, Tone Tone)[]> rows, int width)
    {
        var widths = titles.Select((title, i) => Math.Max(Line.WidthOf(title), rows.Max(row => Line.WidthOf(row[i].Text)))).ToArray();
        var table = new Block();
        foreach (var part in Parts(widths, width))
        {
            if (table.Lines.Count > 0) table.Blank();
            table.Add(LineOf(part, widths, i => (titles[i], Tone.Accent)));
            table.Add(Line.Of(new string('─', part.Sum(i => widths[i] + Gap) - Gap), Tone.Faint));
            foreach (var row in rows) table.Add(LineOf(part, widths, i => row[i]));
        }

        return table;
    }

    private static Line LineOf(List<int> columns, int[] widths, Func<int, (string Text, Tone Tone)> cell)
    {
        var line = new Line();
        var end = -Gap;
        foreach (var column in columns)
        {
            end += Gap + widths[column];
            var (text, tone) = cell(column);
            line.To(end - Line.WidthOf(text)).Add(text, tone);
        }

        return line;
    }

    private static IEnumerable<List<int>> Parts(int[] widths, int width)
    {
        var part = new List<int> { 0 };
        for (var i = 1; i < widths.Length; i++)
        {
            if (part.Count > 1 && part.Append(i).Sum(column => widths[column] + Gap) - Gap > width)
            {
                yield return part;
                part = [0];
            }

            part.Add(i);
        }

        yield return part;
    }
}
