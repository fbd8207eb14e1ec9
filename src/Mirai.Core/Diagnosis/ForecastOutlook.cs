using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Diagnosis;

/// <summary>What happens if it goes on like this.</summary>
/// <remarks>
/// As long as less than two years are observed (<see cref="ForecastCaution.SeasonUnknown"/>), it reaches a year ahead and no further, and there is no five-year
/// multiple: <see cref="Caution"/> tells why, and <see cref="DiagnosisWords.Of(ForecastCaution, DayRange)"/> says it in words.
/// </remarks>
/// <param name="Forecast">The forecast month by month for five years, or for one, and how such forecasts have done so far: overall and 1, 3 and 12 months ahead.</param>
/// <param name="Points">30, 90, 365 days and, where the forecast reaches so far, 5 years ahead.</param>
/// <param name="FiveYearMultiple">年商倍率: what today's customers alone bring in five years, in years of today's sales; of the last month's end. Missing
/// where the forecast does not reach so far.</param>
public sealed record ForecastOutlook(CustomerForecast Forecast, IReadOnlyList<ForecastPoint> Points, FigureValue FiveYearMultiple)
{
    /// <summary>What the forecast cannot know, to be shown with its figures.</summary>
    public ForecastCaution Caution => Forecast.Caution;
}

/// <summary>A forecast for one day ahead.</summary>
/// <param name="Horizon">How far ahead, as it is called: 30, 90, 365 days, 5 years.</param>
/// <param name="Day">The day that is forecast: the end of the 1st, 3rd, 12th, 60th month after the as-of day.</param>
/// <param name="ActiveCustomers">稼働顧客数 on it.</param>
/// <param name="AnnualSales">
/// 年商: net sales of the twelve months that end on it. Months gone by count as they were; the bands of several months are added up, as if
/// they erred the same way.
/// </param>
public sealed record ForecastPoint(Period Horizon, DateOnly Day, ForecastFigure ActiveCustomers, ForecastFigure AnnualSales);
