using System.Globalization;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Samples;
using Mirai.Segments;
using ContactLoader = Mirai.Ingest.Contacts;

namespace Mirai.Core.Tests.Contacts;

/// <summary>The stories of the made-up company can be read off its contacts, its attribution and its portfolio.</summary>
public sealed class SampleContactsTests
{
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    [Fact]
    public void Mail_Story_ShowsInEveryMeasureOfContacts()
    {
        var (mail, year) = (Analysis(SampleScenario.Mail), LastDay.AddYears(-2));
        double At(Measure measure, DateOnly day) => mail.Value(measure, day)!.Value;
        Assert.True(At(ContactMeasures.ContactsPerCustomer, LastDay) > 1.2 * At(ContactMeasures.ContactsPerCustomer, year));
        Assert.True(At(ContactMeasures.PurchasesPerContact, LastDay) < 0.85 * At(ContactMeasures.PurchasesPerContact, year));
        Assert.True(At(ContactMeasures.TopDecileContactShare, LastDay) > 1.5 * At(ContactMeasures.TopDecileContactShare, year));
        Assert.True(At(ContactMeasures.ContactConcentration, LastDay) > 0.5);
        Assert.InRange(At(ContactMeasures.ContactConcentration, year), 0.1, 0.35);
        Assert.True(At(ContactMeasures.AtRiskContactCoverage, LastDay) < 0.6);
        Assert.True(At(ContactMeasures.AtRiskContactCoverage, year) > 0.8);
    }

    [Fact]
    public void Healthy_Story_KeepsItsContactsEven()
    {
        var healthy = Analysis(SampleScenario.Healthy);
        var found = healthy.Daily(ContactMeasures.ContactsPerCustomer, ContactMeasures.ContactConcentration, ContactMeasures.ResponseRate);
        foreach (var year in new[] { 1, 2, 3 })
        {
            foreach (var series in found) Assert.InRange(series[LastDay.AddYears(-year)]!.Value / series[LastDay]!.Value, 0.85, 1.15);
        }

        var match = healthy.MatchContacts();
        Assert.Equal(0, match.AfterLastDay);
        Assert.Equal(match.Contacts.Whole, healthy.Contacts!.ContactCount);
    }

    [Fact]
    public void Leaky_Story_IsAttributedToRetention()
    {
        var leaky = Analysis(SampleScenario.Leaky).Attribution(LastDay);
        Assert.Equal(AttributionCause.RetentionRate, leaky.LargestLoss!.Cause);
        Assert.Equal(leaky.Change, leaky.Terms.Sum(term => term.Customers));
    }

    [Fact]
    public void Portfolio_OfTheHealthyCompany_MovesItsCustomersUp()
    {
        var healthy = Analysis(SampleScenario.Healthy);
        var (toddler, steady) = (healthy.Value(PortfolioMeasures.StepToddler, LastDay), healthy.Value(PortfolioMeasures.StepSteady, LastDay));
        Assert.InRange(toddler!.Value, 0.3, 0.8);
        Assert.InRange(steady!.Value, 0.6, 1.0);
        var moves = healthy.PortfolioTransitions(LastDay.AddMonths(-1), LastDay);
        Assert.All(PortfolioGroup.All, group => Assert.Equal(0, group.Stage == PortfolioStage.First ? 0 : moves[group, new PortfolioGroup(PortfolioStage.First, true)]));
        var table = healthy.Portfolio(LastDay);
        Assert.Equal(healthy.ActiveCustomers(LastDay), table.Rows.Sum(row => row.ActiveCustomers));
    }

    private static CustomerAnalysis Analysis(SampleScenario scenario)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        SampleFiles.Write(new SampleOptions { CustomerCount = 1_500, Scenario = scenario }, name => new Kept(text => files[name] = text));
        var purchases = Purchases.Load(Rows(files[SampleFiles.Purchases]).Select(field => new Purchase(
            field[0], Day(field[2]), decimal.Parse(field[3], CultureInfo.InvariantCulture), Order: field[1])));
        var contacts = ContactLoader.Load(Rows(files[SampleFiles.Contacts]).Select(field => new Contact(
            field[0], Day(field[1]), field[2], field[3], decimal.Parse(field[4], CultureInfo.InvariantCulture))));
        Assert.Equal((0L, 0L), (purchases.Report.BadRowCount, contacts.Report.BadRowCount));
        return new CustomerAnalysis(purchases.History, attributes: null, contacts.Contacts);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));

    private sealed class Kept(Action<string> keep) : StringWriter(CultureInfo.InvariantCulture)
    {
        protected override void Dispose(bool disposing)
        {
            keep(ToString());
            base.Dispose(disposing);
        }
    }
}
