using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>How fast customers are being lost between two windows, and what a customer is worth at that pace (3か月の離反率とLTV).</summary>
/// <remarks>
/// Losing customers, and customers who come less often, are both counted: sales may fall by only a few percent while lifetime value falls to a fraction.
/// Figures are exact fractions of the totals, rounded once. Without base customers every figure is missing. Formulae: <c>docs/lifetime.md</c>.
/// </remarks>
public sealed record WindowChurn
{
    internal WindowChurn(WindowTotals totals, WindowChurnOptions options, Fraction? annualChurn, LifetimeValue lifetimeValue)
    {
        Totals = totals;
        Options = options;
        ExactAnnualChurn = annualChurn;
        AnnualChurn = annualChurn?.ToDouble();
        LifetimeValue = lifetimeValue;
    }

    /// <summary>The totals of the two windows.</summary>
    public WindowTotals Totals { get; }

    /// <summary>How the figures were computed.</summary>
    public WindowChurnOptions Options { get; }

    /// <summary>The days and customers; <see langword="null"/> where only totals were given.</summary>
    public WindowSelection? Selection { get; internal init; }

    /// <summary>The break-even of new customers; <see langword="null"/> where only totals were given.</summary>
    public BreakEven? BreakEven { get; internal init; }

    /// <summary>Base customers without a purchase in the next window, out of all base customers (客数離反率).</summary>
    public Share LostCustomers => new(Totals.BaseCustomers - Totals.NextCustomers, Totals.BaseCustomers);

    /// <summary>The share of base customers lost in a window: 0.04 is 4 %.</summary>
    public double? LostRate => LostCustomers.Value;

    /// <summary>By how much those who stayed purchase less often (頻度低下率); negative where they purchase more often.</summary>
    public double? FrequencyDecline { get; internal init; }

    /// <summary>Lost rate and frequency decline together, for one window (離反率).</summary>
    public double? Churn { get; internal init; }

    /// <summary>Churn of a year (年間離反率). By simple annualisation it may pass 1: see <see cref="ExceedsOneYear"/>.</summary>
    public double? AnnualChurn { get; }

    /// <summary>The share that is kept from one year to the next: 1 - annual churn, at least 0.</summary>
    public double? YearlyKeep { get; internal init; }

    /// <summary>Money per purchase in the base window.</summary>
    public double? BaseOrderValue => Quotient(Totals.BaseSales, Totals.BasePurchases);

    /// <summary>Purchases per customer in the base window.</summary>
    public double? BaseFrequency => Quotient(Totals.BasePurchases, Totals.BaseCustomers);

    /// <summary>Money per purchase of those who stayed, in the next window.</summary>
    public double? NextOrderValue => Quotient(Totals.NextSales, Totals.NextPurchases);

    /// <summary>Purchases per customer of those who stayed, in the next window.</summary>
    public double? NextFrequency => Quotient(Totals.NextPurchases, Totals.NextCustomers);

    /// <summary>What a customer who stayed spends a year, at the pace of the next window, in currency units. 0 where nobody stayed.</summary>
    public double? AnnualSpend { get; internal init; }

    /// <summary>What a customer is worth as long as he stays.</summary>
    public LifetimeValue LifetimeValue { get; }

    /// <summary>Whether annual churn is above 1: at this pace everybody is gone before the year is over.</summary>
    public bool ExceedsOneYear => ExactAnnualChurn is { } churn && churn > Fraction.One;

    /// <summary>How many years a customer stays: 1 / annual churn; <see langword="null"/> where nobody is being lost.</summary>
    public double? ExpectedYears { get; internal init; }

    /// <summary>How many purchases a customer still makes: lifetime value in sales, undiscounted, / order value. <see langword="null"/> where that has no bound.</summary>
    public double? ExpectedPurchases { get; internal init; }

    /// <summary>After how many months a customer has brought in the acquisition cost; <see langword="null"/> without one, or where he never does.</summary>
    public double? PaybackMonths { get; internal init; }

    /// <summary>Lifetime value / acquisition cost; <see langword="null"/> without a cost or where lifetime value is no amount.</summary>
    public double? ValuePerCost { get; internal init; }

    internal Fraction? ExactAnnualChurn { get; }

    /// <summary>The figures of totals.</summary>
    /// <param name="totals">The totals; no base customers give missing figures.</param>
    /// <param name="options">How they are computed; <see langword="null"/> for <see cref="WindowChurnOptions.Default"/>. Coverage has no say here.</param>
    /// <exception cref="ArgumentException">The totals contradict each other; the message says how.</exception>
    public static WindowChurn Of(WindowTotals totals, WindowChurnOptions? options = null) => totals.Contradiction is { } contradiction
        ? throw new ArgumentException(totals.Describe(contradiction), nameof(totals))
        : WindowFormula.Of(totals, options ?? WindowChurnOptions.Default);

    private static double? Quotient(decimal part, long whole) => whole == 0 ? null : (Fraction.Of(part) / whole).ToDouble();
}
