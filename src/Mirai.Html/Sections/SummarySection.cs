using Mirai.Diagnosis;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Rules;

namespace Mirai.Html.Sections;

/// <summary>What a manager reads and nothing else: the verdict, its first cause, three figures, and where it leads.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class SummarySection(PageDraft draft)
{
    private DiagnosisReport Report => draft.Report;

    private PageTexts Texts => draft.Texts;

    /// <summary>The section.</summary>
    public HtmlNode Node()
    {
        var verdict = Report.Verdict;
        return Tag.Of("section").Id("summary").Attribute("aria-labelledby", "h-summary").Class($"summary {Word(verdict)}").Add(
            Tag.Heading(1, Texts.Format("title", PageTexts.LongDay(Report.AsOf))).Id("h-summary"),
            Tag.Div("verdict").Add(
                Tag.Span($"badge {Word(verdict)}").Add(Tag.Span("unseen").Add(Texts["verdict"], ": "), Texts.Both(language => language.Words.Of(verdict))),
                Tag.Div("reason").Add(Reason())),
            Tag.Of("dl").Class("kpis").Add(Report.Headline.Select(Kpi)),
            Outlook(),
            Caution(),
            Data());
    }

    /// <summary>The class of the style sheet for a verdict.</summary>
    private static string Word(DiagnosisVerdict verdict) => verdict switch
    {
        DiagnosisVerdict.Ok => "ok",
        DiagnosisVerdict.Undecided => "undecided",
        DiagnosisVerdict.Notice => "notice",
        DiagnosisVerdict.Warning => "warning",
        _ => "critical",
    };

    private IEnumerable<HtmlNode?> Reason()
    {
        if (Report.FirstWarning is not { } first)
        {
            var decided = Report.Rules.QuietCount + Report.Rules.Closed.Count + Report.Rules.Suppressed.Count;
            var key = Report.Verdict == DiagnosisVerdict.Ok ? "summary.ok" : "summary.undecided";
            return [Tag.Paragraph(Texts.Format(key, FigureFormat.Count(decided), FigureFormat.Count(Report.Rules.Undecided.Count))).Class("first")];
        }

        return
        [
            Tag.Paragraph(Texts.Of(first.Title)).Class("first"),
            Tag.Paragraph(Texts.Of(first.Message)),
            first.Causes.Count == 0 ? null : Tag.Paragraph(Texts["summary.cause"], Tag.Of("strong").Add(Texts.Of(first.Causes[0].Text))),
            Tag.Paragraph(Tag.Of("a").Attribute("href", "#warnings").Add(Counts())).Class("note"),
        ];
    }

    private Bilingual Counts()
    {
        Bilingual text = "";
        foreach (var level in Enum.GetValues<WarningLevel>().Reverse())
        {
            var count = Report.Rules.Warnings.Count(warning => warning.Severity == level);
            if (count == 0) continue;
            if (text.English.Length > 0) text += new Bilingual(", ", "、");
            text += Texts.Format("count.of", Texts.Of(level), FigureFormat.Count(count));
        }

        return text;
    }

    private HtmlElement Kpi(ComparedFigure figure) => Tag.Div("kpi").Add(
        Tag.Of("dt").Add(Texts.Of(figure.Measure)),
        Tag.Of("dd").Class("value").Add(Texts.Of(figure.Measure, figure.Now)),
        Tag.Of("dd").Add(
            Tag.Tone(figure.IsBetter, Texts.Both(language => language.Figures.ChangeRate(figure))), " ",
            Tag.Span("note").Add(Texts.Format("kpi.before", Texts.Of(Report.Settings.ActivePeriod), Texts.Of(figure.Measure, figure.Before)))));

    private HtmlElement? Outlook()
    {
        if (Report.Forecast?.Points.FirstOrDefault(point => point.Horizon == Period.Days(365)) is not { } year) return null;
        var active = year.ActiveCustomers;
        return Tag.Paragraph(
            Tag.Of("a").Attribute("href", "#forecast").Add(Texts["forecast.title"]),
            Texts.Format(
                "summary.forecast", Texts.Of(year.Horizon), Count(active.Value), Count(active.Band80.Low), Count(active.Band80.High), Texts.Money(year.AnnualSales.Value)));
    }

    private HtmlElement? Caution() => Report.Forecast is { } outlook && outlook.Caution != ForecastCaution.None
        ? Tag.Note(Texts.Both(language => language.Words.CautionOf(outlook)))
        : null;

    private HtmlElement? Data()
    {
        var isIncomplete = Report.Data.CompleteFrom.Any(note => !note.IsComplete);
        return isIncomplete ? Tag.Note(Texts["summary.incomplete"]) : null;
    }

    private static Bilingual Count(double number) => double.IsFinite(number) ? FigureFormat.Count((decimal)Math.Clamp(Math.Round(number), -1e27, 1e27)) : FigureFormat.Missing;
}
