using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>The life cycle by rows of days: <c>1</c> the condition holds, <c>0</c> it does not, <c>-</c> it is missing.</summary>
public class LifeCycleTests
{
    [Theory]
    [InlineData("0110", 1, "1 opened Warning since 1; 3 closed")]
    [InlineData("0111110", 3, "3 opened Warning since 1; 6 closed")]
    [InlineData("01101110", 3, "6 opened Warning since 4; 7 closed")]
    [InlineData("1-1-10", 3, "4 opened Warning since 0; 5 closed")]
    [InlineData("11---1", 3, "5 opened Warning since 0")]
    [InlineData("11----1", 3, "")]
    [InlineData("11----111", 3, "8 opened Warning since 6")]
    [InlineData("---", 1, "")]
    [InlineData("1---0", 1, "0 opened Warning since 0; 4 closed")]
    public void Run_OfTrueDays_OpensAfterItsLength(string days, int length, string expected) =>
        Assert.Equal(expected, Lines(days, Trees.Rule("r", Trees.When(Holds, Trees.For(length)))));

    [Theory]
    [InlineData("1011", 3, "3 opened Warning since 0")]
    [InlineData("10011", 3, "")]
    [InlineData("1-0-11", 3, "")]
    [InlineData("1-011", 3, "")]
    [InlineData("1-11", 3, "3 opened Warning since 0")]
    [InlineData("101-1", 2, "2 opened Warning since 0")]
    [InlineData("1-01-1", 2, "3 opened Warning since 0")]
    public void Condition_OnSoManyOfFourDays_Opens(string days, int required, string expected)
    {
        var rule = Trees.Rule("r", Trees.When(Holds, Trees.For(required, outOf: 4))) with { Until = Trees.When(Trees.IsMissing(Trees.Number(0))) };
        Assert.Equal(expected, Lines(days, rule));
    }

    [Fact]
    public void Lengths_BeyondAllDays_AreNeverReached()
    {
        const int Endless = int.MaxValue;
        Assert.Equal("", Lines([1, 1, 1], Trees.Rule("r", Trees.When(Holds, Trees.For(Endless)))));
        Assert.Equal("", Lines([1, 1, 1], Trees.Rule("r", Trees.When(Trees.AtLeast(Trees.Call("avg", X, Trees.Days(Endless)), 0)))));
        Assert.Equal("", Lines([1, 1, 1], Trees.Rule("r", Trees.When(Trees.AtLeast(Trees.Ago(X, Trees.Days(Endless)), 0)))));
        Assert.Equal("", Lines([1, 1, 1], Trees.Rule("r", Trees.When(Trees.AtLeast(Trees.Expected("expected", X, "yearly", new RuleDuration(Endless / 12, DurationUnit.Year)), 0)))));
        Assert.Equal("", Lines([1, 1, 1], Trees.Rule("r", Trees.When(Trees.AtLeast(Trees.Expected("expected", X, "weekly", new RuleDuration(Endless, DurationUnit.Week)), 0)))));
    }

    [Fact]
    public void Until_WithItsOwnLength_ClosesInsteadOfTheCondition()
    {
        var rule = Trees.Rule("r", Trees.When(Trees.AtLeast(X, 5))) with { Until = Trees.When(Trees.Less(X, 3), Trees.For(2)) };
        Assert.Equal("1 opened Warning since 1; 9 closed", Lines([1, 5, 4, 2, 4, 2, double.NaN, 4, 2, 2], rule));
    }

    [Fact]
    public void Needs_NotTrue_MakeTheDayUndecidedAndKeepAWarningOpen()
    {
        var rule = Trees.Rule("r", Trees.When(Trees.AtLeast(X, 5))) with { Needs = [Trees.When(Trees.AtLeast(Trees.Metric("n"), 30))] };
        var outcome = Outcome(FiguresForTests.Of(("x", [5, 5, 0, 5, 0]), ("n", [10, 30, 10, double.NaN, 30])), rule);
        Assert.Equal(["1 opened Warning since 1", "4 closed"], EventLines.Of(outcome));
        Assert.Equal([new UndecidedSpell(0, 1, UndecidedReason.NeedsNotMet, 0)], outcome.Undecided);
        Assert.Equal([(0, 1), (2, 4)], outcome.Missing);
    }

    [Fact]
    public void History_TooShort_IsToldFromMissingInput()
    {
        var outcome = Outcome(FiguresForTests.Of(double.NaN, 1, 2, 3, double.NaN, 1), Trees.Rule("r", Trees.When(Trees.AtLeast(Trees.Call("diff", X, Trees.Days(2)), 99))));
        Assert.Equal([new UndecidedSpell(0, 3, UndecidedReason.NotEnoughHistory, -1), new UndecidedSpell(4, 5, UndecidedReason.MissingInput, -1)], outcome.Undecided);
    }

    [Fact]
    public void Severity_MayRise_AndNeverFalls()
    {
        var rule = Trees.Rule("r", Trees.When(Trees.AtLeast(X, 1))) with
        {
            Severities =
            [
                new BoundSeverity(WarningLevel.Critical, Trees.AtLeast(X, 10), default), new BoundSeverity(WarningLevel.Warning, Trees.AtLeast(X, 5), default),
                new BoundSeverity(WarningLevel.Notice, Condition: null, default),
            ],
        };
        Assert.Equal("0 opened Notice since 0; 1 escalated Warning; 4 escalated Critical; 6 closed; 7 opened Critical since 7", Lines([1, 5, 2, double.NaN, 12, 3, 0, 10], rule));
    }

    [Fact]
    public void Unless_CooldownAndPeriods_BlockAndAreRecorded()
    {
        var day = FiguresForTests.FirstDay;
        var rule = Trees.Rule("r", Trees.When(Trees.AtLeast(X, 1))) with
        {
            Unless = [Trees.When(Trees.AtLeast(X, 10))],
            Cooldown = Trees.Days(3),
            Suppressions = [new BoundSuppression([], day.AddDays(9), day.AddDays(10), BoundTexts.Empty)],
        };
        Assert.Equal(
            "0 blocked by unless; 1 opened Warning since 0; 2 closed; 3 blocked by cooldown; 5 opened Warning since 3; 6 closed; 9 blocked by period; 11 opened Warning since 9",
            Lines([10, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1], rule));
    }

    [Fact]
    public void Block_WhoseConditionEnds_EndsWithIt()
    {
        var outcome = Outcome(FiguresForTests.Of(10, 0, 1), Trees.Rule("r", Trees.When(Trees.AtLeast(X, 1))) with { Unless = [Trees.When(Trees.AtLeast(X, 10))] });
        var blocked = Assert.Single(outcome.Blocked);
        Assert.Equal((0, 1, false), (blocked.From, blocked.End, blocked.HasOpened));
        Assert.Equal(2, Assert.Single(outcome.Warnings).Opened);
    }

    [Fact]
    public void Unless_Missing_DoesNotBlock() => Assert.Equal(
        "0 opened Warning since 0",
        Lines([1], Trees.Rule("r", Trees.When(Trees.AtLeast(X, 1))) with { Unless = [Trees.When(Trees.AtLeast(Trees.Ago(X, Trees.Days(1)), 0))] }));

    [Fact]
    public void Remind_EveryTwoDays_CountsFromTheLastNotice()
    {
        var rule = Trees.Rule("r", Trees.When(Trees.AtLeast(X, 1))) with
        {
            Remind = Trees.Days(2),
            Severities = [new BoundSeverity(WarningLevel.Critical, Trees.AtLeast(X, 5), default), new BoundSeverity(WarningLevel.Notice, Condition: null, default)],
        };
        Assert.Equal("0 opened Notice since 0; 2 reminded; 3 escalated Critical; 5 reminded; 7 reminded", Lines([1, 1, 1, 5, 1, 1, 1, 1], rule));
    }

    [Fact]
    public void Warning_AfterFourteenMissingDays_IsStaleAndNotClosed()
    {
        double[] values = [1, .. Enumerable.Repeat(double.NaN, 20), 1, 0];
        var outcome = Outcome(FiguresForTests.Of(values), Trees.Rule("r", Trees.When(Trees.AtLeast(X, 1))));
        var warning = Assert.Single(outcome.Warnings);
        Assert.Equal((0, 22), (warning.Opened, warning.Closed));
        Assert.Equal((14, 21), Assert.Single(warning.Stale));
        Assert.False(warning.IsStaleOn(13));
        Assert.True(warning.IsStaleOn(14));
        Assert.False(warning.IsStaleOn(21));
    }

    [Fact]
    public void Firing_OfASegmentOfTheWholeAndOfAny_IsSeenFromWhereItIsAsked()
    {
        var figures = FiguresForTests.By("rank", ("", [0, 0, 1, 0]), ("New", [1, 0, 0, 0]), ("Gold", [0, 1, 0, 0]));
        var byRank = Trees.Rule("by_rank", Trees.When(Holds)) with { IncludesOverall = false, Dimensions = ["rank"] };
        var whole = Trees.Rule("whole", Trees.When(Holds));
        var set = Trees.Set(
            byRank, whole,
            Trees.Rule("any", Trees.When(Trees.Firing(0))),
            byRank with { Name = "same", When = Trees.When(Trees.Firing(0)) },
            byRank with { Name = "of_whole", When = Trees.When(Trees.Firing(1)) });
        var run = RuleRun.Execute([set], figures, figures.Days.Last, EvaluationOptions.Default, RuleLimits.Default);
        string Warned(int rule, string part) => string.Join(' ', run.Plans[rule].Outcomes.Single(o => string.Equals(o.Part.ToString(), part, StringComparison.Ordinal)).Warnings.Select(w => $"{w.Opened}-{w.Closed}"));
        Assert.Equal("0-2", Warned(2, ""));
        Assert.Equal("0-1", Warned(3, "rank: New"));
        Assert.Equal("1-2", Warned(3, "rank: Gold"));
        Assert.Equal("2-3", Warned(4, "rank: Gold"));
    }

    private static BoundNode X => Trees.Metric("x");

    private static BoundNode Holds => Trees.AtLeast(X, 1);

    private static string Lines(string days, BoundRule rule) =>
        Lines([.. days.Select(d => d switch { '1' => 1, '0' => 0, _ => double.NaN })], rule);

    private static string Lines(double[] values, BoundRule rule) =>
        string.Join("; ", EventLines.Of(Outcome(FiguresForTests.Of(values), rule)));

    private static RuleOutcome Outcome(InMemoryFigures figures, BoundRule rule) => Assert.Single(
        RuleRun.Execute([Trees.Set(rule)], figures, figures.Days.Last, EvaluationOptions.Default, RuleLimits.Default).Plans[0].Outcomes);
}
