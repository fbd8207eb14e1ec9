using Mirai.Lifetime;
using Mirai.Model;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

/// <summary>The search for a maximum: on customers drawn from a model, with weights, and on data that give nothing to find.</summary>
public sealed class FitTests
{
    [Theory]
    [InlineData(PurchaseModelKind.BgNbd, 1)]
    [InlineData(PurchaseModelKind.MbgNbd, 2)]
    [InlineData(PurchaseModelKind.ParetoNbd, 3)]
    public void Fit_ToCustomersOfAModel_FindsItsParameters(PurchaseModelKind kind, int seed)
    {
        double[] truth = kind == PurchaseModelKind.ParetoNbd ? [0.8, 70, 0.7, 90] : [0.8, 70, 0.8, 2.5];
        var fit = new PurchaseStatistics(Simulated.Customers(kind, truth, 20_000, seed)).Fit(kind, TimeUnit.Day);
        Assert.Equal(FitVerdict.Identified, fit.Verdict);
        for (var i = 0; i < 4; i++)
        {
            var (estimate, error) = (fit.Parameters[i].Value, fit.Parameters[i].StandardError);
            // Whole days blur the purchase times a little: 3 standard errors and 3 %.
            Assert.True(Math.Abs(estimate - truth[i]) < (3 * error) + (0.03 * truth[i]), $"{fit.Parameters[i]}, truth {truth[i]}");
        }
    }

    [Fact]
    public void Fit_ToSpendsOfAModel_FindsItsParameters()
    {
        var random = new Random(4);
        double[] truth = [5, 4, 30];
        var groups = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var frequency = 1 + random.Next(8);
            var scale = Simulated.Gamma(random, truth[1]) / truth[2];
            return new SpendGroup(frequency, Simulated.Gamma(random, truth[0] * frequency) / scale / frequency, 1);
        });
        var statistics = new SpendStatistics(groups);
        var fit = statistics.Fit();
        for (var i = 0; i < 3; i++) Assert.True(Math.Abs(fit.Parameters[i].Value - truth[i]) < 3.5 * fit.Parameters[i].StandardError, fit.Parameters[i].ToString());
        Assert.Equal(IndependenceVerdict.Holds, statistics.Independence.Verdict);
        Assert.Equal(truth[0] * truth[2] / (truth[1] - 1), fit.Model.MeanSpend!.Value, 0.5);
    }

    [Theory]
    [InlineData(PurchaseModelKind.BgNbd)]
    [InlineData(PurchaseModelKind.MbgNbd)]
    [InlineData(PurchaseModelKind.ParetoNbd)]
    public void Fit_OfGroups_IsThatOfEveryCustomerAlone(PurchaseModelKind kind)
    {
        double[] truth = kind == PurchaseModelKind.ParetoNbd ? [0.8, 70, 0.7, 90] : [0.8, 70, 0.8, 2.5];
        var grouped = new PurchaseStatistics(Simulated.Customers(kind, truth, 2_000, 5));
        var fit = grouped.Fit(kind);
        var sum = grouped.Patterns.Sum(group => group.Customers * fit.Model.LogLikelihood(group.ToPattern()));
        Near(sum, fit.LogLikelihood, 1e-12);
        Assert.Equal(2_000, grouped.Customers);
        Assert.True(grouped.Patterns.Count < 2_000);
        var unrolled = grouped.Patterns.SelectMany(group => Enumerable.Repeat(group with { Customers = 1 }, (int)group.Customers)).Reverse();
        Assert.Equal(fit.Parameters, new PurchaseStatistics(unrolled).Fit(kind, maxThreads: 1).Parameters);
        var doubled = new PurchaseStatistics(grouped.Patterns.Concat(grouped.Patterns)).Fit(kind);
        Near(2 * fit.LogLikelihood, doubled.LogLikelihood, 1e-9);
        Near(fit.Parameters[0].StandardError / Math.Sqrt(2), doubled.Parameters[0].StandardError, 1e-4);
    }

    [Theory]
    [InlineData(PurchaseModelKind.BgNbd, 0.4, 3.0, 0.9, 2.0)]
    [InlineData(PurchaseModelKind.MbgNbd, 0.4, 3.0, 0.9, 2.0)]
    [InlineData(PurchaseModelKind.MbgNbd, 3.0, 30.0, 0.05, 20.0)]
    [InlineData(PurchaseModelKind.ParetoNbd, 0.6, 12.0, 0.7, 8.0)]
    [InlineData(PurchaseModelKind.ParetoNbd, 0.6, 3.0, 2.0, 40.0)]
    [InlineData(PurchaseModelKind.ParetoNbd, 0.6, 90.0, 0.2, 1.5)]
    public void Gradient_OfPurchaseLikelihoods_IsTheNumericalOne(PurchaseModelKind kind, double first, double second, double third, double fourth)
    {
        var statistics = new PurchaseStatistics(
            [new(0, 0, 90, 5), new(1, 40, 90, 3), new(3, 90, 90, 2), new(12, 80, 200, 1), new(700, 1_000, 1_050, 1), new(0, 0, 0, 1)]);
        ILikelihood likelihood = kind switch
        {
            PurchaseModelKind.BgNbd => new GeometricDropOutLikelihood(statistics, TimeUnit.Week, 0, 1, default),
            PurchaseModelKind.MbgNbd => new GeometricDropOutLikelihood(statistics, TimeUnit.Week, 1, 1, default),
            _ => new ParetoNbdLikelihood(statistics, TimeUnit.Week, 1, default),
        };
        CheckGradient(likelihood, [first, second, third, fourth]);
    }

    [Fact]
    public void Gradient_OfTheOtherLikelihoods_IsTheNumericalOne()
    {
        CheckGradient(new GammaGammaLikelihood(new SpendStatistics([new(1, 20, 3), new(4, 35.5, 2), new(900, 12.25, 1)]), 1, default), [4, 3, 0.7]);
        CheckGradient(new RetentionLikelihood([0, 40, 20, 5], [0, 0, 10, 25], 2), [0.7, 1.4]);
        CheckGradient(new RetentionLikelihood([0, 40, 20, 5], [0, 0, 10, 25], 3), [0.7, 1.4, 1.3]);
    }

    public static TheoryData<string, PurchaseGroup[], NotIdentifiedReason> Hopeless => new()
    {
        { "nobody", [], NotIdentifiedReason.TooFewCustomers },
        { "few", [new(2, 30, 60, 10)], NotIdentifiedReason.TooFewCustomers },
        { "no repeats", [new(0, 0, 60, 500), new(0, 0, 90, 400)], NotIdentifiedReason.NoRepeatBuyers },
        { "all alike", [new(2, 30, 60, 500)], NotIdentifiedReason.NoVariance },
        { "nobody leaves", [.. Enumerable.Range(1, 30).Select(x => new PurchaseGroup(x, 10 * x, (10 * x) + 1, 20))], NotIdentifiedReason.Boundary },
    };

    [Theory]
    [MemberData(nameof(Hopeless))]
    public void Fit_ToHopelessData_SaysWhy(string name, PurchaseGroup[] groups, NotIdentifiedReason reason)
    {
        foreach (var kind in Enum.GetValues<PurchaseModelKind>())
        {
            var fit = new PurchaseStatistics(groups).Fit(kind);
            Assert.Equal((name, kind, FitVerdict.NotIdentified, reason), (name, kind, fit.Verdict, fit.Reason!.Value));
            Assert.NotEmpty(fit.Explanation);
        }
    }

    [Fact]
    public void Fit_ToSpendsAllAlike_SaysWhy()
    {
        Assert.Equal(NotIdentifiedReason.NoVariance, new SpendStatistics([new(2, 10, 50), new(3, 10, 50)]).Fit().Reason);
        Assert.Equal(NotIdentifiedReason.NoRepeatBuyers, new SpendStatistics([]).Fit().Reason);
        Assert.Equal(NotIdentifiedReason.TooFewCustomers, new SpendStatistics([new(2, 10, 5), new(3, 11, 5)]).Fit().Reason);
        Assert.Equal(IndependenceVerdict.Unknown, new SpendStatistics([new(2, 10, 50), new(3, 10, 50)]).Independence.Verdict);
        Assert.Equal(IndependenceVerdict.Violated, new SpendStatistics([new(2, 10, 50), new(3, 20, 50), new(4, 29, 50)]).Independence.Verdict);
    }

    [Fact]
    public void Fit_WhenCancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var statistics = new PurchaseStatistics(Simulated.Customers(PurchaseModelKind.MbgNbd, [0.8, 70, 0.8, 2.5], 500, 1));
        Assert.ThrowsAny<OperationCanceledException>(() => statistics.Fit(cancellationToken: stop.Token));
    }

    [Fact]
    public void Statistics_OfImpossibleGroups_AreRefused()
    {
        PurchaseGroup[] impossible = [new(-1, 0, 5, 1), new(3, 2, 5, 1), new(1, 9, 5, 1), new(0, 1, 5, 1), new(1, 2, 5, -1)];
        Assert.All(impossible, group => Assert.Contains("impossible", Assert.Throws<ArgumentException>(() => new PurchaseStatistics([group])).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new SpendStatistics([new(0, 5, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MbgNbdModel(0, 1, 1, 1, TimeUnit.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbdModel(1, double.NaN, 1, 1, TimeUnit.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchasePattern.Days(1, 9, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchasePattern.Days(0, 1, 5));
    }

    private static void CheckGradient(ILikelihood likelihood, double[] parameters)
    {
        var gradient = new double[parameters.Length];
        likelihood.Evaluate(parameters, gradient);
        for (var i = 0; i < parameters.Length; i++)
        {
            double At(double by)
            {
                var moved = (double[])parameters.Clone();
                moved[i] *= Math.Exp(by);
                return likelihood.Evaluate(moved, new double[parameters.Length]);
            }

            const double Step = 1e-4;
            var numerical = ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
            Assert.True(Math.Abs(numerical - gradient[i]) < 1e-7 * Math.Max(1, Math.Abs(likelihood.Evaluate(parameters, new double[parameters.Length]))),
                $"{likelihood.Names[i]}: {gradient[i]}, numerically {numerical}");
        }
    }
}
