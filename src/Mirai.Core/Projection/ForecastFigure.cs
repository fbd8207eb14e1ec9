using Mirai.Model;

namespace Mirai.Projection;

/// <summary>A forecast number with its bands.</summary>
/// <param name="Value">What is expected; customers, or money in currency units.</param>
/// <param name="Band80">Meant to hold what will happen four times out of five.</param>
/// <param name="Band95">Meant to hold it nineteen times out of twenty.</param>
public readonly record struct ForecastFigure(double Value, Estimate Band80, Estimate Band95);

/// <summary>A month or a year of a forecast.</summary>
/// <param name="Days">Its days. Months end on the as-of day's day of the month; where that day ends a month, all are calendar months.</param>
/// <param name="ActiveCustomers">稼働顧客数 at its end.</param>
/// <param name="NewCustomers">新規顧客数.</param>
/// <param name="ReactivatedCustomers">復活顧客数: each time a customer comes back counts.</param>
/// <param name="LapsedCustomers">失効顧客数: each time a customer lapses counts. Active customers change by new + reactivated - lapsed.</param>
/// <param name="Sales">売上, net of returns.</param>
public sealed record ForecastPeriod(
    DayRange Days,
    ForecastFigure ActiveCustomers,
    ForecastFigure NewCustomers,
    ForecastFigure ReactivatedCustomers,
    ForecastFigure LapsedCustomers,
    ForecastFigure Sales)
{
    /// <summary>The figure of a measure.</summary>
    public ForecastFigure this[ForecastMeasure measure] => measure switch
    {
        ForecastMeasure.ActiveCustomers => ActiveCustomers,
        ForecastMeasure.NewCustomers => NewCustomers,
        ForecastMeasure.ReactivatedCustomers => ReactivatedCustomers,
        ForecastMeasure.LapsedCustomers => LapsedCustomers,
        ForecastMeasure.Sales => Sales,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
    };
}
