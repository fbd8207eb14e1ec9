namespace Mirai.Lifetime;

/// <summary>
/// Gamma-Gamma (Fader and Hardie 2013): what a purchase is worth varies at random around a mean of the customer's own, and the means vary over
/// customers, independently of how often they buy.
/// </summary>
/// <remarks>Money is in currency units. The independence is an assumption; <see cref="SpendStatistics.Independence"/> checks it.</remarks>
public sealed class GammaGammaModel
{
    /// <summary>A model with given parameters, all above 0.</summary>
    /// <param name="p">Shape of a customer's spends.</param>
    /// <param name="q">Shape of the means over customers; the mean of all exists for q above 1.</param>
    /// <param name="gamma">Scale of the means over customers, in currency units.</param>
    public GammaGammaModel(double p, double q, double gamma)
    {
        P = Positive(p, nameof(p));
        Q = Positive(q, nameof(q));
        Gamma = Positive(gamma, nameof(gamma));
    }

    /// <summary>Shape of a customer's spends.</summary>
    public double P { get; }

    /// <summary>Shape of the means over customers.</summary>
    public double Q { get; }

    /// <summary>Scale of the means over customers, in currency units.</summary>
    public double Gamma { get; }

    /// <summary>The parameters by the names that the literature uses.</summary>
    public IReadOnlyList<ModelParameter> Parameters => [new("p", P), new("q", Q), new("gamma", Gamma)];

    /// <summary>The mean spend per purchase over all customers; <see langword="null"/> for q up to 1, where tails are too heavy for a mean.</summary>
    public double? MeanSpend => Q > 1 ? P * Gamma / (Q - 1) : null;

    /// <summary>
    /// The expected spend per future purchase of a customer: between the customer's own mean and that of all, closer to the own the more was bought.
    /// </summary>
    /// <param name="frequency">Repeat purchases; 0 where nothing is known of the customer.</param>
    /// <param name="meanSpend">Mean spend per repeat purchase; not looked at for frequency 0.</param>
    /// <returns>The expected spend; NaN where it has no finite mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is negative, or the spend negative or not finite.</exception>
    public double ExpectedSpend(int frequency, double meanSpend)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        if (frequency > 0 && !(meanSpend >= 0 && double.IsFinite(meanSpend)))
        {
            throw new ArgumentOutOfRangeException(nameof(meanSpend), meanSpend, "Expected a finite amount, not negative.");
        }

        return SpendOf(frequency, frequency == 0 ? 0 : frequency * meanSpend);
    }

    /// <summary>The logarithm of the likelihood of a repeat buyer's mean spend.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is below 1, or the spend is not above 0.</exception>
    public double LogLikelihood(int frequency, double meanSpend)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frequency, 1);
        Positive(meanSpend, nameof(meanSpend));
        var px = P * frequency;
        return SpecialFunctions.LogGammaRise(px, Q) - SpecialFunctions.LogGamma(Q) + (Q * Math.Log(Gamma))
            + ((px - 1) * Math.Log(meanSpend)) + (px * Math.Log(frequency)) - ((px + Q) * Math.Log(Gamma + (frequency * meanSpend)));
    }

    /// <summary>The expected spend of a customer with so many repeat purchases that sum to <paramref name="total"/>.</summary>
    internal double SpendOf(int frequency, double total)
    {
        var weight = (P * frequency) + Q - 1;
        return weight > 0 ? P * (Gamma + total) / weight : double.NaN;
    }

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");
}
