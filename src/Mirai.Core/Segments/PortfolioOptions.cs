namespace Mirai.Segments;

/// <summary>Where the groups of the customer portfolio (CPM) begin.</summary>
public sealed record PortfolioOptions
{
    /// <summary>T = 7 average orders, 90 and 210 days of tenure, 240 days of silence for an active period of a year.</summary>
    public static PortfolioOptions Default { get; } = new();

    /// <summary>T, the spend from which a customer counts as good, in currency units; <see langword="null"/> for <see cref="OrderValues"/> average orders.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>How many average orders of the history make T.</summary>
    public int OrderValues { get; init; } = 7;

    /// <summary>From so many days of tenure on a customer is no toddler any more.</summary>
    public int SteadyDays { get; init; } = 90;

    /// <summary>From so many days of tenure on a good customer is no fad any more.</summary>
    public int BestDays { get; init; } = 210;

    /// <summary>From so many days of silence on a customer is gone; <see langword="null"/> for A x 240/365, rounded up.</summary>
    public int? GoneDays { get; init; }

    /// <summary>Throws where the options contradict themselves.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Check()
    {
        if (Threshold < 0) throw new ArgumentException($"The portfolio's threshold is {Threshold}; expected 0 or more.");
        if (OrderValues < 1) throw new ArgumentException($"The portfolio's threshold is {OrderValues} average orders; expected 1 or more.");
        if (SteadyDays < 1 || BestDays < SteadyDays) throw new ArgumentException($"The portfolio's stages begin at {SteadyDays} and {BestDays} days; expected 1 <= first <= second.");
        if (GoneDays < 1) throw new ArgumentException($"The portfolio's customers are gone after {GoneDays} days; expected 1 or more.");
    }
}
