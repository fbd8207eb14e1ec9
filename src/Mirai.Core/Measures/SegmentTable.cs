using Mirai.Model;

namespace Mirai.Measures;

/// <summary>The active customers of a day by segment: heads and sales.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Currency">The currency of sales.</param>
/// <param name="Rows">One row a value, in the segment's order; values without customers are listed where the segment names them.</param>
public sealed record SegmentTable(DateOnly AsOf, string SegmentId, Currency Currency, IReadOnlyList<SegmentRow> Rows);

/// <summary>One value of a segment on a day.</summary>
/// <param name="Value">The value.</param>
/// <param name="Customers">Active customers who have it.</param>
/// <param name="CustomerShare">Their share of all active customers; of a purchase dimension the shares may add up to more than 1.</param>
/// <param name="Purchases">Their purchases in the trailing active period.</param>
/// <param name="Sales">Their sales in the trailing active period, in currency units.</param>
/// <param name="SalesShare">Their share of all sales; <see langword="null"/> where there are none.</param>
public sealed record SegmentRow(string Value, long Customers, Share CustomerShare, long Purchases, decimal Sales, double? SalesShare);

/// <summary>One customer on a day, for lists.</summary>
/// <param name="Customer">The key.</param>
/// <param name="Value">The segment's value on the day; several, separated by <c>|</c>, for a purchase dimension.</param>
/// <param name="State">Active or lapsed.</param>
/// <param name="FirstPurchase">The first purchase day.</param>
/// <param name="LastPurchase">The last purchase day up to the day.</param>
/// <param name="Purchases">Purchases in the trailing active period.</param>
/// <param name="Sales">Sales in the trailing active period, in currency units.</param>
public sealed record SegmentMember(
    string Customer, string Value, CustomerState State, DateOnly FirstPurchase, DateOnly LastPurchase, long Purchases, decimal Sales);
