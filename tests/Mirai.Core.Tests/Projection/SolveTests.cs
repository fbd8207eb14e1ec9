using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

public class SolveTests
{
    [Fact]
    public void Acquisition_OfATarget_IsWhatIsMissingPerCustomer()
    {
        var scenario = new Scenario { Retention = RetentionCurve.Constant(0.5m), Ltv = ValueCurve.Constant(100), Existing = [80] };
        // Year 2: 80 x 0.5 x 0.5 x 100 = 2,000 from the existing; a new customer a year brings 100 + 50.
        var solved = Assert.IsType<SolveOutcome.Solved>(scenario.Solve(SolveUnknown.Acquisition, new ScenarioTarget(5_000, 2)));
        Assert.Equal(20, solved.Value);
        Assert.Equal(5_000, solved.Attained);
        Assert.Equal(new SolveOutcome.AlreadyPassed(2_000, 0), scenario.Solve(SolveUnknown.Acquisition, new ScenarioTarget(1_999, 2)));
        Assert.Equal(0, Assert.IsType<SolveOutcome.Solved>(scenario.Solve(SolveUnknown.Acquisition, new ScenarioTarget(2_000, 2))).Value);
        var out1 = Assert.IsType<SolveOutcome.OutOfReach>(scenario.Solve(SolveUnknown.Acquisition, new ScenarioTarget(1e27m, 2)));
        Assert.Equal(100_000_000_000, out1.BestAt);
    }

    [Fact]
    public void Ltv_OfATarget_IsSalesPerActiveCustomer()
    {
        var solved = Assert.IsType<SolveOutcome.Solved>(ReferenceScenario.Low.Solve(SolveUnknown.Ltv, new ScenarioTarget(10_000_000_000, 5)));
        Assert.Equal(10_000_000_000 / 574_300.4m, solved.Value);
        var none = ReferenceScenario.Low.Solve(SolveUnknown.Ltv, new ScenarioTarget(1, 5, TargetFigure.ActiveCustomers));
        Assert.Equal(new SolveOutcome.NoInfluence(574_300.4m), none);
    }

    [Fact]
    public void Retention_WithinBounds_SaysWhatIsPossible()
    {
        // In year 5, with everybody staying: 1.2 x 2.7 + 4.2 x 2.5 + 14.4 x 2.2 + 24.1 x 1.8 + 41.9 x 1.2 = 139.08; with nobody: 50.28.
        var high = ReferenceScenario.High;
        Assert.Equal(new SolveOutcome.OutOfReach(13_908_000_000, 1), high.Solve(SolveUnknown.Retention, new ScenarioTarget(13_908_000_001, 5)));
        Assert.Equal(new SolveOutcome.AlreadyPassed(5_028_000_000, 0), high.Solve(SolveUnknown.Retention, new ScenarioTarget(5_027_999_999, 5)));
        Assert.Equal(1, Assert.IsType<SolveOutcome.Solved>(high.Solve(SolveUnknown.Retention, new ScenarioTarget(13_908_000_000, 5))).Value);
        Assert.Equal(0, Assert.IsType<SolveOutcome.Solved>(high.Solve(SolveUnknown.Retention, new ScenarioTarget(5_028_000_000, 5))).Value);
        Assert.Equal(new SolveOutcome.NoInfluence(144_000_000), high.Solve(SolveUnknown.Retention, new ScenarioTarget(1, 1)));
    }

    [Fact]
    public void Retention_WhereOldCustomersCostMoney_HasTwoAnswers()
    {
        // Year 3: 100 x (r x 10 - r x r x 10) + 1,000: most at r = 0.5.
        var scenario = new Scenario
        {
            Acquisition = AcquisitionPlan.List(100, 100, 100),
            Retention = RetentionCurve.Constant(0.9m),
            Ltv = ValueCurve.List(10, 10, -10),
        };
        var two = Assert.IsType<SolveOutcome.NotMonotone>(scenario.Solve(SolveUnknown.Retention, new ScenarioTarget(1_160, 3)));
        Assert.Equal([0.2m, 0.8m], two.Values.Select(value => decimal.Round(value, 12)));
        var most = Assert.IsType<SolveOutcome.OutOfReach>(scenario.Solve(SolveUnknown.Retention, new ScenarioTarget(1_300, 3)));
        Assert.Equal(0.5m, most.BestAt, 6);
        Assert.Equal(1_250, most.Best, 6);
        Assert.IsType<SolveOutcome.AlreadyPassed>(scenario.Solve(SolveUnknown.Retention, new ScenarioTarget(999, 3)));
        var falling = scenario with { Ltv = ValueCurve.List(10, -10) };
        var solved = Assert.IsType<SolveOutcome.Solved>(falling.Solve(SolveUnknown.Retention, new ScenarioTarget(500, 2)));
        Assert.Equal(0.5m, solved.Value);
        Assert.IsType<SolveOutcome.Solved>(falling.Solve(SolveUnknown.Ltv, new ScenarioTarget(500, 2)));
    }

    [Fact]
    public void Scenario_WithAllTheSame_IsEqual()
    {
        var high = ReferenceScenario.High;
        var same = high with { Retention = RetentionCurve.List(0.7m, 0.9m, 0.93m), Existing = [] };
        Assert.Equal(high, same);
        Assert.Equal(high.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(high, high with { Existing = [1] });
        Assert.NotEqual(high, ReferenceScenario.Slower);
        Assert.Null((high with { Acquisition = AcquisitionPlan.None }).FiveYearMultiple(1));
    }
}
