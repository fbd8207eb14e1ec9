namespace Mirai.DuckDb;

/// <summary>The calendar period by which customers are grouped into cohorts.</summary>
public enum CohortPeriod
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters.</summary>
    Quarter,

    /// <summary>Calendar years.</summary>
    Year,
}

public sealed partial class DuckDbAnalysis
{
    /// <summary>The cells of a cohort table that are not empty, by cohort and column: purchasing customers, purchases, net sales.</summary>
    public IReadOnlyList<CohortCell> Cohorts(CohortPeriod period)
    {
        PrepareSteps();
        var name = period switch { CohortPeriod.Month => "month", CohortPeriod.Quarter => "quarter", _ => "year" };
        return _table.Query(
            CohortSql(name),
            reader => new CohortCell(
                reader.GetFieldValue<DateOnly>(0), (int)reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
    }

    /// <summary>
    /// A purchase is its customer's first of a period when the one before it lies in an earlier period, so no distinct count is needed. Periods
    /// come from the calendar, which is cheaper than truncating a date for every purchase.
    /// </summary>
    private string CohortSql(string name) => $"""
        WITH cells AS (
          SELECT cohort.{name} AS cohort, spent.{name} AS period, count(*) FILTER (past.{name} IS DISTINCT FROM spent.{name}) AS customers,
            count(*) AS purchases, sum(amount) AS sales
          FROM steps JOIN calendar cohort ON cohort.day = steps.first JOIN calendar spent ON spent.day = steps.day
            LEFT JOIN calendar past ON past.day = steps.prev
          GROUP BY ALL),
        refunds AS (
          SELECT cohort.{name} AS cohort, spent.{name} AS period, 0 AS customers, 0 AS purchases, sum(refund.amount) AS sales
          FROM {Orders} refund JOIN steps ON steps.customer = refund.customer AND steps.prev IS NULL
            JOIN calendar cohort ON cohort.day = steps.first JOIN calendar spent ON spent.day = refund.day
          WHERE refund.amount < 0 AND spent.{name} >= cohort.{name} GROUP BY ALL)
        SELECT cohort, date_diff('{name}', cohort, period)::BIGINT AS i, sum(customers)::BIGINT, sum(purchases)::BIGINT, sum(sales)::BIGINT
        FROM (FROM cells UNION ALL FROM refunds) GROUP BY ALL ORDER BY cohort, i
        """;
}
