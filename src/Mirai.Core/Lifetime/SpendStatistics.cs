namespace Mirai.Lifetime;

/// <summary>Repeat buyers with the same number of repeat purchases and the same spend on them.</summary>
/// <param name="Frequency">Distinct purchase days after the first one; at least 1.</param>
/// <param name="MeanSpend">Spend per repeat purchase day, in currency units; above 0.</param>
/// <param name="Customers">How many customers these are.</param>
public readonly record struct SpendGroup(int Frequency, double MeanSpend, long Customers);

/// <summary>What a model of spend is fitted to: all repeat buyers up to a day, with their mean spend per repeat purchase day.</summary>
public sealed class SpendStatistics
{
    /// <summary>Statistics of groups, which may come in any order.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="excluded">Repeat buyers who spent nothing at all on their repeat purchases: no model of spend describes them.</param>
    /// <exception cref="ArgumentException">A group is impossible.</exception>
    public SpendStatistics(IEnumerable<SpendGroup> groups, long excluded = 0)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Groups = [.. groups.OrderBy(group => group.Frequency).ThenBy(group => group.MeanSpend)];
        foreach (var group in Groups)
        {
            if (group.Frequency < 1 || !(group.MeanSpend > 0) || !double.IsFinite(group.MeanSpend) || group.Customers < 0)
            {
                throw new ArgumentException($"{group} is impossible: expected a frequency of at least 1 and a mean spend above 0.", nameof(groups));
            }
        }

        Excluded = excluded;
        Customers = Groups.Sum(group => group.Customers);
    }

    /// <summary>The groups by frequency and mean spend.</summary>
    public IReadOnlyList<SpendGroup> Patterns => Groups;

    /// <summary>All repeat buyers in the groups.</summary>
    public long Customers { get; }

    /// <summary>Repeat buyers left out because all their repeat purchases were free.</summary>
    public long Excluded { get; }

    /// <summary>Whether mean spend goes with frequency, which a model of spend that knows nothing of frequency assumes it does not.</summary>
    public SpendIndependence Independence => SpendIndependence.Of(Groups);

    internal SpendGroup[] Groups { get; }
}
