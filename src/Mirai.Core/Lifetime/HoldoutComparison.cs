namespace Mirai.Lifetime;

/// <summary>What a model expected after the end of calibration, and what came.</summary>
/// <param name="CalibratedUntil">The last day that the model was fitted to.</param>
/// <param name="ObservedUntil">The last observed day.</param>
/// <param name="Rows">By calibration frequency: 0 to 6, then 7 and more.</param>
public sealed record HoldoutComparison(DateOnly CalibratedUntil, DateOnly ObservedUntil, IReadOnlyList<HoldoutRow> Rows)
{
    /// <summary>All customers who had bought by the end of calibration.</summary>
    public HoldoutRow Total => new(0, Rows.Sum(row => row.Customers), Rows.Sum(row => row.ActualPurchases), Rows.Sum(row => row.ExpectedPurchases));
}

/// <summary>Customers with the same number of repeat purchases in the calibration period.</summary>
/// <param name="Frequency">Their repeat purchases; the last row also holds higher numbers.</param>
/// <param name="Customers">How many customers these are.</param>
/// <param name="ActualPurchases">Their distinct purchase days after the end of calibration.</param>
/// <param name="ExpectedPurchases">What the model expected of them.</param>
public readonly record struct HoldoutRow(int Frequency, long Customers, long ActualPurchases, double ExpectedPurchases)
{
    /// <summary>Actual purchases a customer; <see langword="null"/> without customers.</summary>
    public double? ActualMean => Customers == 0 ? null : (double)ActualPurchases / Customers;

    /// <summary>Expected purchases a customer; <see langword="null"/> without customers.</summary>
    public double? ExpectedMean => Customers == 0 ? null : ExpectedPurchases / Customers;
}

/// <summary>All customers' repeat purchases since the first observed day, as they came and as a model expected them.</summary>
/// <param name="CalibratedUntil">The last day that the model was fitted to; only customers who had bought by then count.</param>
/// <param name="Steps">One after each unit of the model's time.</param>
public sealed record RepeatPurchaseTracking(DateOnly CalibratedUntil, IReadOnlyList<TrackingStep> Steps);

/// <summary>Repeat purchases from the first observed day until the end of a day.</summary>
/// <param name="Until">The day.</param>
/// <param name="ActualPurchases">Distinct purchase days of all customers after their first.</param>
/// <param name="ExpectedPurchases">What the model expects from the days of the first purchases alone.</param>
public readonly record struct TrackingStep(DateOnly Until, long ActualPurchases, double ExpectedPurchases);
