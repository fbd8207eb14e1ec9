using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Html.Markup;
using Mirai.Rules;

namespace Mirai.Html.Sections;

/// <summary>The open warnings: each opens to what it says, its causes as a tree, its evidence and where it comes from.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class WarningSection(PageDraft draft) : PageSection(draft)
{
    /// <inheritdoc/>
    public override string Id => "warnings";

    /// <summary>The place to link to of the first warning of a rule; <see langword="null"/> where it has none open.</summary>
    private string? PlaceOf(string rule)
    {
        for (var place = 0; place < Report.Rules.Warnings.Count; place++)
        {
            if (string.Equals(Report.Rules.Warnings[place].RuleId, rule, StringComparison.Ordinal)) return Name(place);
        }

        return null;
    }

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        if (Report.Rules.Warnings.Count == 0) yield return Tag.Paragraph(Texts["warnings.none"]);
        else yield return Filter();
        yield return Tag.Div("warning-list").Add(Report.Rules.Warnings.Select(Warning));
        yield return Tag.Paragraph(Texts["warnings.nomatch"]).Id("no-warning").Attribute("role", "status").Flag("hidden");
        yield return Others("warnings.closed", Report.Rules.Closed, _ => null);
        yield return Others("warnings.suppressed", Report.Rules.Suppressed, WhySuppressed);
    }

    private static string Name(int place) => "w" + place.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class of the style sheet for a level.</summary>
    private static string Word(WarningLevel? level) => level switch { WarningLevel.Critical => "critical", WarningLevel.Warning => "warning", _ => "notice" };

    private HtmlElement Filter()
    {
        var levels = Enum.GetValues<WarningLevel>().Reverse().Select(level => Tag.Of("label").Class("choice").Add(
            Tag.Of("input").Attribute("type", "checkbox").Attribute("name", "level").Attribute("value", Word(level)).Attribute("autocomplete", "off").Flag("checked"),
            Tag.Span().Add(Texts.Of(level))));
        return Tag.Of("form").Class("filter").Id("warning-filter").Attribute("role", "search").Attribute("aria-labelledby", "warning-filter-name").Add(
            Tag.Span("unseen").Id("warning-filter-name").Add(Texts["warnings.filter"]),
            Tag.Of("label").Class("search").Add(
                Tag.Span().Add(Texts["search"]), Tag.Of("input").Attribute("type", "search").Attribute("name", "text").Attribute("autocomplete", "off")),
            Tag.Of("fieldset").Add(Tag.Of("legend").Add(Texts["level"])).Add(levels));
    }

    private HtmlElement Warning(RuleResult warning, int place)
    {
        var level = Word(warning.Severity);
        var element = Tag.Details(
                Tag.Span($"badge {level}").Add(Texts.Of(warning.Severity ?? WarningLevel.Notice)),
                Tag.Heading(3, Texts.Of(warning.Title)),
                Tag.Span("meta").Add(
                    warning.Part.IsWhole ? null : Tag.Of("bdi").Add(Texts.Part(warning.Part), " · "),
                    warning.Since is { } since ? new HtmlGroup(Texts.Format("warnings.since", Day(since))) : null))
            .Class($"warning {level}").Id(Name(place)).Attribute("data-level", level).Flag("open", place == 0);
        return element.Add(Tag.Div("body").Add(Body(warning)));
    }

    private static string Day(DateOnly day) => Wording.PageTexts.Day(day);

    private IEnumerable<HtmlNode?> Body(RuleResult warning)
    {
        yield return Tag.Paragraph(Texts.Of(warning.Message)).Class("message");
        yield return Tag.Note(
            Texts.Format("warnings.open", FigureFormat.Count(warning.DaysOpen)), " ", Texts.Format("warnings.rule", warning.RuleId),
            warning.IsStale ? new HtmlGroup(" ", Tag.Of("strong").Add(Texts["warnings.stale"])) : null);
        if (warning.Causes.Count > 0)
            yield return new HtmlGroup(Tag.Heading(4, Texts["warnings.causes"]), Causes(warning.Causes));
        if (warning.Evidence.Count > 0)
            yield return new HtmlGroup(Tag.Heading(4, Texts["warnings.evidence"]), Tag.Div("cards").Add(warning.Evidence.Select(new EvidenceCard(Draft).Node)));
        if (warning.Drills.Count > 0)
            yield return new HtmlGroup(Tag.Heading(4, Texts["warnings.drills"]), Tag.Div("columns").Add(warning.Drills.Select(new DrillTable(Draft).Node)));
    }

    private HtmlElement Causes(IReadOnlyList<RuleCause> causes) => Tag.List(causes.Select(Cause)).Class("tree");

    private HtmlNode Cause(RuleCause cause)
    {
        var parts = cause.Parts.Where(part => !part.IsWhole).Take(EvidenceCard.MostParts).ToList();
        var link = cause.RuleId is { } rule && PlaceOf(rule) is { } place
            ? Tag.Of("a").Class("jump").Attribute("href", "#" + place).Add(Texts["warnings.jump"], Tag.Span("unseen").Add(": ", Texts.Of(cause.Text)))
            : null;
        HtmlNode text = new HtmlGroup(
            Tag.Span("cause").Add(Texts.Of(cause.Text)), " ", Tag.Span("strength").Add(Texts.Format("warnings.strength", Texts.Percentage(cause.Strength))),
            parts.Count == 0 ? null : Tag.Span("meta").Add(" · ", JoinedParts(parts, cause.Parts.Count)));
        if (cause.Causes.Count == 0) return new HtmlGroup(text, " ", link);
        return Tag.Details(text).Flag("open").Add(link, Causes(cause.Causes));
    }

    private Bilingual JoinedParts(List<CustomerPart> parts, int all)
    {
        var joined = parts.Select(Texts.Part).Aggregate((left, right) => left + new Bilingual("; ", "、") + right);
        return all > parts.Count ? joined + Texts.Format("more", FigureFormat.Count(all - parts.Count)) : joined;
    }

    private HtmlElement? Others(string key, IReadOnlyList<RuleResult> results, Func<RuleResult, Bilingual?> why)
    {
        if (results.Count == 0) return null;
        return Tag.Details(Texts.Format(key, FigureFormat.Count(results.Count))).Class("more").Add(Tag.List(results.Select(result => new HtmlGroup(
            Tag.Span("cause").Add(Texts.Of(result.Title)), result.Part.IsWhole ? null : Tag.Span("meta").Add(" · ", Texts.Part(result.Part)),
            why(result) is { } reason ? Tag.Span("meta").Add(" · ", reason) : null))));
    }

    private Bilingual? WhySuppressed(RuleResult result)
    {
        if (result.Suppression is not { } suppression) return null;
        var since = Texts.Format("warnings.since", Day(suppression.From));
        var reason = Texts.Of(suppression.Reason);
        return (reason.English.Length == 0 ? Texts[$"suppressed.{suppression.Kind}"] : reason) + new Bilingual(", ", "、") + since;
    }
}
