using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai;

/// <summary>Series of the parts of a union as columns of the union: missing where incomplete, rates computed anew from what they are made of.</summary>
internal static class DailyColumns
{
    /// <summary>The values of what the input does not have.</summary>
    public static double[] Missing(DayRange days)
    {
        var values = new double[days.Count];
        Array.Fill(values, double.NaN);
        return values;
    }

    /// <summary>The values of a part in which nobody ever is: 0, and for a rate missing.</summary>
    /// <param name="whole">The series of all customers.</param>
    public static double[] OfNobody(DailySeries whole)
    {
        var values = new double[whole.Days.Count];
        if (whole.Measure.Kind == MeasureKind.Rate) Array.Fill(values, double.NaN);
        Cut(values, whole);
        return values;
    }

    /// <summary>The values of the union of parts, of which there is at least one.</summary>
    public static double[] Values(IReadOnlyList<DailySeries> parts)
    {
        var days = parts[0].Days.Count;
        var values = new double[days];
        if (parts is [var single])
        {
            for (var day = 0; day < days; day++) values[day] = single.ValueAt(day);
        }
        else if (Fractions(parts) is { } fractions)
        {
            for (var day = 0; day < days; day++) values[day] = fractions.Denominators[day] == 0 ? double.NaN : fractions.Numerators[day] / fractions.Denominators[day];
        }
        else if (parts[0].Measure.Kind == MeasureKind.Rate)
        {
            Array.Fill(values, double.NaN); // Given as it is: what it is made of is not known, so neither is that of a union.
        }
        else
        {
            for (var day = 0; day < days; day++) values[day] = parts.Sum(p => p.ValueAt(day));
        }

        Cut(values, parts[0]);
        return values;
    }

    /// <summary>What the rate of the union is made of, in the unit of the rate; <see langword="null"/> where that is not known.</summary>
    public static RateFractions? Fractions(IReadOnlyList<DailySeries> parts)
    {
        if (parts.Count == 0 || parts.Any(p => p.Denominators.IsEmpty)) return null;
        var (numerators, denominators) = (new double[parts[0].Days.Count], new double[parts[0].Days.Count]);
        var isMoney = parts[0].Measure.Unit is MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase;
        var (times, over) = parts[0].Factor;
        var scale = isMoney ? parts[0].Currency.MinorPerUnit : 1L;
        for (var day = 0; day < numerators.Length; day++)
        {
            var (part, whole) = (0L, 0L);
            foreach (var series in parts) (part, whole) = (part + series.Numerators[day], whole + series.Denominators[day]);
            (numerators[day], denominators[day]) = ((double)part * times / over / scale, whole);
        }

        Cut(numerators, parts[0]);
        Cut(denominators, parts[0]);
        return new RateFractions(numerators, denominators);
    }

    /// <summary>Incomplete figures are missing to rules.</summary>
    private static void Cut(double[] values, DailySeries series)
    {
        var complete = series.CompleteFrom is { } from ? Math.Clamp(series.Days.IndexOf(from), 0, values.Length) : values.Length;
        Array.Fill(values, double.NaN, 0, complete);
    }
}
