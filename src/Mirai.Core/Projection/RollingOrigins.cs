namespace Mirai.Projection;

/// <summary>Forecasts from the ends of earlier months, by every way that can; each looks at nothing after its origin.</summary>
internal sealed class RollingOrigins
{
    private const int LeastMonthsBefore = 12;
    private const int LeastMonthsAfterFounding = 6;
    private const int LeastOrigins = 6;
    private const int MostMonthsAhead = 24;
    private readonly Dictionary<(ForecastMethod Method, int Origin), ForecastPath> _paths = [];
    private readonly Dictionary<ForecastMethod, string> _refusals = [];

    public RollingOrigins(
        ForecastEvidence evidence, CohortForecaster cohort, IReadOnlyList<IForecaster> forecasters, ForecastAcquisition acquisition, int horizon, int origins,
        CancellationToken cancellationToken)
    {
        Evidence = evidence;
        var last = evidence.Calendar.Last;
        var founding = evidence.Calendar.Founding;
        var least = founding > 0 ? founding + LeastMonthsAfterFounding : Math.Min(LeastMonthsBefore, Math.Max(3, last / 2));
        var isTooShort = founding > 0 && last - least < LeastOrigins; // A choice among ways by a few months would be one by chance.
        First = isTooShort ? last : Math.Min(last, Math.Max(least, last - origins));
        Horizon = Math.Max(0, Math.Min(Math.Min(horizon, MostMonthsAhead), last - First));
        for (var origin = First; origin < last; origin++)
        {
            var newCustomers = AcquisitionForecast.ForBackTest(evidence, cohort.At(origin), origin, acquisition, Math.Min(Horizon, last - origin));
            foreach (var forecaster in forecasters)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (forecaster.Refusal(origin) is { } refusal) _refusals[forecaster.Method] = refusal;
                else _paths[(forecaster.Method, origin)] = forecaster.Forecast(origin, newCustomers);
            }
        }
    }

    /// <summary>The months.</summary>
    public ForecastEvidence Evidence { get; }

    /// <summary>The earliest origin.</summary>
    public int First { get; }

    /// <summary>The origin after the latest one: the as-of day's month.</summary>
    public int End => Evidence.Calendar.Last;

    /// <summary>The most months ahead that can be compared with what happened.</summary>
    public int Horizon { get; }

    /// <summary>By way that could not forecast from every origin, why.</summary>
    public IReadOnlyDictionary<ForecastMethod, string> Refusals => _refusals;

    /// <summary>The ways that could forecast from every origin.</summary>
    public IEnumerable<ForecastMethod> Methods => _paths.Keys.Select(key => key.Method).Distinct().Where(method => !_refusals.ContainsKey(method)).Order();

    /// <summary>The forecast from an origin; <see langword="null"/> where there is none.</summary>
    public ForecastPath? Path(ForecastMethod method, int origin) => _paths.GetValueOrDefault((method, origin));

    /// <summary>All comparisons of a way and measure that were known by a month: months ahead from 1, what was forecast and what happened.</summary>
    public IEnumerable<(int Origin, int Ahead, double Forecast, double Actual)> Comparisons(ForecastMethod method, ForecastMeasure measure, int knownBy)
    {
        for (var origin = First; origin < knownBy; origin++)
        {
            if (Path(method, origin) is not { } path) continue;
            for (var ahead = 1; ahead <= path.Months && origin + ahead <= knownBy; ahead++)
            {
                yield return (origin, ahead, path[measure][ahead - 1], Evidence.Actual(measure, origin + ahead));
            }
        }
    }
}
