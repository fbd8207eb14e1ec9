namespace Mirai.DuckDb;

public sealed partial class DuckDbAnalysis
{
    /// <summary>The daily figures of customers, retention and sales (sections 3 to 5 of the specification).</summary>
    public DailyColumns Daily()
    {
        PrepareSteps();
        return ReadDaily(DailySql());
    }

    /// <summary>The daily figures of section 10: recent buyers and sales, silence, discounts where there are any.</summary>
    public DailyColumns DailyRecent()
    {
        PrepareSteps();
        return ReadDaily(RecentSql());
    }

    /// <summary>All daily figures side by side.</summary>
    public DailyColumns DailyAll()
    {
        var parts = new[] { Daily(), DailyRecent(), DailyOverdue() };
        return new DailyColumns(Days.First, parts.SelectMany(part => part.Columns).ToDictionary(StringComparer.Ordinal));
    }

    private DailyColumns ReadDaily(string sql)
    {
        string[] names = [];
        var rows = _table.Query(sql, reader =>
        {
            if (names.Length == 0) names = [.. Enumerable.Range(1, reader.FieldCount - 1).Select(reader.GetName)];
            var row = new long[names.Length];
            for (var column = 0; column < row.Length; column++) row[column] = reader.GetInt64(column + 1);
            return row;
        });
        return new DailyColumns(
            Days.First,
            names.Index().ToDictionary(name => name.Item, name => rows.Select(row => row[name.Index]).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>
    /// Events by day, one column a kind (a column that a part does not name is NULL there), running sums over the calendar, then the same sums
    /// looked up one active period, or a year, earlier.
    /// </summary>
    private string DailySql() => $"""
        WITH spans AS (
          SELECT gaps.prev, gaps.day, customers, past.leave, past.leave2, next.leave AS next_leave
          FROM gaps JOIN calendar past ON past.day = gaps.prev JOIN calendar next ON next.day = gaps.day),
        lasts AS (
          SELECT calendar.day, leave, leave2, sum(customers) AS customers
          FROM (SELECT day, customers FROM firsts
            UNION ALL SELECT day, customers FROM gaps
            UNION ALL SELECT prev, -customers FROM gaps) AS moves
          JOIN calendar ON calendar.day = moves.day GROUP BY ALL),
        events AS (
          SELECT day, customers AS new, customers AS buyers FROM firsts
          UNION ALL BY NAME SELECT day, customers AS buyers FROM gaps
          UNION ALL BY NAME SELECT day, customers AS reactivated FROM spans WHERE leave < day
          UNION ALL BY NAME SELECT leave AS day, customers AS lapsed FROM spans WHERE leave < day
          UNION ALL BY NAME SELECT leave AS day, customers AS lapsed FROM lasts
          UNION ALL BY NAME
            SELECT greatest(leave, day) AS day, customers AS retained FROM spans WHERE greatest(leave, day) < least(next_leave, leave2)
          UNION ALL BY NAME
            SELECT least(next_leave, leave2) AS day, -customers AS retained FROM spans WHERE greatest(leave, day) < least(next_leave, leave2)
          UNION ALL BY NAME
            SELECT day, count(*) FILTER (amount >= 0) AS purchases, sum(amount) AS sales, sum(amount) FILTER (amount >= 0) AS gross
            FROM {Orders} GROUP BY day
          UNION ALL BY NAME
            SELECT first AS day, count(*) AS again FROM steps WHERE prev = first AND day <> prev AND day - prev <= 90 GROUP BY first),
        flows AS (
          SELECT calendar.day, before, year_before,
            coalesce(sum(new), 0) AS new, coalesce(sum(reactivated), 0) AS reactivated, coalesce(sum(lapsed), 0) AS lapsed,
            coalesce(sum(retained), 0) AS retained, coalesce(sum(buyers), 0) AS buyers, coalesce(sum(purchases), 0) AS purchases,
            coalesce(sum(sales), 0) AS sales, coalesce(sum(gross), 0) AS gross, coalesce(sum(again), 0) AS again
          FROM calendar LEFT JOIN events ON events.day = calendar.day WHERE observed GROUP BY ALL),
        levels AS (
          SELECT *, sum(new) OVER so_far AS known, sum(new + reactivated - lapsed) OVER so_far AS active, sum(retained) OVER so_far AS stayed,
            sum(purchases) OVER so_far AS all_purchases, sum(sales) OVER so_far AS all_sales, sum(again) OVER so_far AS all_again
          FROM flows WINDOW so_far AS (ORDER BY day))
        SELECT t.day,
          t.active::BIGINT AS active_customers, t.new::BIGINT AS new_customers, t.reactivated::BIGINT AS reactivated_customers,
          t.lapsed::BIGINT AS lapsed_customers, (t.known - t.active)::BIGINT AS lapsed_pool,
          t.buyers::BIGINT AS buyers, t.purchases::BIGINT AS purchases,
          t.sales::BIGINT AS sales, t.gross::BIGINT AS gross_sales, (t.gross - t.sales)::BIGINT AS returns,
          (t.known - coalesce(a.known, 0))::BIGINT AS new_customers_yoy,
          t.stayed::BIGINT AS retained_customers,
          (t.active - t.stayed - t.known + coalesce(a.known, 0))::BIGINT AS reactivated_customers_yoy,
          (coalesce(a.active, 0) - t.stayed)::BIGINT AS lost_customers,
          (t.active - t.stayed - t.known + coalesce(a.known, 0))::BIGINT AS reactivation_rate_part,
          coalesce(a.active, 0)::BIGINT AS active_before, coalesce(a.known - a.active, 0)::BIGINT AS lapsed_pool_before,
          (t.all_sales - coalesce(a.all_sales, 0))::BIGINT AS trailing_sales,
          (t.all_purchases - coalesce(a.all_purchases, 0))::BIGINT AS trailing_purchases,
          (t.all_sales - coalesce(y.all_sales, 0))::BIGINT AS annual_sales,
          (coalesce(near.all_again, 0) - coalesce(far.all_again, 0))::BIGINT AS second_purchase_part,
          (coalesce(near.known, 0) - coalesce(far.known, 0))::BIGINT AS second_purchase_whole
        FROM levels t
          LEFT JOIN levels a ON a.day = t.before
          LEFT JOIN levels y ON y.day = t.year_before
          LEFT JOIN levels near ON near.day = t.day - 90
          LEFT JOIN levels far ON far.day = t.day - 180
        ORDER BY t.day
        """;

    /// <summary>Every stretch of silence runs from a purchase day to the next one or to the day on which the customer lapses.</summary>
    private string RecentSql()
    {
        var discounts = _table.HasDiscounts
            ? $"""
              UNION ALL BY NAME
                SELECT day, sum(discount) AS discounts, sum(discount) FILTER (amount >= 0) AS given,
                  count(*) FILTER (amount >= 0 AND discount > 0) AS discounted, sum(amount) FILTER (amount >= 0 AND discount > 0) AS discounted_gross
                FROM {Orders} GROUP BY day
              UNION ALL BY NAME
                SELECT day, count(*) AS lured
                FROM (SELECT customer, day FROM steps WHERE day = first GROUP BY ALL HAVING max(discount) > 0) AS discounted_firsts GROUP BY day
              """
            : "UNION ALL BY NAME SELECT NULL::DATE AS day, 0 AS discounts, 0 AS given, 0 AS discounted, 0 AS discounted_gross, 0 AS lured";
        var columns = _table.HasDiscounts
            ? """
              , t.discounts::BIGINT AS discounts, t.discounted_gross::BIGINT AS discounted_sales,
              t.recent_given::BIGINT AS discount_rate_part, (t.recent_gross + t.recent_given)::BIGINT AS discount_rate_whole,
              t.recent_discounted::BIGINT AS discounted_purchase_part,
              t.recent_discounted_gross::BIGINT AS discounted_sales_part, t.recent_gross::BIGINT AS discounted_sales_whole,
              t.recent_lured::BIGINT AS discount_acquired_part, t.recent_new::BIGINT AS discount_acquired_whole
              """
            : "";
        return $"""
            WITH silences AS (
              SELECT calendar.day, least(next, leave) AS until, leave, least(next, calendar.day + 90) AS recent_until, sum(customers) AS customers
              FROM (SELECT prev AS day, day AS next, customers FROM gaps
                UNION ALL SELECT day, NULL, customers FROM firsts
                UNION ALL SELECT day, NULL, customers FROM gaps
                UNION ALL SELECT prev, NULL, -customers FROM gaps) AS moves
              JOIN calendar ON calendar.day = moves.day GROUP BY ALL),
            events AS (
              SELECT day, customers AS recent FROM silences
              UNION ALL BY NAME SELECT recent_until AS day, -customers AS recent FROM silences
              UNION ALL BY NAME SELECT day + {RiskDays} AS day, customers AS risk FROM silences WHERE day + {RiskDays} < until
              UNION ALL BY NAME SELECT until AS day, -customers AS risk FROM silences WHERE day + {RiskDays} < until
              UNION ALL BY NAME SELECT greatest(day, leave - 30) AS day, customers AS expiring FROM silences WHERE leave - 30 < until
              UNION ALL BY NAME SELECT until AS day, -customers AS expiring FROM silences WHERE leave - 30 < until
              UNION ALL BY NAME SELECT day, customers AS new FROM firsts
              UNION ALL BY NAME
                SELECT day, count(*) FILTER (amount >= 0) AS purchases, sum(amount) AS sales, sum(amount) FILTER (amount >= 0) AS gross
                FROM {Orders} GROUP BY day
              {discounts}),
            flows AS (
              SELECT calendar.day, {Sums("recent", "risk", "expiring", "new", "purchases", "sales", "gross", "discounts", "given", "discounted", "discounted_gross", "lured")}
              FROM calendar LEFT JOIN events ON events.day = calendar.day WHERE observed GROUP BY ALL),
            levels AS (
              SELECT day, discounts, discounted_gross,
                sum(recent) OVER so_far AS recent_buyers, sum(risk) OVER so_far AS at_risk, sum(expiring) OVER so_far AS expiring,
                sum(purchases) OVER lately AS recent_purchases, sum(sales) OVER lately AS recent_sales, sum(gross) OVER lately AS recent_gross,
                sum(given) OVER lately AS recent_given, sum(discounted) OVER lately AS recent_discounted,
                sum(discounted_gross) OVER lately AS recent_discounted_gross, sum(lured) OVER lately AS recent_lured, sum(new) OVER lately AS recent_new
              FROM flows WINDOW so_far AS (ORDER BY day), lately AS (ORDER BY day ROWS BETWEEN 89 PRECEDING AND CURRENT ROW))
            SELECT t.day,
              t.recent_buyers::BIGINT AS recent_buyers, t.recent_purchases::BIGINT AS recent_purchases, t.recent_sales::BIGINT AS recent_sales,
              t.at_risk::BIGINT AS at_risk_customers, t.expiring::BIGINT AS expiring_customers {columns}
            FROM levels t ORDER BY t.day
            """;
    }

    /// <summary>Silence from which an active customer is at risk: 240/365 of the active period, in whole days upwards.</summary>
    private long RiskDays
    {
        get
        {
            var (numerator, denominator) = (ActivePeriod.NominalDays.Numerator * 240, ActivePeriod.NominalDays.Denominator * 365);
            return (numerator + denominator - 1) / denominator;
        }
    }

    private static string Sums(params ReadOnlySpan<string> names)
    {
        var sums = new List<string>();
        foreach (var name in names) sums.Add($"coalesce(sum({name}), 0) AS {name}");
        return string.Join(", ", sums);
    }
}
