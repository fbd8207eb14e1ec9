using BenchmarkDotNet.Attributes;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Benchmarks;

/// <summary>All daily measures of all of history by a segment.</summary>
/// <remarks>The SQL by segment is one general form for every kind of segment, made to be right, not fast: its time is no yardstick.</remarks>
[Config(typeof(BenchmarkSettings))]
public class SegmentBenchmark : IDisposable
{
    private PurchaseHistory _history = null!;
    private DuckDbPurchases _table = null!;
    private Measure[] _measures = [];

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000)]
    public int Purchases { get; set; }

    /// <summary>How customers are divided.</summary>
    [Params(SegmentKind.CustomerYear, SegmentKind.PurchaseCount, SegmentKind.Decile)]
    public SegmentKind Kind { get; set; }

    /// <summary>Loads both engines and asserts that they answer alike.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var rows = GeneratedPurchases.Create(Purchases, Purchases / 10);
        _history = MiraiSuite.Build(rows);
        _table = new DuckDbPurchases(Environment.ProcessorCount);
        _table.Load(rows);
        _measures = [.. MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => measure.IsSegmentable && !measure.NeedsDiscounts)];
        var byValue = DuckDb();
        foreach (var series in Mirai().Where(series => series.Denominators.IsEmpty))
        {
            if (byValue.TryGetValue(series.SegmentValue!, out var columns)) Answers.AssertEqual(columns[series.Measure.Id], series.Numerators.ToArray(), series.Measure.Id);
        }
    }

    /// <summary>Frees the engines.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _history.Dispose();
        _table.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The library.</summary>
    [Benchmark]
    public IReadOnlyList<DailySeries> Mirai() => new CustomerAnalysis(_history).DailyBy(
        Kind switch { SegmentKind.CustomerYear => Segment.CustomerYear, SegmentKind.PurchaseCount => Segment.PurchaseCount, _ => Segment.Decile }, _measures);

    /// <summary>DuckDB.</summary>
    [Benchmark]
    public IReadOnlyDictionary<string, DailyColumns> DuckDb() => new DuckDbAnalysis(_table, Period.OneYear).BySegment(Kind);
}
