using Mirai.Model;

namespace Mirai.Measures;

/// <summary>Where active customers of two successive active periods came from, value by value of a segment: which part of the base was lost.</summary>
/// <remarks>
/// Bases and pools go by the value at the period's beginning, new customers by that at its end, computed for these days. Of a purchase dimension a
/// customer counts under every value, and a lapsed one under none.
/// </remarks>
/// <param name="AsOf">The day t.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Rows">One row a value that anybody had in either period, in the segment's order.</param>
public sealed record SegmentAttribution(DateOnly AsOf, string SegmentId, IReadOnlyList<SegmentAttributionRow> Rows)
{
    /// <summary>The value whose retention rate cost most customers; <see langword="null"/> where no rate fell.</summary>
    public SegmentAttributionRow? LostMost => Rows.Where(row => row.RetentionEffect < 0).MinBy(row => row.RetentionEffect);

    /// <summary>The value whose reactivation rate cost most customers; <see langword="null"/> where no rate fell.</summary>
    public SegmentAttributionRow? ReactivatedLeast => Rows.Where(row => row.ReactivationEffect < 0).MinBy(row => row.ReactivationEffect);

    /// <summary>The value with the greatest fall of new customers; <see langword="null"/> where there is none.</summary>
    public SegmentAttributionRow? AcquiredLeast => Rows.Where(row => row.NewNow < row.NewBefore).MinBy(row => row.NewNow - row.NewBefore);
}

/// <summary>One value of a segment in an attribution.</summary>
/// <param name="Value">The value.</param>
/// <param name="NewNow">New customers within the period up to the day.</param>
/// <param name="NewBefore">New customers within the period before.</param>
/// <param name="RetentionNow">Of those active one period before the day, those active on it.</param>
/// <param name="RetentionBefore">The same for the period before.</param>
/// <param name="ReactivationNow">Of those lapsed one period before the day, those active on it.</param>
/// <param name="ReactivationBefore">The same for the period before.</param>
public sealed record SegmentAttributionRow(
    string Value, long NewNow, long NewBefore, Share RetentionNow, Share RetentionBefore, Share ReactivationNow, Share ReactivationBefore)
{
    /// <summary>Customers won or lost by the change of the retention rate: (r1 - r0)(B0 + B1)/2; 0 where either base is empty.</summary>
    public double RetentionEffect => Effect(RetentionNow, RetentionBefore);

    /// <summary>Customers won or lost by the change of the reactivation rate: (q1 - q0)(P0 + P1)/2; 0 where either pool is empty.</summary>
    public double ReactivationEffect => Effect(ReactivationNow, ReactivationBefore);

    private static double Effect(Share now, Share before) =>
        now.Value is { } rate && before.Value is { } earlier ? (rate - earlier) * (now.Whole + before.Whole) / 2 : 0;
}
