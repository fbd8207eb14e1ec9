namespace Mirai.Lifetime;

/// <summary>The special functions that the likelihoods need, to about 1e-15.</summary>
internal static class SpecialFunctions
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln(1 + x), exact for small x.</summary>
    public static double LogOnePlus(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Log(1 + x);
        var u = 1 + x;
        // Kahan's correction: the rounding of 1 + x is divided out again.
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <summary>e^x - 1, exact for small x.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        var u = Math.Exp(x);
        if (u == 1) return x;
        return (u - 1) * x / Math.Log(u);
    }

    /// <summary>(1 - e^(p l)) / p: the integral of y^(p-1) from e^l to 1; -l at p = 0.</summary>
    public static double PowerIntegral(double p, double logLow) => p == 0 ? -logLow : -ExpMinusOne(p * logLow) / p;

    /// <summary>ln Gamma(x), x above 0, by Stirling's series after moving x to 12 or more.</summary>
    public static double LogGamma(double x)
    {
        var shift = 1.0;
        for (; x < 12; x++) shift *= x;
        var inverse = 1 / x;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (inverse * Polynomial(GammaSeries, inverse * inverse)) - Math.Log(shift);
    }

    /// <summary>ln Gamma(x + d) - ln Gamma(x), both arguments above 0, without losing the digits that the two have in common.</summary>
    public static double LogGammaRise(double x, double d)
    {
        var factor = 1.0;
        for (; x < 12 || x + d < 12; x++) factor *= (x + d) / x;
        var (early, late) = (1 / x, 1 / (x + d));
        return ((x + d - 0.5) * LogOnePlus(d / x)) + (d * (Math.Log(x) - 1)) - Math.Log(factor)
            + (late * Polynomial(GammaSeries, late * late)) - (early * Polynomial(GammaSeries, early * early));
    }

    /// <summary>The derivative of ln Gamma(x), x above 0.</summary>
    public static double Digamma(double x)
    {
        var sum = 0.0;
        for (; x < 12; x++) sum -= 1 / x;
        var inverse = 1 / x;
        var square = inverse * inverse;
        return sum + Math.Log(x) - (inverse / 2) - (square * Polynomial(DigammaSeries, square));
    }

    /// <summary>Stirling's coefficients B(2k) / (2k (2k - 1)).</summary>
    private static ReadOnlySpan<double> GammaSeries =>
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];

    /// <summary>Their likes for the derivative, B(2k) / 2k.</summary>
    private static ReadOnlySpan<double> DigammaSeries =>
        [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160];

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--) value = (value * x) + coefficients[i];
        return value;
    }
}
