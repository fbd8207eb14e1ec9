using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>Which days and which customers a window churn is about.</summary>
/// <param name="AsOf">The day t.</param>
/// <param name="BaseDays">The base window <c>(t - 2P, t - P]</c>.</param>
/// <param name="NextDays">The next window <c>(t - P, t]</c>.</param>
/// <param name="Buyers">Everybody who purchased in the base window.</param>
/// <param name="BuyerSales">What all of them spent in it, in currency units.</param>
/// <param name="LeastSpend">What a base customer spent at least, in currency units; 0 where every buyer is one.</param>
/// <param name="IsComplete">Whether the data covers the whole base window, or the business began with the data.</param>
public sealed record WindowSelection(
    DateOnly AsOf, DayRange BaseDays, DayRange NextDays, long Buyers, decimal BuyerSales, decimal LeastSpend, bool IsComplete);

/// <summary>The window churn of one value of a segment.</summary>
/// <param name="SegmentValue">The value.</param>
/// <param name="Churn">Of its customers; of a purchase dimension, of its purchases.</param>
public sealed record SegmentChurn(string SegmentValue, WindowChurn Churn);
