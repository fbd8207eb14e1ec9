using Mirai.Model;

namespace Mirai.History;

/// <summary>Which of the contacted people are which customers of the purchases, and how the two tables' days lie to each other.</summary>
/// <remarks>Both number customers in the order of their keys' codes, so that one walk over both finds all pairs.</remarks>
internal sealed class ContactLink
{
    private readonly int[] _contactedOf;
    private readonly DayAxis _axis; // The days of the purchases, and those of contacts before them.

    public ContactLink(PurchaseHistory purchases, ContactHistory contacts)
    {
        Contacts = contacts;
        _contactedOf = purchases.Keys.PlacesIn(contacts.Rows.Keys);
        var isKnown = new bool[contacts.CustomerCount];
        foreach (var contacted in _contactedOf)
        {
            if (contacted >= 0) isKnown[contacted] = true;
        }

        Strangers = [.. Enumerable.Range(0, isKnown.Length).Where(contacted => !isKnown[contacted])];
        DayCount = purchases.Days.Count;
        DayOffset = contacts.Days is { } days ? purchases.Days.IndexOf(days.First) : 0;
        var first = DayOffset < 0 ? contacts.Days!.Value.First : purchases.Days.First;
        _axis = new DayAxis(new DayRange(first, purchases.Days.Last));
        FirstDay = contacts.Days?.First;
    }

    /// <summary>All contacts.</summary>
    public ContactHistory Contacts { get; }

    /// <summary>The contacted people without a purchase or a return, by their numbers among the contacted.</summary>
    public int[] Strangers { get; }

    /// <summary>How many days the purchases observe.</summary>
    public int DayCount { get; }

    /// <summary>The index of the first contact's day on the axis of the purchases; may be negative.</summary>
    public int DayOffset { get; }

    /// <summary>How many days there are from the first contact to the first observed day; at least 0.</summary>
    public int LeadDays => Math.Max(0, -DayOffset);

    /// <summary>The first contact's day.</summary>
    public DateOnly? FirstDay { get; }

    /// <summary>The number among the contacted of a customer of the purchases; -1 for one never contacted.</summary>
    public int ContactedOf(int customer) => _contactedOf[customer];

    /// <summary>The rows of a person by number among the contacted, by day; none for -1.</summary>
    public (int First, int End) RowsOf(int contacted)
    {
        if (contacted < 0) return (0, 0);
        ReadOnlySpan<int> offsets = Contacts.Rows.Columns.Offsets.Span;
        return (offsets[contacted], offsets[contacted + 1]);
    }

    /// <summary>The day of a row as an index on the axis of the purchases: negative before the first observed day, or past the last.</summary>
    public int DayOf(int row) => Contacts.Rows.DayIndex(row) + DayOffset;

    /// <summary>
    /// For each day of a contact, <see cref="LeadDays"/> places behind its index, the first day index on which it has left a window: 0 or less
    /// where that is before the observed days, at most <see cref="DayCount"/>.
    /// </summary>
    public int[] LeaveDays(Period period)
    {
        var leave = _axis.LeaveDays(period);
        for (var day = 0; day < leave.Length; day++) leave[day] -= LeadDays;
        return leave;
    }
}
