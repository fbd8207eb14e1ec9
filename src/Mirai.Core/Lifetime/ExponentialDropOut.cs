using System.Runtime.InteropServices;

namespace Mirai.Lifetime;

/// <summary>
/// The mathematics of Pareto/NBD: purchases at a gamma-distributed rate until a drop-out that may come at any moment, at a gamma-distributed rate of
/// its own.
/// </summary>
/// <remarks>
/// The textbook's A0 is the difference of two hypergeometric functions of hardly different size, times powers that overflow from some 130 purchases
/// on. Here everything is measured in units of the probability of being alive at u: the ratio of "drops out later than u and buys no more" to it is
/// s / (r + s + x) F(1, r + x; r + s + x + 1; (alpha - beta) / (alpha + u)), of positive terms, never above s (and the like for alpha below beta).
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExponentialDropOut(double R, double Alpha, double S, double Beta)
{
    private const int MostTerms = 200_000;

    /// <summary>The logarithm of P(dropped out) / P(alive).</summary>
    public double LogOddsOfDropOut(int x, double recency, double age)
    {
        if (age <= recency) return double.NegativeInfinity;
        return LogOdds(Growth(x, recency, age), LaterDropOut(x, recency), LaterDropOut(x, age));
    }

    /// <summary>The logarithm of the likelihood.</summary>
    public double LogLikelihood(int x, double recency, double age)
    {
        var alive = (R * Math.Log(Alpha / (Alpha + age))) - (x * Math.Log(Alpha + age)) + (S * Math.Log(Beta / (Beta + age)));
        for (var j = 0; j < x; j++) alive += Math.Log(R + j);
        return alive + GeometricDropOut.Softplus(LogOddsOfDropOut(x, recency, age));
    }

    /// <summary>Expected purchases of a customer who is alive, in the next <paramref name="time"/>; smooth at s = 1.</summary>
    public double ExpectedWhileAlive(int x, double age, double time) => time <= 0
        ? 0
        : (R + x) * (Beta + age) / (Alpha + age) * SpecialFunctions.PowerIntegral(S - 1, -SpecialFunctions.LogOnePlus(time / (Beta + age)));

    /// <summary>P(X(t) = k): alive all the time, or dropped out at a moment over which is integrated.</summary>
    public double Mass(int k, double time)
    {
        var (r, alpha, s, beta) = (R, Alpha, S, Beta);
        var alive = Math.Exp(new NegativeBinomial(r, time / (alpha + time)).LogMass(k) - (s * SpecialFunctions.LogOnePlus(time / beta)));
        if (time <= 0) return alive;
        return alive + Quadrature.Integral(
            time,
            u => s / beta * Math.Exp(new NegativeBinomial(r, u / (alpha + u)).LogMass(k) - ((s + 1) * SpecialFunctions.LogOnePlus(u / beta))));
    }

    /// <summary>The probability to drop out after u without another purchase, over the probability to be alive at u without another purchase.</summary>
    public double LaterDropOut(int x, double u)
    {
        var (upper, argument, factor) = Alpha >= Beta
            ? (R + x, (Alpha - Beta) / (Alpha + u), 1.0)
            : (S + 1, (Beta - Alpha) / (Beta + u), (Alpha + u) / (Beta + u));
        var lower = R + S + x + 1;
        var (term, sum) = (1.0, 1.0);
        for (var k = 0; k < MostTerms && term > 1e-17 * sum * (1 - argument); k++)
        {
            term *= (upper + k) / (lower + k) * argument;
            sum += term;
        }

        return S / (R + S + x) * factor * sum;
    }

    /// <summary>The same, with its derivatives by r, alpha, s and beta.</summary>
    public DropOutSlopes LaterDropOutSlopes(int x, double u)
    {
        var isFirst = Alpha >= Beta;
        var (upper, argument) = isFirst ? (R + x, (Alpha - Beta) / (Alpha + u)) : (S + 1, (Beta - Alpha) / (Beta + u));
        var lower = R + S + x + 1;
        var (term, sum, byUpper, byLower, byArgument) = (1.0, 1.0, 0.0, 0.0, 0.0);
        var (harmonicUpper, harmonicLower, power) = (0.0, 0.0, 1.0);
        for (var k = 0; k < MostTerms && term * (k + 1) > 1e-17 * sum * (1 - argument); k++)
        {
            var (inverseUpper, inverseLower) = (1 / (upper + k), 1 / (lower + k));
            power = term * (upper + k) * inverseLower;
            harmonicUpper += inverseUpper;
            harmonicLower += inverseLower;
            byArgument += (k + 1) * power;
            term = power * argument;
            sum += term;
            byUpper += term * harmonicUpper;
            byLower -= term * harmonicLower;
        }

        var (total, scale) = (R + S + x, 1 / ((isFirst ? Alpha : Beta) + u));
        var factor = isFirst ? 1 : 1 - argument;
        var front = S / total * factor;
        var value = front * sum;
        // Of the two times' parameters, "near" is the larger one, whose time divides.
        var byNear = front * byArgument * (1 - argument) * scale;
        var byFar = -front * byArgument * scale;
        if (!isFirst)
        {
            byNear -= value * scale;
            byFar += S / total * sum * scale;
        }

        var byR = front * (byLower + (isFirst ? byUpper : 0)) - (value / total);
        var byS = (front * (byLower + (isFirst ? 0 : byUpper))) + (value * ((1 / S) - (1 / total)));
        return new DropOutSlopes(value, byR, isFirst ? byNear : byFar, byS, isFirst ? byFar : byNear);
    }

    /// <summary>The logarithm of P(alive at tx) / P(alive at T), both without a purchase between.</summary>
    public double Growth(int x, double recency, double age) =>
        ((R + x) * Math.Log((Alpha + age) / (Alpha + recency))) + (S * Math.Log((Beta + age) / (Beta + recency)));

    /// <summary>The log-odds of having dropped out between recency and age, from the drop-outs later than either.</summary>
    public static double LogOdds(double growth, double afterRecency, double afterAge) =>
        growth + Math.Log(Math.Max(0, afterRecency - (afterAge * Math.Exp(-growth))));
}

/// <summary>A number with its derivatives by the parameters of Pareto/NBD.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DropOutSlopes(double Value, double ByR, double ByAlpha, double ByS, double ByBeta);
