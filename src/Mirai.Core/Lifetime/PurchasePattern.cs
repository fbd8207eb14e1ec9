namespace Mirai.Lifetime;

/// <summary>All that a purchase model needs to know of a customer. Lengths of time carry their unit, so no model can misread them.</summary>
public readonly record struct PurchasePattern
{
    /// <summary>A pattern.</summary>
    /// <param name="frequency">Repeat purchases: distinct purchase days after the first one (x).</param>
    /// <param name="recency">From the first purchase day to the last (t_x); zero without repeat purchases.</param>
    /// <param name="age">From the first purchase day to the end of observation (T).</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, or the recency exceeds the age or contradicts the frequency.</exception>
    public PurchasePattern(int frequency, TimeSpan recency, TimeSpan age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        ArgumentOutOfRangeException.ThrowIfLessThan(recency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(age, recency);
        if (frequency == 0 && recency > TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(recency), recency, "Without repeat purchases the last purchase is the first: expected zero.");
        }

        (Frequency, Recency, Age) = (frequency, recency, age);
    }

    /// <summary>Repeat purchases (x).</summary>
    public int Frequency { get; }

    /// <summary>From the first purchase day to the last (t_x).</summary>
    public TimeSpan Recency { get; }

    /// <summary>From the first purchase day to the end of observation (T).</summary>
    public TimeSpan Age { get; }

    /// <summary>A customer who has just bought for the first time: what a model expects of anybody before seeing more.</summary>
    public static PurchasePattern FirstPurchase => default;

    /// <summary>A pattern in weeks; fractions are days.</summary>
    public static PurchasePattern Weeks(int frequency, double recency, double age) =>
        new(frequency, TimeSpan.FromDays(recency * 7), TimeSpan.FromDays(age * 7));

    /// <summary>A pattern in days.</summary>
    public static PurchasePattern Days(int frequency, double recency, double age) =>
        new(frequency, TimeSpan.FromDays(recency), TimeSpan.FromDays(age));
}
