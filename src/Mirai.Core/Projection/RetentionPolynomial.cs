namespace Mirai.Projection;

/// <summary>A year's figure as a polynomial of one constant retention rate: by years since the heads were counted, heads times value.</summary>
internal sealed class RetentionPolynomial
{
    private readonly decimal[] _coefficients;

    private RetentionPolynomial(decimal[] coefficients) => _coefficients = coefficients;

    /// <summary>Whether the rate matters at all.</summary>
    public bool IsConstant => _coefficients.AsSpan(1).IndexOfAnyExcept(0m) < 0;

    /// <summary>The polynomial of the target's figure in the target's year.</summary>
    public static RetentionPolynomial Of(Scenario scenario, ScenarioTarget target)
    {
        var lossless = scenario.With(SolveUnknown.Retention, 1).Year(target.Year);
        var coefficients = new decimal[target.Year + 1];
        foreach (var cohort in lossless.Cohorts)
        {
            var power = Math.Min(cohort.CustomerYear - 1, target.Year);
            coefficients[power] += target.Figure == TargetFigure.Sales ? cohort.Sales : cohort.Active;
        }

        return new RetentionPolynomial(coefficients);
    }

    /// <summary>Bounds of the slope over an interval of rates within 0 to 1.</summary>
    public (double Least, double Most) Slope(decimal from, decimal to)
    {
        var (least, most) = (0.0, 0.0);
        var (low, high) = (1.0, 1.0);
        for (var power = 1; power < _coefficients.Length; power++, low *= (double)from, high *= (double)to)
        {
            var factor = power * (double)_coefficients[power];
            least += factor * (factor > 0 ? low : high);
            most += factor * (factor > 0 ? high : low);
        }

        return (least, most);
    }
}
