namespace Mirai.DuckDb;

public sealed partial class DuckDbAnalysis
{
    /// <summary>Active customers whose silence is longer than the mean plus one sample standard deviation of their own intervals.</summary>
    public DailyColumns DailyOverdue()
    {
        PrepareSteps();
        return ReadDaily($"""
            WITH {OverdueSpells},
            events AS (
              SELECT since AS day, count(*) AS change FROM overdue GROUP BY 1
              UNION ALL SELECT until, -count(*) FROM overdue GROUP BY 1),
            flows AS (
              SELECT calendar.day, coalesce(sum(change), 0) AS change
              FROM calendar LEFT JOIN events ON events.day = calendar.day WHERE observed GROUP BY ALL)
            SELECT day, (sum(change) OVER (ORDER BY day))::BIGINT AS overdue_customers FROM flows ORDER BY day
            """);
    }

    /// <summary>
    /// With k intervals adding up to S and their squares to Q, silence x is overdue iff x k > S and (x k - S)^2 (k - 1) > k (k Q - S^2): the
    /// smallest such x is guessed in floating point and corrected in whole numbers.
    /// </summary>
    private const string OverdueSpells = """
        paces AS (
          SELECT customer, day, lead(day) OVER days AS next, row_number() OVER days - 1 AS k, (day - first)::HUGEINT AS s,
            sum(((day - prev)::BIGINT * (day - prev))::HUGEINT) OVER days AS q
          FROM steps WHERE prev IS DISTINCT FROM day WINDOW days AS (PARTITION BY customer ORDER BY day)),
        guesses AS (
          SELECT customer, day, next, k, s, k * (k * q - s * s) AS spread,
            floor(s / k + sqrt((k * q - s * s) / (k * (k - 1.0))))::BIGINT - 1 AS guess
          FROM paces WHERE k >= 2),
        thresholds AS (
          SELECT customer, day, next, list_filter([guess, guess + 1, guess + 2, guess + 3], lambda x:
            x * k > s AND (x * k - s) * (x * k - s) * (k - 1) > spread)[1] AS silence
          FROM guesses),
        overdue AS (
          SELECT customer, (calendar.day + silence::INTEGER)::DATE AS since, least(next, leave) AS until
          FROM thresholds JOIN calendar ON calendar.day = thresholds.day WHERE calendar.day + silence::INTEGER < least(next, leave))
        """;
}
