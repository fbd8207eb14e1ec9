using Mirai.Measures;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>The exact fraction behind a value of a series, in currency units where it is money.</summary>
internal static class ExactSeries
{
    public static Ratio At(DailySeries series, DateOnly day)
    {
        var index = series.Days.IndexOf(day);
        var isMoney = series.Measure.Unit is MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase;
        var part = isMoney ? series.Currency.ToAmount(series.Numerators[index]) : series.Numerators[index];
        if (series.Denominators.IsEmpty) return Ratio.Of(part);
        return new Ratio(part * series.Factor.Numerator, (decimal)series.Denominators[index] * series.Factor.Denominator);
    }

    /// <summary>Fails with all that is needed to repeat the case, unless both are the same number or both are missing.</summary>
    public static void AssertSame(Ratio expected, Ratio actual, string what)
    {
        if (!expected.IsSameNumberAs(actual)) Assert.Fail($"{what}: expected {expected}, found {actual}");
    }
}
