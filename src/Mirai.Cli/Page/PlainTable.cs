namespace Mirai.Cli.Page;

/// <summary>A small table on a page: the first column on the left, the others on the right, the first one cut where the page is narrow.</summary>
internal static class PlainTable
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int Narrowest = 8;
    private const int Widest = 40;

    /// <summary>The table.</summary>
    /// <param name="heads">The heads of the columns.</param>
    /// <param name="rows">The rows, a text for each column.</param>
    /// <param name="width">The width of the page.</param>
    /// <param name="strong">How many rows at the end are sums.</param>
    public static Block Of(string[] heads, IReadOnlyList<string[]> rows, int width, int strong = 0)
    {
        var widths = heads.Select((head, column) => rows.Select(row => Line.WidthOf(row[column])).Append(Line.WidthOf(head)).Max()).ToArray();
        var room = Math.Clamp(width - Indent - widths.Skip(1).Sum(other => other + Gap), Narrowest, Widest);
        widths[0] = Math.Min(widths[0], Math.Max(room, Line.WidthOf(heads[0])));
        var block = new Block().Add(LineOf(heads, widths, Tone.Faint));
        foreach (var (at, row) in rows.Index()) block.Add(LineOf(row, widths, at < rows.Count - strong ? Tone.Plain : Tone.Strong));
        return block;
    }

    private static Line LineOf(string[] texts, int[] widths, Tone tone)
    {
        var line = new Line().To(Indent).Add(Line.Clip(texts[0], widths[0]), tone);
        var end = Indent + widths[0];
        for (var column = 1; column < texts.Length; column++)
        {
            end += Gap + widths[column];
            line.EndAt(end, texts[column], tone);
        }

        return line;
    }
}
