using Mirai.Model;

namespace Mirai.Projection;

/// <summary>Why a forecast was made the way it was.</summary>
public enum ForecastReason
{
    /// <summary>It would have been the best so far.</summary>
    WonBackTest,

    /// <summary>It was asked for.</summary>
    Asked,

    /// <summary>Another way was asked for, and cannot forecast here.</summary>
    AskedCannot,

    /// <summary>The history is too short for a back-test, or none was wanted.</summary>
    NoBackTest,
}

/// <summary>What becomes of the customers and the sales if it goes on like this.</summary>
/// <param name="AsOf">The day after which everything is forecast.</param>
/// <param name="Observed">The days from which it was made, up to the as-of day.</param>
/// <param name="Currency">The currency of the sales.</param>
/// <param name="Method">The way by which the figures were made.</param>
/// <param name="Reason">Why this way.</param>
/// <param name="Explanation">The same in words: by how much it won the back-test, or why what was asked for cannot be.</param>
/// <param name="Acquisition">How many new customers were assumed.</param>
/// <param name="ActiveCustomers">稼働顧客数 on the day.</param>
/// <param name="AnnualSales">年商: net sales of the calendar year up to the day, as far as it was observed.</param>
/// <param name="Months">Month by month.</param>
/// <param name="Years">The same by years of twelve months; a part of a year at the end is left out.</param>
/// <param name="BackTest">How each way would have done so far.</param>
/// <param name="Curves">Retention, yearly spend and return by customer year, as the history shows them on the day: what "like this" means.</param>
public sealed record CustomerForecast(
    DateOnly AsOf,
    DayRange Observed,
    Currency Currency,
    ForecastMethod Method,
    ForecastReason Reason,
    string Explanation,
    ForecastAcquisition Acquisition,
    long ActiveCustomers,
    decimal AnnualSales,
    IReadOnlyList<ForecastPeriod> Months,
    IReadOnlyList<ForecastPeriod> Years,
    ForecastBackTest BackTest,
    OwnYearCurves Curves)
{
    /// <summary>What the forecast cannot know. It says what is asked of it all the same; whoever shows it shows this, too.</summary>
    public ForecastCaution Caution => ForecastCautions.Of(Observed.First, AsOf);
}
