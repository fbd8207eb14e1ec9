namespace Mirai.Samples;

/// <summary>How strongly a scenario changes the company on each day. Day indices count from the first day of the data.</summary>
/// <param name="Scenario">The story.</param>
/// <param name="OnsetIndex">The first day on which it is felt.</param>
/// <param name="DayCount">The days of the data.</param>
internal sealed record ScenarioStory(SampleScenario Scenario, int OnsetIndex, int DayCount)
{
    /// <summary>The largest value of <see cref="BuyingFactor"/>.</summary>
    public const double MaxBuyingFactor = 1.3;

    /// <summary>The largest value of <see cref="LeavingFactor"/>.</summary>
    public const double MaxLeavingFactor = 13;

    /// <summary>Purchases within a year from which on a customer counts as loyal in the leaky story.</summary>
    private const int LoyalPurchases = 5;

    /// <summary>How far the story has come, from 0 before it sets in to 1 on the last day.</summary>
    public double Progress(int day) => day <= OnsetIndex ? 0 : (double)(day - OnsetIndex) / (DayCount - OnsetIndex);

    /// <summary>New customers of a day, relative to the healthy company.</summary>
    public double AcquisitionFactor(int day) => Scenario switch
    {
        SampleScenario.Leaky => 1 + (0.04 * Ramp(day, 365)),
        SampleScenario.Discount => 1 + (0.55 * Progress(day)),
        _ => 1,
    };

    /// <summary>The share of new customers who come for an offer and mostly do not come back.</summary>
    public double BargainShare(int day) => Scenario == SampleScenario.Discount ? 0.02 + (0.55 * Progress(day)) : 0.02;

    /// <summary>The chance of never buying again after the first purchase, relative to the healthy company.</summary>
    public double OneTimeFactor(int day) => Scenario switch
    {
        SampleScenario.Leaky => 1 + (0.6 * Ramp(day, 365)),
        SampleScenario.Mail => 1 + (0.2 * Progress(day)),
        _ => 1,
    };

    /// <summary>The hazard of leaving, relative to the healthy company; in the leaky story those who buy little go first.</summary>
    public double LeavingFactor(int day, int purchasesOfYear) => Scenario switch
    {
        SampleScenario.Leaky when purchasesOfYear < LoyalPurchases => 1 + (12 * Ramp(day, 300)),
        SampleScenario.Leaky => 1 + (3 * Ramp(day - 400, 400)),
        SampleScenario.Mail => 1 + (0.5 * Progress(day)),
        _ => 1,
    };

    /// <summary>The rate of buying, relative to the healthy company.</summary>
    public double BuyingFactor(int day, int purchasesOfYear) => Scenario switch
    {
        SampleScenario.Leaky when purchasesOfYear >= LoyalPurchases => 1 + (0.12 * Ramp(day, 500)),
        SampleScenario.Discount => 1 + (0.1 * Progress(day)),
        _ => 1,
    };

    /// <summary>Prices that a customer chooses, relative to the healthy company.</summary>
    public double ValueFactor(int day, int purchasesOfYear) => Scenario switch
    {
        SampleScenario.Leaky when purchasesOfYear >= LoyalPurchases => 1 + (0.17 * Ramp(day, 500)),
        SampleScenario.Discount => 1 + (0.06 * Progress(day)),
        _ => 1,
    };

    /// <summary>How much the company relies on discounts, from 0 to 1.</summary>
    public double DiscountPush(int day) => Scenario == SampleScenario.Discount ? Progress(day) : 0;

    /// <summary>How far the mailings have turned to the best customers, from 0 to 1.</summary>
    public double MailFocus(int day) => Scenario == SampleScenario.Mail ? Progress(day) : 0;

    private double Ramp(int day, int days) => day <= OnsetIndex ? 0 : Math.Min(1, (double)(day - OnsetIndex) / days);
}
