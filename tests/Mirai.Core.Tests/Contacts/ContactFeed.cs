using Mirai.Core.Tests.Engine;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Measures;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Contacts;

/// <summary>How a small history with contacts reaches the engine.</summary>
internal static class ContactFeed
{
    public static IReadOnlyList<Measure> Measures { get; } =
        [.. MeasureCatalog.BuiltIn.Measures.Where(measure => measure.NeedsContacts && measure.IsSegmentable)];

    public static CustomerAnalysis Analysis(ContactedHistory contacted, EngineFeed? feed = null)
    {
        feed ??= new EngineFeed();
        var purchases = EngineFeed.Analysis(contacted.History, feed);
        var contacts = contacted.Contacts.Select(contact => contact with { Customer = feed.KeyOf(contact.Customer) }).ToArray();
        if (feed.ShuffleSeed is { } seed) new Random(seed).Shuffle(contacts);
        return new CustomerAnalysis(purchases.History, purchases.Attributes, HistoryOf(contacts), purchases.Options);
    }

    /// <summary>The contacts with costs, though none of them may have one.</summary>
    public static ContactHistory HistoryOf(IReadOnlyList<Contact> contacts)
    {
        using var intake = new ContactIntake([ContactHistory.Channel], hasCosts: true, PurchaseLoadOptions.Default);
        var door = intake.Rows.CreateRowIntake(PurchaseColumnNames.Roles);
        foreach (var contact in contacts)
        {
            door.Begin(door.RowsRead + 1);
            door.Customer(contact.Customer);
            door.Day(contact.Day.DayNumber);
            door.Amount(contact.Cost ?? 0);
            door.DimensionText(0, contact.Channel);
            Assert.True(door.End());
        }

        Assert.True(intake.TryFinish(door.Issues, door.RowsRead, [], out var load, out _));
        return load.Contacts;
    }
}
