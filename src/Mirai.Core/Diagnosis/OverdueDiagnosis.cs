using Mirai.Model;

namespace Mirai.Diagnosis;

/// <summary>The active customers who are silent for longer than their own rhythm: more than their mean interval and one standard deviation.</summary>
/// <param name="Customers">How many of the active customers are.</param>
/// <param name="Sales">What they bought in the trailing active period: what is at stake.</param>
/// <param name="BySegment">The same by each segment of part A.</param>
/// <param name="Listed">Those with the highest sales, as many as <see cref="DiagnosisOptions.OverdueListed"/> allows; none unless it is set.</param>
public sealed record OverdueDiagnosis(
    Share Customers, decimal Sales, IReadOnlyList<OverdueSegment> BySegment, IReadOnlyList<OverdueCustomer> Listed);

/// <summary>The overdue customers by one segment.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Rows">Its values with an active customer, in its order.</param>
public sealed record OverdueSegment(string SegmentId, IReadOnlyList<OverdueRow> Rows);

/// <summary>The overdue customers of one value of a segment.</summary>
/// <param name="Value">The value.</param>
/// <param name="Customers">How many of its active customers are overdue.</param>
/// <param name="Sales">What they bought in the trailing active period.</param>
public sealed record OverdueRow(string Value, Share Customers, decimal Sales);

/// <summary>One overdue customer, for a list: personal data.</summary>
/// <param name="Customer">The key.</param>
/// <param name="LastPurchase">The last purchase day.</param>
/// <param name="SilentDays">Days since then.</param>
/// <param name="UsualDays">The mean of the intervals between the customer's purchase days.</param>
/// <param name="OverdueSince">The first day on which the silence was longer than usual.</param>
/// <param name="Purchases">Purchases in the trailing active period.</param>
/// <param name="Sales">Sales in it, in currency units.</param>
public sealed record OverdueCustomer(
    string Customer, DateOnly LastPurchase, int SilentDays, double UsualDays, DateOnly OverdueSince, long Purchases, decimal Sales);
