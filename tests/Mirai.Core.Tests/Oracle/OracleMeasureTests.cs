using System.Globalization;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Oracle;

/// <summary>The oracle against tables worked out by hand.</summary>
public sealed class OracleMeasureTests
{
    [Fact]
    public void Flow_PurchaseOnTheLeaveDay_NeitherLapsesNorComesBack() => Check("90d", """
        customer day        amount
        a        2024-01-01 100
        a        2024-03-31 100
        b        2024-01-01 100
        b        2024-04-01 100
        """, """
        day        active_customers new_customers lapsed_customers reactivated_customers lapsed_pool expiring_customers buyers
        2024-01-01 2                2             0                0                     0           0                  2
        2024-02-29 2                0             0                0                     0           0                  0
        2024-03-01 2                0             0                0                     0           2                  0
        2024-03-30 2                0             0                0                     0           2                  0
        2024-03-31 1                0             1                0                     1           0                  1
        2024-04-01 2                0             0                1                     0           0                  1
        """);

    [Fact]
    public void Flow_LeapDayAndOneYear_LeavesOnTheLastOfFebruary() => Check("1y", """
        customer day        amount
        a        2020-02-28 100
        b        2020-02-29 100
        c        2020-03-01 100
        d        2021-12-31 100
        """, """
        day        active_customers lapsed_customers at_risk_customers expiring_customers
        2020-10-24 3                0                0                 0
        2020-10-25 3                0                1                 0
        2020-10-26 3                0                2                 0
        2021-01-28 3                0                3                 0
        2021-01-29 3                0                3                 1
        2021-01-30 3                0                3                 3
        2021-02-27 3                0                3                 3
        2021-02-28 2                1                2                 2
        2021-03-01 0                2                0                 0
        """);

    [Fact]
    public void YearOnYear_OneOfEachKind_AddsUp() => Check("1y", """
        customer  day        amount
        stays     2021-06-01 100
        stays     2022-06-01 100
        leaves    2021-06-01 100
        returns   2019-06-01 100
        returns   2022-06-01 100
        comes     2022-06-01 100
        never     2019-06-01 100
        """, """
        day        active_customers new_customers_yoy retained_customers reactivated_customers_yoy lost_customers retention_rate churn_rate
        2019-06-01 2                2                 0                  0                         0              -              -
        2021-06-01 2                2                 0                  0                         0              -              -
        2022-06-01 3                1                 1                  1                         1              1/2            1/2
        """, """
        day        lapsed_pool reactivation_rate new_customer_rate
        2021-06-01 2           0/2               -
        2022-06-01 2           1/2               1/2
        """);

    [Fact]
    public void Sales_LinesReturnsAndDiscounts_AreSignedByTheWholeOrder() => Check("1y", """
        customer day        amount discount order
        a        2024-01-10 300    100      x
        a        2024-01-10 -300   -100     x
        a        2024-01-11 300    0        x
        b        2024-01-10 1000   50       y
        b        2024-01-10 500    0        .
        c        2024-01-10 -200   -20      .
        """, """
        day        buyers purchases sales gross_sales returns discounts discounted_sales active_customers lapsed_pool
        2024-01-10 2      3         1300  1500        200     30        1000             2                0
        2024-01-11 1      1         300   300         0       0         0                2                0
        """, """
        day        trailing_sales trailing_ltv annual_ltv purchase_frequency average_order_value
        2024-01-10 1300           1300/2       650        3/2                1300/3
        2024-01-11 1600           1600/2       800        4/2                1600/4
        """, """
        day        recent_buyers recent_frequency recent_order_value
        2024-01-10 2             3/2              1300/3
        2024-01-11 2             4/2              400
        """, """
        day        discount_rate discounted_purchase_share discounted_sales_share discount_acquired_share
        2024-01-10 50/1550       1/3                       1000/1500              1/2
        2024-01-11 50/1850       1/4                       1000/1800              1/2
        """);

    [Fact]
    public void AnnualLtv_NinetyDays_IsTimesDaysOfTheYear() => Check("90d", """
        customer day        amount
        a        2024-01-01 90
        a        2024-06-01 180
        """, """
        day        trailing_sales annual_sales trailing_ltv annual_ltv at_risk_customers
        2024-02-29 90             90           90           365.25     0
        2024-03-01 90             90           90           365.25     1
        2024-03-30 90             90           90           365.25     1
        2024-03-31 0              90           -            -          0
        2024-06-01 180            270          180          730.50     0
        """);

    [Fact]
    public void SecondPurchaseRate_SecondDayOnTheNinetieth_Counts() => Check("1y", """
        customer day        amount
        a        2024-01-01 100
        a        2024-01-01 100
        b        2024-01-01 100
        b        2024-03-31 100
        c        2024-01-01 100
        c        2024-04-01 100
        d        2024-07-01 100
        """, """
        day        second_purchase_rate
        2024-03-30 -
        2024-03-31 1/3
        2024-06-28 1/3
        2024-06-29 -
        """);

    [Fact]
    public void Overdue_SilenceMustPassMeanPlusDeviation() => Check("1y", """
        customer day        amount
        even     2024-01-01 100
        even     2024-01-11 100
        even     2024-01-21 100
        uneven   2024-01-01 100
        uneven   2024-01-08 100
        uneven   2024-01-25 100
        uneven   2024-02-01 100
        twice    2024-01-01 100
        twice    2024-01-02 100
        z        2024-12-31 100
        """, """
        day        overdue_customers
        2024-01-31 0
        2024-02-01 1
        2024-02-17 1
        2024-02-18 2
        2025-01-20 2
        2025-01-21 1
        2025-01-31 1
        2025-02-01 0
        """);

    private static void Check(string activePeriod, string purchases, params string[] expectations)
    {
        var oracle = new LinqOracle(TextTable.Purchases(purchases), Period.Parse(activePeriod), new DateOnly(2025, 12, 31));
        var tables = expectations.Select(TextTable.Parse).ToList();
        foreach (var (table, row) in tables.SelectMany(table => table.Rows.Select(row => (table, row))))
        {
            var day = DateOnly.ParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var measure in table.Columns.Skip(1))
            {
                var actual = oracle.Value(measure, day);
                Assert.True(
                    Ratio.Parse(row[measure]).IsSameNumberAs(actual),
                    $"{measure} on {row["day"]}: expected {row[measure]}, found {actual}.");
            }
        }
    }
}
