namespace Mirai.Projection;

/// <summary>Counts of customer-months by month, customer year and state: what happened in the month to those who began it in the state.</summary>
/// <remarks>Whole numbers only, so that parts added up in any order give the same. Nothing in a month depends on what came after it.</remarks>
internal sealed class CustomerMonths(int months)
{
    /// <summary>Customer years told apart; the last is this one and all further ones.</summary>
    public const int CustomerYears = 8;

    /// <summary>Cells of one month.</summary>
    public const int CellsPerMonth = CustomerYears * CustomerStates.RateCount;

    /// <summary>How many months there are.</summary>
    public int Months => months;

    /// <summary>By month, customer year and state, what happened.</summary>
    public MonthCell[] Cells { get; } = new MonthCell[months * CellsPerMonth];

    /// <summary>The cells of a month.</summary>
    public ReadOnlySpan<MonthCell> Of(int month) => Cells.AsSpan(month * CellsPerMonth, CellsPerMonth);

    /// <summary>Adds another part's counts.</summary>
    public void Add(CustomerMonths other)
    {
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            ref var sum = ref Cells[cell];
            ref readonly var part = ref other.Cells[cell];
            sum.Exposed += part.Exposed;
            sum.Buyers += part.Buyers;
            sum.Sales += part.Sales;
        }
    }
}

/// <summary>What happened in one month to the customers who began it in one state and customer year.</summary>
internal struct MonthCell
{
    /// <summary>How many they were.</summary>
    public int Exposed;

    /// <summary>How many bought.</summary>
    public int Buyers;

    /// <summary>Their net sales, in minor units.</summary>
    public long Sales;
}

/// <summary>What happened in a month as a whole.</summary>
internal struct MonthTotal
{
    /// <summary>New customers.</summary>
    public long New;

    /// <summary>Net sales to new customers in the month of their first purchase, in minor units.</summary>
    public long NewSales;

    /// <summary>Customers who came back after having lapsed, counted each time.</summary>
    public long Reactivated;

    /// <summary>Active customers at the month's end.</summary>
    public long Active;

    /// <summary>Net sales of everyone, in minor units.</summary>
    public long Sales;

    /// <summary>Returns of everyone, as a positive number of minor units.</summary>
    public long Returns;

    /// <summary>Customers with a purchase, new ones included.</summary>
    public long Buyers;

    /// <summary>Squares of what these spent in the month, added up.</summary>
    public Int128 SquaredSpend;
}
