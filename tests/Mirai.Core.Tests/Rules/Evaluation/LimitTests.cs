using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>What one run may cost, and what it does not do.</summary>
public class LimitTests
{
    private const string Text = """
        mirai 1
        rule dear
          for each store
          tags mail
          when avg(active_customers, 7 days) < avg(active_customers, 28 days) and trend(active_customers, 90 days) < 0%
        rule cheap
          for each store
          tags customers
          when active_customers < 5
        rule whole
          when firing(cheap)
        """;

    [Fact]
    public void Work_AboveTheLimit_IsRefusedWithTheDearestRules()
    {
        var rules = RuleSet.Parse(Text, new RuleSetOptions { Limits = RuleLimits.Default with { Cells = 10_000 } });
        var error = Assert.Throws<RuleLimitException>(() => rules.Backtest(Figures(stores: 40)));
        Assert.Matches(@"would compute [\d,]+ cells; 10,000 are allowed\. The dearest are `dear` \([\d,]+\), `cheap` \([\d,]+\), `whole` \([\d,]+\)\.$", error.Message);
    }

    [Fact]
    public void Segments_AboveTheLimit_AreRefusedWithTheirNumber()
    {
        var rules = RuleSet.Parse(Text, new RuleSetOptions { Limits = RuleLimits.Default with { SegmentsPerRule = 39 } });
        Assert.Contains("`dear` would run for 40 segments of store; at most 39", Assert.Throws<RuleLimitException>(() => rules.Backtest(Figures(stores: 40))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_IsHeardBeforeEveryTerm()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => RuleSet.Parse(Text).Backtest(Figures(stores: 2), cancellationToken: cancelled.Token));
    }

    [Fact]
    public void Tags_SelectRules_AndThoseTheyAskAreStillEvaluated()
    {
        var figures = Figures(stores: 2);
        Assert.Equal("cheap", string.Join(' ', RuleSet.Parse(Text).WithTags("customers").Backtest(figures).Rules.Select(r => r.RuleId)));
        var all = RuleSet.Parse(Text.Replace("rule whole\n", "rule whole\n  tags top\n", StringComparison.Ordinal));
        Assert.Equal(all.Backtest(figures).Rules.Single(r => r.RuleId is "whole").DaysWarning, Assert.Single(all.WithTags("top").Backtest(figures).Rules).DaysWarning);
        Assert.NotEqual(0, all.Backtest(figures).Rules.Single(r => r.RuleId is "whole").DaysWarning);
    }

    [Fact]
    public void Figures_ThatAreInfinite_AreMissingAndCounted()
    {
        var days = new DayRange(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 4));
        var metric = RuleVocabulary.MetricOf(CustomerMeasures.ActiveCustomers, "JPY");
        var figures = new InMemoryFigures(days, "JPY", [new FigureSeries(metric, CustomerPart.Whole, [1, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity])]);
        var evaluation = RuleSet.Parse("mirai 1\nrule r\n  when active_customers >= 2\n").Evaluate(figures);
        Assert.Equal(UndecidedReason.MissingInput, Assert.Single(evaluation.Undecided).Undecided!.Reason);
        Assert.Equal(3, evaluation.InfiniteFigures["active_customers"]);
    }

    [Fact]
    public void Day_OutsideTheFigures_IsTheCallersBug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleSet.Parse(Text).Evaluate(Figures(stores: 1), new DateOnly(2020, 1, 1)));

    [Fact]
    public void Series_OfDaysThatAreAbsent_AreWhatTheMetricSays()
    {
        var days = new DayRange(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 6));
        KeyValuePair<DateOnly, double>[] given = [new(days[1], 5), new(days[4], double.NaN)];
        double[] Values(RuleMetric metric) => FigureSeries.Of(metric, CustomerPart.Whole, days, given).Values;
        Assert.Equal([0, 5, 0, 0, double.NaN, 0], Values(Trees.MetricNamed("f", MeasureKind.Flow)));
        Assert.Equal([double.NaN, 5, double.NaN, double.NaN, double.NaN, double.NaN], Values(Trees.MetricNamed("l")));
        Assert.Equal([double.NaN, 5, 5, double.NaN, double.NaN, double.NaN], Values(Trees.MetricNamed("c") with { Absent = AbsentDay.Carry, CarryDays = 1 }));
    }

    private static InMemoryFigures Figures(int stores)
    {
        var days = new DayRange(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));
        var metric = RuleVocabulary.MetricOf(CustomerMeasures.ActiveCustomers, "JPY");
        return new InMemoryFigures(days, "JPY", Enumerable.Range(0, stores).Select(store => new FigureSeries(
            metric, new CustomerPart([new SegmentPick("store", [$"{store}"])]), [.. Enumerable.Range(0, days.Count).Select(day => (double)((day + store) % 20))])));
    }
}
