using Mirai.Model;

namespace Mirai.Measures;

/// <summary>What became of the customers between two days, value by value of a segment.</summary>
/// <remarks>
/// Who was retained or lapsed goes by the value at the earlier day, who is new or came back by that at the later one. Of a single-valued segment the
/// rows add up to the <see cref="CustomerFlow"/> of all customers; of a purchase dimension a customer counts under every value.
/// </remarks>
/// <param name="From">The earlier day s.</param>
/// <param name="To">The later day t.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Rows">One row a value, in the segment's order.</param>
public sealed record SegmentedCustomerFlow(DateOnly From, DateOnly To, string SegmentId, IReadOnlyList<SegmentFlowRow> Rows);

/// <summary>What became of the customers of one value of a segment.</summary>
/// <param name="Value">The value.</param>
/// <param name="ActiveBefore">Active at s with the value = <paramref name="Retained"/> + <see cref="Lapsed"/>.</param>
/// <param name="Retained">Of these, active at t, with whatever value.</param>
/// <param name="New">Active at t with the value, not yet known at s.</param>
/// <param name="Reactivated">Active at t with the value, lapsed at s.</param>
/// <param name="ActiveAfter">Active at t with the value.</param>
/// <param name="GrossNew">All first purchases on the days after s until t, by the value of the day.</param>
/// <param name="GrossReactivated">All daily reactivations after s until t, by the value of the day.</param>
/// <param name="GrossLapsed">All daily lapses after s until t, by the value of the day before.</param>
public sealed record SegmentFlowRow(
    string Value, long ActiveBefore, long Retained, long New, long Reactivated, long ActiveAfter, long GrossNew, long GrossReactivated, long GrossLapsed)
{
    /// <summary>Active at s with the value, not active at t.</summary>
    public long Lapsed => ActiveBefore - Retained;

    /// <summary>Those who came from other values less those who went to others, of customers active on both days.</summary>
    public long Moved => ActiveAfter - Retained - New - Reactivated;

    /// <summary>The share of those active at s with the value who are active at t.</summary>
    public Share RetentionRate => new(Retained, ActiveBefore);
}
