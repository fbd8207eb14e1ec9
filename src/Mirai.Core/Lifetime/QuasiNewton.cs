namespace Mirai.Lifetime;

/// <summary>Climbs a likelihood by BFGS with a weak Wolfe line search, in the logarithms of the parameters.</summary>
internal sealed class QuasiNewton(ILikelihood likelihood)
{
    private const int MostSteps = 100;
    private const int MostTrials = 20;
    private const double LongestStep = 2;

    /// <summary>Logarithms beyond this are out of reach: the likelihood is as good as flat there.</summary>
    public const double Bound = 16;

    private readonly int _n = likelihood.Names.Count;

    /// <summary>Where a search stands.</summary>
    /// <param name="Logs">The logarithms of the parameters.</param>
    /// <param name="Value">Minus the mean log-likelihood.</param>
    /// <param name="Gradient">Its derivatives.</param>
    /// <param name="Steps">Steps taken.</param>
    internal readonly record struct Point(double[] Logs, double Value, double[] Gradient, int Steps);

    /// <summary>Minus the mean log-likelihood at a point; positive infinity out of bounds or where it has no value.</summary>
    public Point At(double[] logs, int steps)
    {
        var gradient = new double[_n];
        if (logs.Any(log => !(Math.Abs(log) <= Bound))) return new Point(logs, double.PositiveInfinity, gradient, steps);
        var value = -likelihood.Evaluate(logs.Select(log => Math.Exp(log)).ToArray(), gradient) / likelihood.Weight;
        for (var i = 0; i < _n; i++) gradient[i] /= -likelihood.Weight;
        var isNumber = double.IsFinite(value) && gradient.All(double.IsFinite);
        return new Point(logs, isNumber ? value : double.PositiveInfinity, gradient, steps);
    }

    /// <summary>Climbs from a start until the slope is at most the tolerance, or no step leads on.</summary>
    public Point Climb(double[] start, double tolerance, CancellationToken cancellationToken)
    {
        var point = At(start, 0);
        var inverse = Unit();
        for (var step = 1; step <= MostSteps && double.IsFinite(point.Value) && Slope(point) > tolerance; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var direction = Direction(inverse, point.Gradient);
            if (Dot(direction, point.Gradient) >= 0)
            {
                inverse = Unit();
                direction = Direction(inverse, point.Gradient);
            }

            if (Search(point, direction, step) is not { } next) break;
            Update(inverse, point, next, isFirst: step == 1);
            point = next;
        }

        return point;
    }

    /// <summary>The largest slope in any direction.</summary>
    public static double Slope(Point point) => point.Gradient.Max(Math.Abs);

    private Point? Search(Point from, double[] direction, int steps)
    {
        var slope = Dot(direction, from.Gradient);
        var longest = direction.Max(Math.Abs);
        var (low, high, length) = (0.0, double.PositiveInfinity, Math.Min(1, LongestStep / longest));
        Point? best = null;
        for (var trial = 0; trial < MostTrials; trial++)
        {
            var at = At([.. from.Logs.Zip(direction, (log, d) => log + (length * d))], steps);
            if (!(at.Value <= from.Value + (1e-4 * length * slope)))
            {
                high = length;
            }
            else if (Dot(direction, at.Gradient) < 0.9 * slope)
            {
                best = at;
                low = length;
            }
            else
            {
                return at;
            }

            length = double.IsInfinity(high) ? length * 2 : (low + high) / 2;
            if (length * longest > 2 * LongestStep || (high - low) * longest < 1e-12) break;
        }

        return best;
    }

    private void Update(double[,] inverse, Point from, Point to, bool isFirst)
    {
        var s = to.Logs.Zip(from.Logs, (x, y) => x - y).ToArray();
        var y = to.Gradient.Zip(from.Gradient, (x, z) => x - z).ToArray();
        var sy = Dot(s, y);
        if (sy <= 1e-16 * Math.Sqrt(Dot(s, s) * Dot(y, y))) return;
        if (isFirst)
        {
            for (var i = 0; i < _n; i++) inverse[i, i] = sy / Dot(y, y);
        }

        var hy = new double[_n];
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++) hy[i] += inverse[i, j] * y[j];
        }

        var scale = (1 + (Dot(y, hy) / sy)) / sy;
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++) inverse[i, j] += (scale * s[i] * s[j]) - (((hy[i] * s[j]) + (s[i] * hy[j])) / sy);
        }
    }

    private double[,] Unit()
    {
        var unit = new double[_n, _n];
        for (var i = 0; i < _n; i++) unit[i, i] = 1;
        return unit;
    }

    private double[] Direction(double[,] inverse, double[] gradient)
    {
        var direction = new double[_n];
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++) direction[i] -= inverse[i, j] * gradient[j];
        }

        return direction;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
