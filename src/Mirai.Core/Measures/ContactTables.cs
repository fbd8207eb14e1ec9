using Mirai.History;
using Mirai.Model;

namespace Mirai.Measures;

/// <summary>For each day of a contact, when it leaves the windows that the measures look through. Contacts may lie before the observed days.</summary>
internal sealed class ContactTables
{
    private readonly int _lead;
    private readonly int[] _active;

    public ContactTables(ContactLink link, LeaveTables leaves, Period activePeriod)
    {
        Link = link;
        Leaves = leaves;
        _lead = link.LeadDays;
        _active = link.LeaveDays(activePeriod);
    }

    /// <summary>Who was contacted.</summary>
    public ContactLink Link { get; }

    /// <summary>The windows of purchases.</summary>
    public LeaveTables Leaves { get; }

    /// <summary>How many days are observed.</summary>
    public int Count => Leaves.Count;

    /// <summary>When a contact leaves the active period; 0 or less before the observed days, at most <see cref="Count"/>.</summary>
    public int LeaveActive(int day) => _active[day + _lead];
}
