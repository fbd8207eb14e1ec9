namespace Mirai.Projection;

/// <summary>The share of customers in their year <c>k</c> who are still there in year <c>k + 1</c>, for every customer year; the last value goes on.</summary>
/// <remarks>Rates are exact and lie from 0 to 1. A curve never changes.</remarks>
public sealed class RetentionCurve
{
    private readonly YearCurve _curve;

    private RetentionCurve(YearCurve curve) => _curve = curve;

    /// <summary>The rates from customer year 1; the last one goes on, and is not repeated here.</summary>
    public IReadOnlyList<decimal> Rates => _curve.Values;

    /// <summary>A curve from its first rates; the last goes on.</summary>
    /// <param name="rates">Into year 2, into year 3, ...: 1 to 200 of them, each from 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no rate, or one outside 0 to 1.</exception>
    public static RetentionCurve List(params ReadOnlySpan<decimal> rates) => new(YearCurve.List(rates, CurveBounds.Retention, nameof(rates)));

    /// <summary>The same rate in every customer year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate lies outside 0 to 1.</exception>
    public static RetentionCurve Constant(decimal rate) => new(YearCurve.List([rate], CurveBounds.Retention, nameof(rate)));

    /// <summary>A straight line from one rate in customer year 1 to another in customer year <paramref name="years"/>; that goes on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate lies outside 0 to 1, or the years outside 2 to 200.</exception>
    public static RetentionCurve Ramp(decimal from, decimal to, int years) =>
        new(YearCurve.Ramp(from, to, years, CurveBounds.Retention, nameof(from)));

    /// <summary>A curve from a formula, asked once for each of the customer years 1 to 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The formula gave a rate outside 0 to 1.</exception>
    public static RetentionCurve Function(Func<int, decimal> rate) => new(YearCurve.Function(rate, CurveBounds.Retention, nameof(rate)));

    /// <summary>The curve that fits what was observed: by customer year, the pooled share of those who stayed.</summary>
    /// <param name="evidence">In any order; several observations of a customer year add up.</param>
    /// <param name="options">How much evidence a rate needs, and whether rates may fall.</param>
    /// <returns>The curve, or <see langword="null"/> where nobody was observed.</returns>
    /// <exception cref="ArgumentException">A share outside 0 to 1, a negative weight, or a customer year outside 1 to 200.</exception>
    public static RetentionCurve? Fit(IEnumerable<CurveEvidence> evidence, CurveFit? options = null) =>
        CurveFitting.Fit(evidence, options ?? CurveFit.Default, CurveBounds.Retention) is { } rates ? List(rates) : null;

    /// <summary>The share of those in a customer year who stay for the next one.</summary>
    /// <param name="customerYear">From 1, without end.</param>
    public decimal At(int customerYear) => _curve.At(customerYear);

    /// <summary>The share of all new customers who are there in a customer year: 1 in the first, then the product of the rates up to it.</summary>
    public decimal Survival(int customerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customerYear, 1);
        var survival = 1m;
        for (var year = 1; year < customerYear && survival > 0; year++) survival *= At(year);
        return survival;
    }
}
