using System.Globalization;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Projection;

/// <summary>One forecast: reads the history, tests the ways to forecast on it, lets the best one speak, and puts bands around what it says.</summary>
internal sealed class ForecastRun
{
    /// <summary>Into how many groups customers are put for the bootstrap.</summary>
    public const int Groups = 24;

    private readonly ForecastOptions _options;
    private readonly OwnYearCurves _curves;
    private readonly ForecastEvidence _evidence;
    private readonly int _months;
    private readonly CohortForecaster _cohort;
    private readonly IReadOnlyList<IForecaster> _forecasters;
    private readonly RollingOrigins _origins;
    private readonly ForecastBands _bands;

    public ForecastRun(
        PurchaseHistory history, Period activePeriod, DateOnly asOf, int months, ForecastOptions options, int maxThreads,
        IProgress<double>? progress, CancellationToken cancellationToken)
    {
        _options = options;
        _curves = OwnYearCurves.Of(history, asOf, OwnYearOptions.Default with { MaxThreads = maxThreads }, cancellationToken);
        _months = months;
        _evidence = ForecastEvidence.Read(history, asOf, activePeriod, Groups, options.Origins + 1, maxThreads, cancellationToken);
        progress?.Report(0.3);
        _cohort = new CohortForecaster(_evidence);
        var sample = SampledCustomers.Read(history, _evidence.Calendar, ProbabilityForecaster.MostCustomers, cancellationToken);
        var probability = new ProbabilityForecaster(_evidence, _cohort, sample, options.Seed, maxThreads);
        _forecasters =
        [
            _cohort, probability, new CombinationForecaster(_cohort, probability), new SeriesForecaster(_evidence, ForecastMethod.LastValue),
            new SeriesForecaster(_evidence, ForecastMethod.Drift), new SeriesForecaster(_evidence, ForecastMethod.SeasonalNaive),
        ];
        _origins = new RollingOrigins(_evidence, _cohort, _forecasters, options.Acquisition, months, options.Origins, cancellationToken);
        progress?.Report(0.6);
        _bands = new ForecastBands(_origins, _cohort, options.Seed, options.Draws);
    }

    /// <summary>The forecast.</summary>
    /// <param name="annualSales">年商 on the day.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public CustomerForecast Run(decimal annualSales, CancellationToken cancellationToken)
    {
        var standings = ForecastScores.Standings(_origins);
        var (method, reason, explanation) = Choose(standings);
        var origin = _evidence.Calendar.Last;
        var newCustomers = AcquisitionForecast.Of(_evidence, _cohort.At(origin), origin, _options.Acquisition, _months);
        var forecaster = _forecasters.First(f => f.Method == method);
        var path = forecaster.Forecast(origin, newCustomers);
        var measures = Enum.GetValues<ForecastMeasure>();
        var variances = measures.Select(measure => _bands.Variances(method, measure, origin, path, newCustomers)).ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        var months = new ForecastPeriod[_months];
        for (var month = 0; month < _months; month++)
        {
            ForecastFigure Figure(ForecastMeasure measure) => ForecastBands.Figure(path[measure][month], variances[(int)measure][month]);
            months[month] = Period(origin + month + 1, origin + month + 1, Figure);
        }

        return new CustomerForecast(
            _evidence.Calendar.AsOf, new DayRange(_evidence.Calendar.Days.First, _evidence.Calendar.AsOf), _evidence.Currency, method, reason, explanation, _options.Acquisition, _evidence.Totals[origin].Active,
            annualSales, months, Years(origin, path, variances), BackTest(standings, cancellationToken), _curves);
    }

    private (ForecastMethod Method, ForecastReason Reason, string Explanation) Choose(IReadOnlyList<ForecastStanding> standings)
    {
        if (_options.Method is { } asked)
        {
            var refusal = _forecasters.First(f => f.Method == asked).Refusal(_evidence.Calendar.Last);
            return refusal is null
                ? (asked, ForecastReason.Asked, "Asked for.")
                : (ForecastMethod.Cohort, ForecastReason.AskedCannot, $"{asked} was asked for and cannot forecast: {refusal}");
        }

        if (standings.Count == 0) return (ForecastMethod.Cohort, ForecastReason.NoBackTest, "There was no back-test.");
        var (first, second) = (standings[0], standings.Count > 1 ? standings[1] : null);
        var lead = second is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $"; the next, {second.Method}, {second.RelativeError:0.00}");
        return (first.Method, ForecastReason.WonBackTest, string.Create(
            CultureInfo.InvariantCulture,
            $"Best of {standings.Count} in the back-test from {_origins.End - _origins.First} months' ends: error {first.RelativeError:0.00} of the last value's{lead}."));
    }

    private ForecastPeriod Period(int first, int last, Func<ForecastMeasure, ForecastFigure> figure) => new(
        new DayRange(_evidence.Calendar.StartOf(first), _evidence.Calendar.EndOf(last)), figure(ForecastMeasure.ActiveCustomers),
        figure(ForecastMeasure.NewCustomers), figure(ForecastMeasure.ReactivatedCustomers), figure(ForecastMeasure.LapsedCustomers),
        figure(ForecastMeasure.Sales));

    /// <summary>Years: what a year brings adds up, its months' errors being partly the same error.</summary>
    private ForecastPeriod[] Years(int origin, ForecastPath path, double[][] variances)
    {
        var years = new ForecastPeriod[_months / 12];
        for (var year = 0; year < years.Length; year++)
        {
            var first = year * 12;
            ForecastFigure Figure(ForecastMeasure measure)
            {
                var values = path[measure].AsSpan(first, 12);
                if (measure == ForecastMeasure.ActiveCustomers) return ForecastBands.Figure(values[11], variances[(int)measure][first + 11]);
                var (sum, together, apart) = (0.0, 0.0, 0.0);
                for (var month = 0; month < 12; month++)
                {
                    var deviation = values[month] * Math.Sqrt(variances[(int)measure][first + month]);
                    sum += values[month];
                    together += deviation;
                    apart += deviation * deviation;
                }

                return ForecastBands.Figure(sum, sum > 0 ? ((together * together) + apart) / 2 / (sum * sum) : 0);
            }

            years[year] = Period(origin + first + 1, origin + first + 12, Figure);
        }

        return years;
    }

    private ForecastBackTest BackTest(IReadOnlyList<ForecastStanding> standings, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(ForecastMethod, ForecastMeasure, int), double[]>();
        double[]? Variances(ForecastMethod method, ForecastMeasure measure, int origin)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (known.TryGetValue((method, measure, origin), out var variances)) return variances;
            var path = _origins.Path(method, origin)!;
            var newCustomers = AcquisitionForecast.ForBackTest(_evidence, _cohort.At(origin), origin, _options.Acquisition, path.Months);
            return known[(method, measure, origin)] = _bands.Variances(method, measure, origin, path, newCustomers);
        }

        return new ForecastBackTest(
            [.. Enumerable.Range(_origins.First, Math.Max(0, _origins.End - _origins.First)).Select(_evidence.Calendar.EndOf)],
            _origins.Horizon, ForecastScores.Scores(_origins, Variances), standings, _origins.Refusals);
    }
}
