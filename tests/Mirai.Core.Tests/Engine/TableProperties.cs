using FsCheck.Xunit;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>Cohorts, retention, flow and second purchases are the oracle's.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 60)]
public sealed class TableProperties
{
    [Property]
    public void Cohorts_EveryGrainAndValue_EqualTheOracle(SmallHistory history)
    {
        var (analysis, oracle) = (EngineFeed.Analysis(history), history.Oracle);
        foreach (var grain in Enum.GetValues<CohortGrain>())
        {
            var table = analysis.Cohorts(grain);
            Assert.All(table.Rows.Take(1), row => Assert.NotEqual(0, row.Size));
            foreach (var value in Enum.GetValues<CohortValue>())
            {
                var expected = oracle.Cohorts(Text(grain), Text(value)).Select(row => Line(row.Start, row.Size, row.Cells.OfType<decimal>()));
                var found = table.Rows.Where(row => row.Size > 0).Select(row => Line(row.Start, row.Size, row.Cells.Select(cell => cell[value])));
                Assert.Equal(string.Join('\n', expected), string.Join('\n', found));
            }
        }
    }

    [Property]
    public void Cohorts_Rows_AreTheConsecutivePeriodsUntilTheLastDay(SmallHistory history)
    {
        foreach (var (grain, months) in new[] { (CohortGrain.Month, 1), (CohortGrain.Quarter, 3), (CohortGrain.Year, 12) })
        {
            var rows = EngineFeed.Analysis(history).Cohorts(grain).Rows;
            for (var i = 0; i < rows.Count; i++)
            {
                Assert.Equal(rows[0].Start.AddMonths(i * months), rows[i].Start);
                Assert.Equal(rows.Count - i, rows[i].Cells.Count);
            }

            if (rows.Count == 0) continue;
            Assert.True(rows[^1].Start <= history.LastDay && rows[^1].Start.AddMonths(months) > history.LastDay);
        }
    }

    [Property]
    public void RetentionRate_OverallAndByBand_EqualsTheOracle(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, DayOf(history, seed));
        var summary = analysis.RetentionRate(day);
        Check(oracle.Value("retention_rate", day), summary.Overall, "overall");
        foreach (var (segment, shares) in new[] { ("customer_year", summary.ByCustomerYear), ("purchase_count", summary.ByPurchaseCount) })
        {
            var expected = oracle.BySegment("retention_rate", segment, day);
            foreach (var (value, share) in shares) Check(expected.GetValueOrDefault(value), share, $"{segment} {value}");
            Assert.Equal(summary.Overall.Whole, shares.Sum(share => share.Share.Whole));
            Assert.Equal(summary.Overall.Part, shares.Sum(share => share.Share.Part));
        }
    }

    [Property]
    public void Flow_BetweenTwoDays_EqualsTheOracleAndAddsUp(SmallHistory history, byte seed)
    {
        if (history.LastDay == history.FirstDay) return;
        var (analysis, oracle, (s, t)) = (EngineFeed.Analysis(history), history.Oracle, TwoDays(history, seed));
        var (flow, expected) = (analysis.Flow(s, t), oracle.FlowBetween(s, t));
        Assert.Equal(
            (expected.ActiveBefore, expected.New, expected.Retained, expected.Reactivated, expected.Lapsed),
            (flow.ActiveBefore, flow.New, flow.Retained, flow.Reactivated, flow.Lapsed));
        Assert.Equal(analysis.ActiveCustomers(t), flow.ActiveBefore + flow.New + flow.Reactivated - flow.Lapsed);
        Assert.Equal(analysis.ActiveCustomers(t), flow.ActiveBefore + flow.GrossNew + flow.GrossReactivated - flow.GrossLapsed);
        Assert.Equal(flow.ActiveBefore, flow.Retained + flow.Lapsed);
        foreach (var (id, gross) in new[]
        {
            ("new_customers", flow.GrossNew), ("reactivated_customers", flow.GrossReactivated), ("lapsed_customers", flow.GrossLapsed),
        })
        {
            var days = Enumerable.Range(1, t.DayNumber - s.DayNumber).Select(s.AddDays);
            Assert.Equal(days.Sum(day => oracle.Value(id, day).Part), gross);
        }
    }

    [Property]
    public void SecondPurchaseRate_AnyWindow_EqualsTheOracle(SmallHistory history, byte seed)
    {
        var (analysis, oracle, random) = (EngineFeed.Analysis(history), history.Oracle, new Random(seed));
        foreach (var within in new[] { 1, 30, 90, 180, 365, 5_000 })
        {
            var first = history.FirstDay.AddDays(random.Next(-100, 900));
            var window = new DayRange(first, first.AddDays(random.Next(0, 1_200)));
            Check(oracle.SecondPurchaseRate(window, within), analysis.SecondPurchaseRate(window, within).Customers, $"{window} {within}");
        }
    }

    internal static DateOnly DayOf(SmallHistory history, int seed)
    {
        var days = history.TurningDays().ToList();
        return days[new Random(seed).Next(days.Count)];
    }

    internal static (DateOnly From, DateOnly To) TwoDays(SmallHistory history, int seed)
    {
        var days = history.TurningDays().ToList();
        var random = new Random(seed);
        var from = random.Next(days.Count - 1);
        return (days[from], days[random.Next(from + 1, days.Count)]);
    }

    private static void Check(Ratio expected, Share found, string what) => Assert.Equal(
        (what, expected.Whole == 0 ? 0 : expected.Part, expected.Whole), (what, (decimal)found.Part, (decimal)found.Whole));

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Line(DateOnly start, long size, IEnumerable<decimal> cells) =>
        $"{start:yyyy-MM-dd} {size}: {string.Join(' ', cells.Select(cell => (long)cell))}";
}
