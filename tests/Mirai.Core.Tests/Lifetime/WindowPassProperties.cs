using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Lifetime;

/// <summary>The window pass finds the base customers and totals that the oracle finds, for all customers, by segment, and month by month.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 40)]
public sealed class WindowPassProperties
{
    private static readonly Period[] Windows = [Period.Months(3), Period.Days(90), Period.Months(6), Period.Years(1), Period.Days(1), Period.Years(2)];
    private static readonly decimal[] Coverages = [0.8m, 1, 0.5m, 0.0001m, 0.9999m, 0.3333333333333333333333333333m];

    [Property]
    public void WindowChurn_OfAnyDay_HasTheOraclesTotals(SmallHistory history, byte seed)
    {
        var (analysis, oracle, options) = (EngineFeed.Analysis(history), history.Oracle, OptionsOf(seed));
        foreach (var day in history.TurningDays().Where((_, i) => i % 7 == seed % 7))
            Assert.Equal((day, oracle.Window(day, options.Window, options.Coverage)), (day, Of(analysis.WindowChurn(day, options))));
    }

    [Property(MaxTest = 20)]
    public void WindowChurnBy_EverySegment_HasTheOraclesTotals(SmallHistory history, byte seed)
    {
        var (analysis, oracle, options) = (EngineFeed.Analysis(history), history.Oracle, OptionsOf(seed));
        foreach (var day in history.TurningDays().Where((_, i) => i % 29 == seed % 29))
        {
            foreach (var segment in EngineFeed.SegmentsOf(analysis))
            {
                var expected = oracle.WindowBySegment(segment.Id, day, options.Window, options.Coverage).Where(own => own.Value.BaseCustomers > 0);
                var found = analysis.WindowChurnBy(segment, day, options).ToDictionary(own => own.SegmentValue, own => Of(own.Churn), StringComparer.Ordinal);
                Assert.Equal(
                    expected.OrderBy(own => own.Key, StringComparer.Ordinal), found.OrderBy(own => own.Key, StringComparer.Ordinal));
            }
        }
    }

    [Property(MaxTest = 20)]
    public void WindowChurnBy_SingleValuedSegments_AddsUpToTheWhole(SmallHistory history, byte seed)
    {
        var (analysis, options) = (EngineFeed.Analysis(history), OptionsOf(seed));
        var whole = analysis.WindowChurn(history.LastDay, options).Totals;
        foreach (var segment in EngineFeed.SegmentsOf(analysis).Where(s => !analysis.History.Dimensions.Contains(s.Id, StringComparer.Ordinal)))
        {
            var parts = analysis.WindowChurnBy(segment, history.LastDay, options).Select(own => own.Churn.Totals).ToList();
            Assert.Equal(
                whole,
                new WindowTotals(
                    parts.Sum(p => p.BaseCustomers), parts.Sum(p => p.BasePurchases), parts.Sum(p => p.BaseSales), parts.Sum(p => p.NextCustomers),
                    parts.Sum(p => p.NextPurchases), parts.Sum(p => p.NextSales)));
        }
    }

    [Property]
    public void MonthlyWindowChurn_EveryMonthsEnd_IsThatOfTheDay(SmallHistory history, byte seed)
    {
        var (analysis, options) = (EngineFeed.Analysis(history), OptionsOf(seed));
        var monthly = analysis.MonthlyWindowChurn(options);
        Assert.Equal(history.Days.Where(day => day.AddDays(1).Day == 1), monthly.Select(churn => churn.Selection!.AsOf));
        foreach (var churn in monthly.Where((_, i) => i % 5 == seed % 5))
            Assert.Equal(Text(analysis.WindowChurn(churn.Selection!.AsOf, options)), Text(churn));
    }

    [Property(MaxTest = 20)]
    public void Catalog_OfEveryMeasure_CarriesTheMonthsEnd(SmallHistory history, byte seed)
    {
        var options = OptionsOf(seed);
        var whole = EngineFeed.Analysis(history);
        var analysis = new CustomerAnalysis(whole.History, whole.Attributes, whole.Options with { WindowChurn = options });
        var measures = MeasureCatalog.BuiltIn.Measures.Where(m => m.Formula.Length > 0 && IsWindows(m)).ToList();
        Assert.Equal(6, measures.Count);
        var all = analysis.Daily(measures);
        var bySegment = analysis.DailyBy(Segment.CustomerYear, measures);
        foreach (var day in history.TurningDays().Where((_, i) => i % 11 == seed % 11))
        {
            var monthEnd = day.AddDays(1).Day == 1 ? day : new DateOnly(day.Year, day.Month, 1).AddDays(-1);
            foreach (var series in all) Assert.Equal((series.Measure, Expected(analysis, series, monthEnd, segment: null)), (series.Measure, series[day]));
            foreach (var series in bySegment.Where((_, i) => i % 3 == seed % 3))
                Assert.Equal((series.Measure, Expected(analysis, series, monthEnd, Segment.CustomerYear)), (series.Measure, series[day]));
        }
    }

    [Property(MaxTest = 10)]
    public void Rows_ShuffledAndOnManyThreads_GiveTheSameFiguresAndSamples(SmallHistory history, byte seed)
    {
        var options = OptionsOf(seed);
        var expected = Everything(EngineFeed.Analysis(history), options);
        foreach (var (writers, threads) in new[] { (3, 4), (7, 0) })
        {
            var feed = new EngineFeed { Writers = writers, Threads = threads, ShuffleSeed = seed + writers };
            Assert.Equal(expected, Everything(EngineFeed.Analysis(history, feed), options));
        }
    }

    [Property]
    public void Sample_OfEverybody_HasTheTotalsOfAll(SmallHistory history, byte seed)
    {
        var (analysis, options) = (EngineFeed.Analysis(history), OptionsOf(seed));
        var sample = analysis.SampleWindowChurn(history.LastDay, new WindowSampling { Repetitions = 19, Seed = seed }, options);
        Assert.Equal(analysis.WindowChurn(history.LastDay, options).Totals, sample.Churn.Totals);
        Assert.Equal(sample.Customers == 0, sample.LifetimeValue is null);
    }

    private static bool IsWindows(Measure measure) => measure.Id.StartsWith("window_", StringComparison.Ordinal)
        || measure.Id is "annual_churn" or "lifetime_value" or "missing_new_customers";

    private static WindowChurnOptions OptionsOf(byte seed) => new()
    {
        Window = Windows[seed % Windows.Length], Coverage = Coverages[seed / 7 % Coverages.Length], IsDeclineSigned = seed % 2 == 0,
        Annualisation = (Annualisation)(seed / 3 % 2), AcquisitionCost = 50,
    };

    private static OracleWindow Of(WindowChurn churn)
    {
        var totals = churn.Totals;
        return new OracleWindow(totals.BaseCustomers, totals.BasePurchases, totals.BaseSales, totals.NextCustomers, totals.NextPurchases, totals.NextSales);
    }

    private static double? Expected(CustomerAnalysis analysis, DailySeries series, DateOnly monthEnd, Segment? segment)
    {
        if (!analysis.History.Days.Contains(monthEnd)) return null;
        if (analysis.Options.WindowChurn.Window.Times(2).Before(monthEnd) < analysis.History.Days.First) return null;
        var churn = segment is null
            ? analysis.WindowChurn(monthEnd)
            : analysis.WindowChurnBy(segment, monthEnd).FirstOrDefault(own => string.Equals(own.SegmentValue, series.SegmentValue, StringComparison.Ordinal))?.Churn;
        return series.Measure.Id switch
        {
            "window_lost_rate" => churn?.LostRate,
            "window_frequency_decline" => churn?.FrequencyDecline,
            "window_churn" => churn?.Churn,
            "annual_churn" => churn?.AnnualChurn,
            "lifetime_value" => churn?.LifetimeValue.Amount,
            _ => churn?.BreakEven is { IsComplete: true } breakEven ? breakEven.MissingNewCustomers : null,
        };
    }

    private static string Everything(CustomerAnalysis analysis, WindowChurnOptions options)
    {
        var last = analysis.History.Days.Last;
        var figures = analysis.MonthlyWindowChurn(options).Select(Text)
            .Append(Text(analysis.WindowChurn(last, options)))
            .Concat(EngineFeed.SegmentsOf(analysis).SelectMany(s => analysis.WindowChurnBy(s, last, options).Select(own => own.SegmentValue + Text(own.Churn))))
            .Append(analysis.SampleWindowChurn(last, new WindowSampling { Share = 0.5m, Repetitions = 39 }, options).ToString());
        return string.Join('\n', figures);
    }

    private static string Text(WindowChurn churn) => churn.ToString();
}
