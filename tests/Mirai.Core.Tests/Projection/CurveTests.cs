using FsCheck.Xunit;
using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

public class CurveTests
{
    [Fact]
    public void List_AfterItsEnd_GoesOnWithTheLast()
    {
        var curve = RetentionCurve.List(0.7m, 0.9m, 0.93m, 0.93m);
        Assert.Equal([0.7m, 0.9m, 0.93m], curve.Rates);
        Assert.Equal([0.7m, 0.9m, 0.93m, 0.93m, 0.93m], Enumerable.Range(1, 5).Select(curve.At));
        Assert.Equal(0.93m, curve.At(10_000));
        Assert.Equal(0.7m * 0.9m * 0.93m * 0.93m, curve.Survival(5));
        Assert.Equal(1, curve.Survival(1));
    }

    [Fact]
    public void Ramp_OverFiveYears_IsAStraightLineBetweenItsEnds()
    {
        Assert.Equal([0.65m, 0.72m, 0.79m, 0.86m, 0.93m], RetentionCurve.Ramp(0.65m, 0.93m, 5).Rates);
        Assert.Equal([12_000, 9_000, 6_000], ValueCurve.Ramp(12_000, 6_000, 3).Values);
        Assert.Equal(6_000, ValueCurve.Ramp(12_000, 6_000, 3).At(50));
    }

    [Fact]
    public void Function_OfTheCustomerYear_IsAskedForEveryYearOnce()
    {
        var asked = new List<int>();
        var curve = RetentionCurve.Function(year =>
        {
            asked.Add(year);
            return year / (year + 1m);
        });
        Assert.Equal(Enumerable.Range(1, 200), asked);
        Assert.Equal(0.75m, curve.At(3));
        Assert.Equal(200m / 201, curve.At(201));
        Assert.Equal(1m / 3, decimal.Round(curve.Survival(3), 20), 15);
    }

    [Fact]
    public void Fit_OfEnoughEvidence_IsTheObservedShareOfEachYear()
    {
        var curve = RetentionCurve.Fit([new(2, 90, 100), new(1, 300, 500), new(1, 350, 500), new(3, 28, 30)]);
        Assert.Equal([0.65m, 0.9m, 28m / 30], curve!.Rates);
        Assert.Equal(12_500, ValueCurve.Fit([CurveEvidence.OfMean(1, 12_000, 30), CurveEvidence.OfMean(1, 13_000, 30)])!.At(7));
    }

    [Fact]
    public void Fit_OfThinYears_PoolsThemAndTheTailGoesOn()
    {
        // Years 2 and 3 have 20 customers each: together 40. Year 4 has 10, which join them.
        var curve = RetentionCurve.Fit([new(1, 60, 100), new(2, 16, 20), new(3, 18, 20), new(4, 10, 10)]);
        Assert.Equal([0.6m, 44m / 50], curve!.Rates);
        var gap = RetentionCurve.Fit([new(1, 60, 100), new(3, 90, 100)]);
        Assert.Equal([0.6m, 0.9m], gap!.Rates);
        Assert.Equal([0.5m], RetentionCurve.Fit([new(1, 2, 4)])!.Rates);
        Assert.Equal([0.6m, 0.8m, 0.9m, 1], RetentionCurve.Fit([new(1, 60, 100), new(2, 16, 20), new(3, 18, 20), new(4, 10, 10)], new CurveFit { LeastWeight = 1 })!.Rates);
    }

    [Fact]
    public void Fit_Rising_AveragesYearsThatFall()
    {
        var rising = new CurveFit { IsRising = true };
        Assert.Equal([0.7m, 0.85m, 0.85m, 0.9m], RetentionCurve.Fit([new(1, 70, 100), new(2, 180, 200), new(3, 75, 100), new(4, 90, 100)], rising)!.Rates);
        Assert.Equal([15], ValueCurve.Fit([new(1, 3_000, 100), new(2, 1_000, 100), new(3, 500, 100)], rising)!.Values);
    }

    [Fact]
    public void Fit_WithoutEvidence_IsMissing()
    {
        Assert.Null(RetentionCurve.Fit([]));
        Assert.Null(ValueCurve.Fit([new(3, 0, 0)]));
        Assert.Null(new CurveEvidence(3, 0, 0).Mean);
    }

    [Property]
    public void Fit_OfAnyEvidence_KeepsThePooledMean(byte[] stayed, byte[] others, bool rising, byte least)
    {
        var evidence = stayed.Zip(others, (part, rest) => (Part: (decimal)part, Whole: (decimal)part + rest)).Take(200)
            .Select((pair, i) => new CurveEvidence(i + 1, pair.Part, pair.Whole)).ToList();
        var curve = RetentionCurve.Fit(evidence, new CurveFit { IsRising = rising, LeastWeight = least });
        Assert.Equal(evidence.Sum(year => year.Whole) == 0, curve is null);
        if (curve is null) return;
        Assert.Equal(evidence.Sum(year => year.Part), decimal.Round(evidence.Sum(year => year.Whole * curve.At(year.CustomerYear)), 10));
        if (rising) Assert.All(Enumerable.Range(1, 200), year => Assert.True(curve.At(year) <= curve.At(year + 1)));
    }

    [Fact]
    public void Curves_OfImpossibleValues_SayWhatAndWhere()
    {
        Check("1.2 in customer year 2; expected 0 to 1", () => RetentionCurve.List(0.7m, 1.2m));
        Check("-0.1 in customer year 1", () => RetentionCurve.Constant(-0.1m));
        Check("of 0 years", () => RetentionCurve.List());
        Check("201 years; expected 1 to 200", () => ValueCurve.List(new decimal[201]));
        Check("over 1 years; expected 2 to 200", () => RetentionCurve.Ramp(0.6m, 0.9m, 1));
        Check("1.1 in customer year 5", () => RetentionCurve.Ramp(0.6m, 1.1m, 5));
        Check("2 in customer year 3", () => RetentionCurve.Function(year => year < 3 ? 1 : 2));
        Check("1000000000000000 in customer year 1", () => ValueCurve.Constant(1_000_000_000_000_000));
        Check("2 in customer year 1; expected 0 to 1", () => RetentionCurve.Fit([new(1, 20, 10)]));
        Check("5 of -10", () => RetentionCurve.Fit([new(1, 5, -10)]));
        Check("customer year 0; expected 1 to 200", () => RetentionCurve.Fit([new(0, 5, 10)]));
        Check("-1 customers in year 2", () => AcquisitionPlan.List(1, -1));
        Check("-1 customers in every year", () => AcquisitionPlan.EveryYear(-1));
        Check("-1 customers in the years after", () => AcquisitionPlan.None.Then(-1));
        Check("200000000000 customers in year 1", () => AcquisitionPlan.List(200_000_000_000));
        Check("201 years; expected at most 200", () => AcquisitionPlan.List(new decimal[201]));
        Check("-5 customers in customer year 1", () => _ = ReferenceScenario.High with { Existing = [-5] });
        Check("201 customer years", () => _ = ReferenceScenario.High with { Existing = new decimal[201] });
        Check("0 years; expected 1 to 200", () => ReferenceScenario.High.Project(0));
        Check("201 years; expected 0 to 200", () => ReferenceScenario.High.Year(201));
        Check("201 years", () => ReferenceScenario.High.Solve(SolveUnknown.Ltv, new ScenarioTarget(1, 201)));
        Check("no scenario to compare", () => ScenarioComparison.Of([], 5));
        Check("Two scenarios are called `high`", () => ScenarioComparison.Of([ReferenceScenario.High, ReferenceScenario.High], 5));

        static void Check(string expected, Action act) => Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extremes_OfEveryBound_StayWithinADecimal()
    {
        var most = new Scenario
        {
            Acquisition = AcquisitionPlan.EveryYear(100_000_000_000),
            Existing = Enumerable.Repeat(100_000_000_000m, 200).ToArray(),
            Retention = RetentionCurve.Constant(1),
            Ltv = ValueCurve.Constant(100_000_000_000_000),
        };
        Assert.Equal(400m * 100_000_000_000 * 100_000_000_000_000, most.Year(200).Sales);
        Assert.Equal(5, most.FiveYearMultiple(200));
        Assert.IsType<SolveOutcome.Solved>(most.Solve(SolveUnknown.Retention, new ScenarioTarget(most.Year(200).Sales / 3, 200)));
        Assert.IsType<SolveOutcome.Solved>(most.Solve(SolveUnknown.Acquisition, new ScenarioTarget(most.Year(200).Sales * 0.9m, 200)));
    }
}
