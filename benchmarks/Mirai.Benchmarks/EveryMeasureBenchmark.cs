using BenchmarkDotNet.Attributes;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>Every measure of the catalog that needs no discounts, asked alone and all at once.</summary>
[Config(typeof(BenchmarkSettings))]
public class EveryMeasureBenchmark
{
    private const string All = "all";
    private PurchaseHistory _history = null!;
    private Measure[] _measures = [];

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000, 10_000_000)]
    public int Purchases { get; set; }

    /// <summary>The measure, or all of them.</summary>
    [ParamsSource(nameof(Measures))]
    public string Id { get; set; } = "";

    /// <summary>The ids.</summary>
    public static IEnumerable<string> Measures => Answerable.Select(measure => measure.Id).Append(All);

    private static IEnumerable<Measure> Answerable => MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => !measure.NeedsDiscounts);

    /// <summary>Builds the history and asserts that one measure alone is what it is among all.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _history = MiraiSuite.Build(GeneratedPurchases.Create(Purchases, Purchases / 10));
        _measures = [.. Answerable];
        var together = Mirai();
        if (Id is All) return;
        _measures = [MeasureCatalog.BuiltIn.Find(Id)];
        var expected = together.Single(series => string.Equals(series.Measure.Id, Id, StringComparison.Ordinal));
        Answers.AssertEqual(expected.Numerators.ToArray(), Mirai()[0].Numerators.ToArray(), Id);
    }

    /// <summary>Frees the history.</summary>
    [GlobalCleanup]
    public void Cleanup() => _history.Dispose();

    /// <summary>The library, of which nothing has been asked before.</summary>
    [Benchmark]
    public IReadOnlyList<DailySeries> Mirai() => new CustomerAnalysis(_history, options: new AnalysisOptions { ActivePeriod = Period.OneYear }).Daily(_measures);
}
