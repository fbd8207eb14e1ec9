namespace Mirai.DuckDb;

/// <summary>What customers can be split by.</summary>
public enum SegmentKind
{
    /// <summary>Whole years since the first purchase, plus 1: 1 to 4, 5+.</summary>
    CustomerYear,

    /// <summary>Purchases so far: 1, 2, 3-5, 6-9, 10+.</summary>
    PurchaseCount,

    /// <summary>Tenths by spend at the month's end before.</summary>
    Decile,

    /// <summary>Fifths by recency, frequency and spend at the month's end before.</summary>
    Rfm,

    /// <summary>Whether a purchase of the first purchase day was discounted.</summary>
    FirstPurchaseDiscounted,

    /// <summary>A text per customer.</summary>
    Attribute,

    /// <summary>A text per purchase line.</summary>
    Dimension,
}

public sealed partial class DuckDbAnalysis
{
    /// <summary>The day after the last observed one: where values that last for ever end.</summary>
    private string End => DuckDbPurchases.Literal(Days.Last.AddDays(1));

    private string FirstDay => DuckDbPurchases.Literal(Days.First);

    /// <summary>Who had which value when: disjoint half-open stretches <c>(customer, value, since, until)</c>.</summary>
    private string SegmentValues(SegmentKind kind, string name) => kind switch
    {
        SegmentKind.CustomerYear => CustomerYears(),
        SegmentKind.PurchaseCount => PurchaseCounts,
        SegmentKind.Decile => MonthlyScores("decile::VARCHAR"),
        SegmentKind.Rfm => MonthlyScores("recency::VARCHAR || frequency || monetary"),
        SegmentKind.FirstPurchaseDiscounted => FirstDiscounted(),
        SegmentKind.Attribute => $"""
            SELECT customer, value, {FirstDay} AS since, {End} AS until FROM attributes WHERE name = {DuckDbPurchases.Literal(name)} AND value <> ''
            """,
        _ => Membership,
    };

    /// <summary>Year k + 1 begins on the first day t with t - k years >= the first purchase day.</summary>
    private string CustomerYears() => $"""
        WITH anniversaries AS (
          SELECT years, days.day, min(reach.day) AS since
          FROM range(1, 5) AS steps(years), (SELECT DISTINCT first AS day FROM visits) AS days,
            (SELECT unnest(generate_series({FirstDay}, {LastDay}, INTERVAL 1 DAY))::DATE AS day) AS reach
          WHERE (reach.day - to_years(years::INTEGER))::DATE >= days.day GROUP BY ALL),
        starts AS (
          SELECT customer, 0 AS years, first AS since FROM visits WHERE prev IS NULL
          UNION ALL SELECT customer, years, since FROM visits JOIN anniversaries ON anniversaries.day = first WHERE prev IS NULL)
        SELECT customer, CASE years WHEN 4 THEN '5+' ELSE (years + 1)::VARCHAR END AS value, since,
          coalesce(lead(since) OVER (PARTITION BY customer ORDER BY years), {End}) AS until
        FROM starts
        """;

    private string PurchaseCounts => $"""
        SELECT customer, CASE WHEN count >= 10 THEN '10+' WHEN count >= 6 THEN '6-9' WHEN count >= 3 THEN '3-5' ELSE count::VARCHAR END AS value,
          day AS since, coalesce(lead(day) OVER (PARTITION BY customer ORDER BY day), {End}) AS until
        FROM (SELECT customer, day, sum(count(*)) OVER (PARTITION BY customer ORDER BY day) AS count FROM steps GROUP BY customer, day) AS counts
        """;

    private string MonthlyScores(string value) => $"""
        WITH ends AS (
          SELECT last_day(day) AS month_end FROM calendar WHERE observed GROUP BY 1 HAVING month_end < {LastDay}),
        active AS (
          SELECT month_end, customer, sum(amount) AS spend, count(*) FILTER (amount >= 0) AS purchases, max(day) FILTER (amount >= 0) AS last_purchase
          FROM ends JOIN {Orders} AS bought ON bought.day <= month_end AND bought.day > (month_end - {A})::DATE
          GROUP BY ALL HAVING purchases > 0),
        scores AS (
          SELECT *,
            1 + (10 * (rank() OVER (PARTITION BY month_end ORDER BY spend DESC) - 1)) // heads AS decile,
            5 - (5 * (rank() OVER (PARTITION BY month_end ORDER BY last_purchase DESC) - 1)) // heads AS recency,
            5 - (5 * (rank() OVER (PARTITION BY month_end ORDER BY purchases DESC) - 1)) // heads AS frequency,
            5 - (5 * (rank() OVER (PARTITION BY month_end ORDER BY spend DESC) - 1)) // heads AS monetary
          FROM (SELECT *, count(*) OVER (PARTITION BY month_end) AS heads FROM active))
        SELECT customer, {value} AS value, month_end + 1 AS since, least(last_day(month_end + 1) + 1, {End}) AS until FROM scores
        """;

    private string FirstDiscounted() => $"""
        SELECT customer, CASE WHEN {(_table.HasDiscounts ? "max(discount) > 0" : "false")} THEN 'yes' ELSE 'no' END AS value, first AS since, {End} AS until
        FROM steps WHERE day = first GROUP BY ALL
        """;

    /// <summary>A customer belongs to a value while a purchase of it is in the active period and the customer is active.</summary>
    private const string Membership = """
        WITH bought AS (SELECT DISTINCT customer, value, day FROM row_orders WHERE amount >= 0),
        stays AS (
          SELECT customer, value, bought.day AS since, least(lead(bought.day) OVER (PARTITION BY customer, value ORDER BY bought.day), leave) AS until
          FROM bought JOIN calendar ON calendar.day = bought.day)
        SELECT stays.customer, value, greatest(since, visits.day) AS since, least(stays.until, visits.until) AS until
        FROM stays JOIN visits ON visits.customer = stays.customer AND since < visits.until AND visits.day < stays.until
        """;
}
