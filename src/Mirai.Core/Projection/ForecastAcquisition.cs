using System.Globalization;

namespace Mirai.Projection;

/// <summary>How many new customers a forecast assumes.</summary>
public sealed record ForecastAcquisition
{
    private ForecastAcquisition(double? perYear) => PerYear = perYear;

    /// <summary>As many as in the twelve months before the as-of day, spread over the year as in the history.</summary>
    public static ForecastAcquisition SameAsLastYear { get; } = new(perYear: null);

    /// <summary>None: what becomes of today's customers.</summary>
    public static ForecastAcquisition None { get; } = new(0);

    /// <summary>So many a year, or <see langword="null"/> for as many as last year.</summary>
    public double? PerYear { get; }

    /// <summary>So many a year, spread over the year as in the history.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, infinite or no number.</exception>
    public static ForecastAcquisition Yearly(double customersPerYear)
    {
        if (!double.IsFinite(customersPerYear) || customersPerYear < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(customersPerYear), customersPerYear, "New customers a year, 0 or more, are expected.");
        }

        return new ForecastAcquisition(customersPerYear);
    }

    /// <summary><c>same</c>, <c>none</c>, or the number a year.</summary>
    public override string ToString() => PerYear switch
    {
        null => "same",
        0 => "none",
        { } number => number.ToString(CultureInfo.InvariantCulture),
    };
}
