using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Diagnosis;

/// <summary>The series behind the charts. Nothing in them lies after the day.</summary>
/// <param name="Daily">Active customers, trailing sales and the retention rate on every observed day.</param>
/// <param name="List">The columns of the list diagnosis (リスト診断表) on every day of the last year: one row a day, when read across.</param>
/// <param name="Months">The flow of customers by calendar month, the months of the first and the last day as far as observed.</param>
/// <param name="RetentionByYear">At each month's end and on the day, retention by customer year.</param>
/// <param name="Cohorts">Customers by the period of their first purchase: months, or longer periods where there would be too many; only periods that are over.</param>
/// <param name="Portfolio">The customer portfolio on the day: the bubbles.</param>
/// <param name="PortfolioMoves">Where the customers of each group went in the month before; empty where it is not observed.</param>
public sealed record DiagnosisCharts(
    IReadOnlyList<ChartSeries> Daily,
    IReadOnlyList<ChartSeries> List,
    IReadOnlyList<FlowMonth> Months,
    IReadOnlyList<RetentionPoint> RetentionByYear,
    CohortTable Cohorts,
    PortfolioTable Portfolio,
    IReadOnlyList<PortfolioMove> PortfolioMoves);

/// <summary>A measure on consecutive days, as a chart draws it.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Days">The days, one value each.</param>
/// <param name="CompleteFrom">The first day with enough history before it; earlier values are drawn as incomplete. <see langword="null"/> where no day has enough.</param>
/// <param name="Values">The values in the measure's unit; <see cref="double.NaN"/> where they are missing.</param>
public sealed record ChartSeries(Measure Measure, DayRange Days, DateOnly? CompleteFrom, IReadOnlyList<double> Values)
{
    /// <summary>A daily series as it is.</summary>
    public static ChartSeries Of(DailySeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new ChartSeries(series.Measure, series.Days, series.CompleteFrom, series.ToDoubles());
    }
}

/// <summary>The flow of one month: active at its end = active before + new + reactivated - lapsed.</summary>
/// <param name="Days">The month's observed days.</param>
/// <param name="ActiveCustomers">Active customers at its end.</param>
/// <param name="New">First purchases ever.</param>
/// <param name="Reactivated">Customers who came back, each time.</param>
/// <param name="Lapsed">Customers who lapsed, each time.</param>
/// <param name="Sales">Net sales of its days in currency units.</param>
/// <param name="IsComplete">Whether all its figures of customers have enough history before them.</param>
public sealed record FlowMonth(DayRange Days, long ActiveCustomers, long New, long Reactivated, long Lapsed, decimal Sales, bool IsComplete);

/// <summary>Retention on one day by customer year.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsComplete">Whether enough history lies before it.</param>
/// <param name="Years">By customer year a period before: 1, 2, 3, 4, 5+. The first is retention into year 2; the field expects 65 %, of the second 86 %.</param>
public sealed record RetentionPoint(DateOnly Day, bool IsComplete, IReadOnlyList<SegmentShare> Years);

/// <summary>Customers who were in one portfolio group and are in one now.</summary>
/// <param name="From">The group before; <see langword="null"/> for those who had not purchased yet.</param>
/// <param name="To">The group on the day; the same for those who stayed.</param>
/// <param name="Customers">How many; at least 1.</param>
public sealed record PortfolioMove(string? From, string To, long Customers);
