using Mirai.Model;

namespace Mirai.Measures;

/// <summary>What became of the customers between two days, by comparing their states at both ends.</summary>
/// <remarks>A customer who came and went in between is in none of the net figures and in both gross ones.</remarks>
/// <param name="From">The earlier day s.</param>
/// <param name="To">The later day t.</param>
/// <param name="ActiveBefore">Active at s = <paramref name="Retained"/> + <paramref name="Lapsed"/>.</param>
/// <param name="New">Active at t, not yet known at s.</param>
/// <param name="Retained">Active at both.</param>
/// <param name="Reactivated">Active at t, lapsed at s.</param>
/// <param name="Lapsed">Active at s, not at t.</param>
/// <param name="GrossNew">All first purchases on the days after s until t.</param>
/// <param name="GrossReactivated">All daily reactivations after s until t.</param>
/// <param name="GrossLapsed">All daily lapses after s until t.</param>
public sealed record CustomerFlow(
    DateOnly From, DateOnly To, long ActiveBefore, long New, long Retained, long Reactivated, long Lapsed,
    long GrossNew, long GrossReactivated, long GrossLapsed)
{
    /// <summary>Active at t = retained + new + reactivated.</summary>
    public long ActiveAfter => Retained + New + Reactivated;

    /// <summary>The share of those active at s who are active at t.</summary>
    public Share RetentionRate => new(Retained, ActiveBefore);
}
