using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai;

public sealed partial class CustomerAnalysis
{
    private const int MostForecastMonths = 240;

    /// <summary>What becomes of customers and sales if it goes on like this, month by month and year by year, with bands; and how such forecasts have done so far.</summary>
    /// <remarks>Method, formulae and limits: <c>docs/forecast.md</c>. One pass over the purchases, whatever the number of back-tests.</remarks>
    /// <param name="horizon">How far: months or years up to 20 years; days are rounded up to months.</param>
    /// <param name="options">The as-of day, the acquisition, the way to forecast, the seed.</param>
    /// <param name="progress">Told the fraction of the work that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The as-of day is not observed; the horizon, the draws or the origins are outside their bounds.</exception>
    public CustomerForecast Forecast(
        Period horizon, ForecastOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= ForecastOptions.Default;
        var months = (int)Math.Min(int.MaxValue, MonthsOf(horizon));
        if (months is < 1 or > MostForecastMonths)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"A horizon of 1 to {MostForecastMonths} months is expected.");
        }

        if (options.Draws is < 10 or > 10_000) throw new ArgumentOutOfRangeException(nameof(options), options.Draws, "10 to 10,000 draws are expected.");
        if (options.Origins is < 0 or > 60) throw new ArgumentOutOfRangeException(nameof(options), options.Origins, "0 to 60 origins are expected.");
        var asOf = options.AsOf ?? History.Days.Last;
        DayIndex(asOf);
        if ((asOf.Year * 12) + asOf.Month + months > 9_999 * 12)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"A horizon from {asOf:yyyy-MM-dd} that ends within the calendar, before the year 9999, is expected.");
        }

        var annual = Daily([SalesMeasures.AnnualSales], new DayRange(asOf, asOf), progress: null, cancellationToken)[0].Money(asOf);
        return new ForecastRun(History, Options.ActivePeriod, asOf, months, options, Options.MaxThreads, progress, cancellationToken).Run(annual, cancellationToken);
    }

    private static long MonthsOf(Period horizon) => horizon.Unit switch
    {
        PeriodUnit.Day => ((horizon.Length * 12L) + 364) / 365,
        PeriodUnit.Month => horizon.Length,
        _ => horizon.Length * 12L,
    };
}
