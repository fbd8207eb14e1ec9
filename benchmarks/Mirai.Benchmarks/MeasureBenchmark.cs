using BenchmarkDotNet.Attributes;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>One daily measure of all of history, asked alone: what each costs, beside LINQ and SQL that answer no more than they must.</summary>
[Config(typeof(BenchmarkSettings))]
public class MeasureBenchmark : IDisposable
{
    private PurchaseHistory _history = null!;
    private DuckDbPurchases _table = null!;
    private List<LinqSuite.Row> _objects = null!;
    private Measure _measure = null!;

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000)]
    public int Purchases { get; set; }

    /// <summary>The measure.</summary>
    [ParamsSource(nameof(Measures))]
    public string Id { get; set; } = "";

    /// <summary>The measures that all three can answer; <see cref="EveryMeasureBenchmark"/> has the others.</summary>
    public static IEnumerable<string> Measures => LinqSuite.Columns.Where(name => MeasureCatalog.BuiltIn.TryFind(name, out _));

    /// <summary>Loads all engines and asserts that they answer alike.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var rows = GeneratedPurchases.Create(Purchases, Purchases / 10);
        _measure = MeasureCatalog.BuiltIn.Find(Id);
        _history = MiraiSuite.Build(rows);
        _table = new DuckDbPurchases(Environment.ProcessorCount);
        _table.Load(rows);
        _table.SortByCustomerAndDay();
        _objects = LinqSuite.Objects(rows);
        var expected = Mirai().Numerators.ToArray();
        Answers.AssertEqual(expected, Linq(), Id);
        Answers.AssertEqual(expected, DuckDb()[Id], Id);
    }

    /// <summary>Frees the engines.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _history.Dispose();
        _table.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The library, of which nothing has been asked before.</summary>
    [Benchmark]
    public DailySeries Mirai() => new CustomerAnalysis(_history).Daily(_measure)[0];

    /// <summary>DuckDB: all daily figures of the section, which come out of one query.</summary>
    [Benchmark]
    public DailyColumns DuckDb() => new DuckDbAnalysis(_table, Period.OneYear).Daily();

    /// <summary>LINQ over objects.</summary>
    [Benchmark(Baseline = true)]
    public long[] Linq() => new LinqSuite(_objects, Period.OneYear).Daily(Id);
}
