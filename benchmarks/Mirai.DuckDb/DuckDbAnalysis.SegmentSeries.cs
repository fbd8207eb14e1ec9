namespace Mirai.DuckDb;

public sealed partial class DuckDbAnalysis
{
    /// <summary>All daily figures by the values of a segment, values in ordinal order.</summary>
    /// <param name="kind">What to split by.</param>
    /// <param name="name">The attribute or dimension; empty for the others.</param>
    /// <remarks>
    /// Every figure is a set of half-open stretches of days with a weight, a flow being a stretch of one day. A stretch is cut by the stretches
    /// in which its customer has a value: now, on the day before (lapses), or one active period before (retention). What no value of a
    /// single-valued segment covers belongs to <c>none</c>.
    /// </remarks>
    public IReadOnlyDictionary<string, DailyColumns> BySegment(SegmentKind kind, string name = "")
    {
        PrepareSteps();
        var isDimension = kind == SegmentKind.Dimension;
        PrepareVisits(isDimension ? name : null);
        _table.Execute($"CREATE OR REPLACE TEMP TABLE segment_values AS {SegmentValues(kind, name)}");
        _table.Execute(Holdings());
        var byValue = ReadSeries(isDimension);
        if (!isDimension) AddRest(byValue);
        return byValue.ToDictionary(pair => pair.Key, pair => new DailyColumns(Days.First, pair.Value), StringComparer.Ordinal);
    }

    private void PrepareVisits(string? dimension)
    {
        _table.Execute("""
            CREATE OR REPLACE TEMP TABLE visits AS
            SELECT customer, steps.day, prev, first, own.leave, past.leave AS prev_leave, past.leave2 AS prev_leave2, start.leave AS first_leave,
              least(lead(steps.day) OVER (PARTITION BY customer ORDER BY steps.day), own.leave) AS until
            FROM steps JOIN calendar own ON own.day = steps.day JOIN calendar start ON start.day = steps.first
              LEFT JOIN calendar past ON past.day = steps.prev
            WHERE prev IS DISTINCT FROM steps.day
            """);
        _table.Execute($"CREATE OR REPLACE TEMP TABLE row_orders AS {RowOrders(dimension)}");
        _table.Execute($"CREATE OR REPLACE TEMP TABLE years AS WITH {Leaves("INTERVAL 1 YEAR")} FROM leaves");
    }

    /// <summary>Of a dimension, the lines of one order are merged within the value.</summary>
    private string RowOrders(string? dimension) => dimension is null
        ? $"SELECT NULL::VARCHAR AS value, * FROM {Orders}"
        : MergedOrders($"(SELECT *, coalesce(nullif({DuckDbPurchases.Quoted(dimension)}, ''), 'none') AS value FROM purchases)", "value,");

    /// <summary>The values as they count for a day: those of the day itself, of the day before, of one active period before.</summary>
    private static string Holdings() => """
        CREATE OR REPLACE TEMP TABLE holdings AS
        SELECT customer, value, 'now' AS basis, since, until FROM segment_values
        UNION ALL SELECT customer, value, 'yesterday', since + 1, until + 1 FROM segment_values
        UNION ALL
        SELECT customer, value, 'before', starts.leave, ends.leave
        FROM segment_values JOIN calendar starts ON starts.day = since JOIN calendar ends ON ends.day = until
        """;

    private Dictionary<string, Dictionary<string, long[]>> ReadSeries(bool isDimension)
    {
        var byValue = new Dictionary<string, Dictionary<string, long[]>>(StringComparer.Ordinal);
        string[] names = [];
        _table.Query(SeriesSql(isDimension), reader =>
        {
            if (names.Length == 0) names = [.. Enumerable.Range(2, reader.FieldCount - 2).Select(reader.GetName)];
            var value = reader.GetString(0);
            if (!byValue.TryGetValue(value, out var columns))
                byValue.Add(value, columns = names.ToDictionary(column => column, _ => new long[Days.Count], StringComparer.Ordinal));
            var day = Days.IndexOf(reader.GetFieldValue<DateOnly>(1));
            for (var column = 0; column < names.Length; column++) columns[names[column]][day] = reader.GetInt64(column + 2);
            return day;
        });
        return byValue;
    }

    private void AddRest(Dictionary<string, Dictionary<string, long[]>> byValue)
    {
        var all = DailyAll().Columns;
        var names = byValue.Count > 0 ? byValue.Values.First().Keys.Where(all.ContainsKey) : all.Keys;
        var rest = names.ToDictionary(name => name, name => all[name].ToArray(), StringComparer.Ordinal);
        foreach (var columns in byValue.Values)
        {
            foreach (var (name, values) in rest)
            {
                for (var day = 0; day < values.Length; day++) values[day] -= columns[name][day];
            }
        }

        if (rest.Values.Any(values => values.AsSpan().ContainsAnyExcept(0L))) byValue.Add("none", rest);
    }

    private string SeriesSql(bool isDimension) => $"""
        WITH {OverdueSpells},
        customer_marks AS ({CustomerMarks()}),
        row_marks AS ({RowMarks()}),
        held AS (
          SELECT holdings.value, measure, greatest(marks.since, holdings.since) AS since, least(marks.until, holdings.until) AS until, weight
          FROM (FROM customer_marks {(isDimension ? "" : "UNION ALL SELECT customer, 'now', measure, since, until, weight FROM row_marks")}) AS marks
            JOIN holdings ON holdings.customer = marks.customer AND holdings.basis = marks.basis
              AND marks.since < holdings.until AND holdings.since < marks.until
          {(isDimension ? "UNION ALL SELECT value, measure, since, until, weight FROM row_marks" : "")}),
        events AS (
          SELECT value, measure, since AS day, weight FROM held
          UNION ALL SELECT value, measure, until, -weight FROM held),
        changes AS (PIVOT events ON measure IN ({string.Join(", ", Marks.Select(DuckDbPurchases.Literal))}) USING sum(weight) GROUP BY value, day),
        flows AS (
          SELECT value, day, {string.Join(", ", Marks.Select(mark => $"coalesce({mark}, 0) AS {mark}"))}
          FROM (SELECT DISTINCT value FROM changes) AS every_value CROSS JOIN (SELECT day FROM calendar WHERE observed) AS every_day
            LEFT JOIN changes USING (value, day)),
        levels AS (
          SELECT value, day, {string.Join(", ", Marks.Select(mark => $"(sum({mark}) OVER so_far)::BIGINT AS {mark}"))}
          FROM flows WINDOW so_far AS (PARTITION BY value ORDER BY day))
        SELECT value, day, active AS active_customers, fresh AS new_customers, reactivated AS reactivated_customers, lapsed AS lapsed_customers,
          known - active AS lapsed_pool, buyers, purchases, sales, gross AS gross_sales, gross - sales AS returns,
          new_yoy AS new_customers_yoy, retained AS retained_customers, active - stayed - new_yoy AS reactivated_customers_yoy,
          active_before - retained AS lost_customers, active_before, known_before - active_before AS lapsed_pool_before,
          came_back - retained AS reactivation_rate_part,
          trailing_sales, trailing_purchases, annual_sales, again AS second_purchase_part, seasoned AS second_purchase_whole,
          recent_buyers, recent_purchases, recent_sales, at_risk AS at_risk_customers, expiring AS expiring_customers, overdue AS overdue_customers,
          discounts, discounted_gross AS discounted_sales, recent_given AS discount_rate_part, recent_gross + recent_given AS discount_rate_whole,
          recent_discounted AS discounted_purchase_part, recent_discounted_gross AS discounted_sales_part, recent_gross AS discounted_sales_whole,
          lured AS discount_acquired_part, recent_new AS discount_acquired_whole
        FROM levels ORDER BY value, day
        """;

    private static readonly string[] Marks =
    [
        "active", "known", "fresh", "reactivated", "lapsed", "new_yoy", "retained", "stayed", "active_before", "known_before", "came_back",
        "at_risk", "expiring", "overdue", "again", "seasoned", "lured", "recent_new", "buyers", "purchases", "sales", "gross", "discounts",
        "discounted_gross", "trailing_sales", "trailing_purchases", "annual_sales", "recent_buyers", "recent_purchases", "recent_sales",
        "recent_gross", "recent_given", "recent_discounted", "recent_discounted_gross",
    ];

    private string CustomerMarks()
    {
        var discounted = _table.HasDiscounts ? "SELECT customer FROM steps WHERE day = first AND discount > 0" : "SELECT NULL WHERE false";
        return $"""
            SELECT customer, 'now' AS basis, 'active' AS measure, day AS since, until, 1::BIGINT AS weight FROM visits
            UNION ALL SELECT customer, 'now', 'known', day, {End}, 1 FROM visits WHERE prev IS NULL
            UNION ALL SELECT customer, 'now', 'fresh', day, day + 1, 1 FROM visits WHERE prev IS NULL
            UNION ALL SELECT customer, 'now', 'reactivated', day, day + 1, 1 FROM visits WHERE prev_leave < day
            UNION ALL SELECT customer, 'yesterday', 'lapsed', prev_leave, prev_leave + 1, 1 FROM visits WHERE prev_leave < day
            UNION ALL
            SELECT customer, 'yesterday', 'lapsed', max(leave), max(leave) + 1, 1 FROM visits GROUP BY customer
            UNION ALL SELECT customer, 'now', 'new_yoy', day, leave, 1 FROM visits WHERE prev IS NULL
            UNION ALL
            SELECT customer, unnest(['before', 'now']), unnest(['retained', 'stayed']), greatest(prev_leave, day), least(leave, prev_leave2), 1
            FROM visits WHERE prev IS NOT NULL AND greatest(prev_leave, day) < least(leave, prev_leave2)
            UNION ALL
            SELECT customer, 'before', 'active_before', visits.leave, ends.leave, 1 FROM visits JOIN calendar ends ON ends.day = until
            UNION ALL SELECT customer, 'before', 'known_before', leave, {End}, 1 FROM visits WHERE prev IS NULL AND leave < {End}
            UNION ALL
            SELECT customer, 'before', 'came_back', greatest(day, first_leave), until, 1 FROM visits WHERE greatest(day, first_leave) < until
            UNION ALL SELECT customer, 'now', 'at_risk', day + {RiskDays}, until, 1 FROM visits WHERE day + {RiskDays} < until
            UNION ALL SELECT customer, 'now', 'expiring', greatest(day, leave - 30), until, 1 FROM visits WHERE leave - 30 < until
            UNION ALL SELECT customer, 'now', 'overdue', since, until, 1 FROM overdue
            UNION ALL SELECT customer, 'now', 'seasoned', day + 90, day + 180, 1 FROM visits WHERE prev IS NULL
            UNION ALL SELECT customer, 'now', 'again', first + 90, first + 180, 1 FROM visits WHERE prev = first AND day - first <= 90
            UNION ALL SELECT customer, 'now', 'recent_new', day, day + 90, 1 FROM visits WHERE prev IS NULL
            UNION ALL SELECT customer, 'now', 'lured', day, day + 90, 1 FROM visits WHERE prev IS NULL AND customer IN ({discounted})
            """;
    }

    private string RowMarks() => $"""
        SELECT customer, value, 'buyers' AS measure, day AS since, day + 1 AS until, 1::BIGINT AS weight
        FROM (SELECT DISTINCT customer, value, day FROM row_orders WHERE amount >= 0) AS buying
        UNION ALL
        SELECT customer, value, 'recent_buyers', day, least(day + 90, lead(day) OVER (PARTITION BY customer, value ORDER BY day)), 1
        FROM (SELECT DISTINCT customer, value, day FROM row_orders WHERE amount >= 0) AS buying
        UNION ALL
        SELECT customer, value, unnest(['sales', 'trailing_sales', 'annual_sales', 'recent_sales']), row_orders.day,
          unnest([row_orders.day + 1, calendar.leave, years.leave, row_orders.day + 90]), amount
        FROM row_orders JOIN calendar ON calendar.day = row_orders.day JOIN years ON years.day = row_orders.day
        UNION ALL
        SELECT customer, value, unnest(['purchases', 'trailing_purchases', 'recent_purchases', 'gross', 'recent_gross']), row_orders.day,
          unnest([row_orders.day + 1, leave, row_orders.day + 90, row_orders.day + 1, row_orders.day + 90]), unnest([1, 1, 1, amount, amount])
        FROM row_orders JOIN calendar ON calendar.day = row_orders.day WHERE amount >= 0
        {(_table.HasDiscounts ? DiscountMarks : "")}
        """;

    private const string DiscountMarks = """
        UNION ALL SELECT customer, value, 'discounts', day, day + 1, discount FROM row_orders
        UNION ALL SELECT customer, value, 'recent_given', day, day + 90, discount FROM row_orders WHERE amount >= 0
        UNION ALL
        SELECT customer, value, unnest(['discounted_gross', 'recent_discounted', 'recent_discounted_gross']), day,
          unnest([day + 1, day + 90, day + 90]), unnest([amount, 1, amount])
        FROM row_orders WHERE amount >= 0 AND discount > 0
        """;
}
