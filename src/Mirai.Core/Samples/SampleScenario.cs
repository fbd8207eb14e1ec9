namespace Mirai.Samples;

/// <summary>The story that a made-up company tells. It sets in after 60 % of the time span; until then all four are alike.</summary>
public enum SampleScenario
{
    /// <summary>Steady acquisition and retention: active customers grow slowly, year after year.</summary>
    Healthy,

    /// <summary>More and more customers leave, the occasional ones first; loyal ones who buy more hide it in the sales for a year.</summary>
    Leaky,

    /// <summary>Customers and sales grow, bought with discounts; who came for an offer seldom comes back.</summary>
    Discount,

    /// <summary>The best customers get ever more mail and those about to leave get none; the response to a mailing falls.</summary>
    Mail,
}
