using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>Results of rules as texts: messages, evidence, causes, contributions, states.</summary>
public class ResultTests
{
    private const string Declining = """
        mirai 1
        rule active_customers_declining
          title    ja "稼働顧客数が減少しています" en "Active customers are declining"
          param    drop = 5% in 1%..50%
          let      delta = change(active_customers, 28 days)
          needs    active_customers >= 200 en "fewer than 200 customers"
          when     delta <= -drop for 7 days
          until    delta > -drop / 2 for 3 days
          severity critical if delta <= -3 * drop
          severity warning
          message  ja "稼働顧客数は{active_customers}人、28日前より{delta:signed}。{days}日続いています。"
                   en "{active_customers} active customers, {delta:signed} against 28 days ago, for {days} days since {since}."
          evidence active_customers last 90 days
          evidence sum(lapsed_customers, 28 days) as ja "離脱" en "Lost"
          because  firing(more_lapses) strength 80%
          because  change(sum(new_customers, 28 days), 28 days) <= -10% ja "新規獲得が減っています" en "Fewer new customers"
          because  active_customers > 0 strength 90% en "There are customers"
          drill    diff(active_customers, 28 days) by region
          cooldown 14 days
        rule more_lapses
          title    en "More customers lapse"
          when     sum(lapsed_customers, 7 days) >= 100
          because  firing(quiet) strength 10%
          because  lapsed_customers > 10 en "Many today"
        rule quiet
          when     active_customers < 0
        """;

    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void Warning_OfAFallOverTwentyDays_OpensAndClosesOnTheDaysOfTheExample()
    {
        var backtest = Rules(Declining).Backtest(Falling());
        var warning = Assert.Single(backtest.Warnings, w => w.RuleId is "active_customers_declining");
        Assert.Equal((Start.AddDays(75), Start.AddDays(105)), (warning.Opened, warning.Closed));
        Assert.Equal(WarningLevel.Warning, warning.Severity);
    }

    [Fact]
    public void Result_OnTheDayOfOpening_SaysWhatWhySinceWhenAndWhere()
    {
        var evaluation = Rules(Declining).Evaluate(Falling(), Start.AddDays(75));
        var result = Assert.Single(evaluation.Warnings, w => w.RuleId is "active_customers_declining");
        Assert.Equal((RuleState.Opened, 1, Start.AddDays(69)), (result.State, result.DaysOpen, result.Since));
        Assert.Equal("稼働顧客数は920人、28日前より-8.0%。7日続いています。", result.Message["ja"]);
        Assert.Equal("920 active customers, -8.0% against 28 days ago, for 7 days since 11 March 2026.", result.Message["en"]);
        Assert.Equal("Active customers are declining", result.Title["de"]);

        Assert.Equal("稼働顧客数, 離脱", string.Join(", ", result.Evidence.Select(e => e.Label["ja"])));
        Assert.Equal("920人, 360人", string.Join(", ", result.Evidence.Select(e => e.Text["ja"])));
        Assert.Equal((76, 1000, 920), (result.Evidence[0].Series.Count, result.Evidence[0].Series[0], result.Evidence[0].Series[^1]));
        Assert.False(result.Evidence[1].IsEstimated);

        Assert.Equal("There are customers, More customers lapse", string.Join(", ", result.Causes.Select(c => c.Text["en"])));
        Assert.Equal([0.9, 0.8], result.Causes.Select(c => c.Strength));
        Assert.Equal("Many today", string.Join(", ", result.Causes[1].Causes.Select(c => c.Text["en"])));
        Assert.Equal("active_customers_declining", evaluation.Results.Single(r => r.RuleId is "more_lapses").ParentId);

        var drill = Assert.Single(result.Drills);
        Assert.Equal(("region", -80), (drill.Dimension, drill.Amount));
        Assert.Equal([("west", -60, 0.75), ("east", -20, 0.25)], drill.Rows.Where(r => !double.IsNaN(r.Amount)).Select(r => (r.Segment, r.Amount, Math.Round(r.Contribution, 12))));
        Assert.Equal("no data", Assert.Single(drill.Rows, r => double.IsNaN(r.Contribution)).Text["en"]);
    }

    [Fact]
    public void Cause_WithoutAText_IsTheConditionInWordsOrTheOtherRule()
    {
        var rules = Rules("""
            mirai 1
            rule falling
              title    en "Falling"
              when     change(active_customers, 28 days) <= -5% for 7 days
              because  firing(other) strength 80%
              because  sum(lapsed_customers, 28 days) >= 100
            rule other
              when     active_customers > 0
              because  active_customers > 5 en "Some"
            """);
        var causes = rules.Evaluate(Falling(), Start.AddDays(75)).Warnings.Single(w => w.RuleId is "falling").Causes;
        Assert.Equal((string[])["other", "the sum of lapsed customers over 28 days is at least 100"], causes.Select(c => c.Text["en"]), StringComparer.Ordinal);
        Assert.Equal("other, 失効顧客数の28日の合計が100以上である", string.Join(", ", causes.Select(c => c.Text["ja"])));
    }

    [Theory]
    [InlineData(20, RuleState.NotEvaluated)]
    [InlineData(75, RuleState.Opened)]
    [InlineData(80, RuleState.Open)]
    [InlineData(105, RuleState.Closed)]
    public void State_OnADay_IsThatOfTheDay(int day, RuleState expected) =>
        Assert.Equal(expected, Rules(Declining).Evaluate(Falling(), Start.AddDays(day)).Results.Single(r => r.RuleId is "active_customers_declining").State);

    [Fact]
    public void Rule_ThatIsQuiet_IsCountedAndHasNoResult()
    {
        var evaluation = Rules(Declining).Evaluate(Falling(), Start.AddDays(50));
        Assert.DoesNotContain(evaluation.Results, r => r.RuleId is "active_customers_declining" or "quiet");
        Assert.Equal(3, evaluation.QuietCount);
    }

    [Fact]
    public void Undecided_WithoutHistoryOrTooSmall_SaysWhy()
    {
        var rules = Rules(Declining);
        var early = rules.Evaluate(Falling(), Start.AddDays(20)).Undecided.Single(r => r.RuleId is "active_customers_declining").Undecided!;
        Assert.Equal((UndecidedReason.NotEnoughHistory, 28, Start), (early.Reason, early.DaysOfHistory, early.From));
        var small = rules.Evaluate(Falling(scale: 0.1), Start.AddDays(60)).Undecided.Single(r => r.RuleId is "active_customers_declining").Undecided!;
        Assert.Equal((UndecidedReason.NeedsNotMet, "fewer than 200 customers"), (small.Reason, small.Text["en"]));
    }

    [Fact]
    public void Notices_OfAllDays_AreOpeningsRisesAndCloses()
    {
        var notices = Rules(Declining).EvaluateAll(Falling()).Where(r => r.RuleId is "active_customers_declining").ToList();
        Assert.Equal([(RuleState.Opened, Start.AddDays(75)), (RuleState.Closed, Start.AddDays(105))], notices.Select(n => (n.State, n.Day)));
        Assert.Equal((30, WarningLevel.Warning), (notices[1].DaysOpen, notices[1].Severity));
    }

    [Fact]
    public void Suppressed_AndDisabled_AreShownWithTheirReasons()
    {
        var rules = Rules(Declining + "\nsuppress active_customers_declining from 2026-03-01 to 2026-12-31 en \"refit\"\ndisable quiet en \"not used\"\n");
        var evaluation = rules.Evaluate(Falling(), Start.AddDays(80));
        var result = evaluation.Results.Single(r => r.RuleId is "active_customers_declining");
        Assert.Equal((RuleState.Suppressed, SuppressionKind.Period, "refit"), (result.State, result.Suppression!.Kind, result.Suppression.Reason["en"]));
        Assert.Equal("not used", Assert.Single(evaluation.Disabled).Reason["en"]);
    }

    [Fact]
    public void Drill_OfARate_SplitsItsChangeIntoRateAndMix()
    {
        const string text = """
            mirai 1
            rule r
              when     diff(retention_rate, 1 day) < 0pt
              drill    diff(retention_rate, 1 day) by region
            """;
        var metric = Metric(CustomerMeasures.RetentionRate);
        // West keeps 50 %, east 80 % then 70 %; and west grows from 100 to 300 of 400.
        var figures = new InMemoryFigures(new DayRange(Start, Start.AddDays(1)), "JPY",
        [
            new FigureSeries(metric, CustomerPart.Whole, [80 * 3 + 50, 70 + 150], [400, 400]),
            new FigureSeries(metric, Region("east"), [240, 70], [300, 100]),
            new FigureSeries(metric, Region("west"), [50, 150], [100, 300]),
        ]);
        var drill = Assert.Single(Assert.Single(Rules(text).Evaluate(figures).Warnings).Drills);
        var (east, west) = (drill.Rows.Single(r => r.Segment is "east"), drill.Rows.Single(r => r.Segment is "west"));
        Assert.Equal(-0.1 * 0.5, east.RateEffect!.Value, 12);
        Assert.Equal(0, west.RateEffect!.Value, 12);
        var middle = (0.725 + 0.55) / 2;
        Assert.Equal((0.75 - middle) * -0.5, east.MixEffect!.Value, 12);
        Assert.Equal((0.5 - middle) * 0.5, west.MixEffect!.Value, 12);
        Assert.Equal(-0.175, east.RateEffect.Value + east.MixEffect.Value + west.RateEffect.Value + west.MixEffect.Value, 12);
        Assert.Equal(0, drill.Rest, 12);
    }

    [Fact]
    public void Text_BeyondTheLimit_IsCut()
    {
        var rules = RuleSet.Parse("mirai 1\nrule r\n  when active_customers >= 0\n  message en \"" + new string('x', 300) + "\"\n",
            new RuleSetOptions { Limits = RuleLimits.Default with { TextLength = 100 } });
        var message = Assert.Single(rules.Evaluate(Falling()).Warnings).Message["en"];
        Assert.Equal((100, '…'), (message.Length, message[^1]));
    }

    [Fact]
    public void Estimate_OfASumWithMissingDays_IsMarked()
    {
        var rules = Rules("mirai 1\nrule r\n  when active_customers >= 0\n  evidence sum(lapsed_customers, 28 days)\n");
        Assert.True(Assert.Single(Assert.Single(rules.Evaluate(Falling(gapDay: 110)).Warnings).Evidence).IsEstimated);
    }

    private static RuleSet Rules(string text) => RuleSet.Parse(text);

    private static RuleMetric Metric(Measure measure) => RuleVocabulary.MetricOf(measure, "JPY");

    private static CustomerPart Region(string value) => new([new SegmentPick("region", [value])]);

    /// <summary>120 days: 1000 customers fall to 900 from day 61 to 80, three quarters of them in the west; lapses rise.</summary>
    private static InMemoryFigures Falling(double scale = 1, int gapDay = -1)
    {
        double[] active = [.. Enumerable.Range(0, 120).Select(d => scale * (1000 - (5 * Math.Clamp(d - 59, 0, 20))))];
        double[] lapsed = [.. Enumerable.Range(0, 120).Select(d => d == gapDay ? double.NaN : d < 60 ? 10.0 : 15.0)];
        double[] news = [.. Enumerable.Repeat(10.0, 120)];
        return new InMemoryFigures(new DayRange(Start, Start.AddDays(119)), "JPY",
        [
            new FigureSeries(Metric(CustomerMeasures.ActiveCustomers), CustomerPart.Whole, active),
            new FigureSeries(Metric(CustomerMeasures.ActiveCustomers), Region("east"), [.. active.Select(a => 400 + ((a - 1000) / 4))]),
            new FigureSeries(Metric(CustomerMeasures.ActiveCustomers), Region("west"), [.. active.Select(a => 600 + ((a - 1000) * 3 / 4))]),
            new FigureSeries(Metric(CustomerMeasures.ActiveCustomers), Region("north"), [.. active.Select(_ => double.NaN)]),
            new FigureSeries(Metric(CustomerMeasures.LapsedCustomers), CustomerPart.Whole, lapsed),
            new FigureSeries(Metric(CustomerMeasures.NewCustomers), CustomerPart.Whole, news),
        ]);
    }
}
