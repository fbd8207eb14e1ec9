namespace Mirai.Projection;

/// <summary>What follows from a scenario.</summary>
/// <param name="Scenario">What was assumed.</param>
/// <param name="Years">The years from 1, in order; at least one.</param>
public sealed record ScenarioResult(Scenario Scenario, IReadOnlyList<ScenarioYear> Years)
{
    /// <summary>The year with the most active customers; the first of equals.</summary>
    public ScenarioYear PeakActive => Years.MaxBy(year => year.Active)!;

    /// <summary>The year with the most sales; the first of equals. It comes after <see cref="PeakActive"/> where customers spend more as they age.</summary>
    public ScenarioYear PeakSales => Years.MaxBy(year => year.Sales)!;

    /// <summary>One year.</summary>
    /// <param name="year">The year, from 1.</param>
    public ScenarioYear Year(int year) => Years[year - 1];
}
