namespace Mirai.Projection;

/// <summary>What was observed of customers in one customer year: the evidence that a curve is fitted to.</summary>
/// <param name="CustomerYear">The customer year, from 1.</param>
/// <param name="Part">For retention, how many of the whole stayed for the next year; for a value curve, what the whole spent in this year.</param>
/// <param name="Whole">How many customers were observed, which is the weight of the observation. May be a fraction, where a year is observed in part.</param>
public readonly record struct CurveEvidence(int CustomerYear, decimal Part, decimal Whole)
{
    /// <summary>The evidence of a share or a mean that is known with its weight.</summary>
    public static CurveEvidence OfMean(int customerYear, decimal mean, decimal weight) => new(customerYear, mean * weight, weight);

    /// <summary>The observed share or mean; <see langword="null"/> without weight.</summary>
    public decimal? Mean => Whole == 0 ? null : Part / Whole;
}

/// <summary>How a curve is fitted to evidence.</summary>
public sealed record CurveFit
{
    /// <summary>The usual way: at least 30 customers behind every value, no shape imposed.</summary>
    public static CurveFit Default { get; } = new();

    /// <summary>
    /// How much weight stands behind every value: a year with less is taken together with the years after it, until there is enough; what is
    /// left at the end joins the last value, which goes on.
    /// </summary>
    public decimal LeastWeight { get; init; } = 30;

    /// <summary>Whether the curve may not fall from one year to the next; years that do are averaged with their neighbours, by weight (isotonic regression).</summary>
    public bool IsRising { get; init; }
}
