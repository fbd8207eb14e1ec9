namespace Mirai.Projection;

/// <summary>What customers in each state and customer year do in a month: the curves of the cohort engine, as estimated from the months up to an origin.</summary>
/// <remarks>
/// A rate is what happened to those who were exposed to it, recent months counting more. A cell with little evidence leans on its neighbour: a customer year
/// on the year before it (so the last known year goes on), a month of silence on the month before it.
/// </remarks>
internal sealed class CohortRates
{
    private const double Lean = 12;
    private const double LeanOnAll = 8;
    private const double MostBuying = 0.98;

    private CohortRates()
    {
    }

    /// <summary>The chance of a purchase in an average month, by customer year and state.</summary>
    public double[] Buying { get; } = new double[CustomerMonths.CellsPerMonth];

    /// <summary>Net sales per buyer in an average month, in minor units, by customer year and state.</summary>
    public double[] Spending { get; } = new double[CustomerMonths.CellsPerMonth];

    /// <summary>The chance of a purchase given the season.</summary>
    public static double Seasonal(double buying, double season) => Math.Min(MostBuying, buying * season);

    /// <summary>The rates of pooled evidence.</summary>
    public static CohortRates Of(ReadOnlySpan<PooledCell> cells)
    {
        var rates = new CohortRates();
        rates.FillBuying(cells);
        rates.FillSpending(cells);
        return rates;
    }

    private void FillBuying(ReadOnlySpan<PooledCell> cells)
    {
        const int States = CustomerStates.RateCount;
        Span<double> all = stackalloc double[States];
        for (var state = 0; state < States; state++)
        {
            var (exposed, bought) = (0.0, 0.0);
            for (var year = 0; year < CustomerMonths.CustomerYears; year++)
            {
                exposed += cells[(year * States) + state].Exposed;
                bought += cells[(year * States) + state].Bought;
            }

            all[state] = (bought + (Lean * PriorOf(all, state))) / (exposed + Lean);
        }

        for (var year = 0; year < CustomerMonths.CustomerYears; year++)
        {
            for (var state = 0; state < States; state++)
            {
                ref readonly var cell = ref cells[(year * States) + state];
                var prior = year < 2 ? all[state] : Buying[((year - 1) * States) + state];
                Buying[(year * States) + state] = (cell.Bought + (LeanOnAll * prior)) / (cell.Exposed + LeanOnAll);
            }
        }
    }

    /// <summary>What to expect of a state before looking: the month of silence before it, thinned as silence thins.</summary>
    private static double PriorOf(ReadOnlySpan<double> known, int state)
    {
        const int Classes = CustomerStates.FrequencyClasses;
        const int Lapsed = CustomerStates.Memory * Classes;
        if (state == 0) return 0.1;
        if (state < Classes) return Math.Min(0.9, known[state - 1] * 1.3);
        var (before, silence) = state < Lapsed ? (known[state - Classes], state / Classes)
            : state == Lapsed ? (known[state - Classes], CustomerStates.Memory)
            : (known[state - 1], state - Lapsed + CustomerStates.Memory);
        return before * silence / (silence + 1);
    }

    private void FillSpending(ReadOnlySpan<PooledCell> cells)
    {
        const int States = CustomerStates.RateCount;
        var (orders, sales) = (0.0, 0.0);
        foreach (ref readonly var cell in cells)
        {
            orders += cell.Orders;
            sales += cell.Sales;
        }

        var mean = orders > 0 ? sales / orders : 0;
        Span<double> all = stackalloc double[States];
        for (var state = 0; state < States; state++)
        {
            (orders, sales) = (0.0, 0.0);
            for (var year = 0; year < CustomerMonths.CustomerYears; year++)
            {
                orders += cells[(year * States) + state].Orders;
                sales += cells[(year * States) + state].Sales;
            }

            all[state] = (sales + (LeanOnAll * mean)) / (orders + LeanOnAll);
        }

        for (var year = 0; year < CustomerMonths.CustomerYears; year++)
        {
            for (var state = 0; state < States; state++)
            {
                ref readonly var cell = ref cells[(year * States) + state];
                var prior = year < 2 ? all[state] : Spending[((year - 1) * States) + state];
                Spending[(year * States) + state] = (cell.Sales + (LeanOnAll * prior)) / (cell.Orders + LeanOnAll);
            }
        }
    }
}

/// <summary>The evidence of one state and customer year over many months, recent ones counting more.</summary>
/// <param name="Exposed">Customer-months, each times its season.</param>
/// <param name="Bought">Customer-months with a purchase.</param>
/// <param name="Orders">The same, each times the season of spending.</param>
/// <param name="Sales">Net sales in minor units.</param>
internal record struct PooledCell(double Exposed, double Bought, double Orders, double Sales);
