using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    /// <summary>What the base customers of a day bought in the base window and in the next one, straight from the definitions.</summary>
    /// <param name="t">The day.</param>
    /// <param name="window">The length of each window.</param>
    /// <param name="coverage">The share of base spend that the base customers account for.</param>
    public OracleWindow Window(DateOnly t, Period window, decimal coverage) =>
        Sum(BaseCustomers(t, window, coverage, customer => customer.Purchases), t, window, customer => customer.Purchases);

    /// <summary>The same by the values of a segment: base customers go by their value at t - P, rows of a purchase dimension by their own.</summary>
    public IReadOnlyDictionary<string, OracleWindow> WindowBySegment(string segment, DateOnly t, Period window, decimal coverage)
    {
        if (Dimensions.Contains(segment, StringComparer.Ordinal))
        {
            var values = _customers.SelectMany(customer => customer.Rows).Select(row => ValueOf(row, segment)).Distinct(StringComparer.Ordinal);
            return values.ToDictionary(value => value, value => OfRows(segment, value, t, window, coverage), StringComparer.Ordinal);
        }

        var chosen = BaseCustomers(t, window, coverage, customer => customer.Purchases);
        if (Back(t, window) is not { } middle) return new Dictionary<string, OracleWindow>(StringComparer.Ordinal);
        var valueOf = SeriesValuesAt(segment, middle);
        return chosen.GroupBy(customer => valueOf[customer.Key], StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => Sum([.. own], t, window, customer => customer.Purchases), StringComparer.Ordinal);
    }

    private OracleWindow OfRows(string dimension, string value, DateOnly t, Period window, decimal coverage)
    {
        IReadOnlyList<Order> OfValue(Customer customer) =>
        [
            .. Merge(customer, customer.Rows.Where(row => string.Equals(ValueOf(row, dimension), value, StringComparison.Ordinal)))
                .Where(order => order.IsPurchase),
        ];
        return Sum(BaseCustomers(t, window, coverage, OfValue), t, window, OfValue);
    }

    /// <summary>Largest spend first until the running total reaches the coverage, and everybody who spent as much as the last of them.</summary>
    private IReadOnlyList<Customer> BaseCustomers(DateOnly t, Period window, decimal coverage, Func<Customer, IReadOnlyList<Order>> purchases)
    {
        var spends = _customers
            .Select(customer => (Customer: customer, Bought: purchases(customer).Where(order => InBase(order, t, window)).ToList()))
            .Where(own => own.Bought.Count > 0)
            .Select(own => (own.Customer, Spend: own.Bought.Sum(order => order.Amount)))
            .OrderByDescending(own => own.Spend).ToList();
        if (coverage == 1) return [.. spends.Select(own => own.Customer)];
        var (total, running) = (spends.Sum(own => own.Spend), 0m);
        foreach (var (_, spend) in spends)
        {
            running += spend;
            if (running >= coverage * total) return [.. spends.Where(own => own.Spend >= spend).Select(own => own.Customer)];
        }

        return [];
    }

    private static OracleWindow Sum(
        IReadOnlyList<Customer> customers, DateOnly t, Period window, Func<Customer, IReadOnlyList<Order>> purchases)
    {
        var before = customers.SelectMany(purchases).Where(order => InBase(order, t, window)).ToList();
        var next = customers.SelectMany(purchases).Where(order => InTrailing(order.Day, t, window)).ToList();
        return new OracleWindow(
            customers.Count, before.Count, Sales(before), next.Select(order => order.Customer).Distinct().Count(), next.Count, Sales(next));
    }

    private static bool InBase(Order order, DateOnly t, Period window) =>
        InTrailing(order.Day, t, window.Times(2)) && !InTrailing(order.Day, t, window);
}

/// <summary>Customers, purchases and sales of the base customers in the base window, then in the next window.</summary>
public sealed record OracleWindow(long BaseCustomers, long BasePurchases, decimal BaseSales, long NextCustomers, long NextPurchases, decimal NextSales)
{
    /// <summary>Nobody.</summary>
    public static OracleWindow None { get; } = new(0, 0, 0, 0, 0, 0);
}
