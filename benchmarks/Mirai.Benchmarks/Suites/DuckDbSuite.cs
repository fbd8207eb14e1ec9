using Mirai.DuckDb;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>DuckDB's answers to the same questions.</summary>
internal static class DuckDbSuite
{
    /// <summary>What a timed run leaves: daily columns and cohorts here, every customer's scores in the engine.</summary>
    public sealed record Figures(DuckDbAnalysis Analysis, DailyColumns Daily, IReadOnlyList<CohortCell> Cohorts);

    /// <summary>Everything that is timed.</summary>
    public static Figures Run(DuckDbPurchases table, Period activePeriod)
    {
        var analysis = new DuckDbAnalysis(table, activePeriod);
        var (daily, cohorts) = analysis.RunSuite();
        return new Figures(analysis, daily, cohorts);
    }

    /// <summary>The figures in the form in which engines are compared; not part of a timed run.</summary>
    public static SuiteResult Compare(Figures figures, KeyStyle style) => new(
        figures.Daily,
        [.. figures.Cohorts.Where(cell => cell is not { Customers: 0, Purchases: 0, Sales: 0 })],
        figures.Analysis.SummarizeScores(GeneratedPurchases.NumberInSql(style)));
}
