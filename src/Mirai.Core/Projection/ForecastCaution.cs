using Mirai.Model;

namespace Mirai.Projection;

/// <summary>What a forecast cannot know, whatever its bands say: to be shown wherever its figures are.</summary>
public enum ForecastCaution
{
    /// <summary>Nothing beyond what the bands say.</summary>
    None,

    /// <summary>
    /// Less than two years were observed up to the as-of day, so that a season cannot be told from growth: one that has just begun may be carried on as growth for
    /// ever. Beyond a year the figures are not to be relied on, even where the business began with the data.
    /// </summary>
    SeasonUnknown,
}

/// <summary>What observed days allow a forecast to know.</summary>
internal static class ForecastCautions
{
    /// <summary>How long purchases must have been observed for a season to be told from growth: every part of the year twice.</summary>
    public static Period SeasonsNeed { get; } = Period.Years(2);

    /// <summary>What cannot be known.</summary>
    /// <param name="first">The first observed day.</param>
    /// <param name="asOf">The day after which is forecast.</param>
    public static ForecastCaution Of(DateOnly first, DateOnly asOf) =>
        SeasonsNeed.ReachesBack(asOf) && first <= SeasonsNeed.Before(asOf).AddDays(1) ? ForecastCaution.None : ForecastCaution.SeasonUnknown;
}
