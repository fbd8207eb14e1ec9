using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai;

/// <content>What happens if it goes on like this.</content>
internal sealed partial class DiagnosisRun
{
    private const int MonthsOfYear = 12;

    private static readonly (Period Horizon, int Months)[] Horizons =
        [(Period.Days(30), 1), (Period.Days(90), 3), (Period.Days(365), MonthsOfYear), (Period.Years(5), 60)];

    private ForecastOutlook? Outlook()
    {
        if (_options.Forecast is not { } options) return null;
        var reach = ForecastCautions.Of(_observed.First, _asOf) == ForecastCaution.None ? Period.Years(5) : Period.OneYear;
        var forecast = _analysis.Forecast(reach, options with { AsOf = _asOf }, progress: null, _stop);
        var multiple = _analysis.Daily([ForecastMeasures.FiveYearMultiple], _observed, progress: null, _stop)[0];
        var horizons = Horizons.Where(point => point.Months <= forecast.Months.Count);
        var shown = forecast.BackTest.Scores.Where(score => score.MonthsAhead == 0 || Horizons.Any(point => point.Months == score.MonthsAhead));
        return new ForecastOutlook(
            forecast with { BackTest = forecast.BackTest with { Scores = [.. shown] } },
            [.. horizons.Select(point => new ForecastPoint(
                point.Horizon, forecast.Months[point.Months - 1].Days.Last, forecast.Months[point.Months - 1].ActiveCustomers, AnnualSales(forecast, point.Months)))],
            multiple.IsComplete(_asOf) ? FigureValue.Of(multiple, _asOf) : FigureValue.Missing);
    }

    /// <summary>Sales of the twelve months that end so many months ahead: what was sold in those gone by, and what is forecast for the others.</summary>
    private ForecastFigure AnnualSales(CustomerForecast forecast, int months)
    {
        if (months % MonthsOfYear == 0) return forecast.Years[(months / MonthsOfYear) - 1].Sales;
        var ahead = forecast.Months.Take(months).Select(month => month.Sales).ToList();
        var sold = SoldBetween(forecast.Months[months - 1].Days.Last.AddYears(-1), _asOf);
        return new ForecastFigure(sold + ahead.Sum(m => m.Value), Band(m => m.Band80), Band(m => m.Band95));

        Estimate Band(Func<ForecastFigure, Estimate> bandOf) => new(
            sold + ahead.Sum(m => m.Value), sold + ahead.Sum(m => bandOf(m).Low), sold + ahead.Sum(m => bandOf(m).High), bandOf(ahead[0]).Confidence);
    }

    private double SoldBetween(DateOnly after, DateOnly until)
    {
        var sales = _series[SalesMeasures.Sales];
        var sum = 0m;
        for (var day = after < _observed.First ? _observed.First : after.AddDays(1); day <= until; day = day.AddDays(1)) sum += sales.Money(day);
        return (double)sum;
    }
}
