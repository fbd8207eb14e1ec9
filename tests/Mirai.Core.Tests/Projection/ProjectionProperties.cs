using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

[Properties(Arbitrary = [typeof(Scenarios)], MaxTest = 200)]
public class ProjectionProperties
{
    private const int Years = 9;

    [Property]
    public void Years_OfAnyScenario_AreExactFractions(Scenario scenario)
    {
        for (var year = scenario.Existing.Count > 0 ? 0 : 1; year <= Years; year++)
        {
            var found = scenario.Year(year);
            var (active, sales, fits) = PlainProjection.Year(scenario, year);
            Assert.True(ExactDecimal.Of(found.Active).IsNear(active, fits ? null : 12), $"active customers of year {year}: {found.Active}");
            Assert.True(ExactDecimal.Of(found.Sales).IsNear(sales, fits ? null : 12), $"sales of year {year}: {found.Sales}");
        }
    }

    [Property]
    public void Years_OfAnyScenario_AreTheSumsOfTheirCohorts(Scenario scenario)
    {
        foreach (var year in scenario.Project(Years).Years)
        {
            Assert.Equal(year.Sales, year.Cohorts.Sum(cohort => cohort.Sales));
            Assert.Equal(year.Active, year.Cohorts.Sum(cohort => cohort.Active));
            Assert.Equal(year.Active, Enumerable.Range(1, Years + 5).Sum(year.ActiveInCustomerYear));
            Assert.All(year.Cohorts, cohort => Assert.Equal(year.Year - cohort.AcquiredIn + 1, cohort.CustomerYear));
            Assert.Equal(year.Acquired, year.ActiveInCustomerYear(1));
        }
    }

    [Property]
    public void ExistingCustomers_OfOneScenario_GoOnAsTheYearsOfAnother(Scenario scenario)
    {
        var third = scenario.Year(3);
        var later = scenario with
        {
            Acquisition = AcquisitionPlan.List([.. Enumerable.Range(4, 20).Select(scenario.Acquisition.In)]),
            Existing = [.. Enumerable.Range(1, 8).Select(third.ActiveInCustomerYear)],
        };
        Assert.Equal(third.Sales, later.Year(0).Sales);
        Assert.Equal(scenario.FiveYearMultiple(3) is null, later.FiveYearMultiple(0) is null);
        Near(scenario.FiveYearMultiple(3) ?? 0, later.FiveYearMultiple(0) ?? 0);
        for (var year = 1; year <= 6; year++) Near(scenario.Year(3 + year).Sales, later.Year(year).Sales);
    }

    [Property]
    public void FiveYearMultiple_OfAnyYear_IsThatOfNobodyNew(Scenario scenario, byte seed)
    {
        var year = 1 + (seed % 6);
        var alone = scenario with { Acquisition = AcquisitionPlan.List([.. Enumerable.Range(1, year).Select(scenario.Acquisition.In)]) };
        var next = Enumerable.Range(year + 1, 5).Sum(ahead => alone.Year(ahead).Sales);
        Assert.Equal(alone.Year(year).Sales > 0, scenario.FiveYearMultiple(year) is not null);
        if (scenario.FiveYearMultiple(year) is { } multiple) Near(next, multiple * alone.Year(year).Sales);
    }

    [Property]
    public void Sales_WithMoreRetention_AreNeverLess(Scenario scenario, byte low, byte high)
    {
        var (least, most) = (Math.Min(low, high) / 255m, Math.Max(low, high) / 255m);
        foreach (var (before, after) in scenario.With(SolveUnknown.Retention, least).Project(Years).Years.Zip(
            scenario.With(SolveUnknown.Retention, most).Project(Years).Years))
        {
            Assert.True(Rounded(before.Sales) <= Rounded(after.Sales));
            Assert.True(Rounded(before.Active) <= Rounded(after.Active));
        }
    }

    [Property]
    public void Solve_ThenProject_HitsTheTargetOrTheBoundsSayWhyNot(Scenario scenario, byte yearSeed, int targetSeed, bool ofSales, byte unknownSeed)
    {
        var unknown = (SolveUnknown)(unknownSeed % 3);
        var target = new ScenarioTarget(Math.Abs((long)targetSeed) * 7_919m, 1 + (yearSeed % 7), ofSales ? TargetFigure.Sales : TargetFigure.ActiveCustomers);
        decimal Attain(decimal value)
        {
            var year = scenario.With(unknown, value).Year(target.Year);
            return ofSales ? year.Sales : year.Active;
        }

        switch (scenario.Solve(unknown, target))
        {
            case SolveOutcome.Solved solved:
                Assert.Equal(Attain(solved.Value), solved.Attained);
                Assert.Equal(decimal.Round(target.Value, 6), decimal.Round(solved.Attained, 6));
                break;
            case SolveOutcome.OutOfReach most:
                Assert.Equal(Attain(most.BestAt), most.Best);
                Assert.True(most.Best < target.Value && Attain(0.5m) <= most.Best);
                break;
            case SolveOutcome.AlreadyPassed least:
                Assert.Equal(Attain(least.LeastAt), least.Least);
                Assert.True(least.Least > target.Value && Attain(0.5m) >= least.Least);
                break;
            case SolveOutcome.NoInfluence none:
                foreach (var value in new[] { 0, 0.3m, 1 }) Assert.Equal(none.Attained, Attain(value));
                break;
            default:
                Assert.Fail("Values from 0 up are monotone.");
                break;
        }
    }

    [Property]
    public void Solve_OfAFigureThatAKnownValueGives_FindsTheValue(Scenario scenario, byte seed, byte yearSeed)
    {
        var year = 2 + (yearSeed % 6);
        var known = seed / 255m;
        var figure = scenario.With(SolveUnknown.Retention, known).Year(year).Sales;
        if (scenario.Solve(SolveUnknown.Retention, new ScenarioTarget(figure, year)) is not SolveOutcome.Solved solved) return;
        var slope = scenario.With(SolveUnknown.Retention, Math.Min(1, known + 0.001m)).Year(year).Sales - figure;
        if (slope > 1) Assert.Equal(decimal.Round(known, 9), decimal.Round(solved.Value, 9));
    }

    [Property]
    public void Comparison_OfAnyScenarios_IsEachByItself(Scenario one, Scenario other)
    {
        var comparison = ScenarioComparison.Of([one with { Name = "one" }, other with { Name = "other" }], Years);
        for (var year = 1; year <= Years; year++)
        {
            Assert.Equal([one.Year(year).Sales, other.Year(year).Sales], comparison.Year(year).Select(found => found.Sales));
            Assert.Equal([0, other.Year(year).Sales - one.Year(year).Sales], comparison.SalesDifferences(year));
            Assert.Equal([0, other.Year(year).Active - one.Year(year).Active], comparison.ActiveDifferences(year));
        }
    }

    /// <summary>Equal but for the digits that a decimal does not hold.</summary>
    private static void Near(decimal expected, decimal found) => Assert.InRange(found, expected - 0.000_000_01m, expected + 0.000_000_01m);

    private static decimal Rounded(decimal value) => decimal.Round(value, 6);
}
