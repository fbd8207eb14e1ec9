using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    /// <summary>
    /// The change of trailing sales from <paramref name="s"/> to <paramref name="t"/>, explained by LMDI-I to about 20 digits.
    /// </summary>
    public OracleExplanation Explain(DateOnly s, DateOnly t)
    {
        var (before, after, flow) = (SumsAt(s), SumsAt(t), FlowBetween(s, t));
        var change = after.Gross - before.Gross;
        var (customers, frequency, orderValue) = Effects(before, after);
        var newPart = 0m;
        var reactivatedPart = 0m;
        var lapsedPart = 0m;
        if (before.Active > 0 || after.Active > 0)
        {
            // L(S1,S0) / L(N1,N0); where one end has no customers, its limit: everything the other end sold, by head.
            var weight = before.Active == 0 || after.Active == 0
                ? change / (after.Active - before.Active)
                : LogarithmicMean(after.Gross, before.Gross) / LogarithmicMean(after.Active, before.Active);
            (newPart, reactivatedPart, lapsedPart) = (weight * flow.New, weight * flow.Reactivated, -weight * flow.Lapsed);
        }

        var returns = before.Returns - after.Returns;
        return new OracleExplanation(change + returns, customers, frequency, orderValue, returns, newPart, reactivatedPart, lapsedPart);
    }

    private static (decimal Customers, decimal Frequency, decimal OrderValue) Effects(Sums before, Sums after)
    {
        var change = after.Gross - before.Gross;
        if (before.Active == 0 || after.Active == 0) return (change, 0, 0);
        if (before.Gross == 0 || after.Gross == 0) return (0, 0, change);
        var mean = LogarithmicMean(after.Gross, before.Gross);
        return (
            mean * Ln(after.Active / before.Active),
            mean * Ln(after.Purchases / after.Active / (before.Purchases / before.Active)),
            mean * Ln(after.Gross / after.Purchases / (before.Gross / before.Purchases)));
    }

    /// <summary>(a - b) / ln(a / b), its limit a where both are equal, and its limit 0 where one is 0.</summary>
    private static decimal LogarithmicMean(decimal a, decimal b)
    {
        if (a == 0 || b == 0) return 0;
        return a == b ? a : (a - b) / Ln(a / b);
    }

    /// <summary>The natural logarithm: x = m x 2^k with m near 1, ln m = 2 artanh((m - 1) / (m + 1)) by its series.</summary>
    private static decimal Ln(decimal x)
    {
        var doublings = 0;
        for (; x > 1.5m; doublings++) x /= 2;
        for (; x < 0.75m; doublings--) x *= 2;
        return TwiceArtanh((x - 1) / (x + 1)) + (doublings * TwiceArtanh(1m / 3));
    }

    private static decimal TwiceArtanh(decimal y) =>
        2 * Enumerable.Range(0, 50).Aggregate((Sum: 0m, Power: y), (at, i) => (at.Sum + (at.Power / ((2 * i) + 1)), at.Power * y * y)).Sum;

    private Sums SumsAt(DateOnly t)
    {
        var trailing = _customers.SelectMany(customer => customer.Orders).Where(order => InTrailing(order.Day, t, _activePeriod)).ToList();
        return new Sums(
            _customers.Count(customer => IsActive(customer, t)),
            Purchases(trailing),
            GrossSales(trailing),
            GrossSales(trailing) - Sales(trailing));
    }

    private sealed record Sums(decimal Active, decimal Purchases, decimal Gross, decimal Returns);
}

/// <summary>What a change of trailing sales is due to: the change = customers + frequency + order value + returns.</summary>
/// <param name="Change">Of trailing net sales.</param>
/// <param name="Customers">Due to the number of active customers: new + reactivated + lapsed.</param>
/// <param name="Frequency">Due to purchases per active customer.</param>
/// <param name="OrderValue">Due to gross sales per purchase.</param>
/// <param name="Returns">Negative where more was returned.</param>
/// <param name="New">The customers' part by the heads of new customers.</param>
/// <param name="Reactivated">The customers' part by the heads of customers who came back.</param>
/// <param name="Lapsed">The customers' part by the heads of lapsed customers.</param>
public sealed record OracleExplanation(
    decimal Change,
    decimal Customers,
    decimal Frequency,
    decimal OrderValue,
    decimal Returns,
    decimal New,
    decimal Reactivated,
    decimal Lapsed);
