namespace Mirai.DuckDb;

public sealed partial class DuckDbAnalysis
{
    /// <summary>Decile and RFM scores of every customer active on a day, by key.</summary>
    public IReadOnlyList<CustomerScore> Scores(DateOnly day)
    {
        PrepareScores(day);
        return _table.Query(
            "SELECT customer::VARCHAR, decile, recency, frequency, monetary, last_day, purchases, spend FROM scores ORDER BY customer::VARCHAR",
            reader => new CustomerScore(
                reader.GetString(0), (int)reader.GetInt64(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4),
                reader.GetFieldValue<DateOnly>(5), reader.GetInt64(6), reader.GetInt64(7)));
    }

    /// <summary>The scores of the last day as a table that stays in the engine: what a timed run computes.</summary>
    public void PrepareScores(DateOnly day)
    {
        PrepareCalendar();
        _table.Execute($"CREATE OR REPLACE TEMP TABLE scores AS {ScoresSql(day)}");
    }

    /// <summary>The prepared scores in few numbers.</summary>
    /// <param name="customerNumber">The whole number in a key, in SQL.</param>
    public ScoreSummary SummarizeScores(string customerNumber = "customer")
    {
        var deciles = new long[10];
        var rfm = new long[125];
        var checksum = _table.Query($"""
            SELECT sum(({customerNumber} % 1000003) * (decile * 125 + (recency - 1) * 25 + (frequency - 1) * 5 + monetary - 1))::BIGINT FROM scores
            """, reader => reader.GetInt64(0))[0];
        foreach (var (code, customers) in _table.Query("""
            SELECT decile * 125 + (recency - 1) * 25 + (frequency - 1) * 5 + monetary - 1, count(*) FROM scores GROUP BY ALL
            """, reader => (reader.GetInt64(0), reader.GetInt64(1))))
        {
            deciles[(code / 125) - 1] += customers;
            rfm[code % 125] += customers;
        }

        return new ScoreSummary(deciles.Sum(), deciles, rfm, checksum);
    }

    /// <summary><c>rank() - 1</c> is the number of customers with a strictly better value, whatever the ties.</summary>
    private string ScoresSql(DateOnly day) => $"""
        WITH active AS (
          SELECT customer, sum(amount)::BIGINT AS spend, count(*) FILTER (amount >= 0) AS purchases, max(day) FILTER (amount >= 0) AS last_day
          FROM {Orders}
          WHERE day > ({DuckDbPurchases.Literal(day)} - {A})::DATE AND day <= {DuckDbPurchases.Literal(day)}
          GROUP BY customer HAVING purchases > 0)
        SELECT customer, last_day, purchases, spend,
          1 + (10 * (rank() OVER (ORDER BY spend DESC) - 1)) // count(*) OVER () AS decile,
          5 - (5 * (rank() OVER (ORDER BY last_day DESC) - 1)) // count(*) OVER () AS recency,
          5 - (5 * (rank() OVER (ORDER BY purchases DESC) - 1)) // count(*) OVER () AS frequency,
          5 - (5 * (rank() OVER (ORDER BY spend DESC) - 1)) // count(*) OVER () AS monetary
        FROM active
        """;
}
