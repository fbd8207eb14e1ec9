namespace Mirai.Projection;

/// <summary>Finds the value of an unknown with which a scenario meets a target.</summary>
internal static class ScenarioSolver
{
    public static SolveOutcome Solve(Scenario scenario, SolveUnknown unknown, ScenarioTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Year, 1, nameof(target));
        if (!Enum.IsDefined(target.Figure)) throw new ArgumentOutOfRangeException(nameof(target), target.Figure, "There is no such figure.");
        decimal Attain(decimal value) => Figure(scenario.With(unknown, value), target);
        return unknown == SolveUnknown.Retention
            ? new RetentionRoots(RetentionPolynomial.Of(scenario, target), Attain, scenario, target.Value).Solve()
            : Linear(scenario, unknown, target, Attain);
    }

    private static decimal Figure(Scenario scenario, ScenarioTarget target)
    {
        var year = scenario.Year(target.Year);
        return target.Figure == TargetFigure.Sales ? year.Sales : year.Active;
    }

    /// <summary>New customers and LTV multiply their part of the figure: what is missing is divided by what one more of them brings.</summary>
    private static SolveOutcome Linear(Scenario scenario, SolveUnknown unknown, ScenarioTarget target, Func<decimal, decimal> attain)
    {
        var limit = unknown == SolveUnknown.Ltv ? CurveBounds.Value.Most : AcquisitionPlan.MostCustomers;
        var without = attain(0);
        var perUnit = attain(1) - without;
        if (perUnit == 0) return new SolveOutcome.NoInfluence(without);
        var missing = target.Value - without;
        if (missing == 0) return Solved(0);
        if (missing < 0 == perUnit > 0) return perUnit > 0 ? new SolveOutcome.AlreadyPassed(without, 0) : new SolveOutcome.OutOfReach(without, 0);
        var most = attain(limit);
        if (Math.Abs(most - without) >= Math.Abs(missing)) return Solved(missing / perUnit);
        return perUnit > 0 ? new SolveOutcome.OutOfReach(most, limit) : new SolveOutcome.AlreadyPassed(most, limit);

        SolveOutcome.Solved Solved(decimal value) => new(value, attain(value), scenario.With(unknown, value));
    }
}
