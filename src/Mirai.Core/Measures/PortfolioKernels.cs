using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Finds every customer's portfolio group on several days. One per thread.</summary>
internal abstract class PortfolioKernel : IColumnWork
{
    private readonly PortfolioRules _rules;
    private readonly int[] _days;
    private readonly PortfolioThreshold[] _thresholds;
    private readonly int[] _groups;

    /// <summary>A kernel for days by index, ascending.</summary>
    protected PortfolioKernel(PurchaseHistory history, PortfolioRules rules, int[] days, PortfolioThreshold[] thresholds)
    {
        Customer = new CustomerRun(history);
        (_rules, _days, _thresholds, _groups) = (rules, days, thresholds, new int[days.Length]);
    }

    /// <summary>The customer at hand.</summary>
    protected CustomerRun Customer { get; }

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            Customer.Clear(customer, offsets[customer]);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
                Customer.Add(int.CreateTruncating(days[row]), long.CreateTruncating(amounts[row]), 0);
            _rules.GroupsOf(Customer, _days, _thresholds, _groups);
            if (_groups[^1] >= 0) Count(_groups);
        }
    }

    /// <summary>Counts a customer who is known on the last of the days; -1 on days before the first purchase.</summary>
    protected abstract void Count(ReadOnlySpan<int> groups);
}

/// <summary>Adds up what the customers of each group bought, on one day.</summary>
internal sealed class PortfolioTotals(PurchaseHistory history, PortfolioRules rules, int before, int day)
    : PortfolioKernel(history, rules, [day], [rules.ThresholdOn(day)])
{
    /// <summary>By group.</summary>
    public Cell[] Cells { get; } = new Cell[PortfolioGroup.Count];

    /// <inheritdoc/>
    protected override void Count(ReadOnlySpan<int> groups)
    {
        ref var cell = ref Cells[groups[0]];
        var last = Customer.LastPurchaseDay(day);
        var (purchases, sales) = Customer.Sum(before, day);
        cell.Customers++;
        cell.Active += last > before ? 1 : 0;
        cell.Purchases += purchases;
        cell.Sales += sales;
        cell.CumulativeSales += Customer.Sum(-1, day).Sales;
        cell.TenureDays += last - Customer.FirstDay;
    }

    /// <summary>The customers of one group.</summary>
    internal struct Cell
    {
        public long Customers;
        public long Active;
        public long Purchases;
        public long Sales;
        public long CumulativeSales;
        public long TenureDays;

        public void Add(Cell other)
        {
            Customers += other.Customers;
            Active += other.Active;
            Purchases += other.Purchases;
            Sales += other.Sales;
            CumulativeSales += other.CumulativeSales;
            TenureDays += other.TenureDays;
        }
    }
}

/// <summary>Counts the customers by their groups on two days.</summary>
internal sealed class PortfolioMoves(PurchaseHistory history, PortfolioRules rules, int from, int to)
    : PortfolioKernel(history, rules, [from, to], [rules.ThresholdOn(from), rules.ThresholdOn(to)])
{
    /// <summary>By group before (the last one: not yet known) and group after.</summary>
    public long[] Customers { get; } = new long[(PortfolioGroup.Count + 1) * PortfolioGroup.Count];

    /// <inheritdoc/>
    protected override void Count(ReadOnlySpan<int> groups) =>
        Customers[((groups[0] < 0 ? PortfolioGroup.Count : groups[0]) * PortfolioGroup.Count) + groups[1]]++;
}

/// <summary>Counts for pairs of days how many of the current customers of a stage have gone on to the next.</summary>
internal sealed class PortfolioSteps(
    PurchaseHistory history, PortfolioRules rules, int[] days, PortfolioThreshold[] thresholds, (int Before, int After)[] pairs)
    : PortfolioKernel(history, rules, days, thresholds)
{
    /// <summary>By step (to toddler, steady, best) and pair: who has gone on, and who could.</summary>
    public (long Part, long Whole)[][] Shares { get; } = [.. Enumerable.Range(0, 3).Select(_ => new (long, long)[pairs.Length])];

    /// <inheritdoc/>
    protected override void Count(ReadOnlySpan<int> groups)
    {
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var before = groups[pairs[pair].Before];
            if (before < 0) continue;
            var group = PortfolioGroup.Of(before);
            if (!group.IsCurrent || group.Stage > PortfolioStage.Steady) continue;
            var stage = PortfolioGroup.Of(groups[pairs[pair].After]).Stage;
            var hasGoneOn = group.Stage == PortfolioStage.Steady ? stage == PortfolioStage.Best : stage > group.Stage;
            ref var share = ref Shares[(int)group.Stage][pair];
            share = (share.Part + (hasGoneOn ? 1 : 0), share.Whole + 1);
        }
    }
}
