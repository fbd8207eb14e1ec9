namespace Mirai.Projection;

/// <summary>What a customer spends in customer year <c>k</c>, for every customer year; the last value goes on.</summary>
/// <remarks>
/// Values are exact, in currency units, up to 100 trillion; they may be negative, for a curve of contributions after costs. A curve never changes.
/// </remarks>
public sealed class ValueCurve
{
    private readonly YearCurve _curve;

    private ValueCurve(YearCurve curve) => _curve = curve;

    /// <summary>The values from customer year 1; the last one goes on, and is not repeated here.</summary>
    public IReadOnlyList<decimal> Values => _curve.Values;

    /// <summary>A curve from its first values; the last goes on.</summary>
    /// <param name="values">Yearly spend in customer year 1, 2, ...: 1 to 200 of them.</param>
    /// <exception cref="ArgumentException">There is no value, or one beyond 100 trillion.</exception>
    public static ValueCurve List(params ReadOnlySpan<decimal> values) => new(YearCurve.List(values, CurveBounds.Value, nameof(values)));

    /// <summary>The same yearly spend in every customer year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies beyond 100 trillion.</exception>
    public static ValueCurve Constant(decimal value) => new(YearCurve.List([value], CurveBounds.Value, nameof(value)));

    /// <summary>A straight line from one value in customer year 1 to another in customer year <paramref name="years"/>; that goes on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies beyond 100 trillion, or the years outside 2 to 200.</exception>
    public static ValueCurve Ramp(decimal from, decimal to, int years) => new(YearCurve.Ramp(from, to, years, CurveBounds.Value, nameof(from)));

    /// <summary>A curve from a formula, asked once for each of the customer years 1 to 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The formula gave a value beyond 100 trillion.</exception>
    public static ValueCurve Function(Func<int, decimal> value) => new(YearCurve.Function(value, CurveBounds.Value, nameof(value)));

    /// <summary>The curve that fits what was observed: by customer year, sales per customer.</summary>
    /// <param name="evidence">In any order; several observations of a customer year add up.</param>
    /// <param name="options">How much evidence a value needs, and whether values may fall.</param>
    /// <returns>The curve, or <see langword="null"/> where nobody was observed.</returns>
    /// <exception cref="ArgumentException">A negative weight, or a customer year outside 1 to 200.</exception>
    public static ValueCurve? Fit(IEnumerable<CurveEvidence> evidence, CurveFit? options = null) =>
        CurveFitting.Fit(evidence, options ?? CurveFit.Default, CurveBounds.Value) is { } values ? List(values) : null;

    /// <summary>The yearly spend in a customer year.</summary>
    /// <param name="customerYear">From 1, without end.</param>
    public decimal At(int customerYear) => _curve.At(customerYear);
}
