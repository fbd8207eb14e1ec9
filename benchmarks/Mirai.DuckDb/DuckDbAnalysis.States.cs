namespace Mirai.DuckDb;

public sealed partial class DuckDbAnalysis
{
    /// <summary>The net flow between two days.</summary>
    public StateFlow Flow(DateOnly before, DateOnly after)
    {
        PrepareCalendar();
        return _table.Query($"""
            WITH ends AS ({StatesSql(before, after)})
            SELECT count(*) FILTER (active_before), count(*) FILTER (active_after), count(*) FILTER (active_after AND first > {DuckDbPurchases.Literal(before)}),
              count(*) FILTER (active_before AND active_after), count(*) FILTER (active_after AND NOT active_before AND first <= {DuckDbPurchases.Literal(before)}),
              count(*) FILTER (active_before AND NOT active_after)
            FROM ends
            """, reader => new StateFlow(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)))[0];
    }

    /// <summary>Retention over one active period up to a day, by the customer year at its start (1 to 4, 5+).</summary>
    public IReadOnlyList<RetentionPart> RetentionByCustomerYear(DateOnly day) => Retention(day, """
        CASE WHEN first <= start - INTERVAL 4 YEAR THEN '5+' WHEN first <= start - INTERVAL 3 YEAR THEN '4' WHEN first <= start - INTERVAL 2 YEAR THEN '3'
          WHEN first <= start - INTERVAL 1 YEAR THEN '2' ELSE '1' END
        """);

    /// <summary>Retention over one active period up to a day, by the number of purchases up to its start (1, 2, 3-5, 6-9, 10+).</summary>
    public IReadOnlyList<RetentionPart> RetentionByPurchaseCount(DateOnly day) => Retention(day, """
        CASE WHEN purchases >= 10 THEN '10+' WHEN purchases >= 6 THEN '6-9' WHEN purchases >= 3 THEN '3-5' ELSE purchases::VARCHAR END
        """);

    private List<RetentionPart> Retention(DateOnly day, string value)
    {
        PrepareCalendar();
        return _table.Query($"""
            WITH ends AS ({StatesSql(ActivePeriod.Before(day), day)})
            SELECT {value} AS value, count(*) FILTER (active_after), count(*)
            FROM ends, (SELECT {DuckDbPurchases.Literal(ActivePeriod.Before(day))} AS start) WHERE active_before GROUP BY ALL ORDER BY value
            """, reader => new RetentionPart(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
    }

    private string StatesSql(DateOnly before, DateOnly after)
    {
        var (s, t) = (DuckDbPurchases.Literal(before), DuckDbPurchases.Literal(after));
        return $"""
            SELECT customer, min(day) AS first, count(*) FILTER (day <= {s}) AS purchases,
              coalesce(bool_or(day > ({s} - {A})::DATE AND day <= {s}), false) AS active_before,
              coalesce(bool_or(day > ({t} - {A})::DATE AND day <= {t}), false) AS active_after
            FROM {Orders} WHERE amount >= 0 GROUP BY customer
            """;
    }
}
