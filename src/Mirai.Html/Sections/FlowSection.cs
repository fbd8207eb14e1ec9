using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>Active customers, and who came and went month by month.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class FlowSection(PageDraft draft) : PageSection(draft)
{
    private const int MostMonths = 60;
    private const int MostPoints = 120;

    /// <inheritdoc/>
    public override string Id => "flow";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        yield return Changes();
        var months = Report.Charts.Months.TakeLast(MostMonths).ToList();
        Bilingual? note = months.Any(month => !month.IsComplete) ? Texts["flow.incomplete"] : default(Bilingual?);
        yield return Draft.Chart(Texts["flow.chart"], Months(months), note);
        if (Levels() is { } levels) yield return Draft.Chart(Texts["flow.levels"], levels);
    }

    private HtmlNode Changes()
    {
        var table = new FigureTable(Texts["flow.changes"]).Column(Texts["measure"], isText: true);
        foreach (var over in Report.List.Changes.Select(change => change.Over).Distinct()) table.Column(Texts.Of(over));
        foreach (var changes in Report.List.Changes.GroupBy(change => change.Figure.Measure))
        {
            table.Row(Texts.Of(changes.Key), changes.Select(change => (HtmlNode)new HtmlGroup(
                Toned(change.Figure, Texts.Both(language => language.Figures.ChangeRate(change.Figure))), Tag.Of("br"),
                Tag.Span("meta").Add(Texts.Both(language => language.Figures.Change(change.Figure))))));
        }

        return Draft.Table(table);
    }

    private SeriesChart Months(List<FlowMonth> months) => new()
    {
        Height = "tall",
        IsSplit = true,
        PlaceName = Texts["month"],
        Places = [.. months.Select(month => (Bilingual)(PageTexts.Month(month.Days.Last) + (month.IsComplete ? "" : FigureFormat.IncompleteMark)))],
        Axes = [ChartUnit.Count, ChartUnit.Count],
        Series =
        [
            new DrawnSeries(Texts["flow.new"], "bar", "new", [.. months.Select(month => (double?)month.New)]) { IsStacked = true },
            new DrawnSeries(Texts["flow.reactivated"], "bar", "back", [.. months.Select(month => (double?)month.Reactivated)]) { IsStacked = true },
            new DrawnSeries(Texts["flow.lapsed"], "bar", "lapsed", [.. months.Select(month => (double?)-month.Lapsed)]) { IsStacked = true },
            new DrawnSeries(Texts["flow.active"], "line", "accent", [.. months.Select(month => (double?)month.ActiveCustomers)]) { Axis = 1 },
        ],
    };

    /// <summary>Active customers and trailing sales side by side: where customers fall first, sales will follow.</summary>
    private SeriesChart? Levels()
    {
        var active = Report.Charts.Daily.FirstOrDefault(series => series.Measure == CustomerMeasures.ActiveCustomers);
        var sales = Report.Charts.Daily.FirstOrDefault(series => series.Measure == SalesMeasures.TrailingSales);
        if (active is null || sales is null) return null;
        var places = Thinned.Places(active.Days.Count, MostPoints);
        double? Value(ChartSeries series, int place) =>
            series.CompleteFrom is { } first && series.Days[place] >= first && double.IsFinite(series.Values[place]) ? series.Values[place] : null;
        if (places.All(place => Value(active, place) is null)) return null;
        places = [.. places.SkipWhile(place => Value(active, place) is null)];
        return new SeriesChart
        {
            PlaceName = Texts["day"],
            Places = [.. places.Select(place => (Bilingual)PageTexts.Day(active.Days[place]))],
            Axes = [ChartUnit.Count, Draft.Money],
            FromZero = false,
            Series =
            [
                new DrawnSeries(Texts.Of(active.Measure), "line", "accent", [.. places.Select(place => Value(active, place))]),
                new DrawnSeries(Texts.Of(sales.Measure), "line", "sales", [.. places.Select(place => Value(sales, place))]) { Axis = 1 },
            ],
        };
    }
}
