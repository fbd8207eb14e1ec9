using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>What the data say of the assumption that spend does not go with frequency.</summary>
public enum IndependenceVerdict
{
    /// <summary>Too few repeat buyers, or all alike: nothing can be said.</summary>
    Unknown,

    /// <summary>The correlation is below 0.1 either way: negligible.</summary>
    Holds,

    /// <summary>The correlation is from 0.1 to below 0.3: small; figures of single heavy buyers are a little off.</summary>
    Weak,

    /// <summary>The correlation is 0.3 or more: do not multiply expected purchases by expected spend.</summary>
    Violated,
}

/// <summary>How frequency and mean spend go together among repeat buyers.</summary>
/// <param name="Correlation">Pearson's correlation with its 95 % interval (Fisher's z); <see langword="null"/> where there is none.</param>
/// <param name="Verdict">Whether the two may be modelled apart.</param>
public readonly record struct SpendIndependence(Estimate? Correlation, IndependenceVerdict Verdict)
{
    private const double Negligible = 0.1;
    private const double Small = 0.3;
    private const double NormalQuantile = 1.959963984540054;

    internal static SpendIndependence Of(IReadOnlyList<SpendGroup> groups)
    {
        double n = 0, meanX = 0, meanZ = 0;
        foreach (var group in groups)
        {
            n += group.Customers;
            meanX += (double)group.Frequency * group.Customers;
            meanZ += group.MeanSpend * group.Customers;
        }

        if (n < 4) return new SpendIndependence(null, IndependenceVerdict.Unknown);
        meanX /= n;
        meanZ /= n;
        double xx = 0, zz = 0, xz = 0;
        foreach (var group in groups)
        {
            var (dx, dz) = (group.Frequency - meanX, group.MeanSpend - meanZ);
            xx += group.Customers * dx * dx;
            zz += group.Customers * dz * dz;
            xz += group.Customers * dx * dz;
        }

        if (xx <= 0 || zz <= 1e-20 * n * meanZ * meanZ) return new SpendIndependence(null, IndependenceVerdict.Unknown);
        var correlation = Math.Clamp(xz / Math.Sqrt(xx * zz), -1, 1);
        var (centre, half) = (Math.Atanh(correlation), NormalQuantile / Math.Sqrt(n - 3));
        return new SpendIndependence(
            new Estimate(correlation, Math.Tanh(centre - half), Math.Tanh(centre + half), 0.95),
            Math.Abs(correlation) switch { < Negligible => IndependenceVerdict.Holds, < Small => IndependenceVerdict.Weak, _ => IndependenceVerdict.Violated });
    }
}
