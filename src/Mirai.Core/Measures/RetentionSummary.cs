using Mirai.Model;

namespace Mirai.Measures;

/// <summary>Retention into a day: of the customers active one active period before, the share that is active now.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Overall">All customers.</param>
/// <param name="ByCustomerYear">By customer year a period before: 1, 2, 3, 4, 5+. The first is retention into year 2.</param>
/// <param name="ByPurchaseCount">By purchases a period before: 1, 2, 3-5, 6-9, 10+.</param>
public sealed record RetentionSummary(
    DateOnly AsOf, Share Overall, IReadOnlyList<SegmentShare> ByCustomerYear, IReadOnlyList<SegmentShare> ByPurchaseCount);

/// <summary>A share of one value of a segment.</summary>
/// <param name="SegmentValue">The value.</param>
/// <param name="Share">So many out of so many of its customers.</param>
public readonly record struct SegmentShare(string SegmentValue, Share Share);

/// <summary>How many of the customers first seen in a window bought again soon (F2転換率).</summary>
/// <param name="FirstPurchases">The window of first purchase days.</param>
/// <param name="WithinDays">How soon.</param>
/// <param name="Customers">Those who did, out of those observed for at least <paramref name="WithinDays"/> days.</param>
public sealed record SecondPurchaseShare(DayRange FirstPurchases, int WithinDays, Share Customers);
