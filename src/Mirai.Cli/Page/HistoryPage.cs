using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Sqlite;

namespace Mirai.Cli.Page;

/// <summary>The stored days for people: one line each, what had to be known first at its end.</summary>
internal static class HistoryPage
{
    private const int Gap = 2;
    private const int LeastWarning = 28;

    /// <summary>The page.</summary>
    /// <param name="days">The days in order.</param>
    /// <param name="name">The name of the database.</param>
    /// <param name="isPart">Whether the days were chosen.</param>
    /// <param name="setting">What the page is written for.</param>
    public static Block Of(IReadOnlyList<StoredRun> days, string name, bool isPart, PageSetting setting)
    {
        var texts = HistoryTexts.Of(setting.Texts);
        var page = new Block().Add(Line.Of(texts.Title(name), Tone.Strong));
        if (days.Count == 0) return page.Add(Line.Of("  " + (isPart ? texts.NothingBetween : texts.Nothing)));
        var words = DiagnosisWords.For(setting.Texts.Language);
        string[] titles = [texts.ActiveCustomers, texts.Change7Days, texts.Change1Year, texts.RetentionRate, texts.Warnings];
        var rows = days.Select(day => Figures(day, words)).ToList();
        var verdict = Math.Max(Line.WidthOf(texts.Verdict), Enum.GetValues<DiagnosisVerdict>().Max(one => Line.WidthOf(words.Of(one))));
        var widths = titles.Select((title, i) => Math.Max(Line.WidthOf(title), rows.Max(row => Line.WidthOf(row[i].Text)))).ToArray();
        var verdictAt = 2 + Iso(days[0].Day).Length + Gap;
        var warningAt = verdictAt + verdict + widths.Sum(width => width + Gap) + Gap;
        var room = setting.Width - warningAt;
        var heading = new Line().Add("  " + texts.Day, Tone.Faint).To(verdictAt).Add(texts.Verdict, Tone.Faint);
        Add(heading, titles.Select(title => (title, Tone.Faint)));
        var isBeside = room >= LeastWarning;
        if (isBeside) heading.To(warningAt).Add(texts.FirstWarning, Tone.Faint);
        page.Add(heading);
        var told = "";
        for (var i = 0; i < days.Count; i++)
        {
            var line = new Line().Add("  " + Iso(days[i].Day)).To(verdictAt).Add(words.Of(days[i].Verdict), ToneOf(days[i].Verdict));
            Add(line, rows[i]);
            var warning = days[i].FirstWarning?.Title[setting.Texts.Language] ?? texts.None;
            if (isBeside) line.To(warningAt).Add(Cut(warning, room), days[i].FirstWarning is null ? Tone.Faint : Tone.Plain);
            page.Add(line);
            // Where there is no room beside the figures, it is told below the first day on which it is another one.
            if (!isBeside && !string.Equals(told, warning, StringComparison.Ordinal)) page.Text(warning, setting.Width - 2, new string(' ', verdictAt), Tone.Accent);
            told = warning;
        }

        var missing = days[^1].Day.DayNumber - days[0].Day.DayNumber + 1 - days.Count;
        return page.Add(Line.Of("  " + texts.Days(days.Count, days[0].Day, days[^1].Day, missing), Tone.Faint));

        void Add(Line line, IEnumerable<(string Text, Tone Tone)> cells)
        {
            var end = verdictAt + verdict;
            foreach (var (i, (text, tone)) in cells.Index())
            {
                end += Gap + widths[i];
                line.EndAt(end, text, tone);
            }
        }
    }

    /// <summary>How a verdict stands out.</summary>
    public static Tone ToneOf(DiagnosisVerdict verdict) => verdict switch
    {
        DiagnosisVerdict.Ok => Tone.Good,
        DiagnosisVerdict.Warning or DiagnosisVerdict.Critical => Tone.Bad,
        _ => Tone.Accent,
    };

    /// <summary>How a level stands out.</summary>
    public static Tone ToneOf(WarningLevel? level) => level is WarningLevel.Warning or WarningLevel.Critical ? Tone.Bad : Tone.Accent;

    private static (string Text, Tone Tone)[] Figures(StoredRun day, DiagnosisWords words)
    {
        var format = new FigureFormat(words, day.Currency.Code is null ? Currency.Jpy : day.Currency);
        return
        [
            (day.ActiveCustomers is { } active ? format.Of(active.Measure, active.Now) : FigureFormat.Missing, Tone.Plain),
            Change(day.ChangeIn7Days),
            Change(day.ChangeInAYear),
            (day.RetentionRate is { } rate ? format.Of(rate.Measure, rate.Now) : FigureFormat.Missing, Tone.Plain),
            (FigureFormat.Count(day.Warnings), Tone.Plain),
        ];
    }

    private static (string Text, Tone Tone) Change(long? heads) => heads is not { } change
        ? (FigureFormat.Missing, Tone.Plain)
        : (FigureFormat.CountChange(change), change switch { > 0 => Tone.Good, < 0 => Tone.Bad, _ => Tone.Plain });

    private static string Cut(string text, int width)
    {
        if (Line.WidthOf(text) <= width) return text;
        var elements = StringInfo.GetTextElementEnumerator(text);
        var cut = "";
        while (elements.MoveNext() && Line.WidthOf(cut) + Line.WidthOf(elements.GetTextElement()) < width) cut += elements.GetTextElement();
        return cut.TrimEnd() + "…";
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
