namespace Mirai.History;

/// <summary>One person's contacts up to the last observed day, unpacked. One per thread, filled again for each person.</summary>
internal sealed class ContactRun(ContactLink link)
{
    private int[] _days = new int[64];
    private long[] _costs = new long[64];
    private int _count;

    /// <summary>Day indexes on the axis of the purchases, ascending, a day with several contacts several times; negative before the first observed day.</summary>
    public ReadOnlySpan<int> Days => _days.AsSpan(0, _count);

    /// <summary>Costs in minor units; 0 where there are none.</summary>
    public ReadOnlySpan<long> Costs => _costs.AsSpan(0, _count);

    /// <summary>Reads the contacts with a customer of the purchases.</summary>
    public void Read(int customer) => ReadContacted(link.ContactedOf(customer));

    /// <summary>Reads the contacts of a person by number among the contacted; of nobody for -1.</summary>
    public void ReadContacted(int contacted)
    {
        _count = 0;
        var (row, end) = link.RowsOf(contacted);
        for (; row < end; row++)
        {
            var day = link.DayOf(row);
            if (day >= link.DayCount) return;
            if (_count == _days.Length)
            {
                Array.Resize(ref _days, _count * 2);
                Array.Resize(ref _costs, _count * 2);
            }

            (_days[_count], _costs[_count]) = (day, link.Contacts.Rows.Amount(row));
            _count++;
        }
    }
}
