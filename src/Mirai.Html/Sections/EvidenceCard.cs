using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Rules;

namespace Mirai.Html.Sections;

/// <summary>A value that a rule shows: what it is, how much, and how it came there as a small line.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class EvidenceCard(PageDraft draft)
{
    /// <summary>How many parts of customers a line names before it only counts them.</summary>
    public const int MostParts = 3;

    /// <summary>The card.</summary>
    public HtmlNode Node(RuleEvidence evidence)
    {
        var texts = draft.Texts;
        var label = texts.Of(evidence.Label);
        return Tag.Div("card").Add(
            Tag.Span("label").Add(label),
            Tag.Span("value").Add(texts.Of(evidence.Text)),
            evidence.IsEstimated ? Tag.Span("meta").Add(texts["evidence.estimated"]) : null,
            Sparkline.Of(evidence.Series) is { } line ? new HtmlGroup(line, Range(evidence), draft.AsTable(label, Months(evidence, label))) : null);
    }

    /// <summary>How a value of a rule is written: units of the rule language are those of the catalog, and points.</summary>
    private ChartUnit UnitOf(string unit) => unit switch
    {
        "%" => ChartUnit.Percentage,
        "pt" => ChartUnit.Percentage with { Pattern = new Bilingual("{0} pt", "{0}pt") },
        "customers" or "purchases" or "contacts" or "days" => ChartUnit.Count,
        _ when unit.StartsWith(draft.Report.Settings.Currency.Code, StringComparison.Ordinal) => draft.Money,
        _ => ChartUnit.Number,
    };

    private HtmlElement Range(RuleEvidence evidence)
    {
        var (unit, known) = (UnitOf(evidence.Unit), evidence.Series.Where(double.IsFinite).ToList());
        return Tag.Span("meta range").Add(
            Tag.Span().Add($"{PageTexts.Day(evidence.Days.First)} – {PageTexts.Day(evidence.Days.Last)}"),
            Tag.Span().Add(draft.Texts.Format("evidence.range", unit.Text(known.Min()), unit.Text(known.Max()))));
    }

    private FigureTable Months(RuleEvidence evidence, Bilingual label)
    {
        var unit = UnitOf(evidence.Unit);
        var table = new FigureTable(label) { HidesCaption = true }.Column(draft.Texts["day"], isText: true).Column(label);
        foreach (var day in Thinned.MonthEnds(evidence.Days))
            table.Row(PageTexts.Day(day), [unit.Text(evidence.Series[evidence.Days.IndexOf(day)])]);
        return table;
    }
}
