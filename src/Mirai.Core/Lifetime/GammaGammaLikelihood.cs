namespace Mirai.Lifetime;

/// <summary>The likelihood of Gamma-Gamma over repeat buyers, with its gradient. The scale of money is taken out of the search.</summary>
internal sealed class GammaGammaLikelihood(SpendStatistics statistics, int maxThreads, CancellationToken cancellationToken) : ILikelihood
{
    private readonly SpendGroup[] _groups = statistics.Groups;
    private readonly double _scale = statistics.Groups.Sum(group => group.MeanSpend * group.Customers) / Math.Max(1, statistics.Customers);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => ["p", "q", "gamma"];

    /// <inheritdoc/>
    public double Weight => statistics.Customers;

    /// <summary>The unit of money in which gamma is searched for: the mean spend.</summary>
    public double Scale => _scale;

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Starts => [[2, 3, 1], [6, 4, 0.5], [0.7, 8, 10]];

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (p, q, gamma) = (parameters[0], parameters[1], parameters[2]);
        var sums = GroupSums.Over(_groups.Length, maxThreads, 4, (first, end, partial) => Add(p, q, gamma, first, end, partial), cancellationToken);
        for (var i = 0; i < 3; i++) gradient[i] = sums[i + 1] * parameters[i];
        return sums[0];
    }

    private void Add(double p, double q, double gamma, int first, int end, double[] sums)
    {
        var (logGammaQ, digammaQ, logGamma) = (SpecialFunctions.LogGamma(q), SpecialFunctions.Digamma(q), Math.Log(gamma));
        var (known, logGammas, byShape, byP) = (-1, 0.0, 0.0, 0.0);
        var logScale = Math.Log(_scale);
        for (var i = first; i < end; i++)
        {
            ref readonly var group = ref _groups[i];
            var (x, px) = (group.Frequency, p * group.Frequency);
            if (x != known)
            {
                known = x;
                logGammas = SpecialFunctions.LogGammaRise(px, q) - logGammaQ;
                byShape = SpecialFunctions.Digamma(px + q);
                byP = byShape - SpecialFunctions.Digamma(px);
            }

            var spend = group.MeanSpend / _scale;
            var (logSpend, logX, all) = (Math.Log(spend), Math.Log(x), gamma + (x * spend));
            var logAll = Math.Log(all);
            sums[0] += group.Customers
                * (logGammas + (q * logGamma) + ((px - 1) * logSpend) + (px * logX) - ((px + q) * logAll) - logScale);
            sums[1] += group.Customers * x * (byP + logSpend + logX - logAll);
            sums[2] += group.Customers * (byShape - digammaQ + logGamma - logAll);
            sums[3] += group.Customers * ((q / gamma) - ((px + q) / all));
        }
    }
}
