using FsCheck.Xunit;
using Mirai.Measures;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>What the figures of every day must add up to, for all customers and by segment.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 100)]
public sealed class MeasureIdentityProperties
{
    [Property]
    public void Daily_FlowAndYearOnYear_CarryActiveCustomers(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history);
        var of = Columns(analysis.Daily(EngineFeed.MeasuresOf(analysis)));
        var before = analysis.History.Axis.BeforeDays(history.ActivePeriod);
        for (var t = 0; t < analysis.History.Days.Count; t++)
        {
            var yesterday = t == 0 ? 0 : of["active_customers"][t - 1];
            var active = of["active_customers"][t];
            Assert.Equal(active, yesterday + of["new_customers"][t] + of["reactivated_customers"][t] - of["lapsed_customers"][t]);
            Assert.Equal(active, of["new_customers_yoy"][t] + of["retained_customers"][t] + of["reactivated_customers_yoy"][t]);
            Assert.Equal(before[t] < 0 ? 0 : of["active_customers"][before[t]], of["retained_customers"][t] + of["lost_customers"][t]);
            Assert.Equal(of["sales"][t], of["gross_sales"][t] - of["returns"][t]);
        }
    }

    [Property]
    public void Daily_SalesIdentity_HoldsAsFractions(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history);
        var series = analysis.Daily(
            SalesMeasures.TrailingSales, CustomerMeasures.ActiveCustomers, SalesMeasures.TrailingLtv, SalesMeasures.PurchaseFrequency,
            SalesMeasures.AverageOrderValue);
        foreach (var day in history.Days)
        {
            var at = series.Select(s => ExactSeries.At(s, day)).ToList();
            var (sales, active, ltv, frequency, orderValue) = (at[0], at[1], at[2], at[3], at[4]);
            Assert.Equal(active.Part == 0, ltv.IsMissing);
            Assert.Equal(ltv.IsMissing, frequency.IsMissing);
            Assert.Equal(ltv.IsMissing, orderValue.IsMissing);
            if (ltv.IsMissing) continue;
            Assert.True(ltv.IsSameNumberAs(new Ratio(frequency.Part * orderValue.Part, frequency.Whole * orderValue.Whole)));
            Assert.True(sales.IsSameNumberAs(new Ratio(ltv.Part * active.Part, ltv.Whole)));
        }
    }

    [Property]
    public void Daily_OneYear_TrailingAndAnnualAreTheSame(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history with { ActivePeriod = Model.Period.OneYear });
        var series = analysis.Daily(SalesMeasures.TrailingSales, SalesMeasures.AnnualSales, SalesMeasures.TrailingLtv, SalesMeasures.AnnualLtv);
        Assert.Equal(series[0].ToDoubles(), series[1].ToDoubles());
        Assert.Equal(series[2].ToDoubles(), series[3].ToDoubles());
    }

    [Property(MaxTest = 40)]
    public void DailyBy_SingleValuedSegment_AddsUpToTheWhole(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history);
        var measures = EngineFeed.MeasuresOf(analysis);
        var whole = analysis.Daily(measures).ToDictionary(series => series.Measure.Id, series => series, StringComparer.Ordinal);
        var single = EngineFeed.SegmentsOf(analysis).Where(segment => !analysis.History.Dimensions.Contains(segment.Id, StringComparer.Ordinal));
        foreach (var segment in single)
        {
            foreach (var parts in analysis.DailyBy(segment, measures).GroupBy(series => series.Measure.Id, StringComparer.Ordinal))
            {
                var total = whole[parts.Key];
                AssertSum(total.Numerators, [.. parts.Select(part => part.Numerators.ToArray())], $"{parts.Key} by {segment}");
                AssertSum(total.Denominators, [.. parts.Select(part => part.Denominators.ToArray())], $"{parts.Key} by {segment}, denominators");
            }
        }
    }

    [Property(MaxTest = 40)]
    public void DailyBy_Dimension_RowSumsAddUpToTheWhole(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history);
        Measure[] sums =
            [SalesMeasures.Sales, SalesMeasures.Discounts, SalesMeasures.TrailingSales, SalesMeasures.AnnualSales];
        var whole = analysis.Daily(sums);
        foreach (var dimension in analysis.History.Dimensions)
        {
            var parts = analysis.DailyBy(Segment.Dimension(dimension), sums);
            foreach (var total in whole)
            {
                var own = parts.Where(part => part.Measure == total.Measure).Select(part => part.Numerators.ToArray()).ToList();
                AssertSum(total.Numerators, own, $"{total.Measure} by {dimension}");
            }
        }
    }

    [Property(MaxTest = 40)]
    public void Daily_SomeMeasuresOnSomeDays_AreASliceOfAll(SmallHistory history, byte seed)
    {
        var analysis = EngineFeed.Analysis(history);
        var all = analysis.Daily(EngineFeed.MeasuresOf(analysis));
        var random = new Random(seed);
        var first = history.FirstDay.AddDays(random.Next(analysis.History.Days.Count));
        var range = new Model.DayRange(first, first.AddDays(random.Next(history.LastDay.DayNumber - first.DayNumber + 1)));
        foreach (var series in all)
        {
            var alone = EngineFeed.Analysis(history).Daily([series.Measure], range)[0];
            Assert.Equal(series.Slice(range).Numerators.ToArray(), alone.Numerators.ToArray());
            Assert.Equal(series.Slice(range).Denominators.ToArray(), alone.Denominators.ToArray());
            Assert.Equal(series[first], analysis.Value(series.Measure, first));
        }
    }

    private static Dictionary<string, long[]> Columns(IEnumerable<DailySeries> series) =>
        series.ToDictionary(s => s.Measure.Id, s => s.Numerators.ToArray(), StringComparer.Ordinal);

    private static void AssertSum(ReadOnlySpan<long> whole, IReadOnlyList<long[]> parts, string what)
    {
        for (var day = 0; day < whole.Length; day++)
        {
            var sum = parts.Sum(part => part[day]);
            if (whole[day] != sum) Assert.Fail($"{what} on day {day}: the parts add up to {sum}, the whole is {whole[day]}");
        }
    }
}
