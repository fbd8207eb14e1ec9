namespace Mirai.Projection;

/// <summary>What <see cref="Scenario.Solve"/> may change.</summary>
public enum SolveUnknown
{
    /// <summary>One retention rate for all customer years, from 0 to 1.</summary>
    Retention,

    /// <summary>One number of new customers for all years, from 0 up.</summary>
    Acquisition,

    /// <summary>One yearly spend for all customer years, from 0 up.</summary>
    Ltv,
}

/// <summary>The figure that a target is set for.</summary>
public enum TargetFigure
{
    /// <summary>The year's sales.</summary>
    Sales,

    /// <summary>The year's active customers.</summary>
    ActiveCustomers,
}

/// <summary>What is to be met.</summary>
/// <param name="Value">The value to meet, in currency units or customers.</param>
/// <param name="Year">In which year of the scenario, from 1.</param>
/// <param name="Figure">What the value is of.</param>
public sealed record ScenarioTarget(decimal Value, int Year, TargetFigure Figure = TargetFigure.Sales);

/// <summary>The answer of <see cref="Scenario.Solve"/>: one of the records below.</summary>
public abstract record SolveOutcome
{
    private SolveOutcome()
    {
    }

    /// <summary>The target is met.</summary>
    /// <param name="Value">The value of the unknown: a rate from 0 to 1, customers a year, or currency units a year.</param>
    /// <param name="Attained">The figure that a projection with this value gives: the target, to the last digits of a decimal.</param>
    /// <param name="Scenario">The scenario with the unknown set to the value.</param>
    public sealed record Solved(decimal Value, decimal Attained, Scenario Scenario) : SolveOutcome;

    /// <summary>Not even the best possible value of the unknown is enough.</summary>
    /// <param name="Best">The most that the figure can be.</param>
    /// <param name="BestAt">The value of the unknown that gives it.</param>
    public sealed record OutOfReach(decimal Best, decimal BestAt) : SolveOutcome;

    /// <summary>The target is passed whatever the unknown is: the figure is always more.</summary>
    /// <param name="Least">The least that the figure can be.</param>
    /// <param name="LeastAt">The value of the unknown that gives it.</param>
    public sealed record AlreadyPassed(decimal Least, decimal LeastAt) : SolveOutcome;

    /// <summary>The figure rises and falls with the unknown, as it can where some values are negative, and meets the target more than once.</summary>
    /// <param name="Values">The values of the unknown that meet it, in order; two at least.</param>
    public sealed record NotMonotone(IReadOnlyList<decimal> Values) : SolveOutcome;

    /// <summary>The unknown does not matter to the figure in that year, as retention does not in year 1.</summary>
    /// <param name="Attained">What the figure is, whatever the unknown is.</param>
    public sealed record NoInfluence(decimal Attained) : SolveOutcome;
}
