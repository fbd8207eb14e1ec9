using System.Numerics;
using Mirai.History;

namespace Mirai.Projection;

/// <summary>Walks every customer through the months of a forecast's calendar, once, and counts who was in which state and what they did.</summary>
/// <remarks>
/// Purchases after the as-of day are not looked at. What is counted for a month depends on purchases up to its end only, so one pass serves the forecasts
/// from the ends of all months. Costs one step a customer and month. Customers are put into groups by a hash of their
/// key: drawing groups again is a bootstrap over customers.
/// </remarks>
internal sealed class CustomerMonthsKernel(ForecastCalendar calendar, int[] leave, int[] before, CustomerKeys keys, int groups, int firstOrigin) : IColumnWork
{
    /// <summary>Ages in months that are told apart, the month of the first purchase being 0; the last is this one and all later ones.</summary>
    public const int Ages = (CustomerMonths.CustomerYears * 12) + 1;

    /// <summary>Cells of one origin: ages by states.</summary>
    public const int CellsPerOrigin = Ages * CustomerStates.Count;

    private readonly int _dayCount = calendar.MonthOf.Length;
    private readonly int _lastMonth = calendar.Last;

    /// <summary>The counts by group; <see langword="null"/> for a group of which this worker has seen nobody.</summary>
    public CustomerMonths?[] Groups { get; } = new CustomerMonths?[groups];

    /// <summary>Totals by month.</summary>
    public MonthTotal[] Totals { get; } = new MonthTotal[calendar.Count];

    /// <summary>By month and months of silence at its end: the customers, and those of them who are active.</summary>
    public (int All, int Active)[] Silent { get; } = new (int, int)[calendar.Count * (CustomerStates.MostSilent + 1)];

    /// <summary>By months of silence at a month's beginning: how many bought in the month, and how often one of them had lapsed before; by month.</summary>
    public int[] Returned { get; } = new int[calendar.Count * (CustomerStates.MostSilent + 1)];

    /// <summary>By origin, age and state: the customers at the end of the month.</summary>
    public int[] Standing { get; } = new int[(calendar.Count - firstOrigin) * CellsPerOrigin];

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var monthOf = calendar.MonthOf;
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var group = groups == 1 ? 0 : keys.PartOf(customer, groups);
            var walk = new CustomerWalk { Cells = (Groups[group] ??= new CustomerMonths(calendar.Count)).Cells, LastDay = -1 };
            var end = offsets[customer + 1];
            var row = offsets[customer];
            while (row < end && int.CreateTruncating(days[row]) is var day && day < _dayCount)
            {
                var month = monthOf[day];
                var visit = default(MonthVisit);
                visit.LastBefore = walk.LastDay;
                for (; row < end && (day = int.CreateTruncating(days[row])) < _dayCount && monthOf[day] == month; row++)
                {
                    var amount = long.CreateTruncating(amounts[row]);
                    visit.Sales += amount;
                    if (amount < 0)
                    {
                        visit.Returns -= amount;
                        continue;
                    }

                    visit.Bought = true;
                    if (walk.LastDay >= 0 && day > leave[walk.LastDay]) visit.Reactivated++;
                    walk.LastDay = day;
                }

                Visit(ref walk, month, visit);
            }

            if (walk.IsKnown) Idle(ref walk, _lastMonth + 1);
        }
    }

    private void Visit(ref CustomerWalk walk, int month, MonthVisit visit)
    {
        ref var total = ref Totals[month];
        total.Sales += visit.Sales;
        total.Returns += visit.Returns;
        total.Reactivated += visit.Reactivated;
        if (visit.Bought)
        {
            total.Buyers++;
            total.SquaredSpend += (Int128)visit.Sales * visit.Sales;
        }

        if (!walk.IsKnown)
        {
            if (!visit.Bought) return;
            total.New++;
            total.NewSales += visit.Sales;
            (walk.IsKnown, walk.Months, walk.Silence, walk.Age) = (true, 1, 0, month <= calendar.Founding ? Ages - 1 : 0);
        }
        else
        {
            var last = walk.LastDay;
            walk.LastDay = visit.LastBefore;
            Idle(ref walk, month);
            walk.LastDay = last;
            if (visit.Bought) Returned[(month * (CustomerStates.MostSilent + 1)) + Math.Min(walk.Silence, CustomerStates.MostSilent)] += visit.Reactivated;
            Live(ref walk, month, visit.Bought, visit.Sales);
        }

        Stand(ref walk, month);
        walk.Month = month;
    }

    /// <summary>The months without a row, until before a month.</summary>
    private void Idle(ref CustomerWalk walk, int until)
    {
        for (var month = walk.Month + 1; month < until; month++)
        {
            Live(ref walk, month, bought: false, sales: 0);
            Stand(ref walk, month);
        }
    }

    private static void Live(ref CustomerWalk walk, int month, bool bought, long sales)
    {
        var state = CustomerStates.RatesAt(walk.Age)[CustomerStates.StateOf(walk.Silence, walk.Months)];
        var year = Math.Min(walk.Age / 12, CustomerMonths.CustomerYears - 1);
        ref var cell = ref walk.Cells[(((month * CustomerMonths.CustomerYears) + year) * CustomerStates.RateCount) + state];
        cell.Exposed++;
        cell.Sales += sales;
        if (bought) cell.Buyers++;
        walk.Age++;
        walk.Silence = bought ? 0 : walk.Silence + 1;
        walk.Months = ((walk.Months << 1) | (bought ? 1u : 0u)) & ((1u << CustomerStates.Memory) - 1);
    }

    private void Stand(ref CustomerWalk walk, int month)
    {
        var isActive = walk.LastDay > before[month];
        ref var silent = ref Silent[(month * (CustomerStates.MostSilent + 1)) + Math.Min(walk.Silence, CustomerStates.MostSilent)];
        silent.All++;
        if (isActive)
        {
            silent.Active++;
            Totals[month].Active++;
        }

        if (month < firstOrigin) return;
        var age = Math.Min(walk.Age, Ages - 1);
        Standing[((((month - firstOrigin) * Ages) + age) * CustomerStates.Count) + CustomerStates.StateOf(walk.Silence, walk.Months)]++;
    }

    private ref struct CustomerWalk
    {
        public Span<MonthCell> Cells;
        public bool IsKnown;
        public int Month;
        public int LastDay;
        public int Age;
        public int Silence;
        public uint Months;
    }

    private struct MonthVisit
    {
        public int LastBefore;
        public bool Bought;
        public long Sales;
        public long Returns;
        public int Reactivated;
    }
}
