namespace Mirai.Samples;

/// <summary>One article line of an order.</summary>
/// <param name="ListPrice">Whole yen, before the discount.</param>
/// <param name="Discount">Whole yen taken off.</param>
/// <param name="Category">An index into <see cref="OrderBasket.Categories"/>.</param>
internal readonly record struct BasketLine(long ListPrice, long Discount, int Category);

/// <summary>Fills an order: how many articles, of what, at which price and discount.</summary>
internal static class OrderBasket
{
    /// <summary>What the company sells.</summary>
    public static readonly string[] Categories = ["food", "health", "cosmetics", "household", "gift"];

    private const int Gift = 4;

    /// <summary>Appends the lines of an order.</summary>
    /// <param name="random">The customer's stream.</param>
    /// <param name="traits">Who orders.</param>
    /// <param name="priceFactor">Prices relative to the customer's usual ones.</param>
    /// <param name="discountPercent">0 for an order at full price.</param>
    /// <param name="giftSeason">Whether gifts are bought more often.</param>
    /// <param name="lines">Receives the lines.</param>
    public static void Fill(
        ref SampleRandom random, in SampleTraits traits, double priceFactor, int discountPercent, bool giftSeason, List<BasketLine> lines)
    {
        var draw = random.NextDouble();
        var count = draw < 0.6 ? 1 : draw < 0.86 ? 2 : draw < 0.96 ? 3 : 4;
        for (var line = 0; line < count; line++)
        {
            var category = giftSeason && random.Chance(0.3) ? Gift
                : random.Chance(0.55) ? traits.Favourite
                : random.Below(Categories.Length);
            var price = PriceEnding(ref random, priceFactor * PortableMath.Exp(traits.PriceLevel + (0.42 * random.Normal())));
            lines.Add(new BasketLine(price, price * discountPercent / 1000 * 10, category));
        }
    }

    /// <summary>The discount of an order in percent; 0 for none.</summary>
    public static int DiscountPercent(ref SampleRandom random, in SampleTraits traits, bool isFirst, bool isSale, double push)
    {
        var chance = isFirst
            ? (traits.IsBargain ? 0.9 : 0.1 + (0.25 * push))
            : ((isSale ? 0.4 : 0.05) + (0.42 * push)) * traits.DiscountTaste;
        if (!random.Chance(Math.Min(chance, 0.95))) return 0;
        var depth = random.Below(4) + (random.Chance(push) ? 1 : 0);
        return depth switch { 0 or 1 => 10, 2 => 15, 3 => 20, _ => 30 };
    }

    private static long PriceEnding(ref SampleRandom random, double price)
    {
        var hundreds = (long)Math.Floor((price / 100) + 0.5) * 100;
        var ending = random.Below(10);
        return Math.Max(280, ending < 6 ? hundreds - 20 : ending < 9 ? hundreds : hundreds - 50);
    }
}
