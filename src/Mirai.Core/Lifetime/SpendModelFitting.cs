namespace Mirai.Lifetime;

/// <summary>Fits Gamma-Gamma to the spend of repeat buyers.</summary>
public static class SpendModelFitting
{
    private const int FewestCustomers = 20;

    /// <summary>Fits the model by maximum likelihood; the outcome is the same to the last bit for any number of threads.</summary>
    /// <param name="statistics">The repeat buyers.</param>
    /// <param name="maxThreads">How many threads may work; 0 for one per processor.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ModelFit<GammaGammaModel> Fit(this SpendStatistics statistics, int maxThreads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (statistics.Customers == 0)
        {
            return new ModelFit<GammaGammaModel>(NotIdentifiedReason.NoRepeatBuyers, "Nobody has spent anything on a repeat purchase.", 0);
        }

        if (statistics.Customers < FewestCustomers)
        {
            return new ModelFit<GammaGammaModel>(
                NotIdentifiedReason.TooFewCustomers, $"Found {statistics.Customers} repeat buyers; expected at least {FewestCustomers}.", statistics.Customers);
        }

        var (least, most) = (statistics.Groups.Min(group => group.MeanSpend), statistics.Groups.Max(group => group.MeanSpend));
        if (most - least <= 1e-9 * most)
        {
            return new ModelFit<GammaGammaModel>(NotIdentifiedReason.NoVariance, "All repeat buyers spend the same.", statistics.Customers);
        }

        var likelihood = new GammaGammaLikelihood(statistics, maxThreads, cancellationToken);
        return MaximumLikelihood.Fit(
            likelihood, statistics.Customers, p => new GammaGammaModel(p[0], p[1], p[2] * likelihood.Scale), cancellationToken, [1, 1, likelihood.Scale]);
    }
}
