namespace Mirai.DuckDb;

/// <summary>One observed cell of a cohort table.</summary>
/// <param name="Cohort">The first day of the cohort's period.</param>
/// <param name="Column">Calendar periods since the cohort's.</param>
/// <param name="Customers">Distinct customers of the cohort with a purchase in that period.</param>
/// <param name="Purchases">Their purchases in it.</param>
/// <param name="Sales">Their net sales in it, in minor units.</param>
public readonly record struct CohortCell(DateOnly Cohort, int Column, long Customers, long Purchases, long Sales);

/// <summary>A customer's decile (1 is best) and RFM scores (5 is best) at a day, with what they rest on.</summary>
public readonly record struct CustomerScore(
    string Customer, int Decile, int Recency, int Frequency, int Monetary, DateOnly LastPurchase, long Purchases, long Spend);

/// <summary>The scores of all customers in few numbers: enough to tell two answers apart without listing ten million customers.</summary>
/// <param name="Customers">Customers scored.</param>
/// <param name="Deciles">Customers by decile, 1 first.</param>
/// <param name="Rfm">Customers by recency, frequency and monetary score, 111 first, 555 last.</param>
/// <param name="Checksum">Sum over customers of (numeric key mod 1,000,003) x (score code), which no swap of two unlike customers keeps.</param>
public sealed record ScoreSummary(long Customers, long[] Deciles, long[] Rfm, long Checksum)
{
    /// <summary>The number that stands for one customer's scores in <see cref="Checksum"/>.</summary>
    public static long Code(int decile, int recency, int frequency, int monetary) =>
        (decile * 125L) + (((recency - 1) * 25L) + ((frequency - 1) * 5L) + monetary - 1);

    /// <summary>All of it in one line, for comparison.</summary>
    public override string ToString() => $"{Customers} customers; deciles {string.Join(' ', Deciles)}; rfm {string.Join(' ', Rfm)}; checksum {Checksum}";
}

/// <summary>Net flow between two days by the states at both ends.</summary>
public readonly record struct StateFlow(
    long ActiveBefore, long ActiveAfter, long NewCustomers, long Retained, long Reactivated, long Lapsed);

/// <summary>Of <paramref name="Whole"/> customers with a value, <paramref name="Part"/> stayed.</summary>
public readonly record struct RetentionPart(string Value, long Part, long Whole);

/// <summary>All answers of one timed run, as engines are compared on them.</summary>
/// <param name="Daily">Daily figures of the whole history.</param>
/// <param name="Cohorts">Monthly cohorts, by cohort and column.</param>
/// <param name="Scores">Deciles and RFM on the last day.</param>
public sealed record SuiteResult(DailyColumns Daily, IReadOnlyList<CohortCell> Cohorts, ScoreSummary Scores)
{
    /// <summary>The first difference to another engine's answers, in words; <see langword="null"/> where they are equal.</summary>
    public string? FirstDifference(SuiteResult other)
    {
        if (Daily.FirstDifference(other.Daily) is { } daily) return daily;
        if (Cohorts.Count != other.Cohorts.Count) return $"{Cohorts.Count} cohort cells against {other.Cohorts.Count}";
        for (var cell = 0; cell < Cohorts.Count; cell++)
        {
            if (Cohorts[cell] != other.Cohorts[cell]) return $"cohort cell {Cohorts[cell]} against {other.Cohorts[cell]}";
        }

        return string.Equals(Scores.ToString(), other.Scores.ToString(), StringComparison.Ordinal) ? null : $"scores {Scores} against {other.Scores}";
    }
}
