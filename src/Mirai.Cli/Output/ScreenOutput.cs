using Mirai.Cli.Page;

namespace Mirai.Cli.Output;

/// <summary>Writes a table for people: figures aligned, and a table that is too wide in parts, each with the columns that say what a row is.</summary>
internal static class ScreenOutput
{
    private const int Gap = 2;
    private const int LongestCell = 120;

    /// <summary>Writes all of the table; the stream stays open.</summary>
    public static void Write(DataTable table, PageSetting setting, Stream stream, CancellationToken cancellationToken)
    {
        var figures = new FigureText(setting.Texts, table.Currency);
        var texts = new List<string[]> { table.Columns.Select(column => column.Title).ToArray() };
        var isText = new bool[table.Columns.Count];
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            texts.Add([.. row.Select(cell => Line.Clip(figures.Of(cell), LongestCell))]);
            for (var i = 0; i < row.Length; i++) isText[i] |= row[i].Kind is CellKind.Text or CellKind.Day;
        }

        var widths = Enumerable.Range(0, table.Columns.Count).Select(i => texts.Max(row => Line.WidthOf(row[i]))).ToArray();
        var page = new Block();
        foreach (var part in Parts(table.Columns, widths, setting.Width))
        {
            if (page.Lines.Count > 0) page.Blank();
            for (var row = 0; row < texts.Count; row++)
            {
                page.Add(LineOf(texts[row], part, widths, isText, row == 0 ? Tone.Accent : Tone.Plain));
                if (row == 0) page.Add(Line.Of(new string('─', part.Sum(i => widths[i] + Gap) - Gap), Tone.Faint));
            }
        }

        setting.Write(page, stream);
    }

    private static Line LineOf(string[] texts, List<int> columns, int[] widths, bool[] isText, Tone tone)
    {
        var line = new Line();
        var end = 0;
        foreach (var column in columns)
        {
            var start = end == 0 ? 0 : end + Gap;
            end = start + widths[column];
            line.To(start);
            if (!isText[column]) line.To(end - Line.WidthOf(texts[column]));
            line.Add(texts[column], tone);
        }

        return line;
    }

    /// <summary>The columns of each part: the keys, and as many others as fit; at least one.</summary>
    private static IEnumerable<List<int>> Parts(IReadOnlyList<TableColumn> columns, int[] widths, int width)
    {
        var keys = Enumerable.Range(0, columns.Count).Where(i => columns[i].IsKey).ToList();
        var keyWidth = keys.Sum(i => widths[i] + Gap);
        var part = new List<int>(keys);
        var taken = keyWidth;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].IsKey) continue;
            if (part.Count > keys.Count && taken + widths[i] > width)
            {
                yield return part;
                part = [.. keys];
                taken = keyWidth;
            }

            part.Add(i);
            taken += widths[i] + Gap;
        }

        yield return part;
    }
}
