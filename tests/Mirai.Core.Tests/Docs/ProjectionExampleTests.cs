using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Core.Tests.Docs;

/// <summary>What docs/projection.md shows.</summary>
public sealed class ProjectionExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    [Fact]
    public void Scenario_OfTheReference_IsProjected()
    {
        // snippet: project
        var high = new Scenario
        {
            Name = "high",
            Acquisition = AcquisitionPlan.List(12_000, 42_000, 144_000, 241_000, 419_000),   // then nobody
            Retention = RetentionCurve.List(0.70m, 0.90m, 0.93m),                            // 93 % goes on
            Ltv = ValueCurve.List(12_000, 18_000, 22_000, 25_000, 27_000),                   // 27,000 goes on
        };
        var result = high.Project(10);
        var sales = result.Year(8).Sales;                            // 12,329,533,646.01 yen
        var young = result.Year(5).ActiveInCustomerYear(1);          // 419,000 of 709,566 active customers
        var (peakActive, peakSales) = (result.PeakActive.Year, result.PeakSales.Year);   // years 5 and 8
        var multiple = high.FiveYearMultiple(5);                     // 5.44
        // end
        Assert.Equal(12_329_533_646.01m, decimal.Round(sales, 2));
        Assert.Equal((419_000m, 709_566m), (young, decimal.Round(result.Year(5).Active)));
        Assert.Equal((5, 8), (peakActive, peakSales));
        Assert.Equal("5.44", $"{multiple:0.00}");
    }

    [Fact]
    public void Target_OfTheReference_IsSolved()
    {
        var low = new Scenario
        {
            Acquisition = AcquisitionPlan.List(12_000, 42_000, 144_000, 241_000, 419_000),
            Retention = RetentionCurve.List(0.45m, 0.60m),
            Ltv = ValueCurve.List(12_000, 18_000, 22_000, 25_000, 27_000),
        };

        // snippet: solve
        var target = new ScenarioTarget(10_000_000_000, Year: 5);
        var answer = low.Solve(SolveUnknown.Retention, target) switch
        {
            SolveOutcome.Solved solved => $"{solved.Value:P1} in every customer year",
            SolveOutcome.OutOfReach most => $"out of reach: {most.Best:N0} at the most",
            SolveOutcome.AlreadyPassed least => $"already passed: {least.Least:N0} at the least",
            SolveOutcome.NotMonotone several => $"{several.Values.Count} rates give it",
            _ => "retention does not matter in that year",
        };
        // end
        Assert.Equal($"{0.695m:P1} in every customer year", answer);

        // snippet: compare
        var better = low with { Name = "15 points more into year 2", Retention = RetentionCurve.List(0.60m, 0.60m) };
        var comparison = ScenarioComparison.Of([low with { Name = "as it is" }, better], years: 10);
        var worth = comparison.SalesDifferences(6)[1];   // what the difference is worth in year 6
        // end
        Assert.Equal(better.Year(6).Sales - low.Year(6).Sales, worth);
        Assert.True(worth > 0);
    }

    [Fact]
    public void Curves_OfAHistory_AreFitted()
    {
        var history = company.History;
        // snippet: curves
        var today = history.Days.Last;
        var own = OwnYearCurves.Of(history, today, new OwnYearOptions { PooledYears = 2 });
        var first = own.Years[0];                     // of first.AtRisk customers whose second year is over, first.Stayed bought in it
        var scenario = new Scenario
        {
            Retention = own.Retention(new CurveFit { LeastWeight = 30 })!,
            Ltv = own.Ltv()!,
            Acquisition = AcquisitionPlan.EveryYear(400),
        };
        // end
        Assert.InRange(first.Stayed, 1, first.AtRisk);
        Assert.InRange(scenario.Retention.At(1), 0.01m, 0.99m);
        Assert.True(scenario.Year(3).Sales > scenario.Year(1).Sales);

        // snippet: shapes
        var list = RetentionCurve.List(0.65m, 0.86m, 0.90m);
        var flat = RetentionCurve.Constant(0.65m);
        var line = RetentionCurve.Ramp(from: 0.65m, to: 0.93m, years: 5);            // 0.65, 0.72, 0.79, 0.86, 0.93, 0.93 ...
        var formula = RetentionCurve.Function(k => (k + 1m) / (k + 2m));             // shifted beta-geometric, a = 1 and b = 2
        var fitted = RetentionCurve.Fit([new(1, Part: 650, Whole: 1_000), new(2, 344, 400), new(3, 18, 20)]);
        // end
        Assert.Equal([0.65m, 0.65m, 0.65m, 2m / 3, 0.65m], new[] { list, flat, line, formula, fitted! }.Select(curve => curve.At(1)));
        Assert.Equal(0.79m, line.At(3));
    }
}
