using Mirai.History;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;
using ContactLoader = Mirai.Ingest.Contacts;

namespace Mirai.Core.Tests.Contacts;

/// <summary>Real mailings to real households, counted again household by household.</summary>
public sealed class CompleteJourneyTests
{
    [FactWithTestData(CompleteJourney.CampaignsFile, CompleteJourney.CampaignDescriptionsFile)]
    public void Load_Mailings_AreAllThere()
    {
        using var contacts = ContactLoader.Load(CompleteJourney.Mailings()).Contacts;
        Assert.Equal((6_589, 1_559, false), (contacts.ContactCount, contacts.CustomerCount, contacts.HasCosts));
        Assert.Equal((27, 3), (contacts.DimensionValues("campaign").Count(text => text.Length > 0), contacts.DimensionValues("channel").Count(text => text.Length > 0)));
        var sizes = Enumerable.Range(0, contacts.CustomerCount).SelectMany(contacts.ContactsOf)
            .Where(entry => entry.Texts["channel"] is "Type A").CountBy(entry => entry.Texts["campaign"]).ToDictionary(StringComparer.Ordinal);
        Assert.Equal((1_076, 1_077, 1_133, 361), (sizes["8"], sizes["13"], sizes["18"], sizes["27"]));
    }

    [TheoryWithTestData(CompleteJourney.TransactionsFile, CompleteJourney.CampaignsFile, CompleteJourney.CampaignDescriptionsFile)]
    [InlineData("90d", "2017-06-15")]
    [InlineData("90d", "2017-10-01")]
    [InlineData("90d", "2017-12-31")]
    [InlineData("1y", "2017-12-31")]
    public void Measures_OfMailings_EqualThoseOfTheHouseholds(string period, string day)
    {
        var (activePeriod, t) = (Period.Parse(period), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        using var purchases = Purchases.Load(CompleteJourney.Transactions(), new PurchaseLoadOptions { Currency = Currency.Usd, RoundAmounts = true }).History;
        using var contacts = ContactLoader.Load(CompleteJourney.Mailings()).Contacts;
        var analysis = new CustomerAnalysis(purchases, attributes: null, contacts, new AnalysisOptions { ActivePeriod = activePeriod });

        bool In(DateOnly one, DateOnly end, Period window) => one <= end && one > window.Before(end);
        var mailed = CompleteJourney.Mailings().ToLookup(contact => contact.Customer, contact => contact.Day, StringComparer.Ordinal);
        var bought = CompleteJourney.Transactions().ToLookup(row => row.Customer, row => row, StringComparer.Ordinal);
        var active = bought.Where(own => own.Any(row => In(row.Day, t, activePeriod))).Select(own => own.Key).ToList();
        var counts = active.Select(household => mailed[household].Count(d => In(d, t, activePeriod))).OrderDescending().ToList();
        var orders = active.Sum(household => bought[household].Where(row => In(row.Day, t, activePeriod)).Select(row => (row.Order, row.Day)).Distinct().Count());
        double Share(int part) => (double)part / active.Count;
        double Value(Measure measure) => analysis.Value(measure, t)!.Value;

        Assert.Equal((double)counts.Sum() / active.Count, Value(ContactMeasures.ContactsPerCustomer), 12);
        Assert.Equal((double)orders / counts.Sum(), Value(ContactMeasures.PurchasesPerContact), 12);
        Assert.Equal(Share(counts.Count(count => count == 0)), Value(ContactMeasures.UncontactedShare), 12);
        Assert.Equal(Share(active.Count(household => mailed[household].Any(d => In(d, t, Period.Days(90))))), Value(ContactMeasures.ContactCoverage), 12);
        Assert.Equal(GiniOf(counts), Value(ContactMeasures.ContactConcentration), 12);
        Assert.Equal(TopTenthOf(counts), Value(ContactMeasures.TopDecileContactShare), 12);
        Assert.Equal(ResponseOf(mailed, bought, t, activePeriod), analysis.Daily(ContactMeasures.ResponseRate)[0].Share(t));
        Assert.Equal(CompleteJourney.Mailings().Count(contact => contact.Day == t), analysis.Daily(ContactMeasures.Contacts)[0].Count(t));
        AssertBands(analysis, t, counts.Count);
    }

    private static void AssertBands(CustomerAnalysis analysis, DateOnly t, int active)
    {
        var table = analysis.DoseResponse(t);
        Assert.Equal(active, table.Rows.Sum(row => row.Customers));
        var top = table.Rows.Last(row => row.Customers >= 30);
        Assert.Equal(analysis.Value(ContactMeasures.MarginalPurchasesTopBand, t), top.MarginalPurchases);
        foreach (var (measure, of) in new (Measure, Func<DoseResponseRow, double?>)[]
            { (CustomerMeasures.ActiveCustomers, row => row.Customers), (SalesMeasures.PurchaseFrequency, row => row.PurchasesPerCustomer) })
        {
            var series = analysis.DailyBy(Segment.ContactBand, [measure]);
            Assert.All(table.Rows, row => Assert.Equal(series.First(one => string.Equals(one.SegmentValue, row.Band, StringComparison.Ordinal))[t], of(row)));
        }
    }

    /// <summary>By the mean of the differences of all pairs.</summary>
    private static double GiniOf(List<int> counts) =>
        counts.Sum(one => counts.Sum(other => (double)Math.Abs(one - other))) / (2.0 * counts.Count * counts.Sum());

    private static double TopTenthOf(List<int> descending)
    {
        var whole = descending.Count / 10;
        return (descending.Take(whole).Sum() + (descending[whole] * (descending.Count % 10) / 10.0)) / descending.Sum();
    }

    private static Share ResponseOf(ILookup<string, DateOnly> mailed, ILookup<string, Purchase> bought, DateOnly t, Period activePeriod)
    {
        var (answered, all) = (0, 0);
        var end = t.AddDays(-30);
        foreach (var household in mailed)
        {
            var days = household.Distinct().ToList();
            var credited = bought[household.Key].Select(row => days.Where(d => d <= row.Day && d >= row.Day.AddDays(-30)).DefaultIfEmpty().Max()).ToHashSet();
            foreach (var day in days.Where(d => d <= end && d > activePeriod.Before(end)))
            {
                all++;
                answered += credited.Contains(day) ? 1 : 0;
            }
        }

        return new Share(answered, all);
    }
}
