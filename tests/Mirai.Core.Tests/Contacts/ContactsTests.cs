using System.Data;
using System.Globalization;
using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using ContactLoader = Mirai.Ingest.Contacts;

namespace Mirai.Core.Tests.Contacts;

/// <summary>Contacts from objects and databases, and what they say about themselves.</summary>
public sealed class ContactsTests
{
    private static readonly DateOnly Day = new(2024, 3, 1);

    [Fact]
    public void Load_Objects_KeepsEveryContactWithItsTexts()
    {
        var load = ContactLoader.Load(
        [
            new Contact("b", Day.AddDays(2), "email", "spring", 1.5m), new Contact("a", Day, "post"), new Contact("b", Day), new Contact("b", Day.AddDays(2)),
        ],
        new PurchaseLoadOptions { Currency = Currency.Usd });
        using var contacts = load.Contacts;
        Assert.Equal(new DayRange(Day, Day.AddDays(2)), contacts.Days);
        Assert.Equal((4, 2, true), (contacts.ContactCount, contacts.CustomerCount, contacts.HasCosts));
        Assert.Equal(["channel", "campaign"], contacts.Dimensions);
        Assert.Equal(["", "email", "post"], contacts.DimensionValues("channel"));
        var own = contacts.ContactsOf(contacts.FindCustomer("b"));
        Assert.Equal([Day, Day.AddDays(2), Day.AddDays(2)], own.Select(entry => entry.Day));
        Assert.Equal(1.5m, own.Max(entry => entry.Cost));
        Assert.Contains(own, entry => entry.Texts["channel"] is "email" && entry.Texts["campaign"] is "spring");
        Assert.Equal(-1, contacts.FindCustomer("c"));
    }

    [Fact]
    public void Load_BadObjects_AreCountedAndNamed()
    {
        var load = ContactLoader.Load([new Contact("", Day), new Contact("a", Day, Cost: -1), new Contact("a", Day, Cost: 0.5m), new Contact("a", Day)]);
        using var contacts = load.Contacts;
        Assert.Equal(
            [(IngestIssueKind.MissingCustomer, 1L), (IngestIssueKind.NegativeCost, 2L), (IngestIssueKind.TooManyDecimals, 3L)],
            load.Report.Samples.Select(issue => (issue.Kind, issue.LineNumber)));
        Assert.Equal("line 2, column cost: found `-1`, expected a cost of 0 or more", load.Report.Samples[1].ToString());
        Assert.Equal(1, contacts.ContactCount);
    }

    [Fact]
    public void Load_NoObjects_IsNoContacts()
    {
        using var contacts = ContactLoader.Load([]).Contacts;
        Assert.Null(contacts.Days);
        var analysis = new CustomerAnalysis(EngineFeed.Build([("a", Day, 100)]), attributes: null, contacts);
        Assert.Equal(0, analysis.Value(ContactMeasures.Contacts, Day));
        Assert.Equal(1, analysis.Value(ContactMeasures.UncontactedShare, Day));
        Assert.Null(analysis.Value(ContactMeasures.ContactConcentration, Day));
        Assert.Null(analysis.Value(ContactMeasures.ResponseRate, Day));
        Assert.Null(analysis.Daily(ContactMeasures.Contacts)[0].CompleteFrom);
    }

    [Fact]
    public void Load_AllObjectsBad_Fails() =>
        Assert.StartsWith("None of the 1 rows can be used.", Assert.Throws<IngestException>(() => ContactLoader.Load([new Contact(" ", Day)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_DatabaseReader_TakesEveryTypeAndNullCosts()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, type) in new[] { ("Member No", typeof(int)), ("配信日", typeof(DateTime)), ("cost", typeof(double)), ("media", typeof(string)) })
            table.Columns.Add(name, type);
        table.Rows.Add(17, new DateTime(2024, 3, 1, 23, 0, 0), 80.0, "post");
        table.Rows.Add(17, new DateTime(2024, 3, 2), DBNull.Value, DBNull.Value);
        table.Rows.Add(18, DBNull.Value, 80.0, "post");
        using var reader = table.CreateDataReader();
        var load = ContactLoader.Load(reader);
        using var contacts = load.Contacts;
        Assert.Equal([(Day, 80m, "post"), (Day.AddDays(1), 0m, "")], contacts.ContactsOf(contacts.FindCustomer("17")).Select(e => (e.Day, e.Cost!.Value, e.Texts["channel"])));
        Assert.Equal(IngestIssueKind.UnreadableDay, Assert.Single(load.Report.Samples).Kind);
        Assert.Equal("Columns: customer = Member No, day = 配信日, cost = cost, channel = media.", Assert.Single(load.Report.Notes));
    }

    [Fact]
    public void TryLoad_DatabaseReaderWithoutDay_SaysWhatIsMissing()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("customer", typeof(string));
        using var reader = table.CreateDataReader();
        Assert.False(ContactLoader.TryLoad(reader, null, null, out _, out var failure));
        Assert.StartsWith("No column is day.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MatchContacts_StrangersAndLaterDays_AreCounted()
    {
        using var contacts = ContactFeed.HistoryOf(
            [new("a", Day), new("a", Day.AddDays(1)), new("stranger", Day), new("stranger", Day.AddDays(2)), new("b", Day.AddDays(-400))]);
        var analysis = new CustomerAnalysis(EngineFeed.Build([("a", Day, 100), ("b", Day, 100), ("c", Day, -5)]), attributes: null, contacts);
        Assert.Equal(new ContactMatch(new Share(2, 3), new Share(3, 5), 2), analysis.MatchContacts());
        Assert.Equal(2, analysis.Daily(ContactMeasures.Contacts)[0].Count(Day));
    }

    [Fact]
    public void Daily_WithoutContactsOrCosts_SaysWhatIsNeeded()
    {
        var history = EngineFeed.Build([("a", Day, 100)]);
        var without = new CustomerAnalysis(history);
        Assert.Contains("`contacts` needs contacts", Assert.Throws<ArgumentException>(() => without.Daily(ContactMeasures.Contacts)).Message, StringComparison.Ordinal);
        Assert.Contains("`contact_band` needs contacts", Assert.Throws<ArgumentException>(() => without.Segments(Segment.ContactBand, Day)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => without.DoseResponse(Day));
        Assert.Throws<InvalidOperationException>(() => without.MatchContacts());
        using var contacts = ContactLoader.Load([new Contact("a", Day)]).Contacts;
        var free = new CustomerAnalysis(history, attributes: null, contacts);
        Assert.Contains("needs costs", Assert.Throws<ArgumentException>(() => free.Daily(ContactMeasures.ContactCost)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "cannot be split",
            Assert.Throws<ArgumentException>(() => free.DailyBy(Segment.CustomerYear, [ContactMeasures.ContactConcentration])).Message,
            StringComparison.Ordinal);
    }

    /// <summary>A log of contacts may begin long after the purchases: until a window of it is full, its figures are incomplete.</summary>
    [Theory]
    [InlineData("contacts", "2022-06-01")]
    [InlineData("contact_coverage", "2022-08-30")]
    [InlineData("at_risk_contact_coverage", "2022-07-31")]
    [InlineData("contacts_per_customer", "2023-06-01")]
    [InlineData("contact_concentration", "2023-06-01")]
    [InlineData("response_rate", "2023-07-01")]
    public void CompleteFrom_LogBeginsLater_CountsFromItsFirstDay(string id, string expected)
    {
        var history = EngineFeed.Build([("a", new DateOnly(2020, 1, 1), 100), ("a", new DateOnly(2024, 1, 1), 100)]);
        using var contacts = ContactFeed.HistoryOf([new("a", new DateOnly(2022, 6, 1))]);
        var series = new CustomerAnalysis(history, attributes: null, contacts).Daily(MeasureCatalog.BuiltIn.Find(id))[0];
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), series.CompleteFrom);
    }
}
