using Mirai.History;
using Mirai.Model;

namespace Mirai.Projection;

/// <summary>All that the forecasters read of a history: counts by month. A forecast from the end of a month reads no later month.</summary>
internal sealed class ForecastEvidence
{
    private const int Silences = CustomerStates.MostSilent + 1;
    private readonly (int All, int Active)[] _silent;
    private readonly int[] _returned;
    private readonly int[] _standing;
    private readonly int _firstOrigin;

    private ForecastEvidence(
        ForecastCalendar calendar, PurchaseHistory history, Period activePeriod, int firstOrigin, IReadOnlyList<CustomerMonthsKernel> workers, int groups)
    {
        Calendar = calendar;
        Currency = history.Currency;
        ActivePeriod = activePeriod;
        _firstOrigin = firstOrigin;
        Groups = [.. Enumerable.Range(0, groups).Select(group => Merge(workers, group, calendar.Count))];
        Whole = groups == 1 ? Groups[0] : Together(Groups, calendar.Count);
        Totals = Sum(workers, w => w.Totals, (a, b) => new MonthTotal
        {
            New = a.New + b.New, NewSales = a.NewSales + b.NewSales, Reactivated = a.Reactivated + b.Reactivated, Active = a.Active + b.Active,
            Sales = a.Sales + b.Sales, Returns = a.Returns + b.Returns, Buyers = a.Buyers + b.Buyers, SquaredSpend = a.SquaredSpend + b.SquaredSpend,
        });
        _silent = Sum(workers, w => w.Silent, (a, b) => (a.All + b.All, a.Active + b.Active));
        _returned = Sum(workers, w => w.Returned, (a, b) => a + b);
        _standing = Sum(workers, w => w.Standing, (a, b) => a + b);
    }

    /// <summary>The months.</summary>
    public ForecastCalendar Calendar { get; }

    /// <summary>The currency of the sales, which are counted in its minor units.</summary>
    public Currency Currency { get; }

    /// <summary>How long a purchase keeps a customer active.</summary>
    public Period ActivePeriod { get; }

    /// <summary>The counts of all customers.</summary>
    public CustomerMonths Whole { get; }

    /// <summary>The counts by group of customers, for drawing groups again.</summary>
    public CustomerMonths[] Groups { get; }

    /// <summary>Totals by month.</summary>
    public MonthTotal[] Totals { get; }

    /// <summary>Reads a history up to a day.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="asOf">The last day that is read.</param>
    /// <param name="activePeriod">How long a purchase keeps a customer active.</param>
    /// <param name="groups">Into how many groups customers are put.</param>
    /// <param name="origins">How many of the latest months' ends a forecast may start from.</param>
    /// <param name="maxThreads">How many threads may work.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ForecastEvidence Read(
        PurchaseHistory history, DateOnly asOf, Period activePeriod, int groups, int origins, int maxThreads, CancellationToken cancellationToken)
    {
        var calendar = new ForecastCalendar(history.Days, asOf, history.BeganWithData);
        var firstOrigin = (int)Math.Max(0, calendar.Count - Math.Max(1L, origins));
        var leave = history.Axis.LeaveDays(activePeriod);
        var before = new int[calendar.Count];
        for (var month = 0; month < before.Length; month++)
        {
            var end = history.Days.IndexOf(calendar.EndOf(month));
            before[month] = end < 0 ? -1 : history.Axis.BeforeIndex(end, activePeriod);
        }

        var workers = ColumnWork.Run(
            history, maxThreads, () => new CustomerMonthsKernel(calendar, leave, before, history.Keys, groups, firstOrigin), cancellationToken);
        return new ForecastEvidence(calendar, history, activePeriod, firstOrigin, workers, groups);
    }

    /// <summary>By age and state the customers at the end of a month; a month that was asked for as an origin.</summary>
    public ReadOnlySpan<int> StandingAt(int month) =>
        _standing.AsSpan((month - _firstOrigin) * CustomerMonthsKernel.CellsPerOrigin, CustomerMonthsKernel.CellsPerOrigin);

    /// <summary>The customers at the end of a month who have been silent for so many months, and those of them who are active.</summary>
    public (int All, int Active) SilentAt(int month, int silence) => _silent[(month * Silences) + silence];

    /// <summary>How often customers who began a month with so many months of silence came back in it after having lapsed.</summary>
    public int ReturnedIn(int month, int silence) => _returned[(month * Silences) + silence];

    /// <summary>What happened in a month, as forecasters say it.</summary>
    public double Actual(ForecastMeasure measure, int month)
    {
        ref readonly var total = ref Totals[month];
        return measure switch
        {
            ForecastMeasure.ActiveCustomers => total.Active,
            ForecastMeasure.NewCustomers => total.New,
            ForecastMeasure.ReactivatedCustomers => total.Reactivated,
            ForecastMeasure.LapsedCustomers => (month == 0 ? 0 : Totals[month - 1].Active) + total.New + total.Reactivated - total.Active,
            _ => (double)total.Sales / Currency.MinorPerUnit,
        };
    }

    /// <summary>The share of what was sold in the year up to a month that was not returned.</summary>
    public double KeptShare(int origin)
    {
        var (sales, returns) = (0.0, 0.0);
        for (var month = Math.Max(0, origin - 11); month <= origin; month++)
        {
            sales += Totals[month].Sales;
            returns += Totals[month].Returns;
        }

        return sales + returns > 0 ? Math.Max(0, sales / (sales + returns)) : 1;
    }

    private static CustomerMonths Merge(IReadOnlyList<CustomerMonthsKernel> workers, int group, int months)
    {
        CustomerMonths? sum = null;
        foreach (var worker in workers)
        {
            if (worker.Groups[group] is not { } part) continue;
            if (sum is null) sum = part;
            else sum.Add(part);
        }

        return sum ?? new CustomerMonths(months);
    }

    private static CustomerMonths Together(CustomerMonths[] groups, int months)
    {
        var whole = new CustomerMonths(months);
        foreach (var group in groups) whole.Add(group);
        return whole;
    }

    private static T[] Sum<T>(IReadOnlyList<CustomerMonthsKernel> workers, Func<CustomerMonthsKernel, T[]> columnOf, Func<T, T, T> add)
    {
        var sums = columnOf(workers[0]);
        foreach (var worker in workers.Skip(1))
        {
            var part = columnOf(worker);
            for (var i = 0; i < sums.Length; i++) sums[i] = add(sums[i], part[i]);
        }

        return sums;
    }
}
