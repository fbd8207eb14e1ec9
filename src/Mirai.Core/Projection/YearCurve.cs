namespace Mirai.Projection;

/// <summary>The values of a curve by customer year, from 1; the last one goes on for ever. What both kinds of curves are made of.</summary>
internal sealed class YearCurve
{
    /// <summary>How many years a curve tells apart, and a projection covers.</summary>
    public const int MostYears = 200;

    private readonly decimal[] _values;

    private YearCurve(decimal[] values) => _values = values;

    /// <summary>The values without repetitions at the end.</summary>
    public IReadOnlyList<decimal> Values => _values;

    /// <summary>The value in a customer year.</summary>
    public decimal At(int customerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customerYear, 1);
        return _values[Math.Min(customerYear, _values.Length) - 1];
    }

    public static YearCurve List(ReadOnlySpan<decimal> values, CurveBounds bounds, string name)
    {
        if (values.Length is 0 or > MostYears) throw new ArgumentException($"{bounds.Curve} of {values.Length} years; expected 1 to {MostYears}.", name);
        for (var i = 0; i < values.Length; i++) bounds.Check(values[i], i + 1, name);
        var length = values.Length;
        while (length > 1 && values[length - 1] == values[length - 2]) length--;
        return new YearCurve(values[..length].ToArray());
    }

    public static YearCurve Ramp(decimal from, decimal to, int years, CurveBounds bounds, string name)
    {
        bounds.Check(from, 1, name);
        bounds.Check(to, years, name);
        if (years is < 2 or > MostYears) throw new ArgumentOutOfRangeException(nameof(years), years, $"A ramp over {years} years; expected 2 to {MostYears}.");
        var values = new decimal[years];
        for (var i = 0; i < years; i++) values[i] = from + ((to - from) * i / (years - 1));
        return List(values, bounds, name);
    }

    public static YearCurve Function(Func<int, decimal> value, CurveBounds bounds, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var values = new decimal[MostYears];
        for (var i = 0; i < values.Length; i++) values[i] = value(i + 1);
        return List(values, bounds, name);
    }
}

/// <summary>What the values of a kind of curve can be.</summary>
/// <param name="Curve">What the curve is called in a message.</param>
/// <param name="Least">The least value.</param>
/// <param name="Most">The greatest.</param>
internal sealed record CurveBounds(string Curve, decimal Least, decimal Most)
{
    public static CurveBounds Retention { get; } = new("A retention curve", 0, 1);

    public static CurveBounds Value { get; } = new("A value curve", -100_000_000_000_000, 100_000_000_000_000);

    public void Check(decimal value, int customerYear, string name)
    {
        if (value < Least || value > Most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{Curve} is {value} in customer year {customerYear}; expected {Least:N0} to {Most:N0}.");
        }
    }
}
