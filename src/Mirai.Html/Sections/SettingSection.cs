using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;

namespace Mirai.Html.Sections;

/// <summary>With what the diagnosis was made.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class SettingSection(PageDraft draft) : PageSection(draft)
{
    private const int HashShown = 12;

    /// <inheritdoc/>
    public override string Id => "settings";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        var settings = Report.Settings;
        var portfolio = settings.Portfolio;
        yield return Tag.Of("dl").Class("facts").Add(
            Fact("settings.period", Texts.Of(settings.ActivePeriod)),
            Fact("settings.currency", settings.Currency.Code),
            Fact("settings.began", Texts[settings.BeganWithData ? "yes" : "no"]),
            Fact("settings.window", Texts.Of(settings.ChurnWindow)),
            Fact("settings.threshold", portfolio.Threshold is { } amount ? Texts.Money(amount) : Texts.Format("settings.orders", FigureFormat.Count(portfolio.OrderValues))),
            Fact("settings.stages", Texts.Format("settings.days", FigureFormat.Count(portfolio.SteadyDays), FigureFormat.Count(portfolio.BestDays))),
            Fact("settings.gone", portfolio.GoneDays is { } days ? Texts.Format("settings.gonedays", FigureFormat.Count(days)) : Texts["settings.goneusual"]),
            Fact("settings.segments", settings.Segments.Count == 0 ? "-" : settings.Segments.Select(Texts.Segment).Aggregate((left, right) => left + new Bilingual(", ", "、") + right)),
            Fact("settings.rules", FigureFormat.Count(settings.RuleCount)),
            Fact("settings.hash", settings.RulesHash));
        var table = new FigureTable(Texts["settings.texts"]).Column(Texts["settings.text"], isText: true).Column(Texts["settings.used"], isText: true).Column("SHA-256", isText: true);
        foreach (var text in settings.Rules)
            table.Row(Tag.Name(text.Name), [Texts[text.IsUsed ? "yes" : "no"], Tag.Of("code").Add(text.Hash[..Math.Min(HashShown, text.Hash.Length)])]);
        yield return Draft.Table(table);
    }

    private HtmlElement Fact(string key, Bilingual value) => Tag.Of("div").Add(Tag.Of("dt").Add(Texts[key]), Tag.Of("dd").Add(value));
}
