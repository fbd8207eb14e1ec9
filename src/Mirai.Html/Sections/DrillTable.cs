using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Rules;

namespace Mirai.Html.Sections;

/// <summary>Which segments a value of a warning comes from.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class DrillTable(PageDraft draft)
{
    /// <summary>The table.</summary>
    public HtmlNode Node(RuleDrill drill)
    {
        var texts = draft.Texts;
        var hasEffects = drill.Rows.Any(row => row.RateEffect is not null);
        var caption = texts.Format("drill.caption", texts.Segment(drill.Dimension), texts.Of(drill.Text), PageTexts.Day(drill.Day));
        var table = new FigureTable(caption).Column(texts.Segment(drill.Dimension), isText: true).Column(texts["drill.amount"]).Column(texts["drill.contribution"]);
        if (hasEffects) table.Column(texts["drill.rate"]).Column(texts["drill.mix"]);
        foreach (var row in drill.Rows)
        {
            HtmlNode[] cells = [texts.Of(row.Text), texts.Percentage(row.Contribution)];
            table.Row(
                texts.Value(drill.Dimension, row.Segment),
                hasEffects ? [.. cells, texts.Percentage(Part(row, row.RateEffect)), texts.Percentage(Part(row, row.MixEffect))] : cells);
        }

        return Tag.Div("drill").Add(
            draft.Table(table),
            Tag.Note(
                drill.Omitted > 0 ? texts.Format("drill.omitted", FigureFormat.Count(drill.Omitted)) : "",
                " ", texts.Format("drill.rest", texts.Percentage(drill.Rest))));
    }

    /// <summary>What an effect contributes to the whole: effects come in the unit of the value, contributions in none.</summary>
    private static double? Part(DrillRow row, double? effect) =>
        effect is { } own && row.RateEffect + row.MixEffect is { } both && both != 0 ? row.Contribution * own / both : null;
}
