using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.Html.Sections;

/// <summary>Retention by customer year against what the field expects, and the cohorts behind it.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class RetentionSection(PageDraft draft) : PageSection(draft)
{
    private const double ExpectedIntoYear2 = 0.65;
    private const double ExpectedIntoYear3 = 0.86;
    private const int MostMonths = 60;

    /// <inheritdoc/>
    public override string Id => "retention";

    private bool IsYearly => Report.Settings.ActivePeriod.NominalDays is var (days, parts) && days >= 360 * parts && days <= 370 * parts;

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        yield return Tag.Div("pair left").Add(Years(), Shares(Segment.PurchaseCount.Id, Report.Customers.Retention.ByPurchaseCount));
        var points = Report.Charts.RetentionByYear.TakeLast(MostMonths).ToList();
        yield return points.Count == 0
            ? Tag.Note(Texts["retention.short"])
            : Draft.Chart(Texts["retention.chart"], Lines(points), IsYearly ? Texts["retention.note"] : default(Bilingual?));
    }

    private HtmlNode Years()
    {
        if (!IsYearly) return Shares(Segment.CustomerYear.Id, Report.Customers.Retention.ByCustomerYear);
        double?[] expected = [ExpectedIntoYear2, ExpectedIntoYear3];
        var table = new FigureTable(Texts["retention.years"]).Column(Texts["retention.into"], isText: true).Column(Texts["retention.rate"])
            .Column(Texts["retention.expected"]).Column(Texts["retention.difference"]).Column(Texts["retention.of"]);
        var shares = Report.Customers.Retention.ByCustomerYear;
        for (var year = 0; year < shares.Count; year++)
        {
            var (share, norm) = (shares[year], year < expected.Length ? expected[year] : null);
            var difference = share.Share.Value - norm;
            table.Row(
                Into(share.SegmentValue),
                [
                    Texts.Percentage(share.Share.Value), norm is null ? "" : Texts.Percentage(norm),
                    norm is null ? "" : Tag.Tone(difference is null ? null : difference >= 0, Texts.Points(difference)), FigureFormat.Count(share.Share.Whole),
                ]);
        }

        return Draft.Table(Overall(table));
    }

    private FigureTable Overall(FigureTable table)
    {
        var overall = Report.Customers.Retention.Overall;
        return table.Row(Texts["part.whole"], [Texts.Percentage(overall.Value), "", "", FigureFormat.Count(overall.Whole)], "total");
    }

    /// <summary>The year that customers of a year are retained into: those of year 1 into year 2.</summary>
    private Bilingual Into(string year) => year switch
    {
        "1" or "2" or "3" or "4" => Texts.Format("retention.year", ((char)(year[0] + 1)).ToString()),
        "5+" => Texts["retention.later"],
        _ => Texts.Value(Segment.CustomerYear.Id, year),
    };

    private HtmlNode Shares(string segment, IReadOnlyList<SegmentShare> shares)
    {
        var table = new FigureTable(Texts.Format("retention.by", Texts.Segment(segment))).Column(Texts.Segment(segment), isText: true)
            .Column(Texts["retention.rate"]).Column(Texts["retention.of"]);
        foreach (var share in shares)
            table.Row(Texts.Value(segment, share.SegmentValue), [Texts.Percentage(share.Share.Value), FigureFormat.Count(share.Share.Whole)]);
        return Draft.Table(table);
    }

    private SeriesChart Lines(List<RetentionPoint> points)
    {
        var years = points[0].Years.Select(share => share.SegmentValue).ToList();
        return new SeriesChart
        {
            PlaceName = Texts["month.end"],
            Places = [.. points.Select(point => (Bilingual)PageTexts.Day(point.Day))],
            Axes = [ChartUnit.Percentage],
            FromZero = false,
            Series =
            [
                .. years.Select((year, place) => new DrawnSeries(
                    IsYearly ? Into(year) : Texts.Value(Segment.CustomerYear.Id, year), "line", $"year{place + 1}",
                    [.. points.Select(point => point.Years[place].Share.Value)])),
            ],
            Marks = IsYearly
                ? [new ChartMark(Texts["retention.mark2"], "year1", ExpectedIntoYear2), new ChartMark(Texts["retention.mark3"], "year2", ExpectedIntoYear3)]
                : [],
        };
    }
}
