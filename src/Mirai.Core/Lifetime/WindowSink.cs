using Mirai.History;
using Mirai.Segments;

namespace Mirai.Lifetime;

/// <summary>Takes the sums of customers one after the other. One per thread; those of all threads are added up.</summary>
internal abstract class WindowSink
{
    /// <summary>Takes one customer's sums.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="firstCell">The cell of the first day t: 0, or that of a value of a purchase dimension.</param>
    /// <param name="windows">The sums for every day t.</param>
    public abstract void Take(int customer, int firstCell, CustomerWindows windows);
}

/// <summary>What base customers bought, all together.</summary>
internal record struct CellTotals(long BaseCustomers, long BasePurchases, long BaseSpend, long NextCustomers, long NextPurchases, long NextSpend)
{
    /// <summary>Adds one base customer.</summary>
    public void Add(WindowSums sums)
    {
        BaseCustomers++;
        BasePurchases += sums.BasePurchases;
        BaseSpend += sums.BaseSpend;
        if (sums.NextPurchases == 0) return;
        NextCustomers++;
        NextPurchases += sums.NextPurchases;
        NextSpend += sums.NextSpend;
    }

    /// <summary>Adds the customers of another thread.</summary>
    public void Add(CellTotals other)
    {
        BaseCustomers += other.BaseCustomers;
        BasePurchases += other.BasePurchases;
        BaseSpend += other.BaseSpend;
        NextCustomers += other.NextCustomers;
        NextPurchases += other.NextPurchases;
        NextSpend += other.NextSpend;
    }
}

/// <summary>Adds up the base customers of every cell.</summary>
internal class TotalsSink(SpendLimits limits, int cells) : WindowSink
{
    /// <summary>By cell.</summary>
    public CellTotals[] Totals { get; } = new CellTotals[cells];

    /// <inheritdoc/>
    public override void Take(int customer, int firstCell, CustomerWindows windows)
    {
        for (var place = windows.First; place < windows.End; place++)
        {
            ref readonly var sums = ref windows[place];
            if (limits.IsBaseCustomer(firstCell + place, sums)) Totals[CellOf(customer, firstCell, place)].Add(sums);
        }
    }

    /// <summary>The cell in which a customer counts.</summary>
    protected virtual int CellOf(int customer, int firstCell, int place) => firstCell + place;
}

/// <summary>Adds up the base customers of every value of a segment, each under the value that he had on the day t - P.</summary>
internal sealed class SegmentTotalsSink(PurchaseHistory history, SegmentPlacement placement, WindowGrid grid, SpendLimits limits)
    : TotalsSink(limits, placement.Values.Count * grid.Count)
{
    private readonly CustomerRun _run = new(history);
    private readonly List<Membership> _memberships = [];
    private int _placed = -1;

    /// <inheritdoc/>
    protected override int CellOf(int customer, int firstCell, int place)
    {
        if (_placed != customer)
        {
            _run.Read(customer);
            _memberships.Clear();
            placement.Place(_run, _memberships);
            _placed = customer;
        }

        var day = grid.Middle[place];
        foreach (var membership in _memberships)
        {
            if (membership.From <= day && day < membership.Until) return (membership.Value * grid.Count) + place;
        }

        throw new InvalidOperationException($"The segment places nobody on day {day} of {history.Days}."); // Its stretches cover all days.
    }
}

/// <summary>Lists the base customers of one day t.</summary>
internal sealed class BaseCustomerSink(SpendLimits limits) : WindowSink
{
    /// <summary>The customers' numbers and sums.</summary>
    public List<(int Customer, WindowSums Sums)> Customers { get; } = [];

    /// <inheritdoc/>
    public override void Take(int customer, int firstCell, CustomerWindows windows)
    {
        if (windows.First < windows.End && limits.IsBaseCustomer(firstCell, windows[0])) Customers.Add((customer, windows[0]));
    }
}
