using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;
using Mirai.Projection;

namespace Mirai.Html.Sections;

/// <summary>What happens if it goes on like this, with bands.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class ForecastSection(PageDraft draft) : PageSection(draft)
{
    private const int MonthsBack = 36;
    private const int MonthsOfYear = 12;

    /// <inheritdoc/>
    public override string Id => "forecast";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        if (Report.Forecast is not { } outlook)
        {
            yield return Tag.Paragraph(Texts["forecast.none"]);
            yield break;
        }

        yield return Caution(outlook);
        yield return Points(outlook);
        yield return Tag.Div("pair").Add(
            Draft.Chart(Texts["forecast.active"], Active(outlook.Forecast)), Draft.Chart(Texts["forecast.sales"], Sales(outlook)));
        if (outlook.FiveYearMultiple.Value is not null) yield return Tag.Paragraph(Texts.Format("forecast.multiple", Multiple(outlook.FiveYearMultiple)));
        yield return Tag.Details(Texts["forecast.how"]).Class("more").Add(How(outlook.Forecast));
    }

    /// <summary>What the forecast cannot know: before its figures, and in print as well.</summary>
    private HtmlElement? Caution(ForecastOutlook outlook) => outlook.Caution == ForecastCaution.None
        ? null
        : Tag.Paragraph(Texts.Both(language => language.Words.CautionOf(outlook))).Class("caution");

    private static Bilingual Multiple(FigureValue value) => ChartUnit.Number.Text(value.Value);

    private HtmlNode Points(ForecastOutlook outlook)
    {
        var table = new FigureTable(Texts["forecast.points"]) { HidesCaption = true }
            .Column(Texts["forecast.ahead"], isText: true).Column(Texts["day"], isText: true)
            .Column(Texts.Of(CustomerMeasures.ActiveCustomers)).Column(Texts["band80"]).Column(Texts["forecast.annual"]).Column(Texts["band80"]);
        table.Row(
            Texts["now"],
            [
                PageTexts.Day(Report.AsOf), FigureFormat.Count(outlook.Forecast.ActiveCustomers), "", Texts.Money(outlook.Forecast.AnnualSales), "",
            ]);
        foreach (var point in outlook.Points)
        {
            table.Row(
                Texts.Format("ahead", Texts.Of(point.Horizon)),
                [
                    PageTexts.Day(point.Day), ChartUnit.Count.Text(point.ActiveCustomers.Value), Band(point.ActiveCustomers, ChartUnit.Count),
                    Draft.Money.Text(point.AnnualSales.Value), Band(point.AnnualSales, Draft.Money),
                ]);
        }

        return Draft.Table(table);
    }

    private static Bilingual Band(ForecastFigure figure, ChartUnit unit) => unit.Text(figure.Band80.Low) + " – " + unit.Text(figure.Band80.High);

    private SeriesChart Active(CustomerForecast forecast)
    {
        var past = Report.Charts.Months.TakeLast(MonthsBack).ToList();
        var months = forecast.Months;
        double?[] none = [.. Enumerable.Repeat((double?)null, Math.Max(0, past.Count - 1))];
        double? now = forecast.ActiveCustomers;
        return new SeriesChart
        {
            PlaceName = Texts["month.end"],
            Places = [.. past.Select(month => (Bilingual)PageTexts.Day(month.Days.Last)), .. months.Select(month => (Bilingual)PageTexts.Day(month.Days.Last))],
            Axes = [ChartUnit.Count],
            FromZero = true,
            Series =
            [
                new DrawnSeries(Texts["actual"], "line", "accent", [.. past.Select(month => (double?)month.ActiveCustomers), .. months.Select(_ => (double?)null)]),
                new DrawnSeries(Texts["forecast"], "dashed", "accent", [.. none, .. Lead(past.Count, now), .. months.Select(month => (double?)month.ActiveCustomers.Value)]),
            ],
            Bands =
            [
                Of(Texts["band95"], "band95", [.. none, .. Lead(past.Count, now)], [.. months.Select(month => month.ActiveCustomers.Band95)]),
                Of(Texts["band80"], "band80", [.. none, .. Lead(past.Count, now)], [.. months.Select(month => month.ActiveCustomers.Band80)]),
            ],
        };
    }

    private static double?[] Lead(int past, double? now) => past == 0 ? [] : [now];

    private static ChartBand Of(Bilingual name, string colour, double?[] before, Model.Estimate[] estimates) => new(
        name, colour, [.. before, .. estimates.Select(estimate => (double?)estimate.Low)], [.. before, .. estimates.Select(estimate => (double?)estimate.High)]);

    /// <summary>Annual sales year by year: those of the years that end on the day of the diagnosis, then the forecast ones.</summary>
    private SeriesChart Sales(ForecastOutlook outlook)
    {
        var past = PastYears(outlook);
        var forecast = outlook.Forecast;
        double?[] before = [.. past.Select(_ => (double?)null)];
        return new SeriesChart
        {
            PlaceName = Texts["year.until"],
            Places = [.. past.Select(year => (Bilingual)PageTexts.Day(year.Day)), .. forecast.Years.Select(year => (Bilingual)PageTexts.Day(year.Days.Last))],
            Axes = [Draft.Money],
            Series =
            [
                new DrawnSeries(Texts["actual"], "bar", "accent", [.. past.Select(year => (double?)year.Sales), .. forecast.Years.Select(_ => (double?)null)]) { IsStacked = true },
                new DrawnSeries(Texts["forecast"], "bar", "band80", [.. before, .. forecast.Years.Select(year => (double?)year.Sales.Value)]) { IsStacked = true },
            ],
            Bands = [Of(Texts["band80"], "whisker", before, [.. forecast.Years.Select(year => year.Sales.Band80)])],
        };
    }

    private List<(DateOnly Day, double Sales)> PastYears(ForecastOutlook outlook)
    {
        if (Report.Settings.ActivePeriod != Model.Period.OneYear) return ThisYear(outlook); // Trailing sales are of another period.
        var series = Report.Charts.Daily.FirstOrDefault(found => found.Measure == SalesMeasures.TrailingSales);
        var years = new List<(DateOnly, double)>();
        if (series is null) return years;
        for (var day = Report.AsOf; series.CompleteFrom is { } first && day >= first && years.Count < 5; day = Report.AsOf.AddMonths(-MonthsOfYear * years.Count))
        {
            if (!series.Days.Contains(day) || !double.IsFinite(series.Values[series.Days.IndexOf(day)])) break;
            years.Insert(0, (day, series.Values[series.Days.IndexOf(day)]));
        }

        return years;
    }

    private List<(DateOnly Day, double Sales)> ThisYear(ForecastOutlook outlook) =>
        Report.Data.Observed.First <= Model.Period.OneYear.Before(Report.AsOf).AddDays(1) ? [(Report.AsOf, (double)outlook.Forecast.AnnualSales)] : [];

    private IEnumerable<HtmlNode?> How(CustomerForecast forecast)
    {
        yield return Tag.Paragraph(Texts.Format("forecast.method", Texts[$"method.{forecast.Method}"]), " ", Texts[$"reason.{forecast.Reason}"]);
        yield return Tag.Paragraph(Texts.Format("forecast.acquisition", forecast.Acquisition.PerYear switch
        {
            null => Texts["acquisition.same"],
            0 => Texts["acquisition.none"],
            { } number => Texts.Format("acquisition.yearly", ChartUnit.Count.Text(number)),
        }));
        var scores = forecast.BackTest.Scores.Where(score => score.Method == forecast.Method && score.MonthsAhead > 0
            && score.Measure is ForecastMeasure.ActiveCustomers or ForecastMeasure.Sales).ToList();
        scores.RemoveAll(score => score.Method != forecast.Method || score.MonthsAhead == 0);
        if (scores.Count == 0)
        {
            yield return Tag.Paragraph(Texts["forecast.nobacktest"]);
            yield break;
        }

        var table = new FigureTable(Texts.Format("forecast.scores", FigureFormat.Count(forecast.BackTest.Origins.Count)))
            .Column(Texts["measure"], isText: true).Column(Texts["months.ahead"]).Column(Texts["cases"]).Column(Texts["error"]).Column(Texts["covered80"]).Column(Texts["covered95"]);
        foreach (var score in scores.OrderBy(score => score.Measure).ThenBy(score => score.MonthsAhead))
        {
            table.Row(
                Texts[$"forecast.{score.Measure}"],
                [
                    FigureFormat.Count(score.MonthsAhead), FigureFormat.Count(score.Cases), Texts.Percentage(score.Wape),
                    Texts.Percentage(new Model.Share(score.Covered80, score.Banded).Value), Texts.Percentage(new Model.Share(score.Covered95, score.Banded).Value),
                ]);
        }

        yield return Draft.Table(table);
    }
}
