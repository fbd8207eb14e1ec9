using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>What is expected of each customer.</summary>
public sealed record PurchaseScoreOptions
{
    /// <summary>One year ahead; the value of 12 months at 1 % a month.</summary>
    public static PurchaseScoreOptions Default { get; } = new();

    /// <summary>How far <see cref="PurchaseScores.ExpectedPurchases"/> looks ahead, from the scored day.</summary>
    public Period Horizon { get; init; } = Period.OneYear;

    /// <summary>Over how many months of 4.345 weeks <see cref="PurchaseScores.DiscountedValue"/> adds up.</summary>
    public int ValueMonths { get; init; } = 12;

    /// <summary>The rate at which a month's value is discounted: 0.01 for 1 % a month.</summary>
    public double MonthlyDiscountRate { get; init; } = 0.01;
}

/// <summary>
/// The scores of all customers on a day, as columns by the history's customer numbers. Customers who had not bought by that day have frequency -1
/// and no scores (NaN).
/// </summary>
public sealed class PurchaseScores
{
    internal PurchaseScores(DateOnly asOf, int horizonDays, int customers, bool hasSpend)
    {
        (AsOf, HorizonDays) = (asOf, horizonDays);
        Frequency = new int[customers];
        RecencyDays = new int[customers];
        AgeDays = new int[customers];
        ProbabilityAlive = new double[customers];
        ExpectedPurchases = new double[customers];
        ExpectedSpend = hasSpend ? new double[customers] : [];
        DiscountedValue = hasSpend ? new double[customers] : [];
    }

    /// <summary>The day whose end the customers are seen from.</summary>
    public DateOnly AsOf { get; }

    /// <summary>How many days <see cref="ExpectedPurchases"/> looks ahead.</summary>
    public int HorizonDays { get; }

    /// <summary>Repeat purchase days (x); -1 for customers who had not bought yet.</summary>
    public int[] Frequency { get; }

    /// <summary>Days from the first purchase day to the last (t_x).</summary>
    public int[] RecencyDays { get; }

    /// <summary>Days from the first purchase day to the scored day (T).</summary>
    public int[] AgeDays { get; }

    /// <summary>The probability that the customer has not dropped out.</summary>
    public double[] ProbabilityAlive { get; }

    /// <summary>Expected purchases within the horizon.</summary>
    public double[] ExpectedPurchases { get; }

    /// <summary>Expected spend per future purchase, in currency units; empty where no model of spend was given.</summary>
    public double[] ExpectedSpend { get; }

    /// <summary>Expected sales of the coming months, discounted, in currency units; empty where no model of spend was given.</summary>
    public double[] DiscountedValue { get; }
}
