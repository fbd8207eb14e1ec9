namespace Mirai.Lifetime;

/// <summary>Fits purchase models to statistics.</summary>
public static class PurchaseModelFitting
{
    private const int FewestCustomers = 20;
    private const int FewestRepeatBuyers = 5;

    /// <summary>Fits a model by maximum likelihood; the outcome is the same to the last bit for any number of threads.</summary>
    /// <param name="statistics">The customers by pattern.</param>
    /// <param name="kind">Which model.</param>
    /// <param name="unit">The unit of time of the parameters. It changes their scale, not what the model answers.</param>
    /// <param name="maxThreads">How many threads may work; 0 for one per processor.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ModelFit<PurchaseModel> Fit(
        this PurchaseStatistics statistics, PurchaseModelKind kind = PurchaseModelKind.MbgNbd, TimeUnit unit = TimeUnit.Week, int maxThreads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (Hopeless(statistics) is { } hopeless) return new ModelFit<PurchaseModel>(hopeless.Reason, hopeless.Explanation, statistics.Customers);
        return kind switch
        {
            PurchaseModelKind.BgNbd => Run(new GeometricDropOutLikelihood(statistics, unit, 0, maxThreads, cancellationToken), p => new BgNbdModel(p[0], p[1], p[2], p[3], unit)),
            PurchaseModelKind.MbgNbd => Run(new GeometricDropOutLikelihood(statistics, unit, 1, maxThreads, cancellationToken), p => new MbgNbdModel(p[0], p[1], p[2], p[3], unit)),
            PurchaseModelKind.ParetoNbd => Run(new ParetoNbdLikelihood(statistics, unit, maxThreads, cancellationToken), p => new ParetoNbdModel(p[0], p[1], p[2], p[3], unit)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such model."),
        };

        ModelFit<PurchaseModel> Run(ILikelihood likelihood, Func<double[], PurchaseModel> create) =>
            MaximumLikelihood.Fit(likelihood, statistics.Customers, create, cancellationToken);
    }

    /// <summary>What can be seen without searching.</summary>
    private static (NotIdentifiedReason Reason, string Explanation)? Hopeless(PurchaseStatistics statistics)
    {
        if (statistics.Customers < FewestCustomers)
        {
            return (NotIdentifiedReason.TooFewCustomers, $"Found {statistics.Customers} customers; expected at least {FewestCustomers}.");
        }

        if (statistics.RepeatBuyers < FewestRepeatBuyers)
        {
            return (NotIdentifiedReason.NoRepeatBuyers, $"{statistics.RepeatBuyers} of {statistics.Customers} customers bought again; expected at least {FewestRepeatBuyers}.");
        }

        return statistics.Groups.Select(group => (group.Frequency, group.RecencyDays)).Distinct().Count() < 4
            ? (NotIdentifiedReason.NoVariance, "The customers show fewer than 4 different patterns, too few for 4 parameters.")
            : null;
    }
}
