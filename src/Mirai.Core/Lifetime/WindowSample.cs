using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>Window churn and lifetime value of customers drawn at random from the base customers, with intervals for all of them.</summary>
/// <remarks>
/// Intervals are percentiles of a bootstrap over customers: the sample is drawn from again, with replacement, and the figures are computed each time. A draw
/// whose lifetime value is unbounded counts as plus infinity. That the base customers are finitely many is not used, so intervals are rather too wide.
/// </remarks>
public sealed record WindowSample
{
    internal WindowSample(WindowChurn churn, long baseCustomers, WindowSampling sampling)
    {
        Churn = churn;
        BaseCustomers = baseCustomers;
        Sampling = sampling;
    }

    /// <summary>The figures of the sample. Its totals are those of the customers drawn.</summary>
    public WindowChurn Churn { get; }

    /// <summary>How many customers were drawn.</summary>
    public long Customers => Churn.Totals.BaseCustomers;

    /// <summary>From how many they were drawn.</summary>
    public long BaseCustomers { get; }

    /// <summary>How they were drawn.</summary>
    public WindowSampling Sampling { get; }

    /// <summary>The lost rate of a window; <see langword="null"/> where there are no base customers, as for all estimates.</summary>
    public Estimate? LostRate { get; internal init; }

    /// <summary>The frequency decline of a window, with its sign.</summary>
    public Estimate? FrequencyDecline { get; internal init; }

    /// <summary>The churn of a window.</summary>
    public Estimate? WindowChurn { get; internal init; }

    /// <summary>The churn of a year.</summary>
    public Estimate? AnnualChurn { get; internal init; }

    /// <summary>The lifetime value, in currency units; positive infinity where it is unbounded.</summary>
    public Estimate? LifetimeValue { get; internal init; }

    /// <summary>A sample that the caller has drawn himself: all the customers given.</summary>
    /// <param name="customers">The customers drawn at random from the base customers.</param>
    /// <param name="currency">Sets the decimals of amounts.</param>
    /// <param name="options">How figures are computed; coverage has no say here.</param>
    /// <param name="sampling">Seed, repetitions and confidence; how many to draw has no say here.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">A customer has no purchase in the base window, spends without a purchase, or an amount does not fit the currency.</exception>
    public static WindowSample Of(
        IReadOnlyList<SampledCustomer> customers, Currency currency, WindowChurnOptions? options = null, WindowSampling? sampling = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var sums = new WindowSums[customers.Count];
        for (var i = 0; i < sums.Length; i++) sums[i] = SumsOf(customers[i], i, currency);
        return new WindowBootstrap(currency, options ?? WindowChurnOptions.Default, sampling ?? new WindowSampling(), maxThreads: 0)
            .Run(sums, sums.Length, selection: null, cancellationToken);
    }

    /// <summary>How many customers to draw for an interval of lifetime value, or of another figure, of a wanted width.</summary>
    /// <param name="estimate">The figure, as this sample gives it.</param>
    /// <param name="width">The wanted distance of the interval's ends.</param>
    /// <returns>At most all base customers; <see langword="null"/> where the interval has no width to go by.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public long? CustomersFor(Estimate estimate, double width) =>
        SampleSize.ForWidth(estimate, Customers, width) is { } customers ? Math.Min(customers, BaseCustomers) : null;

    private static WindowSums SumsOf(SampledCustomer customer, int index, Currency currency)
    {
        var isPossible = customer is { BasePurchases: > 0, NextPurchases: >= 0, BaseSales: >= 0, NextSales: >= 0 }
            && (customer.NextPurchases > 0 || customer.NextSales == 0);
        if (!isPossible)
        {
            throw new ArgumentException(
                $"Customer {index} of the sample is {customer}; expected a purchase in the base window, no negative number, and no sales without a purchase.",
                nameof(customer));
        }

        return new WindowSums(customer.BasePurchases, Minor(customer.BaseSales), customer.NextPurchases, Minor(customer.NextSales));

        long Minor(decimal amount) => currency.TryToMinor(amount, round: false, out var minor) == AmountConversion.Exact
            ? minor
            : throw new ArgumentException($"Customer {index} of the sample spent {amount}; expected an amount with the decimals of {currency}.", nameof(customer));
    }
}
