using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules.Evaluation;

public class BacktestTests
{
    private const string Text = """
        mirai 1
        rule low
          param    floor = 50
          when     active_customers < floor for 2 days
          severity warning
        rule always
          when     active_customers >= 0
        rule never
          when     active_customers < 0
        rule after_low
          when     firing(low)
          unless   active_customers < 5
        """;

    private static readonly DateOnly Start = new(2024, 12, 30);

    [Fact]
    public void Records_OfRules_CountWhatTheySaid()
    {
        var backtest = RuleSet.Parse(Text).Backtest(Figures(60, 40, 40, 40, 60, 40, 30, double.NaN, 60, 3, 3, 3));
        var low = Record(backtest, "low");
        Assert.Equal((3, 12L, 1L), (low.Warnings, low.Days, low.DaysUndecided));
        Assert.Equal(2 + 2 + 2, low.DaysWarning);
        Assert.Equal(2, low.MedianDays);
        Assert.Equal([(2024, 0), (2025, 3)], low.WarningsByYear.Select(y => (y.Key, y.Value)));
        Assert.Equal((false, false), (low.NeverFires, low.AlwaysFires));
        Assert.True(Record(backtest, "always").AlwaysFires);
        Assert.True(Record(backtest, "never").NeverFires);
        var suppressed = Assert.Single(backtest.Episodes, e => e.Kind == EpisodeKind.Suppressed);
        Assert.Equal(("after_low", SuppressionKind.Unless, Start.AddDays(10)), (suppressed.RuleId, suppressed.Suppression, suppressed.Opened));
        Assert.Contains("restated", Backtest.Note["en"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Period_WithinTheFigures_HoldsEpisodesThatReachIntoIt()
    {
        var figures = Figures(60, 40, 40, 40, 60, 60, 60, 60);
        var backtest = RuleSet.Parse(Text).Backtest(figures, new DayRange(Start.AddDays(3), Start.AddDays(6)));
        var warning = Assert.Single(backtest.Warnings, w => w.RuleId is "low");
        Assert.Equal((Start.AddDays(2), Start.AddDays(4), 1), (warning.Opened, warning.Closed, warning.Days));
        Assert.Equal(0, Record(backtest, "low").Warnings);
        Assert.Null(backtest.Warnings.Single(w => w.RuleId is "always").Closed);
    }

    [Fact]
    public void Incidents_GivenByTheHost_JudgeARule()
    {
        RuleIncident[] incidents =
        [
            new("low", Start.AddDays(3), Start.AddDays(5)), new("low", Start.AddDays(7), Start.AddDays(7)), new("never", Start, Start),
        ];
        var backtest = RuleSet.Parse(Text).Backtest(Figures(60, 40, 40, 40, 60, 60, 60, 60, 60, 3, 3, 3), incidents: incidents);
        var score = Record(backtest, "low").Incidents!;
        Assert.Equal((2, 1, 2, 1, 1.0), (score.Warnings, score.Justified, score.Incidents, score.Noticed, score.MedianLeadDays!.Value));
        Assert.Equal((0.5, 0.5), (score.Precision, score.Recall));
        Assert.Equal((null, 0.0), (Record(backtest, "never").Incidents!.Precision, Record(backtest, "never").Incidents!.Recall));
        Assert.Null(Record(backtest, "always").Incidents);
    }

    [Fact]
    public void Diff_OfTwo_ListsWhatIsGainedLostAndMoved()
    {
        var figures = Figures(60, 45, 45, 60, 60, 45, 30, 30, 60, 60, 52, 52);
        var before = RuleSet.Parse(Text).Backtest(figures);
        var diff = before.Diff(RuleSet.Parse(Text).With("mine", "mirai 1\noverride low\n  set floor = 40\n").Backtest(figures));
        Assert.Equal([Start.AddDays(2)], diff.Lost.Where(e => e.RuleId is "low").Select(e => e.Opened));
        Assert.Equal([(Start.AddDays(6), Start.AddDays(7))], diff.Moved.Where(m => m.Before.RuleId is "low").Select(m => (m.Before.Opened, m.After.Opened)));
        Assert.Empty(diff.Gained);
        var back = RuleSet.Parse(Text).With("mine", "mirai 1\noverride low\n  set floor = 55\n").Backtest(figures);
        Assert.Equal([Start.AddDays(11)], before.Diff(back).Gained.Where(e => e.RuleId is "low").Select(e => e.Opened));
    }

    [Fact]
    public void Sweep_OverAParameter_IsTheBacktestOfEachValue()
    {
        var random = new Random(7);
        var figures = Figures([.. Enumerable.Range(0, 400).Select(_ => (double)random.Next(0, 100))]);
        var rules = RuleSet.Parse(Text);
        string[] values = ["20", "50", "80"];
        var points = rules.Sweep(figures, "low.floor", values);
        Assert.Equal(values, points.Select(p => p.Value), StringComparer.Ordinal);
        foreach (var point in points)
        {
            var alone = rules.With(rules.Options.Set("low.floor", point.Value)).Backtest(figures);
            Assert.Equal(alone.Episodes.Select(Shown), point.Backtest.Episodes.Select(Shown), StringComparer.Ordinal);
            Assert.Equal(Record(alone, "low").DaysWarning, point.Rule!.DaysWarning);
        }

        Assert.True(points[0].Rule!.DaysWarning < points[2].Rule!.DaysWarning);
    }

    private static string Shown(RuleEpisode episode) => $"{episode.RuleId} {episode.Part} {episode.Kind} {episode.Opened} {episode.Closed} {episode.Severity}";

    private static RuleRecord Record(Backtest backtest, string rule) => backtest.Rules.Single(r => string.Equals(r.RuleId, rule, StringComparison.Ordinal));

    private static InMemoryFigures Figures(params double[] active) => new(
        new DayRange(Start, Start.AddDays(active.Length - 1)), "JPY",
        [new FigureSeries(RuleVocabulary.MetricOf(CustomerMeasures.ActiveCustomers, "JPY"), CustomerPart.Whole, active)]);
}
