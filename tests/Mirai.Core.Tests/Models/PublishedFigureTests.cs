using Mirai.Lifetime;
using Mirai.TestSupport;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

/// <summary>What models answer at given parameters, against published figures.</summary>
public sealed class PublishedFigureTests
{
    [Fact]
    public void LogLikelihood_OfOneCustomer_IsThePublished()
    {
        var customer = PurchasePattern.Weeks(4, 30.7, 38.9);
        Near(-15.32935235570709, PublishedBg.LogLikelihood(customer), 1e-14);
        Near(-15.487436077892465, new MbgNbdModel(.243, 4.414, .793, 2.426, TimeUnit.Week).LogLikelihood(customer), 1e-14);
        Near(-15.258468941738737, PublishedMbg.LogLikelihood(customer), 1e-14);
    }

    [Fact]
    public void BgNbd_OfPublishedCustomers_GivesThePublished()
    {
        Assert.Equal(1.226, PublishedBg.ExpectedPurchases(PurchasePattern.Weeks(2, 30.43, 38.86), Weeks(39)), 5e-4);
        var heavy = PurchasePattern.Weeks(26, 30.857143, 31);
        Assert.Equal(25.756492, PublishedBg.ExpectedPurchases(heavy, Weeks(52)), 5e-7);
        Assert.Equal(.9688516, PublishedBg.ProbabilityAlive(heavy), 5e-8);
        Assert.Equal(25.757338, EstimatedBg.ExpectedPurchases(heavy, Weeks(52)), 2e-6);
        Assert.Equal(.9688544, EstimatedBg.ProbabilityAlive(heavy), 5e-8);
        Assert.Equal(.5737864, PublishedBg.Probability(0, Weeks(39)), 5e-8);
    }

    [Theory]
    [InlineData(1, .05327, .05318)]
    [InlineData(3, .15087, .15063)]
    [InlineData(32, 1.04524, 1.04373)]
    [InlineData(78, 1.86052, 1.85796)]
    public void BgNbd_ExpectedPurchases_AreThePublished(double weeks, double published, double estimated)
    {
        Assert.Equal(published, PublishedBg.ExpectedPurchases(Weeks(weeks)), 6e-6);
        Assert.Equal(estimated, EstimatedBg.ExpectedPurchases(Weeks(weeks)), 6e-6);
    }

    [Fact]
    public void ParetoNbd_OfPublishedCustomers_GivesThePublished()
    {
        Assert.Equal(1.472997, PublishedPareto.ExpectedPurchases(Weeks(52)), 5e-7);
        Assert.Equal(1.473434, new ParetoNbdModel(.553277, 10.577684, .606240, 11.668739, TimeUnit.Week).ExpectedPurchases(Weeks(52)), 2e-6);
        var heavy = PurchasePattern.Weeks(26, 30.857143, 31);
        Assert.Equal(25.457338, PublishedPareto.ExpectedPurchases(heavy, Weeks(52)), 5e-7);
        Assert.Equal(.997874, PublishedPareto.ProbabilityAlive(heavy), 5e-7);
    }

    /// <summary>The textbook form overflows from 133 purchases on.</summary>
    [Theory]
    [InlineData(132, 6.20605179)]
    [InlineData(133, 6.25287225)]
    public void ParetoNbd_OfVeryHeavyBuyers_StaysFinite(int purchases, double expected) => Assert.Equal(
        expected, new ParetoNbdModel(.55, 10.58, .61, 11.67, TimeUnit.Week).ExpectedPurchases(PurchasePattern.Weeks(purchases, 200, 200), Weeks(10)), 6e-9);

    [FactWithTestData(CdnowModels.ExpectationFile)]
    public void ExpectedPurchases_AtEveryTime_AreTheGoldenCurve()
    {
        foreach (var row in CdnowModels.Rows(CdnowModels.ExpectationFile))
        {
            Near(row("bg_E"), PublishedBg.ExpectedPurchases(Weeks(row("t"))), 1e-9, "BG");
            Near(row("pn_E"), PublishedPareto.ExpectedPurchases(Weeks(row("t"))), 1e-9, "Pareto");
            Near(row("mbg_E"), PublishedMbg.ExpectedPurchases(Weeks(row("t"))), 1e-8, "MBG");
        }
    }

    [FactWithTestData(CdnowModels.CustomersFile, Cdnow.SampleFile)]
    public void ScoreCustomers_OfEveryCustomer_AreTheGoldenFigures()
    {
        var days = new PurchaseScoreOptions { Horizon = Mirai.Model.Period.Days(39 * 7) };
        var spend = new GammaGammaModel(6.25, 3.74, 15.44);
        var (bg, mbg, pareto) = (
            Sample.ScoreCustomers(PublishedBg, Until, spend, days), Sample.ScoreCustomers(PublishedMbg, Until, options: days),
            Sample.ScoreCustomers(PublishedPareto, Until, options: days));
        var rows = CdnowModels.Rows(CdnowModels.CustomersFile);
        var keys = CdnowModels.SampleKeys();
        Assert.Equal(2_357, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, customer) = (rows[i], Sample.History.FindCustomer(keys[i]));
            Assert.Equal((row("x"), row("t.x"), row("T.cal")), (bg.Frequency[customer], bg.RecencyDays[customer] / 7.0, bg.AgeDays[customer] / 7.0), Nearly);
            Near(row("bg_palive"), bg.ProbabilityAlive[customer], 1e-9, "BG P(alive)");
            Near(row("bg_cet39"), bg.ExpectedPurchases[customer], 1e-8, "BG expectation");
            Near(row("pn_palive"), pareto.ProbabilityAlive[customer], 1e-8, "Pareto P(alive)");
            Near(row("pn_cet39"), pareto.ExpectedPurchases[customer], 1e-8, "Pareto expectation");
            Near(row("mbg_palive"), mbg.ProbabilityAlive[customer], 1e-9, "MBG P(alive)");
            Near(row("gg_spend"), bg.ExpectedSpend[customer], 1e-9, "spend");
        }
    }

    /// <summary>The golden residual purchases take 0.27 % a week, continuously.</summary>
    [FactWithTestData(CdnowModels.CustomersFile)]
    public void ResidualPurchases_OfEveryCustomer_AreTheGoldenOnes()
    {
        var yearlyRate = Math.Exp(52 * .0027) - 1;
        foreach (var row in CdnowModels.Rows(CdnowModels.CustomersFile).Where((_, i) => i % 7 == 0))
        {
            var pattern = PurchasePattern.Weeks((int)row("x"), row("t.x"), row("T.cal"));
            Near(row("pn_dert"), PublishedPareto.ResidualPurchases(pattern, yearlyRate), 1e-8);
        }
    }

    /// <summary>The golden file counts time from the first arrival, a day more than the days between the first purchase and the week's end.</summary>
    [FactWithTestData(CdnowModels.TrackingFile, Cdnow.SampleFile)]
    public void TrackRepeatPurchases_EveryWeek_AreTheGoldenFigures()
    {
        var golden = CdnowModels.Rows(CdnowModels.TrackingFile);
        var tracking = Sample.TrackRepeatPurchases(PublishedBg, Until);
        Assert.Equal(golden.Select(row => (long)row("actual_cum")), tracking.Steps.Select(step => step.ActualPurchases));
        var newcomers = Sample.PurchaseStatistics(Until).Patterns.GroupBy(group => group.AgeDays).Select(days => (First: 272 - days.Key, Customers: days.Sum(group => group.Customers))).ToList();
        foreach (var row in golden)
        {
            double Expected(PurchaseModel model, int shift) => newcomers
                .Where(day => day.First <= (7 * row("week")) - shift)
                .Sum(day => day.Customers * model.ExpectedPurchases(TimeSpan.FromDays((7 * row("week")) - shift - day.First)));

            Near(row("bg_cum"), Expected(PublishedBg, 0), 1e-9);
            Near(row("pn_cum"), Expected(PublishedPareto, 0), 1e-9);
            Near(Expected(PublishedBg, 1), tracking.Steps[(int)row("week") - 1].ExpectedPurchases, 1e-12);
        }
    }

    private static readonly IEqualityComparer<(double, double, double)> Nearly = EqualityComparer<(double X, double Recency, double Age)>.Create(
        (a, b) => a.X == b.X && Math.Abs(a.Recency - b.Recency) < 1e-9 && Math.Abs(a.Age - b.Age) < 1e-9, _ => 0);
}
