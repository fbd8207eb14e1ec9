using Mirai.Lifetime;
using Mirai.Model;
using Mirai.TestSupport;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

/// <summary>Fits against published and independently computed ones.</summary>
public sealed class PublishedFitTests
{
    [FactWithTestData(Cdnow.SampleFile)]
    public void BgNbd_OnTheSample_IsThePublished() =>
        Check(Sample, PurchaseModelKind.BgNbd, -9582.4292, [.242595, 4.413602, .792922, 2.425907], [.012557, .378224, .185733, .705407], 2e-6, 2e-5);

    [FactWithTestData(Cdnow.SampleFile)]
    public void MbgNbd_OnTheSample_IsThePublished() =>
        Check(Sample, PurchaseModelKind.MbgNbd, -9582.1357, [.524843, 6.183085, .891359, 1.614002], null, 2e-6, 0);

    [FactWithTestData(Cdnow.SampleFile)]
    public void ParetoNbd_OnTheSample_IsThePublished()
    {
        Check(Sample, PurchaseModelKind.ParetoNbd, -9594.9762, [.553277, 10.577684, .606240, 11.668739], null, 1e-5, 0);
        Assert.Equal(6.2, Sample.FitPurchases(PurchaseModelKind.ParetoNbd, Until).Parameters[3].StandardError, 0.05);
    }

    [FactWithTestData(Cdnow.MasterFile)]
    public void BgNbd_OnTheMaster_IsThePublished() =>
        Check(Master, PurchaseModelKind.BgNbd, -95368.4439, [.251624, 4.788943, .723433, 2.161088], null, 2e-6, 0);

    [FactWithTestData(Cdnow.MasterFile)]
    public void MbgNbd_OnTheMaster_IsThePublished() =>
        Check(Master, PurchaseModelKind.MbgNbd, -95336.9583, [.637140, 7.310289, .807474, 1.228394], null, 2e-6, 0);

    [FactWithTestData(Cdnow.MasterFile)]
    public void ParetoNbd_OnTheMaster_IsThePublished() =>
        Check(Master, PurchaseModelKind.ParetoNbd, -95415.1186, [.597420, 11.585658, .522186, 8.827757], null, 1e-5, 0);

    [FactWithTestData(Cdnow.SampleFile)]
    public void GammaGamma_OnTheSample_IsThePublished()
    {
        var fit = Sample.FitSpend(Until);
        Assert.Equal(946, fit.Customers);
        Assert.Equal(-4055.917695, fit.LogLikelihood, 2e-6);
        double[] expected = [6.249349, 3.744256, 15.444307];
        for (var i = 0; i < 3; i++) Near(expected[i], fit.Parameters[i].Value, 1e-4, fit.Parameters[i].Name);
        var independence = Sample.SpendStatistics(Until).Independence;
        Assert.Equal(IndependenceVerdict.Weak, independence.Verdict);
        Assert.Equal(0.1139, independence.Correlation!.Value.Value, 1e-4);
    }

    [FactWithTestData(Cdnow.SampleFile)]
    public void ScoreCustomers_OfTheSample_GivesThePublishedSpendAndValue()
    {
        double[] spend = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
        double[] value = [36.274, 4.641, 8.345, 8.345, 8.345, 283.558, 6.882, 8.345, 43.359, 8.345];
        var model = Sample.FitPurchases(PurchaseModelKind.BgNbd, Until).Model;
        var scores = Sample.ScoreCustomers(model, Until, Sample.FitSpend(Until).Model);
        var keys = CdnowModels.SampleKeys();
        for (var i = 0; i < 10; i++)
        {
            var customer = Sample.History.FindCustomer(keys[i]);
            Assert.Equal(spend[i], scores.ExpectedSpend[customer], 0.0051);
            Assert.Equal(value[i], scores.DiscountedValue[customer], 0.0006);
        }
    }

    [FactWithTestData(Cdnow.SampleFile)]
    public void ProbabilityAlive_SummedOverTheSample_IsThePublished()
    {
        Assert.Equal(1917.22, Alive(PublishedBg), 0.005);
        Assert.Equal(1057.73, Alive(PublishedMbg), 0.005);
        Assert.Equal(1052.24, Alive(PublishedPareto), 0.005);

        static double Alive(PurchaseModel model) => Sample.ScoreCustomers(model, Until).ProbabilityAlive.Sum();
    }

    [FactWithTestData(Cdnow.SampleFile)]
    public void CompareHoldout_OfTheSample_HasThePublishedActuals()
    {
        var holdout = Sample.CompareHoldout(Sample.FitPurchases(PurchaseModelKind.BgNbd, Until).Model, Until);
        Assert.Equal(1_882, holdout.Total.ActualPurchases);
        Assert.Equal(2_357, holdout.Total.Customers);
        Assert.Equal([.237, .697, 1.393, 1.560, 2.532, 2.947, 3.862, 6.359], holdout.Rows.Select(row => Math.Round(row.ActualMean!.Value, 3)));
        // The published conditional expectations of the BG/NBD paper's figure rise with the actuals and stay below them.
        Assert.All(holdout.Rows, row => Assert.InRange(row.ExpectedMean!.Value, 0.7 * row.ActualMean!.Value, row.ActualMean.Value));
    }

    [FactWithTestData(OnlineRetail.OrdersFile)]
    public void Models_OfOnlineRetail_AreNotIdentified()
    {
        var retail = Analysis(OnlineRetail.Orders(), new Currency("GBP", 3));
        foreach (var kind in Enum.GetValues<PurchaseModelKind>())
        {
            var fit = retail.FitPurchases(kind, new DateOnly(2011, 9, 30));
            Assert.Equal((kind, FitVerdict.NotIdentified, NotIdentifiedReason.Boundary), (kind, fit.Verdict, fit.Reason!.Value));
            Assert.Empty(fit.Parameters);
            Assert.True(double.IsNaN(fit.LogLikelihood));
            Assert.False(fit.TryGetModel(out _));
            Assert.Contains("Boundary", Assert.Throws<InvalidOperationException>(() => fit.Model).Message, StringComparison.Ordinal);
        }

        Assert.All(Enum.GetValues<PurchaseModelKind>(), kind => Assert.Equal(FitVerdict.NotIdentified, retail.FitPurchases(kind).Verdict));
    }

    [FactWithTestData(CdnowModels.RetentionFile)]
    public void RetentionModels_OfThePublishedCurves_AreThePublished()
    {
        var rows = CdnowModels.Rows(CdnowModels.RetentionFile);
        RetentionModel Fit(string column, int years, RetentionModelKind kind) =>
            new RetentionCounts([.. rows.Take(years + 1).Select(row => row(column))]).Fit(kind).Model;

        var regular = Fit("regular", 7, RetentionModelKind.ShiftedBetaGeometric);
        Assert.Equal((.704077, 1.182043), (Math.Round(regular.Alpha, 6), Math.Round(regular.Beta, 6)));
        var high = Fit("high_end", 7, RetentionModelKind.ShiftedBetaGeometric);
        Assert.Equal((.668088, 3.806095), (Math.Round(high.Alpha, 6), Math.Round(high.Beta, 6)));
        Assert.Equal([.4604, .4358, .4142, .3951, .3780], Enumerable.Range(8, 5).Select(year => Math.Round(high.Survival(year), 4)));
        var weibull = Fit("high_end", 4, RetentionModelKind.BetaDiscreteWeibull);
        Assert.Equal(.259336, weibull.Alpha, 1e-6);
        Assert.Equal(1.722552, weibull.Beta, 2e-6);
        Assert.Equal(1.584362, weibull.C, 1e-6);
    }

    private static void Check(
        CustomerAnalysis analysis, PurchaseModelKind kind, double logLikelihood, double[] parameters, double[]? errors, double relative, double errorRelative)
    {
        var fit = analysis.FitPurchases(kind, Until, TimeUnit.Week);
        Assert.Equal(FitVerdict.Identified, fit.Verdict);
        Assert.Equal(logLikelihood, fit.LogLikelihood, 6e-5);
        Assert.Equal(fit.Starts, fit.AgreeingStarts);
        for (var i = 0; i < parameters.Length; i++)
        {
            Near(parameters[i], fit.Parameters[i].Value, relative, fit.Parameters[i].Name);
            if (errors is not null) Near(errors[i], fit.Parameters[i].StandardError, errorRelative + (5e-7 / errors[i]), fit.Parameters[i].Name);
        }
    }
}
