using Mirai.DuckDb;

namespace Mirai.Benchmarks;

/// <summary>No timing counts unless the answers are equal.</summary>
internal static class Answers
{
    /// <summary>Stops the run where two engines answer differently.</summary>
    /// <exception cref="InvalidOperationException">The first difference.</exception>
    public static void AssertEqual(SuiteResult expected, SuiteResult found, string where)
    {
        if (expected.FirstDifference(found) is { } difference) throw new InvalidOperationException($"answers differ ({where}): {difference}");
    }

    /// <summary>Stops the run where two engines' daily figures differ in the columns that both have.</summary>
    /// <exception cref="InvalidOperationException">The first difference.</exception>
    public static void AssertEqual(DailyColumns expected, DailyColumns found, string where)
    {
        if (!expected.Columns.Keys.Intersect(found.Columns.Keys, StringComparer.Ordinal).Any())
            throw new InvalidOperationException($"answers cannot be compared ({where}): no column in common");
        if (expected.FirstDifference(found) is { } difference) throw new InvalidOperationException($"answers differ ({where}): {difference}");
    }

    /// <summary>Stops the run where two engines' numbers differ.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void AssertEqual(long[] expected, long[] found, string where)
    {
        if (!expected.AsSpan().SequenceEqual(found)) throw new InvalidOperationException($"answers differ ({where})");
    }

    /// <summary>Stops the run where two engines' cohorts differ.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void AssertEqual(IReadOnlyList<CohortCell> expected, IReadOnlyList<CohortCell> found, string where)
    {
        if (!expected.SequenceEqual(found)) throw new InvalidOperationException($"cohorts differ ({where})");
    }
}
