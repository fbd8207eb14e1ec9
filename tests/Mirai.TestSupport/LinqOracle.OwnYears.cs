namespace Mirai.TestSupport;

/// <content>Customers in their own years.</content>
public sealed partial class LinqOracle
{
    /// <summary>Every customer in each own year that has begun by a day, nothing after it being known.</summary>
    public IReadOnlyList<OwnYearTrial> OwnYearTrials(DateOnly asOf) =>
        [.. _customers.Where(customer => customer.FirstDay <= asOf).SelectMany(customer => TrialsOf(customer, asOf))];

    private static IEnumerable<OwnYearTrial> TrialsOf(Customer customer, DateOnly asOf)
    {
        var silent = 0;
        for (var year = 1; OwnYearStart(customer.FirstDay!.Value, year) <= asOf; year++)
        {
            var (start, next) = (OwnYearStart(customer.FirstDay.Value, year), OwnYearStart(customer.FirstDay.Value, year + 1));
            var orders = customer.Orders.Where(order => order.Day >= start && order.Day < next && order.Day <= asOf).ToList();
            var bought = orders.Where(order => order.IsPurchase).Select(order => (int?)(order.Day.DayNumber - start.DayNumber)).Min();
            var isWhole = next.DayNumber <= asOf.DayNumber + 1;
            var elapsed = Math.Min(next.DayNumber, asOf.DayNumber + 1) - start.DayNumber;
            var sales = orders.Select(order => (order.Day.DayNumber - start.DayNumber, order.Amount)).ToList();
            yield return new OwnYearTrial(
                customer.Key, customer.FirstDay.Value, year, silent, next.AddDays(-1), isWhole, elapsed, bought, sales);
            silent = bought is null ? silent + 1 : 0;
        }
    }

    /// <summary>The first day t on which t - (year - 1) years is not before the first purchase.</summary>
    private static DateOnly OwnYearStart(DateOnly first, int year) => Enumerable.Range(-2, 5)
        .Select(first.AddYears(year - 1).AddDays)
        .First(day => day.AddYears(1 - year) >= first);
}
