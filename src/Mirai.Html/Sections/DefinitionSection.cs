using Mirai.Html.Markup;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>What every figure is, with its formula; to be searched.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class DefinitionSection(PageDraft draft) : PageSection(draft)
{
    /// <summary>The language of the formulae in either language of the page: not exactly <c>en</c>, so that no switch hides them.</summary>
    private const string AlwaysEnglish = "en-US";

    /// <inheritdoc/>
    public override string Id => "definitions";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        yield return Tag.Of("form").Class("filter").Id("definition-filter").Attribute("role", "search").Attribute("aria-labelledby", "definition-filter-name").Add(
            Tag.Of("label").Class("search").Add(
                Tag.Span().Id("definition-filter-name").Add(Texts["definitions.search"]),
                Tag.Of("input").Attribute("type", "search").Attribute("name", "text").Attribute("autocomplete", "off")));
        yield return Tag.Of("dl").Class("definitions").Add(Report.Definitions.Select(Definition));
        yield return Tag.Paragraph(Texts["definitions.nomatch"]).Id("no-definition").Attribute("role", "status").Flag("hidden");
    }

    private HtmlElement Definition(Measure measure)
    {
        var name = Texts.Of(measure);
        return Tag.Div("definition").Add(
            Tag.Of("dt").Add(name, " ", Tag.Of("code").Add(measure.Id)),
            Tag.Of("dd").Add(
                Tag.Span().Attribute("lang", AlwaysEnglish).Add(measure.Formula), Tag.Of("br"),
                Tag.Span("meta").Add(
                    Texts[$"unit.{measure.Unit}"], " · ", Texts[$"good.{measure.GoodDirection}"], " · ", Texts[$"needs.{measure.Needs}"],
                    measure.IsMonthly ? new HtmlGroup(" · ", Texts["definitions.monthly"]) : null,
                    measure.NeedsDiscounts ? new HtmlGroup(" · ", Texts["definitions.discounts"]) : null,
                    measure.NeedsContactCosts ? new HtmlGroup(" · ", Texts["definitions.costs"]) : measure.NeedsContacts ? new HtmlGroup(" · ", Texts["definitions.contacts"]) : null)));
    }
}
