namespace Mirai.Projection;

/// <summary>Turns the comparisons of a back-test into scores and standings.</summary>
internal static class ForecastScores
{
    /// <summary>Errors below this part of what happened are not told apart.</summary>
    private const double LeastError = 0.001;

    /// <summary>The measures by which a way to forecast wins.</summary>
    public static IReadOnlyList<ForecastMeasure> Decisive { get; } = [ForecastMeasure.ActiveCustomers, ForecastMeasure.Sales];

    /// <summary>The ways, the best first. Where there is nothing to compare, in the order of their trust.</summary>
    public static IReadOnlyList<ForecastStanding> Standings(RollingOrigins origins)
    {
        var standings = new List<ForecastStanding>();
        foreach (var method in origins.Methods)
        {
            var log = 0.0;
            foreach (var measure in Decisive)
            {
                var (own, actual) = AbsoluteError(origins, method, measure);
                var (last, _) = AbsoluteError(origins, ForecastMethod.LastValue, measure);
                var least = (LeastError * actual) + double.Epsilon;
                log += Math.Log((own + least) / (last + least)) / Decisive.Count;
            }

            standings.Add(new ForecastStanding(method, Math.Exp(log)));
        }

        return [.. standings.OrderBy(standing => standing.RelativeError).ThenBy(standing => standing.Method)];
    }

    /// <summary>All scores; the months ahead of every way and measure, all of them together first.</summary>
    /// <param name="origins">The forecasts.</param>
    /// <param name="variances">By way, measure and origin the relative variances of the bands, where it has bands.</param>
    public static IReadOnlyList<ForecastScore> Scores(RollingOrigins origins, Func<ForecastMethod, ForecastMeasure, int, double[]?> variances)
    {
        var scores = new List<ForecastScore>();
        foreach (var method in origins.Methods)
        {
            foreach (var measure in Enum.GetValues<ForecastMeasure>())
            {
                var scale = OneStepError(origins, measure);
                var cases = origins.Comparisons(method, measure, origins.End).ToList();
                var sums = new ScoreSum[origins.Horizon + 1];
                foreach (var (origin, ahead, forecast, actual) in cases)
                {
                    var figure = variances(method, measure, origin) is { } known ? ForecastBands.Figure(forecast, known[ahead - 1]) : (ForecastFigure?)null;
                    sums[0].Add(forecast, actual, figure);
                    sums[ahead].Add(forecast, actual, figure);
                }

                for (var ahead = 0; ahead < sums.Length; ahead++)
                {
                    if (sums[ahead].Cases > 0) scores.Add(sums[ahead].Score(method, measure, ahead, scale));
                }
            }
        }

        return scores;
    }

    private static (double Error, double Actual) AbsoluteError(RollingOrigins origins, ForecastMethod method, ForecastMeasure measure)
    {
        var (error, actual) = (0.0, 0.0);
        foreach (var comparison in origins.Comparisons(method, measure, origins.End))
        {
            error += Math.Abs(comparison.Forecast - comparison.Actual);
            actual += Math.Abs(comparison.Actual);
        }

        return (error, actual);
    }

    private static double OneStepError(RollingOrigins origins, ForecastMeasure measure)
    {
        var (sum, count) = (0.0, 0);
        for (var month = 2; month <= origins.First; month++)
        {
            sum += Math.Abs(origins.Evidence.Actual(measure, month) - origins.Evidence.Actual(measure, month - 1));
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    private struct ScoreSum
    {
        private double _absolute;
        private double _square;
        private double _signed;
        private double _actual;
        private int _banded;
        private int _in80;
        private int _in95;

        public int Cases { get; private set; }

        public void Add(double forecast, double actual, ForecastFigure? figure)
        {
            var error = forecast - actual;
            Cases++;
            _absolute += Math.Abs(error);
            _square += error * error;
            _signed += error;
            _actual += Math.Abs(actual);
            if (figure is not { } bands) return;
            _banded++;
            if (actual >= bands.Band80.Low && actual <= bands.Band80.High) _in80++;
            if (actual >= bands.Band95.Low && actual <= bands.Band95.High) _in95++;
        }

        public readonly ForecastScore Score(ForecastMethod method, ForecastMeasure measure, int ahead, double scale) => new(
            method, measure, ahead, Cases, _absolute / Cases, Math.Sqrt(_square / Cases), _signed / Cases,
            _actual > 0 ? _absolute / _actual : null, scale > 0 ? _absolute / Cases / scale : null, _in80, _in95, _banded);
    }
}
