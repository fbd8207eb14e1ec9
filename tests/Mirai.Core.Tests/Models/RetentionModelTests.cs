using Mirai.Lifetime;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

/// <summary>Retention models beyond the published curves.</summary>
public sealed class RetentionModelTests
{
    [Fact]
    public void Survival_OfShiftedBetaGeometric_IsTheProductOfRetentions()
    {
        var model = new RetentionModel(.668, 3.806);
        var share = 1.0;
        for (var period = 1; period <= 50; period++)
        {
            // Fader and Hardie's recursion: (beta + t - 1) / (alpha + beta + t - 1) of those who are left stay.
            var retention = (3.806 + period - 1) / (.668 + 3.806 + period - 1);
            share *= retention;
            Near(retention, model.RetentionRate(period), 1e-12);
            Near(share, model.Survival(period), 1e-12);
        }

        Assert.Equal(1, model.Survival(0));
    }

    [Fact]
    public void Survival_OfLongTimesAndOddParameters_IsFinite()
    {
        foreach (var c in new[] { 0.01, 0.7, 3, 40 })
        {
            var model = new RetentionModel(1e-3, 1e3, c);
            var before = 1.0;
            foreach (var periods in new[] { 1, 2, 10, 1_000, 1_000_000 })
            {
                var share = model.Survival(periods);
                Assert.InRange(share, 0, before);
                before = share;
            }
        }
    }

    [Fact]
    public void Fit_ToCohortsWatchedForDifferentTimes_FindsTheParameters()
    {
        var random = new Random(9);
        var (lost, remaining) = (new double[9], new double[9]);
        for (var i = 0; i < 30_000; i++)
        {
            var (leaving, watched, lived) = (Leaving(random), 2 + (i % 7), 0);
            while (lived < watched && random.NextDouble() >= leaving) lived++;
            (lived < watched ? lost : remaining)[lived < watched ? lived + 1 : lived]++;
        }

        var fit = new RetentionCounts(lost, remaining).Fit();
        Assert.True(Math.Abs(fit.Model.Alpha - 0.9) < 3 * fit.Parameters[0].StandardError, $"{fit.Parameters[0]}");
        Assert.True(Math.Abs(fit.Model.Beta - 2.1) < 3 * fit.Parameters[1].StandardError, $"{fit.Parameters[1]}");
        var weibull = new RetentionCounts(lost, remaining).Fit(RetentionModelKind.BetaDiscreteWeibull);
        Assert.True(Math.Abs(weibull.Model.C - 1) < 3 * weibull.Parameters[2].StandardError, $"{weibull.Parameters[2]}");
        Assert.True(weibull.LogLikelihood >= fit.LogLikelihood - 1e-9);

        static double Leaving(Random random)
        {
            var first = Simulated.Gamma(random, 0.9);
            return first / (first + Simulated.Gamma(random, 2.1));
        }
    }

    [Fact]
    public void Fit_OfPercentages_HasTheParametersOfHeads()
    {
        var percent = new RetentionCounts([100, 80, 66, 56]).Fit();
        var heads = new RetentionCounts([50_000, 40_000, 33_000, 28_000]).Fit();
        for (var i = 0; i < 2; i++) Near(heads.Parameters[i].Value, percent.Parameters[i].Value, 1e-8);
        Near(percent.Parameters[0].StandardError / Math.Sqrt(500), heads.Parameters[0].StandardError, 1e-5);
    }

    [Fact]
    public void Fit_ToWhatSaysNothing_SaysWhy()
    {
        Assert.Equal(NotIdentifiedReason.NoVariance, new RetentionCounts([1_000, 500]).Fit().Reason);
        Assert.Equal(NotIdentifiedReason.TooFewCustomers, new RetentionCounts([5, 4, 3]).Fit().Reason);
        Assert.Equal(NotIdentifiedReason.Boundary, new RetentionCounts([1_000, 1_000, 1_000]).Fit().Reason);
        // The same share leaves every time: nobody differs from anybody.
        Assert.Equal(NotIdentifiedReason.Boundary, new RetentionCounts([8_000, 4_000, 2_000, 1_000, 500]).Fit().Reason);
    }

    [Fact]
    public void Counts_ThatRise_AreRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new RetentionCounts([100, 80, 90]));
        Assert.Contains("After 2 periods found 90 survivors; expected 0 to 80", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RetentionCounts([100]));
        Assert.Throws<ArgumentException>(() => new RetentionCounts([100, double.NaN]));
    }

    [Fact]
    public void ObservedSurvival_OfOneCohort_IsItsShareLeft()
    {
        var counts = new RetentionCounts([200, 150, 90]);
        Assert.Equal([1, 0.75, 0.45], Enumerable.Range(0, 3).Select(counts.ObservedSurvival), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
