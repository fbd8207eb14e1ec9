namespace Mirai.Projection;

/// <summary>The ways to forecast that look at one series alone, against which the others are held.</summary>
/// <param name="evidence">The months.</param>
/// <param name="method">Which of them: the last value, the drift or the seasonal naive one.</param>
internal sealed class SeriesForecaster(ForecastEvidence evidence, ForecastMethod method) : IForecaster
{
    /// <inheritdoc/>
    public ForecastMethod Method => method;

    /// <inheritdoc/>
    public string? Refusal(int origin) => method switch
    {
        ForecastMethod.SeasonalNaive when origin < 12 => "There is no whole year of months before it.",
        ForecastMethod.Drift when origin < 2 => "There are no two whole months before it.",
        _ when origin < 1 => "There is no whole month before it.",
        _ => null,
    };

    /// <inheritdoc/>
    public ForecastPath Forecast(int origin, double[] newCustomers)
    {
        var path = new ForecastPath(newCustomers.Length);
        foreach (var measure in Enum.GetValues<ForecastMeasure>())
        {
            var values = path[measure];
            var last = evidence.Actual(measure, origin);
            var slope = method == ForecastMethod.Drift ? (last - evidence.Actual(measure, 1)) / (origin - 1) : 0;
            for (var month = 0; month < values.Length; month++)
            {
                values[month] = method == ForecastMethod.SeasonalNaive
                    ? evidence.Actual(measure, origin - 11 + (month % 12))
                    : Math.Max(0, last + (slope * (month + 1)));
            }
        }

        return path;
    }
}
