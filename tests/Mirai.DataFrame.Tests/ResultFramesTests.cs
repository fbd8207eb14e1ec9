using FsCheck.Xunit;
using Microsoft.Data.Analysis;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.DataFrames.Tests;

[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 40)]
public sealed class ResultFramesTests
{
    [Property]
    public void ToDataFrame_SeriesOfAllCustomers_HoldsEveryValue(SmallHistory small)
    {
        using var history = Load(small);
        var series = Analyse(small, history).Daily(Measurable(history));

        var frame = series.ToDataFrame();

        Assert.Equal(["day", .. series.Select(one => one.Measure.Id)], Names(frame));
        Assert.Equal(history.Days.Count, frame.Rows.Count);
        for (var row = 0; row < history.Days.Count; row++)
        {
            Assert.Equal(Midnight(history.Days[row]), frame["day"][row]);
            foreach (var one in series) AssertCell(one, history.Days[row], frame[one.Measure.Id][row]);
        }
    }

    [Property]
    public void ToDataFrame_SeriesBySegment_HoldsEveryValue(SmallHistory small)
    {
        using var history = Load(small);
        var series = Analyse(small, history).DailyBy(Segment.PurchaseCount, [.. Measurable(history).Where(measure => measure.IsSegmentable)]);
        var values = series.Select(one => one.SegmentValue).Distinct(StringComparer.Ordinal).ToList();

        var frame = series.ToDataFrame();

        Assert.Equal(["day", "segment", .. Measurable(history).Where(measure => measure.IsSegmentable).Select(measure => measure.Id)], Names(frame));
        Assert.Equal((long)history.Days.Count * values.Count, frame.Rows.Count);
        for (var row = 0; row < frame.Rows.Count; row++)
        {
            var day = history.Days[row / values.Count];
            Assert.Equal(Midnight(day), frame["day"][row]);
            Assert.Equal(values[row % values.Count], frame["segment"][row]);
        }

        foreach (var one in series)
        {
            var offset = values.IndexOf(one.SegmentValue);
            for (var day = 0; day < history.Days.Count; day++)
                AssertCell(one, history.Days[day], frame[one.Measure.Id][(day * values.Count) + offset]);
        }
    }

    [Fact]
    public void ToDataFrame_WholeBesideSegments_HasANullSegment()
    {
        using var history = Two();
        var analysis = new CustomerAnalysis(history);

        var frame = ((IReadOnlyList<DailySeries>)
        [
            .. analysis.Daily(SalesMeasures.Sales, SalesMeasures.Buyers),
            .. analysis.DailyBy(Segment.Dimension("store"), [SalesMeasures.Sales]),
        ]).ToDataFrame();

        Assert.Equal([null, "none", "ginza", null, "none", "ginza"], Cells(frame["segment"]));
        Assert.Equal([12.30m, 0m, 12.30m, -0.05m, -0.05m, 0m], Cells(frame["sales"]));
        Assert.Equal([1L, null, null, 0L, null, null], Cells(frame["buyers"]));
    }

    [Fact]
    public void ToDataFrame_SeriesThatDoNotFit_AreNamed()
    {
        using var history = Two();
        var analysis = new CustomerAnalysis(history);
        var all = analysis.Daily(SalesMeasures.Sales);
        var first = analysis.Daily([SalesMeasures.Buyers], new DayRange(history.Days.First, history.Days.First));
        var byStore = analysis.DailyBy(Segment.Dimension("store"), [SalesMeasures.Sales]);

        Assert.StartsWith(
            "The series `buyers` has the days 2024-03-01..2024-03-01, the first one 2024-03-01..2024-03-02; expected the same days.",
            Fail([.. all, .. first]),
            StringComparison.Ordinal);
        Assert.StartsWith("Two series are of `sales`; expected one.", Fail([.. all, .. all]), StringComparison.Ordinal);
        Assert.StartsWith("Two series are of `sales` of `none`; expected one.", Fail([.. byStore, .. byStore]), StringComparison.Ordinal);
        var day = Measure.FromHost("day", MeasureUnit.Number, MeasureKind.Level, context => new double[context.Days.Count]);
        Assert.Contains("day", Fail([.. analysis.Daily(day)]), StringComparison.Ordinal);

        static string Fail(IReadOnlyList<DailySeries> series) => Assert.Throws<ArgumentException>(() => series.ToDataFrame()).Message;
    }

    [Fact]
    public void ToDataFrame_NoSeries_IsEmpty()
    {
        var frame = Array.Empty<DailySeries>().ToDataFrame();
        Assert.Equal(("day", 0L), (Assert.Single(frame.Columns).Name, frame.Rows.Count));
    }

    [Fact]
    public void ToDataFrame_HostMeasure_KeepsItsGaps()
    {
        using var history = Two();
        var weather = Measure.FromHost("temperature", MeasureUnit.Number, MeasureKind.Level, _ => [21.5, double.NaN]);
        var frame = new CustomerAnalysis(history).Daily(weather).ToDataFrame();
        Assert.Equal([21.5, null], Cells(frame["temperature"]));
    }

    [Property]
    public void ToDataFrame_CohortTable_HoldsEveryCell(SmallHistory small)
    {
        using var history = Load(small);
        var table = Analyse(small, history).Cohorts(CohortGrain.Quarter);

        var tidy = table.ToDataFrame();

        var row = 0;
        foreach (var cohort in table.Rows)
        {
            for (var since = 0; since < cohort.Cells.Count; since++, row++)
            {
                var (customers, purchases, sales) = cohort.Cells[since];
                Assert.Equal<object>([cohort.Label, Midnight(cohort.Start), cohort.Size, (long)since, customers, purchases, sales], tidy.Rows[row]);
            }
        }

        Assert.Equal(row, tidy.Rows.Count);
        foreach (var value in Enum.GetValues<CohortValue>())
        {
            var wide = table.ToDataFrame(value);
            Assert.Equal(["cohort", "size", .. Enumerable.Range(0, table.PeriodCount).Select(since => $"{since}")], Names(wide));
            for (var cohort = 0; cohort < table.Rows.Count; cohort++)
            {
                Assert.Equal<object>([table.Rows[cohort].Label, table.Rows[cohort].Size], wide.Rows[cohort].Take(2));
                for (var since = 0; since < table.PeriodCount; since++)
                {
                    var cell = since < table.Rows[cohort].Cells.Count ? table.Rows[cohort].Cells[since][value] : (decimal?)null;
                    var found = wide[$"{since}"][cohort];
                    Assert.Equal(cell, value == CohortValue.Sales ? (decimal?)found : (long?)found);
                }
            }
        }
    }

    [Property]
    public void ToDataFrame_SegmentsAndMembers_HoldEveryRow(SmallHistory small)
    {
        using var history = Load(small);
        var analysis = Analyse(small, history);
        var table = analysis.Segments(Segment.Decile, history.Days.Last);
        var members = analysis.SegmentMembers(Segment.Decile, history.Days.Last).ToList();

        AssertRows(
            table.Rows.Select(row => (object?[])[row.Value, row.Customers, row.CustomerShare.Value, row.Purchases, row.Sales, row.SalesShare]),
            table.ToDataFrame(), ["segment", "customers", "customer_share", "purchases", "sales", "sales_share"]);
        AssertRows(
            members.Select(member => (object?[])
            [
                member.Customer, member.Value, member.State == CustomerState.Active ? "active" : "lapsed", Midnight(member.FirstPurchase),
                Midnight(member.LastPurchase), member.Purchases, member.Sales,
            ]),
            members.ToDataFrame(), ["customer", "segment", "state", "first_purchase", "last_purchase", "purchases", "sales"]);
    }

    [Fact]
    public void ToDataFrame_FlowsAndExplanations_AddUp()
    {
        using var history = Purchases.Load(
        [
            new Purchase("a", new DateOnly(2022, 5, 1), 100m), new Purchase("b", new DateOnly(2022, 6, 1), 300m),
            new Purchase("b", new DateOnly(2023, 6, 1), 500m), new Purchase("c", new DateOnly(2023, 7, 1), 70m), new Purchase("c", new DateOnly(2023, 7, 2), -30m),
        ]).History;
        var analysis = new CustomerAnalysis(history);
        var (from, to) = (new DateOnly(2022, 7, 2), history.Days.Last);

        AssertRows(
            [[Midnight(from), Midnight(to), 2L, 1L, 1L, 0L, 1L, 2L, 1L, 0L, 1L]],
            new[] { analysis.Flow(from, to) }.ToDataFrame(),
            ["from", "to", "active_before", "new", "retained", "reactivated", "lapsed", "active_after", "gross_new", "gross_reactivated", "gross_lapsed"]);
        var why = analysis.Explain(from, to);
        Assert.Equal((400m, 540m, -30m), (why.SalesBefore, why.SalesAfter, why.Returns));
        AssertRows(
            [
                [
                    Midnight(from), Midnight(to), 400m, 540m, 140m, why.Customers, why.Frequency, why.OrderValue, -30m, why.NewCustomers,
                    why.ReactivatedCustomers, why.LapsedCustomers,
                ],
            ],
            new[] { why }.ToDataFrame(),
            [
                "from", "to", "sales_before", "sales_after", "change", "customers", "frequency", "order_value", "returns", "new_customers",
                "reactivated_customers", "lapsed_customers",
            ]);
    }

    private static void AssertCell(DailySeries series, DateOnly day, object? cell)
    {
        if (series.Measure.Kind == MeasureKind.Rate || !series.Denominators.IsEmpty) Assert.Equal(series[day], (double?)cell);
        else if (series.Measure.Unit == MeasureUnit.Money) Assert.Equal(series.Money(day), Assert.IsType<decimal>(cell));
        else Assert.Equal(series.Count(day), Assert.IsType<long>(cell));
    }

    private static void AssertRows(IEnumerable<object?[]> expected, DataFrame frame, string[] names)
    {
        Assert.Equal(names, Names(frame));
        Assert.Equal(expected, frame.Rows.Select(row => row.ToArray()));
    }

    private static PurchaseHistory Load(SmallHistory small) =>
        Purchases.Load(small.Rows, new PurchaseLoadOptions { ObservedUntil = small.ObservedUntil, RoundAmounts = true }).History;

    private static CustomerAnalysis Analyse(SmallHistory small, PurchaseHistory history) =>
        new(history, options: new AnalysisOptions { ActivePeriod = small.ActivePeriod });

    private static List<Measure> Measurable(PurchaseHistory history) =>
        [.. MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => !measure.NeedsDiscounts || history.HasDiscounts)];

    private static PurchaseHistory Two() => Purchases.Load(
        [
            new Purchase("a", new DateOnly(2024, 3, 1), 12.30m) { Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = "ginza" } },
            new Purchase("b", new DateOnly(2024, 3, 2), -0.05m),
        ],
        new PurchaseLoadOptions { Currency = Currency.Usd }).History;

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    private static object?[] Cells(DataFrameColumn column) => [.. Enumerable.Range(0, (int)column.Length).Select(row => column[row])];

    private static string[] Names(DataFrame frame) => [.. frame.Columns.Select(column => column.Name)];
}
