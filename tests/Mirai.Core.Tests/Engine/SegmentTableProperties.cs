using System.Globalization;
using FsCheck.Xunit;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>Tables and lists of customers by segment, and the scores, are the oracle's, computed for the day itself.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 40)]
public sealed class SegmentTableProperties
{
    [Property]
    public void SegmentMembers_SingleValuedSegments_EqualTheOracle(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, TableProperties.DayOf(history, seed));
        var customers = OraclesOf(history);
        foreach (var segment in SingleValued(analysis))
        {
            var values = oracle.ValuesAt(segment.Id, day);
            var expected =
                from customer in customers.Keys.Order(StringComparer.Ordinal)
                let state = oracle.StateOf(customer, day)
                where state != CustomerState.NotYetKnown
                let own = customers[customer]
                select $"{customer} {values[customer]} {state} {Trailing(own, "purchases", day)} {Trailing(own, "sales", day)}";
            var found = analysis.SegmentMembers(segment, day).Select(member =>
                $"{member.Customer} {member.Value} {member.State} {member.Purchases} {member.Sales:0}");
            Assert.Equal($"{segment}\n{string.Join('\n', expected)}", $"{segment}\n{string.Join('\n', found)}");
        }
    }

    [Property]
    public void SegmentMembers_PurchaseDays_AreTheFirstAndLastUntilTheDay(SmallHistory history, byte seed)
    {
        var (analysis, day) = (EngineFeed.Analysis(history), TableProperties.DayOf(history, seed));
        foreach (var member in analysis.SegmentMembers(Segment.CustomerYear, day))
        {
            var own = new LinqOracle(
                [.. history.Rows.Where(row => string.Equals(row.Customer, member.Customer, StringComparison.Ordinal))], history.ActivePeriod);
            var bought = history.Days.Where(t => t <= day && t >= own.FirstDay && t <= own.LastDay && own.Value("buyers", t).Part > 0).ToList();
            Assert.Equal((bought[0], bought[^1]), (member.FirstPurchase, member.LastPurchase));
        }
    }

    [Property]
    public void Segments_SingleValued_AddUpTheOraclesCustomers(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, TableProperties.DayOf(history, seed));
        var customers = OraclesOf(history);
        foreach (var segment in SingleValued(analysis))
        {
            var values = oracle.ValuesAt(segment.Id, day);
            var rows = analysis.Segments(segment, day).Rows.ToDictionary(row => row.Value, row => row, StringComparer.Ordinal);
            foreach (var value in values.Values.Union(rows.Keys, StringComparer.Ordinal))
            {
                var own = values.Where(pair => string.Equals(pair.Value, value, StringComparison.Ordinal)).Select(pair => pair.Key).ToList();
                var expected = (
                    Customers: (long)own.Count(customer => oracle.StateOf(customer, day) == CustomerState.Active),
                    Purchases: own.Sum(customer => Trailing(customers[customer], "purchases", day)),
                    Sales: own.Sum(customer => Trailing(customers[customer], "sales", day)));
                var row = rows.GetValueOrDefault(value) ?? new SegmentRow(value, 0, default, 0, 0, null);
                Assert.Equal((value, expected), (value, (row.Customers, (decimal)row.Purchases, row.Sales)));
            }

            Assert.Equal(analysis.ActiveCustomers(day), rows.Values.Sum(row => row.Customers));
            Assert.All(rows.Values, row => Assert.Equal(analysis.ActiveCustomers(day), row.CustomerShare.Whole));
        }
    }

    [Property]
    public void Segments_Dimension_CountsTheMembersWhoHaveTheValue(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, TableProperties.DayOf(history, seed));
        foreach (var dimension in analysis.History.Dimensions)
        {
            var segment = Segment.Dimension(dimension);
            var members = analysis.SegmentMembers(segment, day).Where(member => member.State == CustomerState.Active).ToList();
            var expected = oracle.BySegment("active_customers", dimension, day);
            var sales = oracle.BySegment("trailing_sales", dimension, day);
            foreach (var row in analysis.Segments(segment, day).Rows)
            {
                Assert.Equal((row.Value, expected[row.Value].Part, sales[row.Value].Part), (row.Value, row.Customers, row.Sales));
                if (string.Equals(row.Value, Segment.None, StringComparison.Ordinal)) continue;
                Assert.Equal(row.Customers, members.Count(member => member.Value.Split('|').Contains(row.Value, StringComparer.Ordinal)));
            }
        }
    }

    [Property]
    public void DecilesAndRfm_EveryCustomer_EqualTheOracle(SmallHistory history, byte seed)
    {
        var (analysis, oracle, day) = (EngineFeed.Analysis(history), history.Oracle, TableProperties.DayOf(history, seed));
        var (deciles, rfm) = (analysis.Deciles(day), analysis.Rfm(day));
        Assert.Equal((analysis.History.CustomerCount, analysis.History.CustomerCount), (deciles.Length, rfm.Length));
        for (var customer = 0; customer < deciles.Length; customer++)
        {
            var key = analysis.History.CustomerKey(customer);
            var decile = deciles[customer] == 0 ? Segment.None : deciles[customer].ToString(CultureInfo.InvariantCulture);
            var score = rfm[customer] == default
                ? Segment.None
                : string.Create(CultureInfo.InvariantCulture, $"{rfm[customer].Recency}{rfm[customer].Frequency}{rfm[customer].Monetary}");
            Assert.Equal((key, oracle.ValuesAt("decile", day)[key]), (key, decile));
            Assert.Equal((key, oracle.ValuesAt("rfm", day)[key]), (key, score));
        }
    }

    private static IEnumerable<Segment> SingleValued(CustomerAnalysis analysis) =>
        EngineFeed.SegmentsOf(analysis).Where(segment => !analysis.History.Dimensions.Contains(segment.Id, StringComparer.Ordinal));

    private static Dictionary<string, LinqOracle> OraclesOf(SmallHistory history) => history.Rows
        .GroupBy(row => row.Customer, StringComparer.Ordinal)
        .ToDictionary(own => own.Key, own => new LinqOracle([.. own], history.ActivePeriod), StringComparer.Ordinal);

    /// <summary>What one customer bought in the trailing active period.</summary>
    private static decimal Trailing(LinqOracle customer, string what, DateOnly day)
    {
        if (what is "sales") return customer.Value("trailing_sales", day).Part;
        return customer.Value("average_order_value", day).Whole;
    }
}
