using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>Functions on columns that a reader can work out by hand; the agreement with the plain evaluator holds the rest.</summary>
public class FunctionTests
{
    private const double Gap = double.NaN;

    [Theory]
    [InlineData("avg", new[] { Gap, Gap, Gap, 2.5, 3, 4, 5, 5.5, 6.75 })]
    [InlineData("sum", new[] { Gap, Gap, Gap, 12.5, 15, 20, 25, 27.5, 33.75 })]
    [InlineData("min", new[] { Gap, Gap, Gap, 1, 1, 2, 3, 4, 5 })]
    [InlineData("max", new[] { Gap, Gap, Gap, 4, 5, 6, 7, 7, 9 })]
    [InlineData("median", new[] { Gap, Gap, Gap, 2.5, 3, 4, 5, 5.5, 6.5 })]
    [InlineData("coverage", new[] { 0.2, 0.4, 0.6, 0.8, 1, 1, 1, 0.8, 0.8 })]
    [InlineData("diff", new[] { Gap, Gap, Gap, Gap, Gap, 5, 5, Gap, 5 })]
    public void Window_WithAGap_TakesWhatIsKnownFrom80Percent(string function, double[] expected) =>
        Assert.Equal(expected, Column(Trees.Call(function, X, Trees.Days(5)), [1, 2, 3, 4, 5, 6, 7, Gap, 9]));

    [Fact]
    public void Change_FromZeroOrBelow_IsMissing() =>
        Assert.Equal([Gap, Gap, Gap, 1, -0.5], Column(Trees.Call("change", X, Trees.Days(1)), [0, -5, 4, 8, 4]));

    [Fact]
    public void Quotient_ByZero_IsMissing() =>
        Assert.Equal([Gap, 1, Gap], Column(Trees.Binary(BinaryKind.Divide, X, Trees.Binary(BinaryKind.Subtract, X, Trees.Number(1))), [1, 2 + 1e300, Gap]));

    [Fact]
    public void Ago_ByMonths_IsClampedToTheMonthsEnd()
    {
        double[] values = [.. Enumerable.Range(0, 121).Select(day => (double)day)]; // 2024-01-01 is day 0.
        var column = Column(Trees.Ago(X, new RuleDuration(1, DurationUnit.Month)), values);
        Assert.Equal(59, column[90]); // 31 March: 29 February.
        Assert.Equal(59, column[88]); // 29 March too.
        Assert.Equal(0, column[31]);
        Assert.True(double.IsNaN(column[30]));
    }

    [Fact]
    public void Window_OfAMonth_HasAsManyDaysAsTheMonth()
    {
        var column = Column(Trees.Call("sum", X, new RuleDuration(1, DurationUnit.Month)), [.. Enumerable.Repeat(1.0, 100)]);
        Assert.Equal((31, 29, 31), (column[30], column[74], column[90])); // From 16 February to 15 March there are 29.
    }

    [Fact]
    public void Expected_Yearly_GrowsLastYearsWeekByTheGrowthSince()
    {
        double[] values = [.. Enumerable.Range(0, 800).Select(day => (day < 400 ? 10.0 : 20.0) * (day % 7 == 3 ? 3 : 1))];
        var node = Trees.Expected("expected", X, "yearly", new RuleDuration(1, DurationUnit.Year));
        var column = Column(node, values);
        Assert.True(double.IsNaN(column[364 + 22])); // 22 of the 28 days before are less than 80 %.
        Assert.False(double.IsNaN(column[364 + 23]));
        Assert.Equal(2 * 10 * 9 / 7.0, column[500], 9);
        Assert.Equal(Reference(node, values)[750], column[750], 9);
        var two = Trees.Expected("gap", X, "yearly", new RuleDuration(2, DurationUnit.Year));
        Assert.Equal(Reference(two, values)[799], Column(two, values)[799], 9);
    }

    [Fact]
    public void Deviation_OfAPlateauFarFromTheBeginning_IsZeroAndTheScoreMissing()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(day => day < 30 ? day * 1e7 + 0.1 : 123456789.7)];
        Assert.Equal(0, Column(Trees.Call("stdev", X, Trees.Days(7)), values)[59]);
        Assert.True(double.IsNaN(Column(Trees.Call("zscore", X, Trees.Days(7)), values)[59]));
    }

    [Fact]
    public void Wilson_OfTheTextbook_IsMet()
    {
        // R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3: 81 of 263.
        var low = Column(Trees.Call("wilson_low", X, Trees.Number(263), Trees.Number(0.95)), [81]);
        var high = Column(Trees.Call("wilson_high", X, Trees.Number(263), Trees.Number(0.95)), [81]);
        Assert.Equal(0.2553, low[0], 4);
        Assert.Equal(0.3662, high[0], 4);
    }

    [Fact]
    public void Comparison_OfSumsTakenInAnotherOrder_HoldsAtTheThreshold()
    {
        double[] values = [.. Enumerable.Repeat(0.1, 50)];
        var atLeast = Trees.AtLeast(Trees.Call("sum", X, Trees.Days(30)), 3);
        var less = Trees.Less(Trees.Call("sum", X, Trees.Days(30)), 3);
        Assert.Equal(1, Column(Trees.Call("if", atLeast, Trees.Number(1), Trees.Number(0)), values)[49]);
        Assert.Equal(0, Column(Trees.Call("if", less, Trees.Number(1), Trees.Number(0)), values)[49]);
    }

    [Fact]
    public void HostFunction_OfColumns_IsCalledOnceWithThem()
    {
        var calls = 0;
        var function = new RuleFunction("twice", [])
        {
            English = "", Japanese = "", ResultType = types => types[0],
            Host = new HostFunction((arguments, result) =>
            {
                calls++;
                for (var day = 0; day < result.Length; day++) result[day] = arguments[0][day] * 2 / (day == 2 ? 0 : 1);
            }, 1),
        };
        var node = new CallNode(Trees.Quantity, function, [X], []);
        var figures = FiguresForTests.Of(1, Gap, 3, 4);
        RuleRun.Execute([Trees.Set(Trees.Rule("r", Trees.When(Trees.Less(Trees.Binary(BinaryKind.Add, node, node), 0))))], figures, figures.Days.Last, EvaluationOptions.Default, RuleLimits.Default);
        Assert.Equal(1, calls);
        Assert.Equal([2, Gap, Gap, 8], Column(node, figures));
    }

    [Fact]
    public void Shares_OfParts_AreOfTheSumOfTheParts()
    {
        var figures = FiguresForTests.By("rank", ("New", [6, 0, Gap]), ("Gold", [2, 0, 1]), ("Old", [2, 0, 1]));
        Assert.Equal([0.6, Gap, Gap], Column(Trees.Call(Trees.Percentage, "largest_share", ["rank"], X), figures));
        Assert.Equal([0.44, Gap, Gap], Column(Trees.Call(Trees.Percentage, "concentration", ["rank"], X), figures).Select(v => Math.Round(v, 12)));
    }

    private static BoundNode X => Trees.Metric("x");

    private static double[] Column(BoundNode node, double[] values) => Column(node, FiguresForTests.Of(values));

    private static double[] Column(BoundNode node, InMemoryFigures figures)
    {
        var rule = Trees.Rule("r", Trees.When(Trees.Less(node, 0)));
        var run = RuleRun.Execute([Trees.Set(rule)], figures, figures.Days.Last, EvaluationOptions.Default, RuleLimits.Default);
        var column = new PartValues(run, CustomerPart.Whole).Of(run.Plans[0].Terms.Of(node));
        return [.. Enumerable.Range(0, figures.Days.Count).Select(column.ValueAt)];
    }

    private static double[] Reference(BoundNode node, double[] values)
    {
        var figures = FiguresForTests.Of(values);
        var reference = new ReferenceValues(figures, (_, _, _, _) => null);
        return [.. Enumerable.Range(0, values.Length).Select(day => reference.Number(node, CustomerPart.Whole, day))];
    }
}
