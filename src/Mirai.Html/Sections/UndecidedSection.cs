using Mirai.Diagnosis;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Rules;

namespace Mirai.Html.Sections;

/// <summary>What the rules could not say: undecided, switched off, in error.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class UndecidedSection(PageDraft draft) : PageSection(draft)
{
    private const int MostParts = 12;

    /// <inheritdoc/>
    public override string Id => "undecided";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        var rules = Report.Rules;
        yield return Tag.Paragraph(Texts.Format(
            "undecided.count", FigureFormat.Count(Report.Settings.RuleCount), FigureFormat.Count(rules.QuietCount), FigureFormat.Count(rules.Warnings.Count),
            FigureFormat.Count(rules.Undecided.Count), FigureFormat.Count(rules.Disabled.Count), FigureFormat.Count(rules.Errors.Count)));
        if (rules.Errors.Count > 0)
            yield return new HtmlGroup(Tag.Heading(3, Texts["undecided.errors"]), new HtmlGroup(rules.Errors.Select(Error)));
        if (rules.Undecided.Count > 0)
        {
            yield return Tag.Heading(3, Texts["undecided.undecided"]);
            yield return Tag.List(rules.Undecided.GroupBy(result => result.RuleId, StringComparer.Ordinal).Select(Rule)).Class("plain");
        }

        if (rules.Disabled.Count > 0)
            yield return new HtmlGroup(Tag.Heading(3, Texts["undecided.disabled"]), Tag.List(rules.Disabled.Select(Disabled)).Class("plain"));
        if (rules.InfiniteFigures.Count > 0)
        {
            yield return new HtmlGroup(Tag.Heading(3, Texts["undecided.infinite"]), Tag.List(
                rules.InfiniteFigures.OrderBy(found => found.Key, StringComparer.Ordinal).Select(found => (HtmlNode)$"{found.Key}: {FigureFormat.Count(found.Value)}")));
        }
    }

    private HtmlElement Error(Rules.Syntax.RuleDiagnostic error)
    {
        var place = error.Source.PositionOf(error.Span.Start);
        return Tag.Div("error").Add(
            Tag.Paragraph(Tag.Of("strong").Add(Tag.Name(error.Source.Name)), " ", Texts.Format("undecided.place", FigureFormat.Count(place.Line), FigureFormat.Count(place.Column)), ": ",
                Texts.Both(language => error.MessageIn(language.Code))),
            Tag.Of("pre").Attribute("tabindex", "0").Add(Texts.Both(language => error.ToString(language.Code))));
    }

    private HtmlNode Rule(IGrouping<string, RuleResult> results)
    {
        var first = results.First();
        var parts = results.Where(result => !result.Part.IsWhole).Select(result => Texts.Part(result.Part)).ToList();
        return new HtmlGroup(
            Tag.Span("cause").Add(Texts.Of(first.Title)), Tag.Span("meta").Add(" · ", Why(first)),
            parts.Count == 0 ? null : Tag.Span("meta").Add(" · ", Joined(parts)));
    }

    private static Bilingual Joined(List<Bilingual> parts)
    {
        var shown = parts.Take(MostParts).Aggregate((left, right) => left + new Bilingual("; ", "、") + right);
        return parts.Count <= MostParts ? shown : shown + $" (+{FigureFormat.Count(parts.Count - MostParts)})";
    }

    private Bilingual Why(RuleResult result)
    {
        if (result.Undecided is not { } undecided) return "";
        var text = Texts.Of(undecided.Text);
        var reason = Texts.Both(language => language.Words.Of(undecided.Reason));
        if (undecided.Reason == UndecidedReason.NotEnoughHistory) reason += Texts.Format("undecided.days", FigureFormat.Count(undecided.DaysOfHistory));
        return (text.English.Length == 0 ? reason : text) + Texts.Format("undecided.from", PageTexts.Day(undecided.From));
    }

    private HtmlNode Disabled(DisabledRule rule)
    {
        var reason = Texts.Of(rule.Reason);
        return new HtmlGroup(
            Tag.Span("cause").Add(Texts.Of(rule.Title)), Tag.Span("meta").Add(" · ", rule.RuleId), reason.English.Length == 0 ? null : Tag.Span("meta").Add(" · ", reason));
    }
}
