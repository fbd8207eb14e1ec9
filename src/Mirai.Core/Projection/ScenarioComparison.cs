namespace Mirai.Projection;

/// <summary>Scenarios side by side, year by year; the first is the one that the others are held against.</summary>
/// <remarks>It takes two scenarios that differ in one thing to see what that thing is worth.</remarks>
public sealed class ScenarioComparison
{
    private ScenarioComparison(ScenarioResult[] results) => Results = results;

    /// <summary>What follows from each scenario, in the order given, over the same years.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; }

    /// <summary>How many years are compared.</summary>
    public int YearCount => Results[0].Years.Count;

    /// <summary>Projects scenarios over the same years.</summary>
    /// <param name="scenarios">One at least, each with a name of its own.</param>
    /// <param name="years">How many years, 1 to 200.</param>
    /// <exception cref="ArgumentException">There is no scenario, or two have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The years lie outside 1 to 200.</exception>
    public static ScenarioComparison Of(IReadOnlyList<Scenario> scenarios, int years)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.Count == 0) throw new ArgumentException("There is no scenario to compare; expected one at least.", nameof(scenarios));
        var twice = scenarios.CountBy(scenario => scenario.Name, StringComparer.Ordinal).FirstOrDefault(name => name.Value > 1).Key;
        if (twice is not null) throw new ArgumentException($"Two scenarios are called `{twice}`; expected a name of its own for each.", nameof(scenarios));
        return new ScenarioComparison([.. scenarios.Select(scenario => scenario.Project(years))]);
    }

    /// <summary>One year of all scenarios, in their order.</summary>
    /// <param name="year">The year, from 1.</param>
    public IReadOnlyList<ScenarioYear> Year(int year) => [.. Results.Select(result => result.Year(year))];

    /// <summary>By scenario, the sales of a year less those of the first scenario, in currency units.</summary>
    /// <param name="year">The year, from 1.</param>
    public IReadOnlyList<decimal> SalesDifferences(int year) => [.. Results.Select(result => result.Year(year).Sales - Results[0].Year(year).Sales)];

    /// <summary>By scenario, the active customers of a year less those of the first scenario.</summary>
    /// <param name="year">The year, from 1.</param>
    public IReadOnlyList<decimal> ActiveDifferences(int year) => [.. Results.Select(result => result.Year(year).Active - Results[0].Year(year).Active)];
}
