using System.Globalization;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Core.Tests.Docs;

/// <summary>What docs/models.md shows.</summary>
public sealed class ModelExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    private readonly CustomerAnalysis _customers = new(company.History, company.Attributes);

    private DateOnly CalibrateUntil => company.History.Days.Last.AddYears(-1);

    [Fact]
    public void FitPurchases_OfACompany_ScoresItsCustomers()
    {
        var (customers, calibrateUntil, lines) = (_customers, CalibrateUntil, new List<string>());
        // snippet: fit
        var fit = customers.FitPurchases(PurchaseModelKind.MbgNbd, calibrateUntil, TimeUnit.Week);
        if (!fit.TryGetModel(out var model))
        {
            lines.Add($"{fit.Reason}: {fit.Explanation}");         // no numbers, but a reason
            return;
        }

        foreach (var parameter in fit.Parameters) lines.Add($"{parameter.Name} {parameter.Value:F3} ± {parameter.StandardError:F3}");

        // One customer: 4 repeat purchases, the last one after 30 weeks, seen for 39 weeks.
        var customer = PurchasePattern.Weeks(4, 30, 39);
        double alive = model.ProbabilityAlive(customer);
        double nextHalfYear = model.ExpectedPurchases(customer, TimeSpan.FromDays(182));
        // end

        Assert.Equal(4, lines.Count);
        Assert.InRange(alive, 0.5, 1);
        Assert.InRange(nextHalfYear, 0.5, 6);
    }

    [Fact]
    public void ScoreCustomers_OfACompany_GivesColumns()
    {
        var (customers, today, lines) = (_customers, company.History.Days.Last, new List<string>());
        // snippet: score
        var purchases = customers.FitPurchases().Model;            // throws with the reason where it is not identified
        var spend = customers.FitSpend().Model;
        var scores = customers.ScoreCustomers(purchases, today, spend, new PurchaseScoreOptions { Horizon = Period.Months(6) });
        for (var number = 0; number < customers.History.CustomerCount; number++)
        {
            if (scores.Frequency[number] < 0) continue;            // had not bought by that day
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{customers.History.CustomerKey(number)} {scores.ProbabilityAlive[number]:P0} {scores.ExpectedPurchases[number]:F2} {scores.DiscountedValue[number]:F0}"));
        }
        // end

        Assert.Equal(customers.PurchaseStatistics(today).Customers, lines.Count);
        Assert.All(scores.DiscountedValue.Where(value => !double.IsNaN(value)), value => Assert.InRange(value, 0, 10_000_000));
    }

    [Fact]
    public void FitRetention_OfACurve_Projects()
    {
        // snippet: retention
        var counts = new RetentionCounts([1_000, 869, 743, 653, 593, 551, 517, 491]);
        var curve = counts.Fit(RetentionModelKind.ShiftedBetaGeometric).Model;
        double leftAfterTwelve = curve.Survival(12);               // 37.8 %
        double stayingInYearTwelve = curve.RetentionRate(12);      // of those still there
        // end

        Assert.Equal(0.378, leftAfterTwelve, 1e-3);
        Assert.InRange(stayingInYearTwelve, 0.95, 0.97);
    }
}
