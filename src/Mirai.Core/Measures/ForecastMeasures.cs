namespace Mirai.Measures;

/// <summary>The measures that look ahead, computed at each month's end by the cohort engine, with acquisition as in the last year.</summary>
/// <remarks>
/// They are always the cohort engine's, so that a change from month to month is one of the customers and not of the way to forecast. By
/// <see cref="Segments.Segment.Horizon"/> there is one series for each horizon; without it they look 365 days ahead. What lies beyond a year is complete only
/// once two years are observed: before, a season cannot be told from growth. Method and limits: <c>docs/forecast.md</c>.
/// </remarks>
public static class ForecastMeasures
{
    /// <summary>予測稼働顧客数: active customers so many days ahead.</summary>
    public static Measure ForecastActiveCustomers { get; } = new()
    {
        Id = "forecast_active_customers", EnglishName = "Forecast of active customers", JapaneseName = "予測稼働顧客数",
        Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        IsSegmentable = false, IsMonthly = true, Stage = MeasureStage.Forecast,
        Formula = "active customers 30, 90, 365 days or 5 years after the month's end, if it goes on like this (by horizon; 365 days without it)",
    };

    /// <summary>予測年商: net sales of the calendar year that ends so many days ahead.</summary>
    public static Measure ForecastSales { get; } = new()
    {
        Id = "forecast_sales", EnglishName = "Forecast of annual sales", JapaneseName = "予測年商",
        Unit = MeasureUnit.Money, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoActivePeriods,
        IsSegmentable = false, IsMonthly = true, Stage = MeasureStage.Forecast,
        Formula = "net sales of the year ending 30, 90, 365 days or 5 years after the month's end, days gone by as they were (by horizon; 365 days without it)",
    };

    /// <summary>年商倍率: what today's customers alone will bring in five years, in years of today's sales. Below 2, sales rest on new customers.</summary>
    public static Measure FiveYearMultiple { get; } = new()
    {
        Id = "five_year_multiple", EnglishName = "Five-year multiple", JapaneseName = "年商倍率",
        Unit = MeasureUnit.Number, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up, Needs = HistoryNeeded.TwoYears,
        IsSegmentable = false, IsMonthly = true, Stage = MeasureStage.Forecast,
        Formula = "forecast net sales of the next five years to existing customers / annual sales",
    };

    /// <summary>Whether a measure has one series for each horizon.</summary>
    internal static bool HasHorizons(Measure measure) => measure == ForecastActiveCustomers || measure == ForecastSales;
}
