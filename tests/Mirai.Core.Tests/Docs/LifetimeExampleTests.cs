using Mirai.Lifetime;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Core.Tests.Docs;

/// <summary>What docs/lifetime.md shows.</summary>
public sealed class LifetimeExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    [Fact]
    public void Asking_OfAHistory_GivesFiguresOrReasons()
    {
        var asOf = company.History.Days.Last;
        var told = new List<string>();
        // snippet: asking
        var customers = new CustomerAnalysis(company.History, company.Attributes);
        var churn = customers.WindowChurn(asOf, Period.Months(3));
        told.Add(churn.LifetimeValue switch
        {
            FiniteLifetimeValue value => $"A customer is worth {value.Value:N0}.",
            UnboundedLifetimeValue unbounded => $"No bound: {unbounded.Reason}.",
            _ => "Nobody purchased in the base window.",
        });

        var cautious = new WindowChurnOptions { Coverage = 1, Horizon = Period.Years(5), DiscountRate = 0.1m, MarginRate = 0.3m };
        var profit = customers.WindowChurn(asOf, cautious).LifetimeValue.Amount;     // null where there is no amount
        var regions = customers.WindowChurnBy(Segment.Attribute("region"), asOf);    // one for each region
        var months = customers.MonthlyWindowChurn();                                 // one for each month's end
        // end

        Assert.StartsWith("A customer is worth ", told[0], StringComparison.Ordinal);
        Assert.InRange(profit!.Value, 0, churn.LifetimeValue.Amount!.Value);
        Assert.Equal(churn.Totals.BaseCustomers, regions.Sum(region => region.Churn.Totals.BaseCustomers));
        Assert.Equal(asOf, months[^1].Selection!.AsOf);
    }

    [Fact]
    public void Totals_OfTheWorkedExample_GiveItsValue()
    {
        // snippet: totals
        var storeA = WindowChurn.Of(new WindowTotals(
            BaseCustomers: 10_000, BasePurchases: 100_000, BaseSales: 200_000_000,
            NextCustomers: 9_600, NextPurchases: 91_200, NextSales: 182_400_000));
        var value = storeA.LifetimeValue.ToString();                                  // 211,111
        var needed = BreakEven.Of(storeA, customers: 10_000, newCustomers: 3_000, Period.OneYear).MissingNewCustomers; // 600
        // end
        Assert.Equal(("211,111", 600), (value, needed));
    }

    [Fact]
    public void Sampling_OfAHistory_GivesIntervals()
    {
        var asOf = company.History.Days.Last;
        var customers = new CustomerAnalysis(company.History);
        // snippet: sampling
        var enough = SampleSize.ForShare(expected: 0.2, width: 0.2, confidence: 0.95);          // 62: lost rate within 10 points up and down
        var sample = customers.SampleWindowChurn(asOf, new WindowSampling { Customers = 62, Seed = 1 });
        var interval = sample.LifetimeValue;                                                   // Value, Low, High (infinity where unbounded), Confidence
        var better = sample.CustomersFor(sample.AnnualChurn!.Value, width: 0.1);               // how many for annual churn within 5 points
        // end
        Assert.Equal((62, 62), (enough, sample.Customers));
        Assert.True(interval!.Value.Low <= interval.Value.Value && interval.Value.Value <= interval.Value.High);
        Assert.InRange(better!.Value, 1, sample.BaseCustomers);
    }
}
