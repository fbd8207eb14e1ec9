using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Where the customers of each portfolio group went between two days, each day's groups computed for that day.</summary>
public sealed class PortfolioTransitions
{
    private readonly long[] _customers;

    internal PortfolioTransitions(DateOnly from, DateOnly to, long[] customers)
    {
        From = from;
        To = to;
        _customers = customers;
    }

    /// <summary>The earlier day.</summary>
    public DateOnly From { get; }

    /// <summary>The later day.</summary>
    public DateOnly To { get; }

    /// <summary>How many customers went from one group to another.</summary>
    /// <param name="before">The group on the earlier day; <see langword="null"/> for those who had not purchased yet.</param>
    /// <param name="after">The group on the later day.</param>
    public long this[PortfolioGroup? before, PortfolioGroup after] => _customers[((before?.Place ?? PortfolioGroup.Count) * PortfolioGroup.Count) + after.Place];

    /// <summary>How many customers a group had on the earlier day: where all of them are now, added up.</summary>
    public long Before(PortfolioGroup group) => PortfolioGroup.All.Sum(after => this[group, after]);

    /// <summary>How many customers a group has on the later day: from wherever they came.</summary>
    public long After(PortfolioGroup group) => this[null, group] + PortfolioGroup.All.Sum(before => this[before, group]);
}
