namespace Mirai.Lifetime;

/// <summary>How customers are drawn, and how sure the figures of those drawn are.</summary>
/// <remarks>The same seed draws the same customers, whatever the order of rows and the number of threads; a larger number draws the same ones first.</remarks>
public sealed record WindowSampling
{
    private const int MostRepetitions = 1_000_000;

    /// <summary>How many of the base customers are drawn; <see langword="null"/> where <see cref="Share"/> says it, or all are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int? Customers
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Customers), value, "At least one customer is drawn.");
    }

    /// <summary>The share of the base customers that is drawn, rounded up; has no say where <see cref="Customers"/> is given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not greater than 0 and at most 1.</exception>
    public decimal? Share
    {
        get;
        init => field = value is null or (> 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Share), value, "The share drawn is greater than 0 and at most 1: 0.05 is 5 %.");
    }

    /// <summary>Chooses one of the possible samples. 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How often the bootstrap draws from the sample again. 999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 19 or more than 1,000,000.</exception>
    public int Repetitions
    {
        get;
        init => field = value is >= 19 and <= MostRepetitions
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Repetitions), value, $"The bootstrap draws 19 to {MostRepetitions} times.");
    } = 999;

    /// <summary>How often such an interval holds the true value: 0.9, 0.95 or 0.99. 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is none of these.</exception>
    public double Confidence
    {
        get;
        init => field = value is 0.9 or 0.95 or 0.99
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Confidence), value, "A confidence is 0.9, 0.95 or 0.99.");
    } = 0.95;

    /// <summary>How many of so many base customers are drawn.</summary>
    internal int SizeOf(int baseCustomers) => Customers ?? (Share is { } share ? (int)(Fraction.Of(share) * baseCustomers).Ceiling() : baseCustomers);
}
