namespace Mirai.Projection;

/// <summary>What a forecast says for every month.</summary>
public enum ForecastMeasure
{
    /// <summary>稼働顧客数: active customers at the month's end.</summary>
    ActiveCustomers,

    /// <summary>新規顧客数: customers whose first purchase falls in the month.</summary>
    NewCustomers,

    /// <summary>復活顧客数: customers who come back after having lapsed.</summary>
    ReactivatedCustomers,

    /// <summary>失効顧客数: customers who leave the active period.</summary>
    LapsedCustomers,

    /// <summary>売上: net sales of the month.</summary>
    Sales,
}

/// <summary>A way to forecast.</summary>
public enum ForecastMethod
{
    /// <summary>Cohorts, month by month: curves by customer year, months of silence and frequency, estimated from the history.</summary>
    Cohort,

    /// <summary>MBG/NBD and Gamma-Gamma, with the history's seasons.</summary>
    Probability,

    /// <summary>The mean of the two before: their errors are of different kinds and partly cancel.</summary>
    Combination,

    /// <summary>Every month is like the last one.</summary>
    LastValue,

    /// <summary>The straight line through the first and the last month goes on.</summary>
    Drift,

    /// <summary>Every month is like the same month a year before.</summary>
    SeasonalNaive,
}
