using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Diagnosis;

/// <summary>The value of a measure on a day, as the daily series hold it.</summary>
/// <param name="Value">The value in the measure's unit, money in currency units, percentages as fractions; <see langword="null"/> where it is missing.</param>
/// <param name="Exact">The same without rounding, for counts and amounts of money; <see langword="null"/> for rates.</param>
/// <param name="Evidence">What a percentage is made of, where it is counted.</param>
/// <param name="IsComplete">Whether enough history lies before the day. Incomplete values are shown with a mark, and are missing to rules.</param>
public readonly record struct FigureValue(double? Value, decimal? Exact, Share? Evidence, bool IsComplete)
{
    /// <summary>No value at all: the day is not observed.</summary>
    public static FigureValue Missing { get; }

    /// <summary>The value of a series on a day; missing where the series does not have the day.</summary>
    public static FigureValue Of(DailySeries series, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!series.Days.Contains(day) || series[day] is not { } value) return Missing;
        var isCount = series.Measure.Unit is MeasureUnit.Customers or MeasureUnit.Purchases or MeasureUnit.Contacts;
        var isExact = series.Denominators.IsEmpty && !series.Numerators.IsEmpty;
        decimal? exact = !isExact ? null : isCount ? series.Count(day) : series.Measure.Unit == MeasureUnit.Money ? series.Money(day) : null;
        var isShare = series.Measure.Unit == MeasureUnit.Percentage && !series.Denominators.IsEmpty;
        return new FigureValue(value, exact, isShare ? series.Share(day) : null, series.IsComplete(day));
    }
}

/// <summary>A measure on the day and on an earlier day, mostly one active period before.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Now">On the day.</param>
/// <param name="Before">On the earlier day.</param>
public sealed record ComparedFigure(Measure Measure, FigureValue Now, FigureValue Before)
{
    /// <summary>By how much the value rose, in its own unit; for percentages in fractions: 0.02 is two points. Missing where either value is.</summary>
    public double? Change => Now.Exact is { } now && Before.Exact is { } before ? (double)(now - before) : Now.Value - Before.Value;

    /// <summary>The change as a fraction of the earlier value; <see langword="null"/> where that is missing or 0.</summary>
    public double? ChangeRate => Before.Value is { } before && before != 0 ? Change / Math.Abs(before) : null;

    /// <summary>Whether the change is for the better; <see langword="null"/> where nothing changed, or neither way is better.</summary>
    public bool? IsBetter => Change is not { } change || change == 0 || Measure.GoodDirection == GoodDirection.Neither
        ? null
        : change > 0 == (Measure.GoodDirection == GoodDirection.Up);
}
