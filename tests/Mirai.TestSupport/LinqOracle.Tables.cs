using Mirai.Model;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    /// <summary>The cohorts that have customers, by their first period.</summary>
    /// <param name="grain"><c>month</c>, <c>quarter</c> or <c>year</c>.</param>
    /// <param name="value"><c>customers</c>, <c>purchases</c> or <c>sales</c>.</param>
    public IReadOnlyList<OracleCohort> Cohorts(string grain, string value)
    {
        int PeriodOf(DateOnly day) => grain switch
        {
            "month" => (day.Year * 12) + day.Month - 1,
            "quarter" => (day.Year * 4) + ((day.Month - 1) / 3),
            "year" => day.Year,
            _ => throw new ArgumentException($"Found the grain `{grain}`, expected month, quarter or year.", nameof(grain)),
        };

        decimal Cell(IReadOnlyList<Order> orders) => value switch
        {
            "customers" => Buyers(orders),
            "purchases" => Purchases(orders),
            "sales" => Sales(orders),
            _ => throw new ArgumentException($"Found the value `{value}`, expected customers, purchases or sales.", nameof(value)),
        };

        var cohorts = _customers
            .Where(customer => customer.FirstDay is not null)
            .GroupBy(customer => PeriodOf(customer.FirstDay!.Value))
            .ToList();
        if (cohorts.Count == 0) return [];
        var columns = PeriodOf(LastDay) - cohorts.Min(cohort => cohort.Key) + 1;
        return
        [
            .. cohorts.OrderBy(cohort => cohort.Key).Select(cohort => new OracleCohort(
                FirstDayOf(grain, cohort.First().FirstDay!.Value),
                cohort.Count(),
                [
                    .. Enumerable.Range(0, columns).Select(column => cohort.Key + column > PeriodOf(LastDay)
                        ? (decimal?)null
                        : Cell([.. cohort.SelectMany(c => c.Orders).Where(order => PeriodOf(order.Day) == cohort.Key + column)])),
                ])),
        ];
    }

    /// <summary>The states at two days compared; a customer who came and went in between appears in none.</summary>
    public OracleFlow FlowBetween(DateOnly s, DateOnly t) => new(
        ActiveBefore: _customers.Count(customer => IsActive(customer, s)),
        New: _customers.Count(customer => !IsKnown(customer, s) && IsActive(customer, t)),
        Retained: _customers.Count(customer => IsActive(customer, s) && IsActive(customer, t)),
        Reactivated: _customers.Count(customer => IsLapsed(customer, s) && IsActive(customer, t)),
        Lapsed: _customers.Count(customer => IsActive(customer, s) && !IsActive(customer, t)),
        ActiveAfter: _customers.Count(customer => IsActive(customer, t)));

    /// <summary>
    /// Of the customers first seen in the window and observed for at least N days, the share that bought on a second day within N.
    /// </summary>
    public Ratio SecondPurchaseRate(DayRange firstPurchases, int withinDays)
    {
        var observed = _customers.Where(customer =>
            customer.FirstDay is { } first && firstPurchases.Contains(first) && LastDay.DayNumber - first.DayNumber >= withinDays).ToList();
        return new Ratio(observed.Count(customer => customer.BoughtAgainWithin(withinDays)), observed.Count);
    }

    private static DateOnly FirstDayOf(string grain, DateOnly day) => grain switch
    {
        "month" => new DateOnly(day.Year, day.Month, 1),
        "quarter" => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };
}

/// <summary>A row of a cohort table.</summary>
/// <param name="Start">The first day of the period of the first purchase.</param>
/// <param name="Size">Customers of the cohort.</param>
/// <param name="Cells">By periods since; <see langword="null"/> where the period begins after the last observed day.</param>
public sealed record OracleCohort(DateOnly Start, int Size, IReadOnlyList<decimal?> Cells);

/// <summary>The states at two days compared.</summary>
/// <param name="ActiveBefore">Active at the first day.</param>
/// <param name="New">Not yet known at the first day, active at the second.</param>
/// <param name="Retained">Active at both.</param>
/// <param name="Reactivated">Lapsed at the first day, active at the second.</param>
/// <param name="Lapsed">Active at the first day, not at the second.</param>
/// <param name="ActiveAfter">Active at the second day.</param>
public sealed record OracleFlow(int ActiveBefore, int New, int Retained, int Reactivated, int Lapsed, int ActiveAfter);
