using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;

namespace Mirai.Html.Sections;

/// <summary>The whole page, in the order in which a manager reads.</summary>
/// <param name="report">The diagnosis.</param>
/// <param name="language">The language that it opens with.</param>
internal sealed class DiagnosisPage(DiagnosisReport report, string language)
{
    private readonly PageDraft _draft = new(report);

    private PageTexts Texts => _draft.Texts;

    /// <summary>The document.</summary>
    public HtmlNode Node()
    {
        PageSection[] sections =
        [
            new WarningSection(_draft), new ForecastSection(_draft), new FlowSection(_draft), new RetentionSection(_draft), new CohortSection(_draft), new PortfolioSection(_draft),
            new CustomersSection(_draft), new PurchasesSection(_draft), new ContactsSection(_draft), new ListSection(_draft), new UndecidedSection(_draft),
            new DefinitionSection(_draft), new SettingSection(_draft), new QualitySection(_draft),
        ];
        var main = Tag.Of("main").Id("main").Attribute("tabindex", "-1").Add(new SummarySection(_draft).Node()).Add([.. sections.Select(section => section.Node())]);
        var body = Tag.Of("body").Add(
            Tag.Of("a").Class("skip").Attribute("href", "#main").Add(Texts["skip"]),
            Tag.Of("header").Class("top").Add(Controls()),
            Contents(sections),
            main,
            Footer(),
            Tag.Of("script").Attribute("type", "application/json").Id("charts").Add(new HtmlCode(_draft.ChartsAsJson())),
            Tag.Of("script").Add(new HtmlCode(PageResources.Library)),
            Tag.Of("script").Add(new HtmlCode(PageResources.Script)));
        return Tag.Of("html").Attribute("lang", language).Add(Head(), body);
    }

    private HtmlElement Head()
    {
        var title = Texts.Format("document", PageTexts.Day(report.AsOf), Texts.Both(words => words.Words.Of(report.Verdict)));
        return Tag.Of("head").Add(
            Tag.Of("meta").Attribute("charset", "utf-8"),
            Tag.Of("meta").Attribute("http-equiv", "Content-Security-Policy").Attribute("content", PageResources.Policy),
            Tag.Of("meta").Attribute("name", "viewport").Attribute("content", "width=device-width, initial-scale=1"),
            Tag.Of("meta").Attribute("name", "color-scheme").Attribute("content", "light dark"),
            Tag.Of("meta").Attribute("name", "referrer").Attribute("content", "no-referrer"),
            Tag.Of("title").Attribute("data-en", title.English).Attribute("data-ja", title.Japanese).Add(title[language]),
            Tag.Of("style").Add(new HtmlCode(PageResources.Style)));
    }

    /// <summary>Language and colours are radio buttons that the style sheet looks at: they work without any script.</summary>
    private HtmlElement Controls() => Tag.Of("form").Class("view").Attribute("autocomplete", "off").Add(
        Choices("language", [("en", Neutral("English", "en-US")), ("ja", Neutral("日本語", "ja-JP"))], language),
        Choices("theme", [("auto", Texts["theme.auto"]), ("light", Texts["theme.light"]), ("dark", Texts["theme.dark"])], "auto"));

    private static HtmlElement Neutral(string name, string language) => Tag.Span().Attribute("lang", language).Add(name);

    private HtmlElement Choices(string name, IEnumerable<(string Value, HtmlNode Label)> choices, string chosen) => Tag.Of("fieldset").Add(
        Tag.Of("legend").Add(Texts[name])).Add(choices.Select(choice => Tag.Of("label").Class("choice").Add(
            Tag.Of("input").Attribute("type", "radio").Attribute("name", name).Attribute("value", choice.Value).Id($"{name}-{choice.Value}")
                .Attribute("autocomplete", "off").Flag("checked", string.Equals(choice.Value, chosen, StringComparison.Ordinal)),
            Tag.Span().Add(choice.Label))));

    private HtmlElement Contents(IEnumerable<PageSection> sections) => Tag.Of("nav").Class("contents").Attribute("aria-labelledby", "contents").Add(
        Tag.Details(Tag.Span().Id("contents").Add(Texts["contents"])).Add(Tag.List(sections.Select(section => Link(section.Id, section.Title)))));

    private static HtmlElement Link(string id, Bilingual text) => Tag.Of("a").Attribute("href", "#" + id).Add(text);

    private HtmlElement Footer() => Tag.Of("footer").Add(
        Tag.Note(Texts["incomplete.mark"]), Tag.Note(Texts["noscript"]).Class("scriptless"),
        Tag.Details(Texts["notices"]).Class("more").Add(Tag.Of("pre").Attribute("tabindex", "0").Attribute("lang", "en-US").Add(PageResources.Notices)));
}
