using Mirai.History;
using Mirai.Model;

namespace Mirai.Projection;

/// <summary>What the cohort engine says at the end of every month of a history: one pass over the purchases for all of them, then a short computation a month.</summary>
/// <param name="LastDays">The month's ends from which was forecast, in order.</param>
/// <param name="Paths">What is to come from each of them, new customers as in the year before: 60 months.</param>
/// <param name="Existing">The same of the customers known by then alone.</param>
internal sealed record MonthlyForecasts(IReadOnlyList<DateOnly> LastDays, IReadOnlyList<ForecastPath> Paths, IReadOnlyList<ForecastPath> Existing)
{
    /// <summary>How far each forecast looks.</summary>
    public const int Months = 60;

    /// <summary>Before so many whole months there is no forecast.</summary>
    private const int LeastMonths = 3;

    private const int LastYear = 9_990;

    /// <summary>The forecasts from the ends of all calendar months in the history; none where no month ends in it.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="activePeriod">How long a purchase keeps a customer active.</param>
    /// <param name="needsExisting">Whether the existing customers alone are wanted.</param>
    /// <param name="maxThreads">How many threads may work.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static MonthlyForecasts Of(PurchaseHistory history, Period activePeriod, bool needsExisting, int maxThreads, CancellationToken cancellationToken)
    {
        var last = history.Days.Last;
        if (last.Day != DateTime.DaysInMonth(last.Year, last.Month)) last = last.AddDays(-last.Day);
        if (last < history.Days.First || last.Year > LastYear) return new MonthlyForecasts([], [], []);
        var evidence = ForecastEvidence.Read(history, last, activePeriod, groups: 1, origins: int.MaxValue, maxThreads, cancellationToken);
        var origins = Math.Max(0, evidence.Calendar.Count - LeastMonths);
        var (paths, existing) = (new ForecastPath[origins], new ForecastPath[needsExisting ? origins : 0]);
        WorkSplit.Run(origins, maxThreads, () => evidence, (_, part) => Forecast(evidence, part + LeastMonths, part, paths, existing), cancellationToken);
        return new MonthlyForecasts([.. Enumerable.Range(LeastMonths, origins).Select(evidence.Calendar.EndOf)], paths, existing);
    }

    private static void Forecast(ForecastEvidence evidence, int origin, int place, ForecastPath[] paths, ForecastPath[] existing)
    {
        var cohort = new CohortForecaster(evidence);
        var known = cohort.At(origin);
        var newCustomers = AcquisitionForecast.Of(evidence, known, origin, ForecastAcquisition.SameAsLastYear, Months);
        paths[place] = cohort.Forecast(origin, newCustomers, known.Rates);
        if (existing.Length > 0) existing[place] = cohort.Forecast(origin, new double[Months], known.Rates);
    }
}
