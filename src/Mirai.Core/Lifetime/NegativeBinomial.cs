namespace Mirai.Lifetime;

/// <summary>The number of purchases at a gamma-distributed rate in a time, if nobody dropped out: z = t / (alpha + t).</summary>
internal readonly record struct NegativeBinomial(double Shape, double Z)
{
    /// <summary>The logarithm of the probability of exactly <paramref name="k"/>.</summary>
    public double LogMass(int k)
    {
        var log = Shape * SpecialFunctions.LogOnePlus(-Z);
        if (k == 0) return log;
        return log + (k * Math.Log(Z)) + SpecialFunctions.LogGammaRise(k + 1.0, Shape - 1) - SpecialFunctions.LogGamma(Shape);
    }

    /// <summary>The probability of at least <paramref name="k"/>: sums whichever side of k is the smaller, so that no digits are lost.</summary>
    public double AtLeast(int k)
    {
        if (k == 0) return 1;
        if (Z <= 0) return 0;
        var mean = Shape * Z / (1 - Z);
        if (k <= mean)
        {
            var below = 0.0;
            var own = Math.Exp(LogMass(k - 1));
            for (var j = k - 1; j >= 0; j--)
            {
                below += own;
                if (own < 1e-18 * below) break;
                own *= j / ((Shape + j - 1) * Z);
            }

            return Math.Max(0, 1 - below);
        }

        var above = 0.0;
        var next = Math.Exp(LogMass(k));
        for (var j = k; j < k + 10_000_000; j++)
        {
            above += next;
            next *= (Shape + j) / (j + 1) * Z;
            if (next < 1e-17 * above * (1 - Z)) break;
        }

        return above;
    }
}
