namespace Mirai.Measures;

/// <summary>How many active customers have each number of contacts, as changes by day. One per thread.</summary>
/// <remarks>
/// Numbers of contacts are small, and a column of days for each is an array. Somebody to whom every test is mailed may have thousands: beyond
/// <see cref="Dense"/> only the days on which something changes are kept.
/// </remarks>
internal sealed class ContactHistogram(int days)
{
    private const int Dense = 512;
    private readonly int[]?[] _columns = new int[Dense][];
    private readonly Dictionary<(int Day, int Contacts), int> _sparse = [];

    /// <summary>So many contacts over days.</summary>
    public void Add(int contacts, int from, int until)
    {
        if (from >= until) return;
        if (contacts >= Dense)
        {
            Change(from, contacts, 1);
            if (until < days) Change(until, contacts, -1);
            return;
        }

        var column = _columns[contacts] ??= new int[days + 1];
        column[from]++;
        column[until]--;
    }

    /// <summary>Takes in what another thread counted.</summary>
    public void Add(ContactHistogram other)
    {
        for (var contacts = 0; contacts < Dense; contacts++)
        {
            if (other._columns[contacts] is not { } theirs) continue;
            if (_columns[contacts] is not { } ours) _columns[contacts] = theirs;
            else for (var day = 0; day <= days; day++) ours[day] += theirs[day];
        }

        foreach (var ((day, contacts), change) in other._sparse) Change(day, contacts, change);
    }

    /// <summary>The days in order, each with the customers by number of contacts, ascending. The list is used again for every day.</summary>
    public IEnumerable<IReadOnlyList<(int Contacts, long Customers)>> ByDay()
    {
        var dense = Enumerable.Range(0, Dense).Where(contacts => _columns[contacts] is not null).ToArray();
        var heads = new long[dense.Length];
        var rare = new SortedDictionary<int, long>();
        var changes = _sparse.OrderBy(change => change.Key).ToList();
        var at = 0;
        var today = new List<(int, long)>();
        for (var day = 0; day < days; day++)
        {
            today.Clear();
            for (var i = 0; i < dense.Length; i++)
            {
                heads[i] += _columns[dense[i]]![day];
                if (heads[i] > 0) today.Add((dense[i], heads[i]));
            }

            for (; at < changes.Count && changes[at].Key.Day == day; at++)
            {
                var (contacts, change) = (changes[at].Key.Contacts, changes[at].Value);
                rare[contacts] = rare.GetValueOrDefault(contacts) + change;
                if (rare[contacts] == 0) rare.Remove(contacts);
            }

            foreach (var (contacts, customers) in rare) today.Add((contacts, customers));
            yield return today;
        }
    }

    private void Change(int day, int contacts, int change) => _sparse[(day, contacts)] = _sparse.GetValueOrDefault((day, contacts)) + change;
}
