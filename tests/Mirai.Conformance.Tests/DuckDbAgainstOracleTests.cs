using Mirai.DuckDb;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>The SQL and the plain LINQ oracle share nothing but the specification, and agree on small random histories in every figure.</summary>
public class DuckDbAgainstOracleTests
{
    /// <summary>Seeds with active periods of every unit; the days run over two ends of February, one of them the 29th.</summary>
    public static TheoryData<int, string> Histories { get; } = new()
    {
        { 1, "90d" }, { 2, "1y" }, { 3, "1m" }, { 4, "3m" }, { 5, "7d" }, { 6, "2m" }, { 7, "1y" }, { 8, "45d" },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Daily_RandomHistory_EveryMeasureOfEveryDayEqualsTheOracle(int seed, string period)
    {
        using var asked = new Asked(seed, period);
        var daily = asked.Sql.DailyAll();
        Assert.Equal((asked.Oracle.FirstDay, asked.Oracle.LastDay), (daily.First, daily.First.AddDays(daily.Count - 1)));
        foreach (var measure in LinqOracle.MeasureIds)
        {
            for (var day = 0; day < daily.Count; day++)
                asked.AssertSame(asked.Oracle.Value(measure, daily.First.AddDays(day)), daily, measure, day, "all");
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void BySegment_RandomHistory_EveryValueEqualsTheOracle(int seed, string period)
    {
        using var asked = new Asked(seed, period, days: 460);
        foreach (var segment in asked.Oracle.Segments)
        {
            var byValue = asked.BySegment(segment);
            for (var day = seed % 5; day < asked.Sql.Days.Count; day += 5)
            {
                foreach (var measure in LinqOracle.MeasureIds)
                {
                    var expected = asked.Oracle.BySegment(measure, segment, asked.Sql.Days[day]);
                    foreach (var value in expected.Keys.Union(byValue.Keys, StringComparer.Ordinal))
                    {
                        if (!byValue.TryGetValue(value, out var columns))
                            Assert.True(expected[value].IsMissing || expected[value].Part == 0, $"{segment} has no {value}");
                        else if (expected.TryGetValue(value, out var ratio))
                            asked.AssertSame(ratio, columns, measure, day, $"{segment} {value}");
                        else
                            Assert.Equal(0, MeasureFractions.At(columns, measure, day, asked.Period, Currency.Jpy).Part);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Tables_RandomHistory_EqualTheOracle(int seed, string period)
    {
        using var asked = new Asked(seed, period);
        foreach (var grain in Enum.GetValues<CohortPeriod>())
        {
            var name = grain.ToString().ToLowerInvariant();
            var cells = asked.Sql.Cohorts(grain).ToDictionary(cell => (cell.Cohort, cell.Column));
            foreach (var (value, read) in new (string, Func<CohortCell, long>)[]
                { ("customers", cell => cell.Customers), ("purchases", cell => cell.Purchases), ("sales", cell => cell.Sales) })
            {
                var expected = asked.Oracle.Cohorts(name, value).SelectMany(cohort => cohort.Cells.Select((cell, column) => (cohort.Start, column, cell)))
                    .Where(cell => cell.cell is not null).ToList();
                Assert.All(expected, cell => Assert.Equal(cell.cell, cells.TryGetValue((cell.Start, cell.column), out var found) ? read(found) : 0));
                Assert.Empty(cells.Keys.Except(expected.Select(cell => (cell.Start, cell.column))));
            }
        }

        for (var end = 100; end < asked.Sql.Days.Count; end += 97)
        {
            var (s, t) = (asked.Sql.Days[end - 100], asked.Sql.Days[end]);
            var flow = asked.Oracle.FlowBetween(s, t);
            Assert.Equal(
                new StateFlow(flow.ActiveBefore, flow.ActiveAfter, flow.New, flow.Retained, flow.Reactivated, flow.Lapsed), asked.Sql.Flow(s, t));

            var deciles = asked.Oracle.ValuesAt("decile", t);
            var rfm = asked.Oracle.ValuesAt("rfm", t);
            var scores = asked.Sql.Scores(t);
            Assert.All(scores, score => Assert.Equal(
                (deciles[score.Customer], rfm[score.Customer]), ($"{score.Decile}", $"{score.Recency}{score.Frequency}{score.Monetary}")));
            Assert.Equal(deciles.Values.Count(value => value is not "none"), scores.Count);
            AssertRetention(asked.Oracle.BySegment("retention_rate", "customer_year", t), asked.Sql.RetentionByCustomerYear(t));
            AssertRetention(asked.Oracle.BySegment("retention_rate", "purchase_count", t), asked.Sql.RetentionByPurchaseCount(t));
        }
    }

    private static void AssertRetention(IReadOnlyDictionary<string, Ratio> expected, IReadOnlyList<RetentionPart> found) => Assert.Equal(
        expected.Where(value => !value.Value.IsMissing).Select(value => (value.Key, value.Value.Part, value.Value.Whole)).Order(),
        found.Select(part => (part.Value, (decimal)part.Part, (decimal)part.Whole)).Order());

    /// <summary>One random history, asked in both ways.</summary>
    private sealed class Asked : IDisposable
    {
        private readonly DuckDbPurchases _table = new();

        public Asked(int seed, string period, int days = 800)
        {
            Period = Period.Parse(period);
            var rows = RandomPurchases.Create(seed, new DateOnly(2023, 1, 20), days);
            var observedUntil = seed % 2 == 0 ? rows.Max(row => row.Day).AddDays(seed * 5) : (DateOnly?)null;
            var regions = RandomPurchases.Regions(rows);
            Oracle = new LinqOracle(rows, Period, observedUntil, new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                [RandomPurchases.Attribute] = regions,
            });
            _table.Load(RandomPurchases.Columns(rows));
            _table.LoadAttribute(RandomPurchases.Attribute, regions);
            Sql = new DuckDbAnalysis(_table, Period, observedUntil);
        }

        public Period Period { get; }

        public LinqOracle Oracle { get; }

        public DuckDbAnalysis Sql { get; }

        public IReadOnlyDictionary<string, DailyColumns> BySegment(string segment) => segment switch
        {
            "customer_year" => Sql.BySegment(SegmentKind.CustomerYear),
            "purchase_count" => Sql.BySegment(SegmentKind.PurchaseCount),
            "decile" => Sql.BySegment(SegmentKind.Decile),
            "rfm" => Sql.BySegment(SegmentKind.Rfm),
            "first_purchase_discounted" => Sql.BySegment(SegmentKind.FirstPurchaseDiscounted),
            RandomPurchases.Attribute => Sql.BySegment(SegmentKind.Attribute, segment),
            _ => Sql.BySegment(SegmentKind.Dimension, segment),
        };

        public void AssertSame(Ratio expected, DailyColumns columns, string measure, int day, string where)
        {
            var found = MeasureFractions.At(columns, measure, day, Period, Currency.Jpy);
            Assert.True(expected.IsSameNumberAs(found), $"{measure} of {where} on {Sql.Days[day]:yyyy-MM-dd}: oracle {expected}, SQL {found}");
        }

        public void Dispose() => _table.Dispose();
    }
}
