namespace Mirai.Projection;

/// <summary>
/// The mean of two forecasts. The cohort engine takes rates as they were, the probability models let customers differ by a formula and never come back: one tends to be
/// high where the other is low.
/// </summary>
internal sealed class CombinationForecaster(CohortForecaster cohort, ProbabilityForecaster probability) : IForecaster
{
    /// <inheritdoc/>
    public ForecastMethod Method => ForecastMethod.Combination;

    /// <inheritdoc/>
    public string? Refusal(int origin) => cohort.Refusal(origin) ?? probability.Refusal(origin);

    /// <inheritdoc/>
    public ForecastPath Forecast(int origin, double[] newCustomers)
    {
        var (one, other) = (cohort.Forecast(origin, newCustomers), probability.Forecast(origin, newCustomers));
        var path = new ForecastPath(newCustomers.Length) { ActiveChance = one.ActiveChance, SalesChance = one.SalesChance };
        foreach (var measure in Enum.GetValues<ForecastMeasure>())
        {
            for (var month = 0; month < newCustomers.Length; month++) path[measure][month] = (one[measure][month] + other[measure][month]) / 2;
        }

        return path;
    }
}
