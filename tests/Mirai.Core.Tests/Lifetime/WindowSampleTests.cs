using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Samples;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Lifetime;

/// <summary>Samples of base customers: the worked example, the draw, the intervals, and how many to draw.</summary>
public sealed class WindowSampleTests
{
    private static readonly DateOnly AsOf = new(2024, 6, 30);

    [Fact]
    public void StoreA_With100Sampled96StayingAnd95Times_GivesItsValueAgain()
    {
        // Of the 96 who stay, half come 9 times and half 10 times: 9.5 on average.
        var customers = Enumerable.Range(0, 100).Select(i => i < 96 ? Bought(9 + (i % 2)) : Bought(0)).ToList();
        var sample = WindowSample.Of(customers, Currency.Jpy);
        Assert.Equal("211,111", sample.Churn.LifetimeValue.ToString());
        Assert.Equal((100, 100), (sample.Customers, sample.BaseCustomers));
        var value = sample.LifetimeValue!.Value;
        Assert.Equal((1_900_000d / 9, 0.95), (value.Value, value.Confidence));
        Assert.InRange(value.Low, 100_000, 200_000);
        Assert.InRange(value.High, 250_000, 600_000);
        Assert.Equal(0.04, sample.LostRate!.Value.Value);
        Assert.InRange(sample.LostRate.Value.Low, 0, 0.02);
        Assert.InRange(sample.LostRate.Value.High, 0.07, 0.1);
        Assert.Equal(sample.CustomersFor(value, (value.High - value.Low) / 2), sample.BaseCustomers);
        Assert.Equal(400, SampleSize.ForWidth(value, 100, (value.High - value.Low) / 2));
    }

    [Fact]
    public void SampleWhereFewAreLost_HasIntervalsThatAreOpenAbove()
    {
        var customers = Enumerable.Range(0, 50).Select(i => i == 0 ? Bought(0) : Bought(10)).ToList();
        var sample = WindowSample.Of(customers, Currency.Usd);
        Assert.Equal(80_000 / 0.08, sample.LifetimeValue!.Value.Value, 1e-6);
        Assert.True(double.IsPositiveInfinity(sample.LifetimeValue.Value.High));
        Assert.True(double.IsFinite(sample.LifetimeValue.Value.Low));
        Assert.Null(sample.CustomersFor(sample.LifetimeValue.Value, 1_000));
        Assert.Equal(0, sample.AnnualChurn!.Value.Low);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void Intervals_OverManyDraws_HoldTheTruthAboutAsOftenAsTheySay(double confidence)
    {
        using var history = StoreA();
        var analysis = new CustomerAnalysis(history);
        var truth = analysis.WindowChurn(AsOf);
        Assert.Equal((4_000, 0.04, 0.36), (truth.Totals.BaseCustomers, truth.LostRate, truth.AnnualChurn));
        var pass = new WindowPass(history, WindowChurnOptions.Default, [history.Days.IndexOf(AsOf)], placement: null, 1, progress: null, CancellationToken.None);
        var (customers, selection) = pass.BaseCustomers();
        const int Draws = 200;
        var held = Enumerable.Range(1, Draws).Count(seed =>
        {
            var bootstrap = new WindowBootstrap(
                Currency.Jpy, WindowChurnOptions.Default, new WindowSampling { Seed = seed, Repetitions = 199, Confidence = confidence }, maxThreads: 1);
            var value = bootstrap.Run(bootstrap.Draw(customers, 200), customers.Count, selection, CancellationToken.None).LifetimeValue!.Value;
            return value.Low <= truth.LifetimeValue.Amount && truth.LifetimeValue.Amount <= value.High;
        });
        var expected = confidence * Draws;
        var deviation = Math.Sqrt(Draws * confidence * (1 - confidence));
        Assert.InRange(held, expected - (4 * deviation) - 4, Draws);
    }

    [Fact]
    public void Draw_OfTheSameSeed_IsTheSameAndBeginsASmallerOne()
    {
        using var history = StoreA();
        var sums = Enumerable.Range(0, 1_000).Select(i => new WindowSums(1, i, 0, 0)).ToList();
        WindowSums[] Draw(int count, long seed) =>
            new WindowBootstrap(Currency.Jpy, WindowChurnOptions.Default, new WindowSampling { Seed = seed }, 1).Draw(sums, count);
        Assert.Equal(Draw(10, 3), Draw(100, 3)[..10]);
        Assert.NotEqual(Draw(10, 3), Draw(10, 4));
        Assert.Equal(1_000, Draw(1_000, 3).Distinct().Count());
        var often = new int[1_000];
        for (var seed = 0; seed < 500; seed++)
        {
            foreach (var own in Draw(100, seed)) often[own.BaseSpend]++;
        }

        // Each of 1,000 is drawn 50 times of 500, give or take 6.7.
        Assert.All(often, times => Assert.InRange(times, 50 - 35, 50 + 35));
    }

    [Fact]
    public void Sample_OnAnyNumberOfThreads_IsTheSame()
    {
        using var history = StoreA();
        WindowSample Sample(int threads) => new CustomerAnalysis(history, options: new AnalysisOptions { MaxThreads = threads })
            .SampleWindowChurn(AsOf, new WindowSampling { Share = 0.05m });
        Assert.Equal(200, Sample(1).Customers);
        Assert.Equal(Sample(1).ToString(), Sample(5).ToString());
    }

    [Fact]
    public void MoreThanThereAre_AreNotDrawn()
    {
        using var history = StoreA();
        var analysis = new CustomerAnalysis(history);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => analysis.SampleWindowChurn(AsOf, new WindowSampling { Customers = 4_001 }));
        Assert.Contains("There are 4000 base customers on 2024-06-30", refused.Message, StringComparison.Ordinal);
        var nobody = analysis.SampleWindowChurn(history.Days.First, new WindowSampling { Share = 0.05m });
        Assert.Equal((0, true), (nobody.Customers, nobody.Churn.LifetimeValue is MissingLifetimeValue));
        Assert.Null(nobody.LifetimeValue);
    }

    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(1, -1, 0, 0)]
    [InlineData(1, 1, 0, 5)]
    [InlineData(1, 1, -1, 0)]
    [InlineData(1, 0.5, 0, 0)]
    public void Customers_ThatCannotBe_AreRefused(int basePurchases, double baseSales, int nextPurchases, double nextSales)
    {
        SampledCustomer[] customers = [Bought(1), new(basePurchases, (decimal)baseSales, nextPurchases, (decimal)nextSales)];
        Assert.Contains("Customer 1 of the sample", Assert.Throws<ArgumentException>(() => WindowSample.Of(customers, Currency.Jpy)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 0.1, 0.95, null, 385)]
    [InlineData(0.04, 0.02, 0.95, null, 1_476)]
    [InlineData(0.04, 0.02, 0.95, 10_000, 1_286)]
    [InlineData(0.04, 0.02, 0.99, null, 2_548)]
    [InlineData(0, 0.02, 0.95, null, 1)]
    [InlineData(0.5, 0.0001, 0.95, 500, 500)]
    public void SampleSize_ForAShare_IsThatOfTheTextbooks(double expected, double width, double confidence, int? population, long customers) =>
        Assert.Equal(customers, SampleSize.ForShare(expected, width, confidence, population));

    [Fact]
    public void SampleSize_OutOfItsBounds_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(1.1, 0.1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0.5, 0, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0.5, 0.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForWidth(new Estimate(1, 0, 2, 0.95), 100, 0));
        Assert.Null(SampleSize.ForWidth(new Estimate(1, 0, double.PositiveInfinity, 0.95), 100, 1));
    }

    /// <summary>Store A of the worked example with 4,000 customers instead of 10,000: of every 25 one is lost, the others come 9 or 10 times.</summary>
    internal static PurchaseHistory StoreA()
    {
        var rows = new List<(string, DateOnly, long)>();
        for (var customer = 0; customer < 4_000; customer++)
        {
            for (var i = 0; i < 10; i++) rows.Add(($"c{customer}", new DateOnly(2024, 1, 1).AddDays((customer + (i * 9)) % 90), 2_000));
            var next = customer % 25 == 0 ? 0 : 9 + (customer % 2);
            for (var i = 0; i < next; i++) rows.Add(($"c{customer}", new DateOnly(2024, 4, 1).AddDays((customer + (i * 9)) % 91), 2_000));
        }

        return EngineFeed.Build(rows);
    }

    private static SampledCustomer Bought(int next) => new(10, 20_000, next, 2_000 * next);
}
