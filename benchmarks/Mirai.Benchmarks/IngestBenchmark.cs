using BenchmarkDotNet.Attributes;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>From rows or a CSV file to something that can be asked.</summary>
[Config(typeof(BenchmarkSettings))]
public class IngestBenchmark
{
    private PurchaseRows _rows = null!;
    private string _path = "";

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000, 10_000_000)]
    public int Purchases { get; set; }

    /// <summary>Makes the rows and the file, and holds all readers to the same sums.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rows = GeneratedPurchases.Create(Purchases, Purchases / 10);
        _path = Path.Combine(Path.GetTempPath(), $"mirai-ingest-{Purchases}.csv");
        GeneratedPurchases.WriteCsv(_rows, KeyStyle.Number, _path);
        using var fromRows = Rows();
        using var fromCsv = Csv();
        Answers.AssertEqual(Daily(fromRows), Daily(fromCsv), "rows and CSV");
        Answers.AssertEqual(Daily(fromRows), new LinqSuite(CsvLinq(), Period.OneYear).Daily(), "LINQ");
        using var table = CsvDuckDb();
        Answers.AssertEqual(Daily(fromRows), new DuckDbAnalysis(table, Period.OneYear).Daily(), "DuckDB");
    }

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    /// <summary>Rows in memory to a history, on all cores.</summary>
    [Benchmark]
    public PurchaseHistory Rows() => MiraiSuite.Build(_rows);

    /// <summary>The file to a history.</summary>
    [Benchmark]
    public PurchaseHistory Csv() => CsvSuite.Read(_path);

    /// <summary>The file to a DuckDB table in memory.</summary>
    [Benchmark]
    public DuckDbPurchases CsvDuckDb()
    {
        var table = new DuckDbPurchases(Environment.ProcessorCount);
        table.LoadCsv(_path, numericKeys: true, Currency.Jpy);
        return table;
    }

    /// <summary>The file to a list of objects.</summary>
    [Benchmark(Baseline = true)]
    public List<LinqSuite.Row> CsvLinq() => LinqSuite.Read(_path);

    private static DailyColumns Daily(PurchaseHistory history) => MiraiSuite.Daily(new CustomerAnalysis(history));
}
