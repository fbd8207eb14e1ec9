using System.Globalization;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Oracle;

/// <summary>The oracle's splits and tables against small ones worked out by hand.</summary>
public sealed class OracleSegmentTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Regions =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
        {
            ["region"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "east", ["b"] = "west", ["c"] = "" },
        };

    [Fact]
    public void CustomerYear_LeapDay_TurnsOnTheLastOfFebruaryOrLater() => CheckValues("customer_year", """
        customer day        amount
        a        2020-02-28 100
        b        2020-02-29 100
        c        2020-03-01 -100
        """, """
        day        a  b  c
        2020-02-28 1  .  .
        2021-02-27 1  1  .
        2021-02-28 2  1  .
        2021-03-01 2  2  .
        2024-02-28 5+ 4  .
        2024-02-29 5+ 5+ .
        """);

    [Fact]
    public void PurchaseCount_CountsOrdersNotLinesNorReturns() => CheckValues("purchase_count", """
        customer day        amount order
        a        2024-01-01 100    x
        a        2024-01-01 100    x
        a        2024-01-02 100    x
        a        2024-01-02 -100   .
        a        2024-01-03 0      .
        """, """
        day        a
        2024-01-01 1
        2024-01-02 2
        2024-01-03 3-5
        """);

    [Fact]
    public void Decile_EqualSpend_SharesTheBetterOne() => CheckValues("decile", """
        customer day        amount
        a        2024-01-01 400
        b        2024-01-01 300
        c        2024-01-01 300
        d        2024-01-01 100
        d        2024-01-02 -100
        e        2023-01-01 900
        """, """
        day        a b c d  e
        2024-01-01 1 3 3 8  .
        2023-12-31 . . . .  1
        """);

    [Fact]
    public void Rfm_ScoresByFifths() => CheckValues("rfm", """
        customer day        amount
        a        2024-01-05 100
        b        2024-01-04 100
        b        2024-01-04 100
        c        2024-01-03 900
        d        2024-01-02 50
        e        2024-01-01 40
        """, """
        day        a   b   c   d   e
        2024-01-05 543 454 345 242 141
        """);

    [Fact]
    public void DailySeries_Decile_IsThatOfTheMonthsEndBefore()
    {
        var oracle = new LinqOracle(TextTable.Purchases("""
            customer day        amount
            a        2024-01-10 100
            b        2024-01-10 200
            c        2024-02-01 300
            """), Period.OneYear);
        AssertSplit(oracle.BySegment("active_customers", "decile", new DateOnly(2024, 1, 31)), "none 2");
        AssertSplit(oracle.BySegment("active_customers", "decile", new DateOnly(2024, 2, 1)), "none 1, 1 1, 6 1");
        AssertSplit(oracle.BySegment("sales", "decile", new DateOnly(2024, 2, 1)), "none 300, 1 0, 6 0");
    }

    [Fact]
    public void Attribute_MissingText_IsNone()
    {
        var oracle = new LinqOracle(TextTable.Purchases("""
            customer day        amount
            a        2024-01-01 100
            b        2024-01-01 200
            c        2024-01-01 300
            d        2024-01-01 400
            """), Period.OneYear, attributes: Regions);
        AssertSplit(oracle.BySegment("sales", "region", new DateOnly(2024, 1, 1)), "east 100, west 200, none 700");
    }

    [Fact]
    public void Retention_ByCustomerYear_GoesByTheYearBefore()
    {
        var oracle = new LinqOracle(TextTable.Purchases("""
            customer day        amount
            a        2021-06-01 100
            a        2022-06-01 100
            a        2023-06-01 100
            b        2022-06-01 100
            b        2023-06-01 100
            c        2022-06-01 100
            d        2023-06-01 100
            """), Period.OneYear);
        var day = new DateOnly(2023, 6, 1);
        AssertSplit(oracle.BySegment("retention_rate", "customer_year", day), "1 1/2, 2 1, 3 -, none -");
        AssertSplit(oracle.BySegment("lost_customers", "customer_year", day), "1 1, 2 0, 3 0, none 0");
        AssertSplit(oracle.BySegment("active_customers", "customer_year", day), "1 1, 2 1, 3 1, none 0");
        AssertSplit(oracle.BySegment("new_customer_rate", "customer_year", day), "1 1/2, 2 0, 3 -, none -");
    }

    [Fact]
    public void Dimension_MixedOrder_IsSplitIntoItsValues()
    {
        var oracle = new LinqOracle(TextTable.Purchases("""
            customer day        amount order store
            a        2024-01-01 100    x     north
            a        2024-01-01 -300   x     south
            a        2024-01-01 400    x     .
            b        2024-01-01 100    .     south
            b        2024-06-01 100    .     north
            """), Period.Days(90));
        var day = new DateOnly(2024, 1, 1);
        AssertSplit(oracle.BySegment("purchases", "store", day), "north 1, south 1, none 1");
        AssertSplit(oracle.BySegment("sales", "store", day), "north 100, south -200, none 400");
        AssertSplit(oracle.BySegment("returns", "store", day), "north 0, south 300, none 0");
        AssertSplit(oracle.BySegment("active_customers", "store", day), "north 1, south 1, none 1");
        AssertSplit(oracle.BySegment("lapsed_customers", "store", new DateOnly(2024, 3, 31)), "north 1, south 1, none 1");
        AssertSplit(oracle.BySegment("lapsed_pool", "store", new DateOnly(2024, 3, 31)), "north 0, south 0, none 0");
        AssertSplit(oracle.BySegment("reactivated_customers", "store", new DateOnly(2024, 6, 1)), "north 1, south 0, none 0");
    }

    [Fact]
    public void Cohorts_CellsNotYetBegun_AreMissing()
    {
        var oracle = new LinqOracle(TextTable.Purchases("""
            customer day        amount
            a        2024-01-31 100
            a        2024-02-01 100
            a        2024-02-02 50
            a        2024-03-01 -30
            b        2024-02-15 100
            c        2024-03-01 -70
            """), Period.OneYear);
        Assert.Equal("2024-01 1: 1 1 0 | 2024-02 1: 1 0 .", Show(oracle.Cohorts("month", "customers")));
        Assert.Equal("2024-01 1: 1 2 0 | 2024-02 1: 1 0 .", Show(oracle.Cohorts("month", "purchases")));
        Assert.Equal("2024-01 1: 100 150 -30 | 2024-02 1: 100 0 .", Show(oracle.Cohorts("month", "sales")));
        Assert.Equal("2024-01 2: 2", Show(oracle.Cohorts("quarter", "customers")));
        Assert.Equal("2024-01 2: 320", Show(oracle.Cohorts("year", "sales")));
    }

    [Fact]
    public void SecondPurchaseRate_Window_AsksOnlyThoseObservedLongEnough()
    {
        var oracle = new LinqOracle(TextTable.Purchases("""
            customer day        amount
            a        2024-01-01 100
            a        2024-03-31 100
            b        2024-01-02 100
            b        2024-06-29 100
            c        2024-03-01 100
            c        2024-03-02 100
            """), Period.OneYear);
        var window = new DayRange(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));
        Assert.Equal(new Ratio(2, 3), oracle.SecondPurchaseRate(window, 90));
        Assert.Equal(new Ratio(1, 1), oracle.SecondPurchaseRate(new DayRange(window.First, window.First), 180));
        Assert.Equal(new Ratio(1, 1), oracle.SecondPurchaseRate(window, 180));
        Assert.True(oracle.SecondPurchaseRate(window, 365).IsMissing);
    }

    private static void CheckValues(string segment, string purchases, string expected)
    {
        var oracle = new LinqOracle(TextTable.Purchases(purchases), Period.OneYear, new DateOnly(2024, 12, 31));
        foreach (var row in TextTable.Parse(expected).Rows)
        {
            var found = oracle.ValuesAt(segment, DateOnly.ParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            foreach (var (customer, value) in row.Where(cell => cell.Key is not "day"))
                Assert.Equal((row["day"], customer, value.Length == 0 ? "none" : value), (row["day"], customer, found[customer]));
        }
    }

    private static void AssertSplit(IReadOnlyDictionary<string, Ratio> found, string expected) => Assert.Equal(
        expected.Split(", ").Order(StringComparer.Ordinal), found.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));

    private static string Show(IReadOnlyList<OracleCohort> cohorts) => string.Join(" | ", cohorts.Select(cohort =>
        $"{cohort.Start:yyyy-MM} {cohort.Size}: {string.Join(' ', cohort.Cells.Select(Show))}"));

    private static string Show(decimal? cell) => cell?.ToString("0", CultureInfo.InvariantCulture) ?? ".";
}
