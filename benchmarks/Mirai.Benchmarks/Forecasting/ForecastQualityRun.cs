using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>How good forecasts are on companies of which the end is held back: every way to forecast, every horizon, and the coverage of the bands.</summary>
internal sealed class ForecastQualityRun(RunOptions options)
{
    private readonly int _firstSeed = options.Number("seeds-from", 101);
    private readonly int _lastSeed = options.Number("seeds-to", 130);

    /// <summary>All scenarios, seeds and origins.</summary>
    public void Run()
    {
        var cdnow = options.Text("cdnow") is { } path ? CdnowForecasts.Report(path) : null;
        var cases = new List<ForecastCase>();
        foreach (var scenario in Enum.GetValues<SampleScenario>())
        {
            for (var seed = _firstSeed; seed <= _lastSeed; seed++)
            {
                foreach (var plan in ForecastCase.Plans(seed)) cases.AddRange(ForecastCase.Of(scenario, seed, plan));
            }

            Console.Error.WriteLine($"{scenario} done");
        }

        var report = ForecastReport.Of(cases, _firstSeed, _lastSeed, cdnow);
        Console.WriteLine(report);
        if (options.Text("out") is { } file) File.WriteAllText(file, report);
    }
}
