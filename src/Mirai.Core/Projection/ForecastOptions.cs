namespace Mirai.Projection;

/// <summary>What a forecast assumes and how it is made.</summary>
public sealed record ForecastOptions
{
    /// <summary>From the last observed day, acquisition as last year, by the winner of the back-test.</summary>
    public static ForecastOptions Default { get; } = new();

    /// <summary>The day after which everything is forecast, and after which nothing is read; <see langword="null"/> for the last observed one.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How many new customers come.</summary>
    public ForecastAcquisition Acquisition { get; init; } = ForecastAcquisition.SameAsLastYear;

    /// <summary>The way to forecast; <see langword="null"/> for the one that would have been best so far.</summary>
    public ForecastMethod? Method { get; init; }

    /// <summary>Chooses the draws of the bootstrap. The same seed gives the same bands, to the last bit.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many times customers are drawn again for the bands; from 10 to 10,000.</summary>
    public int Draws { get; init; } = 100;

    /// <summary>From how many of the latest months' ends the back-test forecasts what is known by now; from 0 (no back-test) to 60.</summary>
    public int Origins { get; init; } = 24;
}
