namespace Mirai.Samples;

/// <summary>What a person is like: drawn once, from then on only the calendar and the story change.</summary>
/// <param name="AcquisitionChannel">Where the person came from.</param>
/// <param name="Region">An index into <see cref="NameTable.Prefectures"/>.</param>
/// <param name="BirthYear">The year of birth.</param>
/// <param name="DailyRate">Purchases a day while a customer, on an average day without mail.</param>
/// <param name="DailyLeaving">The hazard of leaving.</param>
/// <param name="OneTimeChance">The chance of not buying again after the first purchase.</param>
/// <param name="PriceLevel">The logarithm of the price of a typical article, in yen.</param>
/// <param name="DiscountTaste">How much more likely than average to order at a discount; around 1.</param>
/// <param name="WebShare">The share of orders through the web shop.</param>
/// <param name="TakesEmail">Whether newsletters may be sent.</param>
/// <param name="IsBargain">Whether the person came for an offer.</param>
/// <param name="Favourite">An index into <see cref="OrderBasket.Categories"/>.</param>
internal readonly record struct SampleTraits(
    string AcquisitionChannel,
    int Region,
    int BirthYear,
    double DailyRate,
    double DailyLeaving,
    double OneTimeChance,
    double PriceLevel,
    double DiscountTaste,
    double WebShare,
    bool TakesEmail,
    bool IsBargain,
    int Favourite)
{
    private const double PurchasesPerYear = 3.9;
    private const double LeavingPerYear = 0.06;
    private const double PriceLevelMean = 8.15;

    private static readonly (string Name, double Share, double OneTime, double Rate, double Web)[] Channels =
    [
        ("catalog", 0.24, 0.18, 1.1, 0.3),
        ("search", 0.26, 0.22, 1, 0.9),
        ("social_ad", 0.18, 0.33, 0.85, 0.95),
        ("referral", 0.16, 0.13, 1.15, 0.6),
        ("tv", 0.16, 0.27, 0.95, 0.25),
    ];

    /// <summary>Draws a person who first buys on a day.</summary>
    public static SampleTraits Draw(ref SampleRandom random, ScenarioStory story, int day, int firstYear)
    {
        var channel = PickChannel(random.NextDouble());
        var isBargain = random.Chance(story.BargainShare(day));
        var age = 22 + random.Below(30) + random.Below(28);
        var webShare = Math.Clamp(channel.Web - ((age - 50) * 0.008), 0.05, 0.98);
        var oneTime = (isBargain ? 0.66 : channel.OneTime) * story.OneTimeFactor(day);
        return new SampleTraits(
            channel.Name,
            random.Below(NameTable.Prefectures.Length),
            firstYear - age,
            PurchasesPerYear / 365 * channel.Rate * (isBargain ? 0.6 : 1) * random.Gamma(2.8),
            LeavingPerYear / 365 * (isBargain ? 2 : 1) * random.Gamma(1.5),
            Math.Min(0.9, oneTime),
            PriceLevelMean + (0.38 * random.Normal()),
            isBargain ? 2 : 0.4 + (1.2 * random.NextDouble()),
            webShare,
            random.Chance(0.25 + (0.5 * webShare)),
            isBargain,
            random.Below(OrderBasket.Categories.Length));
    }

    private static (string Name, double Share, double OneTime, double Rate, double Web) PickChannel(double quantile)
    {
        var index = 0;
        while (index < Channels.Length - 1 && quantile >= Channels[index].Share) quantile -= Channels[index++].Share;
        return Channels[index];
    }
}
