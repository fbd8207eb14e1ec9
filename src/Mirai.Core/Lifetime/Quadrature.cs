namespace Mirai.Lifetime;

/// <summary>Means under a few distributions, by trapezoids after a change of variable that makes the ends vanish doubly exponentially.</summary>
internal static class Quadrature
{
    private const double Step = 0.05;
    private const double Reach = 9;
    private const double Negligible = 1e-20;

    /// <summary>The mean of a smooth function of p under Beta(a, b).</summary>
    /// <remarks>
    /// In the logit of p the density has one peak, whose width its curvature gives; the variable runs from there as sinh, so that long tails
    /// (small a or b) take few more steps than a narrow peak (large ones). The weights are normalised by their own sum.
    /// </remarks>
    public static double BetaMean(double a, double b, Func<double, double> function)
    {
        var peak = Math.Log(a / b);
        var width = Math.Sqrt((a + b) / a / b);
        var top = BetaLogDensity(a, b, peak);
        var step = Step / Math.Max(1, width / 6);
        var (sum, weights) = (0.0, 0.0);
        for (var side = -1; side <= 1; side += 2)
        {
            for (var i = side < 0 ? 1 : 0; i * step <= Reach; i++)
            {
                var tau = side * i * step;
                var logit = peak + (width * Math.Sinh(tau));
                var weight = Math.Cosh(tau) * Math.Exp(BetaLogDensity(a, b, logit) - top);
                if (weight < Negligible * weights) break;
                weights += weight;
                sum += weight * function(1 / (1 + Math.Exp(-logit)));
            }
        }

        return sum / weights;
    }

    /// <summary>The mean of a smooth function of t, growing no faster than t, under the exponential distribution with a rate.</summary>
    public static double ExponentialMean(double rate, Func<double, double> function)
    {
        var sum = 0.0;
        for (var tau = -Reach / 2; tau <= Reach / 2; tau += Step)
        {
            // y = exp(pi/2 sinh tau) runs over all of (0, infinity).
            var y = Math.Exp(Math.PI / 2 * Math.Sinh(tau));
            var weight = Math.PI / 2 * Math.Cosh(tau) * y * Math.Exp(-y);
            if (weight > 0) sum += weight * function(y / rate);
        }

        return sum * Step;
    }

    /// <summary>The integral of a smooth positive function over (0, end), whose ends may be steep; steps are halved until that changes nothing.</summary>
    public static double Integral(double end, Func<double, double> function)
    {
        var (step, before) = (0.1, double.NaN);
        var sum = Trapezoids(step, 0);
        for (var halving = 0; halving < 8; halving++)
        {
            if (Math.Abs((sum * step) - before) <= 1e-13 * sum * step) break;
            before = sum * step;
            sum += Trapezoids(step, 0.5);
            step /= 2;
        }

        return sum * step * end;

        double Trapezoids(double width, double offset)
        {
            var part = 0.0;
            var steps = (int)(Reach / 2 / width);
            for (var i = -steps; i <= steps; i++)
            {
                var tau = (i + offset) * width;
                var logit = Math.PI * Math.Sinh(tau);
                var p = 1 / (1 + Math.Exp(-logit));
                var weight = Math.PI * Math.Cosh(tau) * p / (1 + Math.Exp(logit));
                if (weight > 0) part += weight * function(end * p);
            }

            return part;
        }
    }

    private static double BetaLogDensity(double a, double b, double logit) =>
        -(a * GeometricDropOut.Softplus(-logit)) - (b * GeometricDropOut.Softplus(logit));
}
