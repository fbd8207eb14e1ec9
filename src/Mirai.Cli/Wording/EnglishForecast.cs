using System.Globalization;
using Mirai.Projection;

namespace Mirai.Cli.Wording;

/// <summary><c>mirai forecast</c> in English.</summary>
internal static class EnglishForecast
{
    /// <summary>All of it.</summary>
    public static ForecastTexts All { get; } = new()
    {
        Title = "Forecast",
        BackTestTitle = "Back-test",
        ActiveCustomers = "Active customers",
        NewCustomers = "New",
        Reactivated = "Reactivated",
        Lapsed = "Lapsed",
        Sales = "Sales",
        MonthlySales = "Sales of the month",
        Band80 = "80 % band",
        Month = "Until",
        Year = "Until",
        NameOf = NameOf,
        NameOfMeasure = measure => measure switch
        {
            ForecastMeasure.ActiveCustomers => "Active customers",
            ForecastMeasure.NewCustomers => "New customers",
            ForecastMeasure.ReactivatedCustomers => "Reactivated customers",
            ForecastMeasure.LapsedCustomers => "Lapsed customers",
            _ => "Sales",
        },
        Won = (method, ways, origins, error, next) =>
            $"By {method}: the best of {ways} ways in a back-test from {origins} months' ends, with {error} times the error of repeating the last value{next}.",
        Asked = method => $"By {method}, as asked.",
        AskedCannot = (asked, method) => $"{asked} cannot forecast here (see --backtest), so this is by {method}.",
        NoBackTest = method => $"By {method}; the history is too short for a back-test.",
        Acquisition = acquisition => acquisition.PerYear switch
        {
            null => "New customers as in the last twelve months.",
            0 => "No new customers.",
            { } number => string.Create(CultureInfo.InvariantCulture, $"{number:N0} new customers a year."),
        },
        Bands = "Shaded: the band meant to hold what happens 4 times out of 5.",
        TooShort = "The history is too short for a back-test: two years and more are needed, 9 months with --from-start.",
        MonthsAhead = "Months ahead",
        InMonths = months => $"in {months} m",
        All = "all",
        Method = "Way",
        Measure = "Figure",
        Cases = "Cases",
        Wape = "Error",
        Mase = "MASE",
        Bias = "Bias",
        Held80 = "80 % held",
        Held95 = "95 % held",
        RelativeError = "Error relative to the last value",
        Origins = (horizon, origins, months) => $"Forecasts up to {horizon} months ahead from the ends of {origins} months; {months} cases each.",
        CannotForecast = (method, reason) => $"{method} cannot forecast: {reason}",
        ErrorNote = "Error: sum of absolute errors / sum of what happened. Bias: the same with signs. MASE: error / that of repeating the last value for one month. Held: so many cases lay in the band. Combination: the mean of cohorts and probability models.",
    };

    private static string NameOf(ForecastMethod method) => method switch
    {
        ForecastMethod.Cohort => "cohorts",
        ForecastMethod.Probability => "probability models",
        ForecastMethod.Combination => "combination",
        ForecastMethod.LastValue => "last value",
        ForecastMethod.Drift => "drift",
        _ => "seasonal naive",
    };
}
