using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.Html.Sections;

/// <summary>The list diagnosis: the figures of the day, then one row a day for the last year.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class ListSection(PageDraft draft) : PageSection(draft)
{
    private const int DaysPrinted = 31;

    /// <inheritdoc/>
    public override string Id => "list";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        yield return Compared(Texts["list.figures"], Report.List.Figures);
        yield return Counts();
        yield return Tag.Heading(3, Texts["list.year"]);
        yield return Tag.Note(Texts["list.units"]);
        yield return Days();
        if (Report.Charts.List.Count > 0 && Report.Charts.List[0].Days.Count > DaysPrinted) yield return Tag.Note(Texts.Format("list.printed", FigureFormat.Count(DaysPrinted))).Class("printed");
    }

    private HtmlNode Counts()
    {
        var table = new FigureTable(Texts["list.counts"]).Column(Texts.Segment(Segment.PurchaseCount.Id), isText: true).Column(Texts["customers"]).Column(Texts["share"])
            .Column(Texts["portfolio.sales"]).Column(Texts["portfolio.salesshare"]);
        foreach (var row in Report.List.ByPurchaseCount)
        {
            table.Row(
                Texts.Value(Segment.PurchaseCount.Id, row.Value),
                [FigureFormat.Count(row.Customers), Texts.Percentage(row.CustomerShare.Value), Texts.Money(row.Sales), Texts.Percentage(row.SalesShare)]);
        }

        return Draft.Table(table);
    }

    /// <summary>The latest day first; units stand in the heads, so that a cell is one number in both languages.</summary>
    private HtmlNode Days()
    {
        var list = Report.Charts.List;
        var table = new FigureTable(Texts["list.year"]) { HidesCaption = true, IsLong = true }.Column(Texts["day"], isText: true);
        if (list.Count == 0) return Draft.Table(table);
        foreach (var series in list) table.Column(Head(series.Measure));
        for (var back = 0; back < list[0].Days.Count; back++)
        {
            var day = list[0].Days.Last.AddDays(-back);
            table.Row(PageTexts.Day(day), list.Select(series => (HtmlNode)Cell(series, day)), back >= DaysPrinted ? "older" : null);
        }

        return Draft.Table(table);
    }

    private HtmlGroup Head(Measure measure)
    {
        var unit = Draft.UnitOf(measure);
        var sign = unit.Kind switch { "percent" => "%", "money" => Report.Settings.Currency.Code, _ => "" };
        return new HtmlGroup(Texts.Of(measure), sign.Length == 0 ? null : Tag.Span("meta").Add($" ({sign})"));
    }

    private string Cell(ChartSeries series, DateOnly day)
    {
        var value = series.Values[series.Days.IndexOf(day)];
        if (!double.IsFinite(value)) return FigureFormat.Missing;
        var isIncomplete = series.CompleteFrom is not { } first || day < first;
        return Draft.UnitOf(series.Measure).Digits(value) + (isIncomplete ? FigureFormat.IncompleteMark : "");
    }
}
