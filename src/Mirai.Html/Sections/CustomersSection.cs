using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>Part A: which marketing won or lost the customers.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class CustomersSection(PageDraft draft) : PageSection(draft)
{
    /// <inheritdoc/>
    public override string Id => "customers";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        var attribution = Report.Customers.Attribution;
        if (!attribution.IsComplete) yield return Tag.Note(Texts["customers.incomplete"]);
        if (attribution.LargestLoss is { } loss)
            yield return Tag.Paragraph(Texts["customers.loss"], Tag.Of("strong").Add(Texts.Both(language => language.Words.Of(loss.Cause, Report.Settings.ActivePeriod))), " (", Change(loss.Customers), ")");
        yield return Marketing();
        yield return Tag.Div("pair").Add(Draft.Chart(Texts.Format("customers.terms", Change(attribution.Change)), Terms(attribution)), SecondPurchases());
        yield return Tag.Heading(3, Texts["customers.segments"]);
        yield return new HtmlGroup(Report.Customers.BySegment.Select(BySegment));
    }

    private static Bilingual Change(long customers) => FigureFormat.CountChange(customers);

    private HtmlNode Marketing()
    {
        var table = new FigureTable(Texts["customers.marketing"]).Column(Texts["marketing"], isText: true).Column(Texts["now"]).Column(Before).Column(Texts["change"])
            .Column(Texts["customers.shareofchange"]).Column(Texts["customers.rate"]).Column(Texts["customers.ratebefore"]).Column(Texts["customers.byrate"]).Column(Texts["customers.bypool"]);
        foreach (var row in Report.Customers.Rows)
        {
            table.Row(
                Texts.Both(language => language.Words.Of(row.Kind)),
                [
                    FigureFormat.Count(row.Now), FigureFormat.Count(row.Before), Toned(row.Change), Texts.Percentage(row.ShareOfChange),
                    Texts.Evidence(row.RateNow), Texts.Evidence(row.RateBefore), Toned(row.ByRate), row.Kind == MarketingKind.Acquisition ? "" : Toned(row.ByPool),
                ]);
        }

        return Draft.Table(table);
    }

    private static HtmlElement Toned(long change) => Tag.Tone(change == 0 ? null : change > 0, FigureFormat.CountChange(change));

    private SeriesChart Terms(CustomerAttribution attribution) => new()
    {
        PlaceName = Texts["cause"],
        Places = [.. attribution.Terms.Select(term => Texts[$"term.{term.Cause}"])],
        Axes = [ChartUnit.Count],
        IsLying = true,
        Series = [new DrawnSeries(Texts["change"], "bar", "sign", [.. attribution.Terms.Select(term => (double?)term.Customers)])],
    };

    private HtmlNode SecondPurchases()
    {
        var months = Report.Customers.SecondPurchases;
        if (months.Count == 0) return Tag.Note(Texts["customers.nosecond"]);
        return Draft.Chart(Texts.Format("customers.second", FigureFormat.Count(months[0].WithinDays)), new SeriesChart
        {
            PlaceName = Texts["customers.firstmonth"],
            Places = [.. months.Select(month => (Bilingual)PageTexts.Month(month.FirstPurchases.First))],
            Axes = [ChartUnit.Percentage, ChartUnit.Count],
            FromZero = true,
            Series =
            [
                new DrawnSeries(Texts["customers.firsts"], "bar", "pale", [.. months.Select(month => (double?)month.Customers.Whole)]) { Axis = 1 },
                new DrawnSeries(Texts["customers.secondrate"], "line", "accent", [.. months.Select(month => month.Customers.Value)]),
            ],
        });
    }

    private HtmlElement BySegment(SegmentAttribution segment)
    {
        var name = Texts.Segment(segment.SegmentId);
        var table = new FigureTable(Texts.Format("customers.bysegment", name)) { HidesCaption = true }
            .Column(name, isText: true).Column(Texts["customers.new"]).Column(Before).Column(Texts["customers.retention"]).Column(Before).Column(Texts["customers.effect"])
            .Column(Texts["customers.reactivation"]).Column(Before).Column(Texts["customers.effect"]);
        foreach (var row in segment.Rows)
        {
            table.Row(
                Texts.Value(segment.SegmentId, row.Value),
                [
                    FigureFormat.Count(row.NewNow), FigureFormat.Count(row.NewBefore), Texts.Evidence(row.RetentionNow), Texts.Evidence(row.RetentionBefore),
                    Toned((long)Math.Round(row.RetentionEffect)), Texts.Evidence(row.ReactivationNow), Texts.Evidence(row.ReactivationBefore),
                    Toned((long)Math.Round(row.ReactivationEffect)),
                ]);
        }

        Bilingual? most = segment.LostMost is { } lost ? Texts.Format("customers.lostmost", Texts.Value(segment.SegmentId, lost.Value)) : default(Bilingual?);
        return Tag.Details(Texts.Format("customers.bysegment", name), most is { } text ? Tag.Span("meta").Add(" · ", text) : null).Class("more").Add(Draft.Table(table));
    }
}
