using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Segments;

namespace Mirai;

/// <content>The catalog's measures that look ahead.</content>
public sealed partial class CustomerAnalysis
{
    private const int WithoutHorizon = 2; // 365 days, among the horizons.

    /// <summary>The series of the forecast measures: of each month's end, carried to the next.</summary>
    private IEnumerable<DailySeries> ForecastSeries(IReadOnlyList<Measure> measures, Segment? segment, CancellationToken cancellationToken)
    {
        var forecasts = MonthlyForecasts.Of(
            History, Options.ActivePeriod, measures.Contains(ForecastMeasures.FiveYearMultiple), Options.MaxThreads, cancellationToken);
        var ends = forecasts.LastDays.Select(History.Days.IndexOf).ToArray();
        var sold = SalesUntil(cancellationToken);
        foreach (var measure in measures)
        {
            if (measure == ForecastMeasures.FiveYearMultiple)
            {
                yield return Series(measure, segmentValue: null, CompleteFrom(measure.Needs), ends, at => Multiple(forecasts.Existing[at], ends[at], sold));
                continue;
            }

            for (var horizon = 0; horizon < HorizonSegment.Horizons.Count; horizon++)
            {
                if (segment is null && horizon != WithoutHorizon) continue;
                var ahead = HorizonSegment.Horizons[horizon];
                yield return Series(
                    measure, segment is null ? null : ahead.ToString(), CompleteFrom(measure, ahead), ends,
                    at => measure == ForecastMeasures.ForecastSales
                        ? AnnualSales(forecasts.Paths[at], ends[at], ahead, sold)
                        : ActiveAhead(forecasts.Paths[at], forecasts.LastDays[at], ahead));
            }
        }
    }

    /// <summary>What lies beyond a year needs seasons to be known; the horizons up to a year need what their measure needs.</summary>
    private DateOnly? CompleteFrom(Measure measure, Period ahead)
    {
        var own = CompleteFrom(measure.Needs);
        if (ahead.Unit != PeriodUnit.Year) return own;
        var seasons = CompleteFrom(HistoryNeeded.TwoYears);
        return own is null || seasons is null ? null : own > seasons ? own : seasons;
    }

    private DailySeries Series(Measure measure, string? segmentValue, DateOnly? completeFrom, int[] ends, Func<int, double> figureOf)
    {
        var figures = new double[ends.Length];
        for (var at = 0; at < figures.Length; at++) figures[at] = figureOf(at);
        return new DailySeries(measure, segmentValue, History.Days, completeFrom, History.Currency, Carried(ends, figures));
    }

    /// <summary>Net sales before each day, in currency units; one more entry than days.</summary>
    private double[] SalesUntil(CancellationToken cancellationToken)
    {
        var sales = Counters([Counter.Sales], progress: null, cancellationToken)[Counter.Sales];
        var sums = new double[sales.Length + 1];
        var sum = 0L;
        for (var day = 0; day < sales.Length; day++)
        {
            sum += sales[day];
            sums[day + 1] = (double)sum / History.Currency.MinorPerUnit;
        }

        return sums;
    }

    private double ActiveAhead(ForecastPath path, DateOnly from, Period ahead)
    {
        var values = path[ForecastMeasure.ActiveCustomers];
        var (month, part) = MonthOf(from, ahead.After(from));
        var before = month == 0 ? ActiveCustomers(from) : values[month - 1];
        return month == values.Length ? before : before + (part * (values[month] - before));
    }

    /// <summary>Sales of the calendar year that ends so far ahead: what was sold, and what is forecast, months in part by their days.</summary>
    private double AnnualSales(ForecastPath path, int end, Period ahead, double[] sold)
    {
        var from = History.Days[end];
        var last = ahead.After(from);
        var first = Period.OneYear.Before(last);
        if (first >= from) return ForecastUntil(path, from, last) - ForecastUntil(path, from, first);
        return ForecastUntil(path, from, last) + sold[end + 1] - sold[Math.Max(0, History.Days.IndexOf(first) + 1)];
    }

    private double Multiple(ForecastPath existing, int end, double[] sold)
    {
        var annual = sold[end + 1] - sold[Math.Max(0, History.Days.IndexOf(Period.OneYear.Before(History.Days[end])) + 1)];
        return annual > 0 ? existing[ForecastMeasure.Sales].Sum() / annual : double.NaN;
    }

    private static double ForecastUntil(ForecastPath path, DateOnly from, DateOnly until)
    {
        var sales = path[ForecastMeasure.Sales];
        var (month, part) = MonthOf(from, until);
        return sales.Take(month).Sum() + (month < sales.Length ? part * sales[month] : 0);
    }

    /// <summary>In which month after a month's end a day lies, and how much of that month has passed at its end.</summary>
    private static (int Month, double Part) MonthOf(DateOnly from, DateOnly day)
    {
        static DateOnly End(DateOnly from, int months)
        {
            var day = from.AddMonths(months);
            return new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        }

        var month = 0;
        while (End(from, month + 1) <= day) month++;
        var (start, end) = (End(from, month), End(from, month + 1));
        return (month, (double)(day.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber));
    }
}
