using BenchmarkDotNet.Attributes;
using Mirai.Lifetime;

namespace Mirai.Benchmarks;

/// <summary>Fitting each model to customers drawn from one like it, in numbers like those of the CDNOW log and a hundred times as many.</summary>
[Config(typeof(BenchmarkSettings))]
public class ModelBenchmark
{
    private PurchaseStatistics _purchases = null!;
    private SpendStatistics _spends = null!;

    /// <summary>How many customers, seen for 27 to 39 weeks after their first purchase.</summary>
    [Params(23_570, 2_357_000)]
    public int Customers { get; set; }

    /// <summary>Draws the customers.</summary>
    [GlobalSetup]
    public void Setup() => (_purchases, _spends) = DrawnCustomers.Create(Customers, seed: 1);

    /// <summary>BG/NBD.</summary>
    [Benchmark]
    public double BgNbd() => _purchases.Fit(PurchaseModelKind.BgNbd).LogLikelihood;

    /// <summary>MBG/NBD.</summary>
    [Benchmark]
    public double MbgNbd() => _purchases.Fit(PurchaseModelKind.MbgNbd).LogLikelihood;

    /// <summary>Pareto/NBD.</summary>
    [Benchmark]
    public double ParetoNbd() => _purchases.Fit(PurchaseModelKind.ParetoNbd).LogLikelihood;

    /// <summary>Gamma-Gamma.</summary>
    [Benchmark]
    public double GammaGamma() => _spends.Fit().LogLikelihood;
}
