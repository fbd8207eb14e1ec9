using BenchmarkDotNet.Attributes;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>The two halves of making a history: rows into the builder, and the builder's rows into customers.</summary>
[Config(typeof(BenchmarkSettings))]
public class BuildBenchmark
{
    private PurchaseRows _rows = null!;
    private PurchaseHistoryBuilder _builder = null!;

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000, 10_000_000)]
    public int Purchases { get; set; }

    /// <summary>The order in which the rows arrive.</summary>
    [Params(PurchaseOrder.ByDay, PurchaseOrder.Shuffled)]
    public PurchaseOrder Order { get; set; }

    /// <summary>Makes the rows.</summary>
    [GlobalSetup]
    public void Setup() => _rows = GeneratedPurchases.Create(Purchases, Purchases / 10, Order);

    /// <summary>Fills a builder.</summary>
    [IterationSetup(Target = nameof(Build))]
    public void Fill() => _builder = MiraiSuite.Fill(_rows, KeyStyle.Number);

    /// <summary>Rows into a builder, on all cores.</summary>
    [Benchmark]
    public void Write()
    {
        using var builder = MiraiSuite.Fill(_rows, KeyStyle.Number);
    }

    /// <summary>A filled builder into a history.</summary>
    [Benchmark]
    public int Build()
    {
        using var history = _builder.Build(new HistoryBuildOptions());
        return history.CustomerCount;
    }
}
