using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>How the churn of a window becomes that of a year.</summary>
public enum Annualisation
{
    /// <summary>Churn times the windows of a year. May pass 100 %.</summary>
    Simple,

    /// <summary>What is left after a year of such windows one after the other, taken from 1.</summary>
    Compound,
}

/// <summary>Whether lifetime value counts a first year in which nobody has left yet.</summary>
public enum FirstYear
{
    /// <summary>The first year counts whole: losses begin with the second (k = 0, 1, 2, ...).</summary>
    Whole,

    /// <summary>The first year is already thinned by a year's churn (k = 1, 2, 3, ...).</summary>
    Thinned,
}

/// <summary>How window churn and lifetime value are computed.</summary>
/// <remarks>Formulae of all options: <c>docs/lifetime.md</c>. A value outside its bounds is refused where it is set.</remarks>
public sealed record WindowChurnOptions
{
    /// <summary>The longest horizon, in years: beyond it lifetime value is that without horizon.</summary>
    public const int MostHorizonYears = 100;

    private const int LongestWindow = 1_000_000;

    /// <summary>Three months, 80 % of sales, simple annualisation, only a falling frequency counts, no horizon, no discount, sales instead of profit.</summary>
    public static WindowChurnOptions Default { get; } = new();

    /// <summary>The length P of each of the two windows: base <c>(t - 2P, t - P]</c>, next <c>(t - P, t]</c>. Three months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is 0, or more than 1,000,000.</exception>
    public Period Window
    {
        get;
        init
        {
            if (value.Length is < 1 or > LongestWindow)
                throw new ArgumentOutOfRangeException(nameof(Window), value, $"A window is 1 to {LongestWindow} days, months or years long.");
            field = value;
        }
    } = Period.Months(3);

    /// <summary>The share of the base window's spend that the base customers account for, largest spenders first; 1 for every buyer. 0.8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not greater than 0 and at most 1.</exception>
    public decimal Coverage
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Coverage), value, "Coverage is greater than 0 and at most 1: 0.8 is 80 % of sales.");
    } = 0.8m;

    /// <summary>How the churn of a window becomes that of a year. Simple.</summary>
    public Annualisation Annualisation { get; init; }

    /// <summary>Whether a rising frequency is taken off churn; otherwise only a falling one counts.</summary>
    public bool IsDeclineSigned { get; init; }

    /// <summary>Whether the first year counts whole. It does.</summary>
    public FirstYear FirstYear { get; init; }

    /// <summary>How far lifetime value looks ahead; a part of a year counts as that part of the year's spend. <see langword="null"/>: for ever.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is empty, or longer than <see cref="MostHorizonYears"/>.</exception>
    public Period? Horizon
    {
        get;
        init
        {
            if (value is { } period && (period.Length < 1 || YearsOf(period) > MostHorizonYears))
                throw new ArgumentOutOfRangeException(nameof(Horizon), value, $"A horizon is positive and at most {MostHorizonYears} years; none is for ever.");
            field = value;
        }
    }

    /// <summary>By how much a year's delay lowers the worth of money: 0.1 is 10 % a year. 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, or more than 10 (1,000 % a year).</exception>
    public decimal DiscountRate
    {
        get;
        init => field = value is >= 0 and <= 10
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DiscountRate), value, "A discount rate is 0 to 10: 0.1 is 10 % a year.");
    }

    /// <summary>The part of sales that is profit, so that lifetime value is profit too. 1: lifetime value in sales.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not greater than 0 and at most 1.</exception>
    public decimal MarginRate
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MarginRate), value, "A margin rate is greater than 0 and at most 1: 0.3 is 30 % of sales.");
    } = 1;

    /// <summary>What it costs to win a customer, in currency units; <see langword="null"/> where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is not positive.</exception>
    public decimal? AcquisitionCost
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(AcquisitionCost), value, "An acquisition cost is positive; none where it is not known.");
    }

    internal Fraction PeriodsPerYear => new(Window.PeriodsPerYear.Numerator, Window.PeriodsPerYear.Denominator);

    internal Fraction? HorizonYears => Horizon is { } period ? YearsOf(period) : null;

    private static Fraction YearsOf(Period period) => new(period.PeriodsPerYear.Denominator, period.PeriodsPerYear.Numerator);
}
