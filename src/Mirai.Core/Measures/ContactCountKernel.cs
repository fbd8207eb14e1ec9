using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Follows how many contacts every active customer has in the active period, day by day. One per thread.</summary>
internal sealed class ContactCountKernel(PurchaseHistory history, ContactTables contacts) : IColumnWork
{
    private readonly CustomerRun _run = new(history);
    private readonly ContactRun _contacts = new(contacts.Link);

    /// <summary>Active customers by number of contacts.</summary>
    public ContactHistogram Histogram { get; } = new(contacts.Count);

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _run.Clear(customer, offsets[customer]);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
                _run.Add(int.CreateTruncating(days[row]), long.CreateTruncating(amounts[row]), 0);
            _contacts.Read(customer);
            var purchases = _run.PurchaseDays;
            for (var i = 0; i < purchases.Length;)
            {
                var from = purchases[i];
                var until = contacts.Leaves.Active[from];
                for (i++; i < purchases.Length && purchases[i] <= until; i++) until = contacts.Leaves.Active[purchases[i]];
                Follow(_contacts.Days, from, until);
            }
        }
    }

    /// <summary>Walks over the days of an active spell on which the number of contacts changes.</summary>
    private void Follow(ReadOnlySpan<int> days, int from, int until)
    {
        var entered = UpTo(days, from);
        var left = 0;
        while (left < entered && contacts.LeaveActive(days[left]) <= from) left++;
        while (from < until)
        {
            var enters = entered < days.Length ? days[entered] : until;
            var leaves = left < entered ? contacts.LeaveActive(days[left]) : until;
            var next = Math.Min(until, Math.Min(enters, leaves));
            Histogram.Add(entered - left, from, next);
            while (entered < days.Length && days[entered] <= next) entered++;
            while (left < entered && contacts.LeaveActive(days[left]) <= next) left++;
            from = next;
        }
    }

    private static int UpTo(ReadOnlySpan<int> days, int day)
    {
        var count = 0;
        while (count < days.Length && days[count] <= day) count++;
        return count;
    }
}
