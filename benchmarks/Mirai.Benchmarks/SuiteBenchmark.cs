using BenchmarkDotNet.Attributes;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>All figures of a history that is ready: daily measures of sections 3 to 5, cohorts, deciles and RFM.</summary>
[Config(typeof(BenchmarkSettings))]
public class SuiteBenchmark : IDisposable
{
    private PurchaseHistory _history = null!;
    private DuckDbPurchases _table = null!;
    private List<LinqSuite.Row> _objects = null!;

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000, 10_000_000)]
    public int Purchases { get; set; }

    /// <summary>Loads all engines and asserts that they answer alike.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var rows = GeneratedPurchases.Create(Purchases, Purchases / 10);
        _history = MiraiSuite.Build(rows);
        _table = new DuckDbPurchases(Environment.ProcessorCount);
        _table.Load(rows);
        _table.SortByCustomerAndDay();
        _objects = LinqSuite.Objects(rows);
        var ours = MiraiSuite.Compare(_history, MiraiSuite.Run(_history, Period.OneYear), KeyStyle.Number);
        Answers.AssertEqual(DuckDbSuite.Compare(DuckDbSuite.Run(_table, Period.OneYear), KeyStyle.Number), ours, "DuckDB");
        var (daily, cohorts, deciles) = RunLinq();
        Answers.AssertEqual(ours.Daily, daily, "LINQ");
        Answers.AssertEqual(ours.Cohorts, [.. cohorts.Where(cell => cell is not { Customers: 0, Purchases: 0, Sales: 0 })], "LINQ");
        Answers.AssertEqual(ours.Scores.Deciles, [.. Enumerable.Range(1, 10).Select(decile => deciles.Values.LongCount(value => value == decile))], "LINQ");
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
    public object Mirai() => MiraiSuite.Run(_history, Period.OneYear);

    /// <summary>DuckDB on a table sorted by customer and day.</summary>
    [Benchmark]
    public object DuckDb() => DuckDbSuite.Run(_table, Period.OneYear);

    /// <summary>LINQ over objects: ten of the daily figures, cohorts, deciles, no RFM.</summary>
    [Benchmark(Baseline = true)]
    public object Linq() => RunLinq();

    private (DailyColumns Daily, IReadOnlyList<CohortCell> Cohorts, Dictionary<long, int> Deciles) RunLinq()
    {
        var suite = new LinqSuite(_objects, Period.OneYear);
        return (suite.Daily(), suite.Cohorts(), suite.Deciles());
    }
}
