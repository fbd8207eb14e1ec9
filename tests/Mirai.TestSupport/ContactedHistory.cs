using FsCheck;
using FsCheck.Fluent;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>A small history whose customers, and some others, were contacted now and then.</summary>
/// <param name="History">The purchases.</param>
/// <param name="Contacts">In no order, on days within, before and after those of the purchases; at least one.</param>
public sealed record ContactedHistory(SmallHistory History, IReadOnlyList<Contact> Contacts)
{
    /// <summary>The oracle of purchases and contacts.</summary>
    public LinqOracle Oracle => new(History.Rows, History.ActivePeriod, History.ObservedUntil, History.Attributes, Contacts);

    /// <summary>The observed days on which something can change because of purchases or contacts.</summary>
    public IEnumerable<DateOnly> TurningDays()
    {
        Period[] steps = [History.ActivePeriod, Period.Days(30), Period.Days(60), Period.Days(90), Period.Years(1)];
        var contactDays = Contacts.Select(contact => contact.Day).Distinct().ToList();
        var leaveDays = contactDays.SelectMany(day => steps.SelectMany(step => new[] { step.After(day), step.After(day.AddDays(30)) }));
        var around = contactDays.Concat(leaveDays).SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }).ToHashSet();
        around.UnionWith(History.TurningDays());
        return History.Days.Where(around.Contains);
    }

    /// <summary>The history as text that a test can begin with.</summary>
    public override string ToString() => History + "contacts\n" + string.Join(
        '\n', Contacts.OrderBy(contact => contact.Customer, StringComparer.Ordinal).ThenBy(contact => contact.Day)
            .Select(contact => $"{contact.Customer} {contact.Day:yyyy-MM-dd} {contact.Channel} {contact.Cost}"));
}

/// <summary>Random small histories with contacts, for properties.</summary>
public static class ContactedHistories
{
    private static readonly string[] Strangers = ["nobody", "知らない人"];
    private static readonly int[] Offsets =
        [-400, -366, -365, -91, -90, -89, -61, -60, -59, -31, -30, -29, -2, -1, 0, 0, 1, 2, 29, 30, 31, 59, 60, 61, 89, 90, 91, 239, 240, 241, 365, 366];

    /// <summary>Histories with 1 to 40 contacts, many of them about a window's length from a purchase.</summary>
    public static Arbitrary<ContactedHistory> ContactedHistory() => Arb.From(
        from history in SmallHistories.SmallHistory().Generator
        from count in Gen.Choose(1, 40)
        from contacts in Gen.ArrayOf(ContactOf(history), count)
        select new ContactedHistory(history, contacts),
        Smaller);

    private static Gen<Contact> ContactOf(SmallHistory history) =>
        from row in Gen.Elements(history.Rows.ToArray())
        from stranger in Gen.Frequency((8, Gen.Constant((string?)null)), (1, Gen.Elements<string?>(Strangers)))
        from offset in Gen.Frequency((3, Gen.Elements(Offsets)), (1, Gen.Choose(-500, 500)))
        from channel in Gen.Elements("post", "email", "", null)
        from cost in Gen.Elements<decimal?>(1, 80, 0, null)
        select new Contact(stranger ?? row.Customer, row.Day.AddDays(offset), channel, "spring", cost);

    private static IEnumerable<ContactedHistory> Smaller(ContactedHistory contacted)
    {
        for (var i = 0; contacted.Contacts.Count > 1 && i < contacted.Contacts.Count; i++)
            yield return contacted with { Contacts = [.. contacted.Contacts.Where((_, at) => at != i)] };
        foreach (var history in SmallHistories.SmallHistory().Shrinker(contacted.History)) yield return contacted with { History = history };
    }
}
