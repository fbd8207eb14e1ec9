using Mirai.Model;

namespace Mirai.Projection;

/// <summary>How wide the bands of a forecast are: from the bootstrap over customers, from chance, and from the errors of the back-test at the same distance.</summary>
/// <remarks>
/// All three are relative variances, on a logarithmic scale. Bootstrap and chance say how far a right model would be off. What the back-test's errors
/// show beyond these is added; as long as few errors are known, an error usual for forecasts of customers stands in for them, and counts as four.
/// </remarks>
internal sealed class ForecastBands(RollingOrigins origins, CohortForecaster cohort, int seed, int draws)
{
    private const double Z80 = 1.2815515655446004;
    private const double Z95 = 1.9599639845400545;
    private const double MostLog = 3;
    private const double PriorCases = 4;

    private readonly Dictionary<int, double[][]> _sampling = [];

    /// <summary>A figure with bands around it.</summary>
    public static ForecastFigure Figure(double value, double variance)
    {
        var deviation = Math.Sqrt(variance);
        Estimate Band(double z, double confidence)
        {
            if (value <= 0) return new Estimate(value, value, value, confidence);
            return new Estimate(value, value * Math.Exp(-z * deviation), value * Math.Exp(z * deviation), confidence);
        }

        return new ForecastFigure(value, Band(Z80, 0.8), Band(Z95, 0.95));
    }

    /// <summary>The relative variance of a measure by month.</summary>
    public double[] Variances(ForecastMethod method, ForecastMeasure measure, int origin, ForecastPath path, double[] newCustomers)
    {
        var values = path[measure];
        var model = ModelVariances(method, measure, origin, path, newCustomers);
        var shown = ShownVariances(method, measure, origin);
        var variances = new double[values.Length];
        var shortness = origins.Evidence.Calendar.Shortness;
        var widening = shortness * shortness;
        for (var month = 0; month < values.Length; month++)
        {
            var ahead = month + 1;
            var known = shown.Length == 0 ? default : shown[Math.Min(month, shown.Length - 1)];
            var beyond = shown.Length > 0 && ahead > shown.Length ? (double)ahead / shown.Length : 1;
            var usual = Usual(method, measure, ahead) * widening;
            var excess = (PriorCases * usual) + (known.Cases * ((known.Square * beyond) - model[month]));
            variances[month] = model[month] + Math.Max(0, excess / (PriorCases + known.Cases));
        }

        return variances;
    }

    private static bool KnowsCustomers(ForecastMethod method) => method is ForecastMethod.Cohort or ForecastMethod.Probability or ForecastMethod.Combination;

    private double[] ModelVariances(ForecastMethod method, ForecastMeasure measure, int origin, ForecastPath path, double[] newCustomers)
    {
        var variances = new double[path.Months];
        if (!KnowsCustomers(method)) return variances;
        var sampling = Sampling(origin, newCustomers)[(int)measure];
        for (var month = 0; month < variances.Length; month++)
        {
            var value = Math.Max(1e-9, path[measure][month]);
            var chance = measure switch
            {
                ForecastMeasure.ActiveCustomers when path.ActiveChance.Length > 0 => path.ActiveChance[month],
                ForecastMeasure.Sales when path.SalesChance.Length > 0 => path.SalesChance[month],
                ForecastMeasure.Sales => 0,
                _ => value,
            };
            variances[month] = sampling[month] + Math.Min(MostLog, chance / (value * value));
        }

        return variances;
    }

    /// <summary>Relative variances of the cohort engine over draws of groups of customers, by measure and month.</summary>
    private double[][] Sampling(int origin, double[] newCustomers)
    {
        if (_sampling.TryGetValue(origin, out var known) && known[0].Length >= newCustomers.Length) return known;
        var groups = origins.Evidence.Groups;
        var at = cohort.At(origin);
        var pooled = groups.Select(at.Pool).ToArray();
        var random = new Random(HashCode(origin));
        var measures = Enum.GetValues<ForecastMeasure>();
        var (sums, squares) = (measures.Select(_ => new double[newCustomers.Length]).ToArray(), measures.Select(_ => new double[newCustomers.Length]).ToArray());
        var drawn = new PooledCell[CustomerMonths.CellsPerMonth];
        for (var draw = 0; draw < draws; draw++)
        {
            Draw(random, pooled, drawn);
            var path = cohort.Forecast(origin, newCustomers, CohortRates.Of(drawn));
            for (var measure = 0; measure < measures.Length; measure++)
            {
                for (var month = 0; month < newCustomers.Length; month++)
                {
                    var value = path[measures[measure]][month];
                    sums[measure][month] += value;
                    squares[measure][month] += value * value;
                }
            }
        }

        for (var measure = 0; measure < measures.Length; measure++)
        {
            for (var month = 0; month < newCustomers.Length; month++)
            {
                var mean = sums[measure][month] / draws;
                var variance = Math.Max(0, (squares[measure][month] / draws) - (mean * mean)) * draws / (draws - 1.0);
                squares[measure][month] = mean > 0 ? Math.Min(MostLog, variance / (mean * mean)) : 0;
            }
        }

        return _sampling[origin] = squares;
    }

    private int HashCode(int origin) => unchecked((seed * 1_000_003) + (origin - origins.End));

    private static void Draw(Random random, PooledCell[][] pooled, PooledCell[] drawn)
    {
        Array.Clear(drawn);
        for (var i = 0; i < pooled.Length; i++)
        {
            var group = pooled[random.Next(pooled.Length)];
            for (var cell = 0; cell < drawn.Length; cell++)
            {
                ref readonly var part = ref group[cell];
                ref var sum = ref drawn[cell];
                sum.Exposed += part.Exposed;
                sum.Bought += part.Bought;
                sum.Orders += part.Orders;
                sum.Sales += part.Sales;
            }
        }
    }

    /// <summary>The mean squared logarithmic errors by months ahead that were known at an origin, smoothed and never falling, and what they count.</summary>
    private (double Square, double Cases)[] ShownVariances(ForecastMethod method, ForecastMeasure measure, int origin)
    {
        var horizon = origins.Horizon;
        var (squares, cases) = (new double[horizon + 1], new double[horizon + 1]);
        var least = 0;
        foreach (var (_, ahead, forecast, actual) in origins.Comparisons(method, measure, origin))
        {
            // Returns may exceed what was sold in a month; a logarithm knows nothing below 0.
            var error = Math.Clamp(Math.Log((Math.Max(0, actual) + 0.5) / (Math.Max(0, forecast) + 0.5)), -MostLog, MostLog);
            squares[ahead] += error * error;
            cases[ahead]++;
            least = Math.Max(least, ahead);
        }

        var shown = new (double Square, double Cases)[least];
        var before = 0.0;
        for (var ahead = 1; ahead <= least; ahead++)
        {
            var (sum, count) = (0.0, 0.0);
            for (var near = Math.Max(1, ahead - 2); near <= Math.Min(horizon, ahead + 2); near++)
            {
                sum += squares[near];
                count += cases[near];
            }

            before = Math.Max(before, count > 0 ? sum / count : 0);
            shown[ahead - 1] = (before, cases[ahead] / (1 + (ahead / 3.0))); // Errors of overlapping spans say the same thing twice.
        }

        return shown;
    }

    /// <summary>The usual squared error of a forecast of customers beyond sampling and chance.</summary>
    private static double Usual(ForecastMethod method, ForecastMeasure measure, int ahead)
    {
        var isSimple = !KnowsCustomers(method);
        var (step, first) = measure switch
        {
            ForecastMeasure.ActiveCustomers => (0.010, 0.0),
            ForecastMeasure.Sales => (0.013, 0.02),
            _ => (0.02, 0.04),
        };
        if (isSimple) (step, first) = (step * 2, first * 2);
        return (first * first) + (step * step * ahead);
    }
}
