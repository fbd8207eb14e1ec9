using System.Globalization;
using Mirai.Diagnosis;

namespace Mirai.Cli.Page;

/// <summary>The overdue customers one by one, where that was asked for.</summary>
internal static class OverdueList
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int ShortestKey = 8;
    private const int LongestKey = 40;

    /// <summary>The list; <see langword="null"/> where it was not asked for.</summary>
    public static Block? Of(OverdueDiagnosis overdue, FigureText figures, PageSetting setting)
    {
        if (overdue.Listed.Count == 0) return null;
        var words = setting.Texts.Words;
        var heads = Enum.GetValues<OverdueColumn>().Select(words.Of).ToArray();
        var rows = overdue.Listed.Select(customer => Row(customer, figures)).ToList();
        var widths = heads.Select((head, column) => rows.Select(row => Line.WidthOf(row[column])).Append(Line.WidthOf(head)).Max()).ToArray();
        var room = Math.Clamp(setting.Width - Indent - widths.Skip(1).Sum(width => width + Gap), ShortestKey, LongestKey);
        widths[0] = Math.Min(widths[0], Math.Max(room, Line.WidthOf(heads[0])));
        var block = new Block().Add(Line.Of(words.OverdueList(overdue), Tone.Accent));
        block.Add(LineOf(heads, widths, Tone.Faint));
        foreach (var row in rows) block.Add(LineOf(row, widths, Tone.Plain));
        return block;
    }

    private static string[] Row(OverdueCustomer customer, FigureText figures) =>
    [
        customer.Customer, Iso(customer.LastPurchase), FigureText.Count(customer.SilentDays),
        customer.UsualDays.ToString("N1", CultureInfo.InvariantCulture), Iso(customer.OverdueSince), FigureText.Count(customer.Purchases), figures.Money(customer.Sales),
    ];

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

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
