using Mirai.Model;

namespace Mirai.Rules;

/// <summary>The daily values of a metric of a part, to be given to <see cref="InMemoryFigures"/>.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Part">The part: all customers, or those with one value of each of some dimensions.</param>
/// <param name="Values">A value a day; <see cref="double.NaN"/> where it is missing. Of a rate with <paramref name="Denominators"/>, the numerators.</param>
/// <param name="Denominators">What a rate is counted out of, a value a day; <see langword="null"/> where the values are given as they are.</param>
public sealed record FigureSeries(RuleMetric Metric, CustomerPart Part, double[] Values, double[]? Denominators = null)
{
    /// <summary>A series from the days that have a value; an absent day is what <see cref="RuleMetric.Absent"/> says.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="part">The part.</param>
    /// <param name="days">The days of the series; values of other days are left out.</param>
    /// <param name="values">Values by day; of two of one day, the later one counts.</param>
    public static FigureSeries Of(RuleMetric metric, CustomerPart part, DayRange days, IEnumerable<KeyValuePair<DateOnly, double>> values)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(values);
        var column = new double[days.Count];
        var isGiven = new bool[column.Length];
        foreach (var (day, value) in values)
        {
            if (!days.Contains(day)) continue;
            column[days.IndexOf(day)] = value;
            isGiven[days.IndexOf(day)] = true;
        }

        var last = -1;
        for (var day = 0; day < column.Length; day++)
        {
            if (isGiven[day]) last = day;
            else column[day] = Absent(metric, last < 0 ? double.NaN : column[last], day - last);
        }

        return new FigureSeries(metric, part, column);
    }

    private static double Absent(RuleMetric metric, double last, int age) => metric.Absent switch
    {
        AbsentDay.Zero => 0,
        AbsentDay.Carry when age <= metric.CarryDays => last,
        _ => double.NaN,
    };
}
