namespace Mirai.Lifetime;

/// <summary>
/// What BG/NBD and MBG/NBD share: purchases at a gamma-distributed rate, and a beta-distributed probability of dropping out after a purchase.
/// The modified model throws that coin once more, after the first purchase: <paramref name="Extra"/> is 1 there, 0 in the original.
/// </summary>
internal readonly record struct GeometricDropOut(double R, double Alpha, double A, double B, int Extra)
{
    private const double LargestSeriesArgument = 0.98;
    private const int MostTerms = 5_000;

    /// <summary>The logarithm of the likelihood.</summary>
    public double LogLikelihood(int x, double recency, double age)
    {
        var alive = R * Math.Log(Alpha) - ((R + x) * Math.Log(Alpha + age));
        for (var j = 0; j < x; j++) alive += Math.Log(R + j);
        for (var j = 0; j < x + Extra; j++) alive += Math.Log((B + j) / (A + B + j));
        return alive + Softplus(LogOddsOfDropOut(x, recency, age));
    }

    /// <summary>The logarithm of P(dropped out) / P(alive); negative infinity where nobody can have dropped out.</summary>
    public double LogOddsOfDropOut(int x, double recency, double age) => x + Extra == 0
        ? double.NegativeInfinity
        : Math.Log(A / (B + x + Extra - 1)) + ((R + x) * Math.Log((Alpha + age) / (Alpha + recency)));

    /// <summary>P(alive).</summary>
    public double ProbabilityAlive(int x, double recency, double age) => 1 / (1 + Math.Exp(LogOddsOfDropOut(x, recency, age)));

    /// <summary>Expected purchases of a customer who is alive, in the next <paramref name="time"/>.</summary>
    /// <remarks>
    /// The textbook form, (C / (a - 1)) (1 - w^(r+x) 2F1(r+x, b'+x; C; z)), divides 0 by 0 at a = 1 and loses all digits for many purchases.
    /// Euler's transformation turns the product into w^(a-1) 2F1(C-r-x, a-1; C; z), whose series has the factor a - 1 in every term but the first.
    /// </remarks>
    public double ExpectedWhileAlive(int x, double age, double time)
    {
        if (time <= 0) return 0;
        var (rate, z) = (R + x, time / (Alpha + age + time));
        var c = A + B + x + Extra - 1;
        var first = c - rate;
        if (z > LargestSeriesArgument || first < -8 || A > 30 || c > 1_000 * (1 + rate)) return ByIntegral(x, age, time);
        var term = first * z;
        var sum = term;
        for (var k = 1; k < MostTerms && Math.Abs(term) > 1e-17 * Math.Abs(sum); k++)
        {
            term *= (first + k) / (c + k) * ((A + k - 1) / (k + 1)) * z;
            sum += term;
        }

        var logW = -SpecialFunctions.LogOnePlus(time / (Alpha + age));
        return Math.Max(0, (c * SpecialFunctions.PowerIntegral(A - 1, logW)) - (Math.Exp((A - 1) * logW) * sum));
    }

    /// <summary>P(X(t) = k).</summary>
    public double Mass(int k, double time)
    {
        var nbd = new NegativeBinomial(R, time / (Alpha + time));
        var logStay = 0.0;
        for (var j = 0; j < k + Extra; j++) logStay += Math.Log((B + j) / (A + B + j));
        var alive = Math.Exp(logStay + nbd.LogMass(k));
        if (k + Extra == 0) return alive;
        return alive + (Math.Exp(logStay) * A / (B + k + Extra - 1) * nbd.AtLeast(k));
    }

    /// <summary>ln(1 + e^v), without overflow.</summary>
    internal static double Softplus(double v) => v > 0 ? v + SpecialFunctions.LogOnePlus(Math.Exp(-v)) : SpecialFunctions.LogOnePlus(Math.Exp(v));

    /// <summary>The mean over the drop-out probability p of what is bought until a purchase is the last: (1 - (1 + p t / (alpha + T))^-(r+x)) / p.</summary>
    internal double ByIntegral(int x, double age, double time)
    {
        var (rate, ratio) = (R + x, time / (Alpha + age));
        return Quadrature.BetaMean(A, B + x + Extra, p => p < 1e-200
            ? rate * ratio
            : -SpecialFunctions.ExpMinusOne(-rate * SpecialFunctions.LogOnePlus(p * ratio)) / p);
    }
}
