using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Ingest;

namespace Mirai.Html.Sections;

/// <summary>What to know of the data before trusting the figures.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class QualitySection(PageDraft draft) : PageSection(draft)
{
    private const int StaleDays = 14;

    /// <inheritdoc/>
    public override string Id => "quality";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        var data = Report.Data;
        yield return Tag.Paragraph(Texts.Format(
            "quality.observed", PageTexts.Day(data.Observed.First), PageTexts.Day(data.Observed.Last), FigureFormat.Count(data.Customers), FigureFormat.Count(data.Purchases)));
        if (data.LastPurchaseDay is not { } last) yield return Alarm(Texts["quality.nopurchase"]);
        else if (Report.AsOf.DayNumber - last.DayNumber is var silent and > StaleDays) yield return Alarm(Texts.Format("quality.stale", PageTexts.Day(last), FigureFormat.Count(silent)));
        if (data.LongestGap is { } gap)
            yield return Alarm(Texts.Format("quality.gap", PageTexts.Day(gap.First), PageTexts.Day(gap.Last), FigureFormat.Count(gap.Count)));
        yield return Completeness();
        yield return data.Ingest is { } report ? Input(report) : null;
    }

    private static HtmlElement Alarm(Bilingual text) => Tag.Paragraph(text).Class("alarm");

    private HtmlNode Completeness()
    {
        var table = new FigureTable(Texts["quality.complete"]).Column(Texts["quality.needs"], isText: true).Column(Texts["quality.from"], isText: true).Column(Texts["quality.today"], isText: true);
        foreach (var note in Report.Data.CompleteFrom)
        {
            table.Row(
                Texts[$"needs.{note.Needs}"],
                [note.From is { } from ? PageTexts.Day(from) : Texts["quality.never"], Tag.Tone(note.IsComplete ? null : false, Texts[note.IsComplete ? "quality.is" : "quality.isnot"])]);
        }

        return Draft.Table(table);
    }

    private HtmlGroup Input(IngestReport report)
    {
        var kinds = report.BadRows.Where(bad => bad.Value > 0).OrderBy(bad => bad.Key).ToList();
        return new HtmlGroup(
            Tag.Heading(3, Texts["quality.input"]),
            Tag.Paragraph(Texts.Format(
                "quality.rows", FigureFormat.Count(report.RowsRead), FigureFormat.Count(report.RowsAccepted), FigureFormat.Count(report.BadRowCount))),
            kinds.Count == 0 ? null : Tag.List(kinds.Select(bad => (HtmlNode)(Texts[$"issue.{bad.Key}"] + $": {FigureFormat.Count(bad.Value)}"))),
            report.Samples.Count == 0 ? null : Tag.Details(Texts["quality.samples"]).Class("more").Add(Samples(report.Samples)),
            report.Notes.Count == 0 ? null : Tag.List(report.Notes.Select(Note)).Class("plain"));
    }

    /// <summary>A note speaks of files, whose names may be written from right to left.</summary>
    private static HtmlElement Note(IngestRemark note) => Tag.Of("bdi").Add(BilingualText.Of(new Bilingual(note.ToString("en"), note.ToString("ja"))));

    private HtmlNode Samples(IReadOnlyList<IngestIssue> samples)
    {
        var table = new FigureTable(Texts["quality.samples"]) { HidesCaption = true }.Column(Texts["quality.source"], isText: true).Column(Texts["quality.line"])
            .Column(Texts["quality.column"], isText: true).Column(Texts["quality.found"], isText: true).Column(Texts["quality.issue"], isText: true);
        foreach (var issue in samples)
        {
            table.Row(
                Tag.Name(issue.Source),
                [FigureFormat.Count(issue.LineNumber), Tag.Name(issue.Column), Tag.Of("code").Add(Tag.Name(issue.Found)), Texts[$"issue.{issue.Kind}"]]);
        }

        return Draft.Table(table);
    }
}
