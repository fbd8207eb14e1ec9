using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>A section of the page: a heading, a sentence that says what it is for, and its content.</summary>
/// <param name="draft">The page in the making.</param>
internal abstract class PageSection(PageDraft draft)
{
    /// <summary>The name to link to; sentences of the section begin with it.</summary>
    public abstract string Id { get; }

    /// <summary>The heading.</summary>
    public Bilingual Title => Texts[Id + ".title"];

    /// <summary>The page in the making.</summary>
    protected PageDraft Draft => draft;

    /// <summary>The diagnosis.</summary>
    protected DiagnosisReport Report => draft.Report;

    /// <summary>The words.</summary>
    protected PageTexts Texts => draft.Texts;

    /// <summary>The section.</summary>
    public HtmlNode Node() => Tag.Of("section").Id(Id).Attribute("aria-labelledby", $"h-{Id}").Add(
        Tag.Heading(2, Title).Id($"h-{Id}"), Tag.Paragraph(Texts[Id + ".lead"]).Class("lead")).Add(Content());

    /// <summary>What stands under the heading.</summary>
    protected abstract IEnumerable<HtmlNode?> Content();

    /// <summary>Figures beside those of one active period before.</summary>
    /// <param name="caption">What they are.</param>
    /// <param name="figures">The figures.</param>
    protected HtmlNode Compared(Bilingual caption, IEnumerable<ComparedFigure> figures)
    {
        var shown = figures.ToList();
        var table = new FigureTable(caption).Column(Texts["measure"], isText: true).Column(Texts["now"]).Column(Before).Column(Texts["change"]);
        if (shown.Exists(figure => figure.Measure.Unit != MeasureUnit.Percentage)) table.Column(Texts["change.rate"]);
        foreach (var figure in shown)
        {
            table.Row(
                Texts.Of(figure.Measure),
                [
                    Texts.Of(figure.Measure, figure.Now), Texts.Of(figure.Measure, figure.Before),
                    Toned(figure, Texts.Both(language => language.Figures.Change(figure))),
                    figure.Measure.Unit == MeasureUnit.Percentage ? null : Toned(figure, Texts.Both(language => language.Figures.ChangeRate(figure))),
                ]);
        }

        return draft.Table(table);
    }

    /// <summary>A change in the colour that says good or bad; in none where it is too small to be seen.</summary>
    protected static HtmlNode Toned(ComparedFigure figure, Bilingual change) =>
        Tag.Tone(change.English.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? null : figure.IsBetter, change);

    /// <summary>One active period before, in words.</summary>
    protected Bilingual Before => Texts.Format("before", Texts.Of(Report.Settings.ActivePeriod));
}
