using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class SampleScenarioTests
{
    private static readonly DateOnly End = new(2025, 12, 31);
    private static readonly DateOnly YearBefore = new(2024, 12, 31);
    private static readonly long[] Seeds = [1, 2, 3];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Healthy_EveryMonth_ActiveCustomersAndSalesDoNotFallYearOnYear(long seed)
    {
        var company = Company(SampleScenario.Healthy, seed);

        foreach (var t in company.MonthEnds(company.Options.Days.First.AddYears(2)))
        {
            Assert.InRange((double)company.Active(t) / company.Active(t.AddYears(-1)), 0.98, 1.12);
            Assert.InRange(company.Sales(t) / company.Sales(t.AddYears(-1)), 0.96, 1.16);
        }
    }

    [Fact]
    public void Healthy_RetentionAndSecondPurchase_LieInTheRangeOfTheField()
    {
        var companies = Seeds.Select(seed => Company(SampleScenario.Healthy, seed)).ToList();
        DateOnly[] ends = [End, YearBefore, YearBefore.AddYears(-1)];
        double Pooled(Func<CompanyFigures, DateOnly, Share> share)
        {
            var shares = companies.SelectMany(company => ends.Select(t => share(company, t))).ToList();
            return (double)shares.Sum(s => s.Part) / shares.Sum(s => s.Whole);
        }

        Assert.InRange(Pooled((company, t) => company.Retention(t, customerYear: 1)), 0.65, 0.72);
        Assert.InRange(Pooled((company, t) => company.Retention(t, customerYear: 2)), 0.86, 0.90);
        Assert.InRange(Pooled((company, t) => company.SecondPurchase(t)), 0.35, 0.45);
        Assert.InRange(Pooled((company, t) => company.AtRiskCoverage(t)), 0.9, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Leaky_AfterOnset_CustomersFallLongBeforeSales(long seed)
    {
        var company = Company(SampleScenario.Leaky, seed);
        var months = company.MonthEnds(company.Options.Days.First.AddYears(1)).ToList();
        var customerPeak = months.MaxBy(company.Active);
        var salesPeak = months.MaxBy(company.Sales);

        Assert.True(customerPeak > company.Options.Onset);
        Assert.True(customerPeak.AddMonths(6) <= salesPeak, $"customers peaked {customerPeak:o}, sales {salesPeak:o}");
        Assert.InRange(company.Sales(company.Options.Onset.AddYears(1)) / company.Sales(company.Options.Onset), 1, 1.2);
        Assert.Contains(months, t =>
            company.Active(t) <= 0.98 * company.Active(t.AddDays(-90)) && company.Sales(t) >= 0.995 * company.Sales(t.AddDays(-90)));
        Assert.True(company.Active(End) < 0.93 * company.Active(YearBefore));
        Assert.True(company.Sales(End) < 0.99 * company.Sales(salesPeak));
        Assert.True(company.Retention(End).Value < company.Retention(company.Options.Onset).Value - 0.1);
        Assert.True(company.Retention(End, customerYear: 1).Value < 0.58);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Discount_AfterOnset_GrowthIsBought(long seed)
    {
        var company = Company(SampleScenario.Discount, seed);
        var (now, before) = (company.GrossSales(End), company.GrossSales(YearBefore));

        Assert.True(company.Active(End) > 1.04 * company.Active(YearBefore));
        Assert.True(now.Gross > 1.02 * before.Gross);
        Assert.True(now.Discounted - before.Discounted > 0.5 * (now.Gross - before.Gross));
        Assert.True(company.DiscountRate(End) > company.DiscountRate(YearBefore) + 0.02);
        Assert.True(company.SecondPurchase(End, discounted: true).Value < 0.8 * company.SecondPurchase(End, discounted: false).Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mail_AfterOnset_GoesToFewAndWorksLess(long seed)
    {
        var company = Company(SampleScenario.Mail, seed);

        Assert.True(company.ContactsPerCustomer(End) > 1.2 * company.ContactsPerCustomer(YearBefore));
        Assert.True(company.PurchasesPerContact(End) < 0.85 * company.PurchasesPerContact(YearBefore));
        Assert.True(company.TopTenthContactShare(company.Options.Onset) < 0.2);
        Assert.True(company.TopTenthContactShare(End) > 0.4);
        Assert.True(company.AtRiskCoverage(company.Options.Onset).Value > 0.85);
        Assert.True(company.AtRiskCoverage(End).Value < 0.5);
        Assert.True(company.Response(End).Value < 0.85 * company.Response(YearBefore).Value);
        Assert.True(company.Retention(End).Value < company.Retention(company.Options.Onset).Value);
    }

    private static CompanyFigures Company(SampleScenario scenario, long seed) =>
        new(new SampleOptions { CustomerCount = 3_000, Seed = seed, Scenario = scenario });
}
