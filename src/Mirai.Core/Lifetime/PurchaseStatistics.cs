namespace Mirai.Lifetime;

/// <summary>Customers with the same pattern of purchases, in days.</summary>
/// <param name="Frequency">Repeat purchases: distinct purchase days after the first one (x).</param>
/// <param name="RecencyDays">From the first purchase day to the last (t_x).</param>
/// <param name="AgeDays">From the first purchase day to the end of calibration (T).</param>
/// <param name="Customers">How many customers these are.</param>
public readonly record struct PurchaseGroup(int Frequency, int RecencyDays, int AgeDays, long Customers)
{
    /// <summary>The pattern of each of them.</summary>
    public PurchasePattern ToPattern() => PurchasePattern.Days(Frequency, RecencyDays, AgeDays);
}

/// <summary>What a purchase model is fitted to: all customers up to a day, those with the same pattern counted together.</summary>
public sealed class PurchaseStatistics
{
    /// <summary>Statistics of groups, which may come in any order and may repeat.</summary>
    /// <exception cref="ArgumentException">A group contradicts itself.</exception>
    public PurchaseStatistics(IEnumerable<PurchaseGroup> groups)
        : this(CountsOf(groups))
    {
    }

    internal PurchaseStatistics(PatternCounts counts)
    {
        Groups = counts.Groups();
        foreach (var group in Groups)
        {
            Customers += group.Customers;
            if (group.Frequency > 0) RepeatBuyers += group.Customers;
            RepeatPurchases += group.Frequency * group.Customers;
            MaxFrequency = Math.Max(MaxFrequency, group.Frequency);
            MaxAgeDays = Math.Max(MaxAgeDays, group.AgeDays);
        }
    }

    /// <summary>The distinct patterns, by frequency, age and recency.</summary>
    public IReadOnlyList<PurchaseGroup> Patterns => Groups;

    /// <summary>All customers who had bought by the end of calibration.</summary>
    public long Customers { get; }

    /// <summary>Those of them with a repeat purchase.</summary>
    public long RepeatBuyers { get; }

    /// <summary>All repeat purchases.</summary>
    public long RepeatPurchases { get; }

    /// <summary>The highest frequency.</summary>
    public int MaxFrequency { get; }

    /// <summary>The highest age in days.</summary>
    public int MaxAgeDays { get; }

    internal PurchaseGroup[] Groups { get; }

    private static PatternCounts CountsOf(IEnumerable<PurchaseGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var counts = new PatternCounts();
        foreach (var group in groups)
        {
            var isPossible = group is { Frequency: >= 0, Customers: >= 0 } && group.RecencyDays >= group.Frequency && group.AgeDays >= group.RecencyDays
                && (group.Frequency > 0 || group.RecencyDays == 0);
            if (!isPossible)
            {
                throw new ArgumentException($"{group} is impossible: expected 0 <= Frequency <= RecencyDays <= AgeDays, and RecencyDays 0 without repeat purchases.", nameof(groups));
            }

            if (group.Customers > 0) counts.Add(group.Frequency, group.RecencyDays, group.AgeDays, group.Customers);
        }

        return counts;
    }
}
