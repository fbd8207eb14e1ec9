namespace Mirai.DuckDb;

public sealed partial class DuckDbAnalysis
{
    /// <summary>Everything that is timed: daily figures of sections 3 to 5, monthly cohorts, deciles and RFM on the last day.</summary>
    /// <remarks>The scores of the customers stay in the engine, as the library's stay in its arrays; <see cref="SummarizeScores"/> reads them afterwards.</remarks>
    public (DailyColumns Daily, IReadOnlyList<CohortCell> Cohorts) RunSuite()
    {
        var daily = Daily();
        var cohorts = Cohorts(CohortPeriod.Month);
        PrepareScores(Days.Last);
        return (daily, cohorts);
    }
}
