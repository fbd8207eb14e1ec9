namespace Mirai.Projection;

/// <summary>A forecast without bands: what is expected of each month to come.</summary>
internal sealed class ForecastPath(int months)
{
    private readonly double[][] _values = [.. Enum.GetValues<ForecastMeasure>().Select(_ => new double[months])];

    /// <summary>How many months.</summary>
    public int Months => months;

    /// <summary>The months of a measure, the first after the origin at 0; sales in currency units.</summary>
    public double[] this[ForecastMeasure measure] => _values[(int)measure];

    /// <summary>Variances of active customers that chance alone would give, by month; empty where the way to forecast knows nothing about customers.</summary>
    public double[] ActiveChance { get; init; } = [];

    /// <summary>The same of sales.</summary>
    public double[] SalesChance { get; init; } = [];
}

/// <summary>A way to forecast from the end of a month.</summary>
internal interface IForecaster
{
    /// <summary>Which way it is.</summary>
    ForecastMethod Method { get; }

    /// <summary>Why it cannot forecast from there; <see langword="null"/> where it can.</summary>
    string? Refusal(int origin);

    /// <summary>The months after an origin.</summary>
    /// <param name="origin">The month at whose end the forecast stands; later months are not read.</param>
    /// <param name="newCustomers">How many new customers each month brings.</param>
    ForecastPath Forecast(int origin, double[] newCustomers);
}
