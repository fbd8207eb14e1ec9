using Mirai.Model;

namespace Mirai.Measures;

/// <summary>To what a change of active customers is attributed.</summary>
public enum AttributionCause
{
    /// <summary>新規: more or fewer new customers. The work of acquisition.</summary>
    NewCustomers,

    /// <summary>維持率: a higher or lower retention rate. The work of retention.</summary>
    RetentionRate,

    /// <summary>前年基盤: more or fewer customers to retain, an after-effect of the period before.</summary>
    Base,

    /// <summary>復活率: a higher or lower rate of coming back. The work of reactivation.</summary>
    ReactivationRate,

    /// <summary>休眠数: more or fewer lapsed customers who could come back.</summary>
    Pool,
}

/// <summary>The change of active customers from one active period before, split without remainder into its causes.</summary>
/// <remarks>
/// Active customers = new + retention rate x base + reactivation rate x pool. With 1 for now and 0 for a period before, the change is
/// (N1 - N0) + (r1 - r0)(B0 + B1)/2 + (B1 - B0)(r0 + r1)/2 + (q1 - q0)(P0 + P1)/2 + (P1 - P0)(q0 + q1)/2. Where a rate is undefined, because there
/// was nobody, it is taken equal to the other one.
/// </remarks>
/// <param name="AsOf">The day t.</param>
/// <param name="Now">The period from t - A to t.</param>
/// <param name="Before">The period from t - 2A to t - A.</param>
/// <param name="Terms">One term a cause, in the order of <see cref="AttributionCause"/>; they add up to <see cref="Change"/>.</param>
/// <param name="IsComplete">Whether three active periods of history lie before the day, or the business began with the data.</param>
public sealed record CustomerAttribution(
    DateOnly AsOf, AttributionPeriod Now, AttributionPeriod Before, IReadOnlyList<AttributionTerm> Terms, bool IsComplete)
{
    /// <summary>How many more customers are active than one active period before.</summary>
    public long Change => Now.Active - Before.Active;

    /// <summary>The term that takes most customers away; <see langword="null"/> where none does. The first of equals.</summary>
    public AttributionTerm? LargestLoss => Terms.Where(term => term.Exact < 0).MinBy(term => term.Exact);

    internal static CustomerAttribution Of(DateOnly asOf, Period activePeriod, AttributionTotals totals, bool isComplete)
    {
        var begin = activePeriod.Before(asOf);
        var whole = totals.WholeTerms();
        return new CustomerAttribution(
            asOf,
            new AttributionPeriod(
                begin, asOf, totals.New.Now, new Share(totals.Retained.Now, totals.Base.Now), new Share(totals.Reactivated.Now, totals.Pool.Now)),
            new AttributionPeriod(
                activePeriod.Times(2).Before(asOf), begin, totals.New.Before, new Share(totals.Retained.Before, totals.Base.Before),
                new Share(totals.Reactivated.Before, totals.Pool.Before)),
            [.. totals.Terms().Select((term, i) => new AttributionTerm((AttributionCause)i, whole[i], AttributionTotals.ToDouble(term)))],
            isComplete);
    }
}

/// <summary>Where the active customers at the end of a period came from.</summary>
/// <param name="From">The day before the period's first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="New">Customers first seen within it.</param>
/// <param name="Retention">Of those active at <paramref name="From"/> (the base), those active at <paramref name="To"/>.</param>
/// <param name="Reactivation">Of those lapsed at <paramref name="From"/> (the pool), those active at <paramref name="To"/>.</param>
public sealed record AttributionPeriod(DateOnly From, DateOnly To, long New, Share Retention, Share Reactivation)
{
    /// <summary>Active customers at the end = new + retained + reactivated.</summary>
    public long Active => New + Retention.Part + Reactivation.Part;
}

/// <summary>One cause's part in a change of active customers.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Customers">Whole customers, by largest remainder: those of all terms add up to the change.</param>
/// <param name="Exact">The fraction of customers, before it is rounded.</param>
public sealed record AttributionTerm(AttributionCause Cause, long Customers, double Exact);
