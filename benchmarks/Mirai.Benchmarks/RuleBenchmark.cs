using BenchmarkDotNet.Attributes;
using Mirai.Rules;

namespace Mirai.Benchmarks;

/// <summary>Fifteen rules by store: ten years of every day on one core and on all, and a sweep over a parameter, which should cost little more.</summary>
[Config(typeof(BenchmarkSettings))]
public class RuleBenchmark
{
    private static readonly string[] Drops = ["2%", "3%", "4%", "5%", "6%", "8%", "10%", "15%"];

    private InMemoryFigures _figures = null!;
    private RuleSet _rules = null!;

    /// <summary>How many stores.</summary>
    [Params(200)]
    public int Stores { get; set; }

    /// <summary>Makes the figures.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _figures = RuleFigures.Create(Stores, days: 3653);
        _rules = RuleSet.Parse(RuleFigures.Text);
    }

    /// <summary>All days, one core.</summary>
    [Benchmark(Baseline = true)]
    public Backtest Backtest() => _rules.Backtest(_figures);

    /// <summary>All days, all cores.</summary>
    [Benchmark]
    public Backtest BacktestOnAllCores() => _rules.Backtest(_figures, options: new EvaluationOptions { MaxThreads = 0 });

    /// <summary>The last day with texts, evidence and causes, as a daily run does it.</summary>
    [Benchmark]
    public RuleEvaluation LastDay() => _rules.Evaluate(_figures);

    /// <summary>Eight values of a parameter.</summary>
    [Benchmark]
    public IReadOnlyList<SweepPoint> Sweep() => _rules.Sweep(_figures, "active_falling.drop", Drops);
}

/// <summary>A back-test over all days beside asking for one day after the other, each with nothing but the days before it.</summary>
[Config(typeof(BenchmarkSettings))]
public class RuleByDayBenchmark
{
    private InMemoryFigures _figures = null!;
    private RuleSet _rules = null!;

    /// <summary>Makes two years of figures and asserts that both ways open the same warnings.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _figures = RuleFigures.Create(stores: 10, days: 730);
        _rules = RuleSet.Parse(RuleFigures.Text);
        var opened = Backtest().Warnings.Count();
        if (opened != DayByDay()) throw new InvalidOperationException($"The back-test opens {opened} warnings, day by day there are others.");
    }

    /// <summary>All days at once.</summary>
    [Benchmark]
    public Backtest Backtest() => _rules.Backtest(_figures);

    /// <summary>Every day by itself.</summary>
    [Benchmark(Baseline = true)]
    public int DayByDay()
    {
        var opened = 0;
        for (var day = 0; day < _figures.Days.Count; day++)
        {
            opened += _rules.Evaluate(_figures, _figures.Days[day]).Results.Count(r => r.State == RuleState.Opened);
        }

        return opened;
    }
}
