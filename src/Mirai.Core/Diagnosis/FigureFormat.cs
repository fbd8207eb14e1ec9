using System.Globalization;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Diagnosis;

/// <summary>Writes figures for people: rounded, with thousands separators and units, a dash for what is missing. No culture of the machine has a say.</summary>
/// <param name="words">The language.</param>
/// <param name="currency">The currency of all money.</param>
public sealed class FigureFormat(DiagnosisWords words, Currency currency)
{
    /// <summary>What stands for a missing figure.</summary>
    public const string Missing = "-";

    /// <summary>What follows an incomplete figure.</summary>
    public const string IncompleteMark = "*";

    private bool IsJapanese => words.Language is "ja";

    private string Percent => IsJapanese ? "%" : " %";

    private string PointUnit => IsJapanese ? "pt" : " pt";

    /// <summary>A value of a measure, with the mark where it is incomplete.</summary>
    public string Of(Measure measure, FigureValue value) => Plain(measure, value) + (value is { Value: not null, IsComplete: false } ? IncompleteMark : "");

    /// <summary>A value of a measure, without a mark: 71,214; 5,012円; 65.2%.</summary>
    public string Plain(Measure measure, FigureValue value)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (value.Value is not { } number || !double.IsFinite(number)) return Missing;
        return measure.Unit switch
        {
            MeasureUnit.Customers or MeasureUnit.Purchases or MeasureUnit.Contacts => Count(value.Exact ?? (decimal)number),
            MeasureUnit.Money => Money(value.Exact ?? InRange(number)),
            MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase => Money(InRange(number)),
            MeasureUnit.Percentage => Percentage(number),
            _ => TwoDecimals(number),
        };
    }

    /// <summary>By how much a figure changed in its own unit: heads, money, points; with its sign.</summary>
    public string Change(ComparedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Change is not { } change || !double.IsFinite(change)) return Missing;
        return figure.Measure.Unit switch
        {
            MeasureUnit.Customers or MeasureUnit.Purchases or MeasureUnit.Contacts => CountChange((decimal)change),
            MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase => MoneyChange(InRange(change)),
            MeasureUnit.Percentage => Points(change),
            _ => (change > 0 ? "+" : "") + TwoDecimals(change),
        };
    }

    /// <summary>By how much a figure changed: in percent of what it was, in points where it is itself a percentage; with its sign.</summary>
    public string ChangeRate(ComparedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Measure.Unit == MeasureUnit.Percentage) return Change(figure);
        return ChangeRate(figure.ChangeRate);
    }

    /// <summary>A change as a fraction of what was before, in percent with its sign; a dash where it is missing.</summary>
    public string ChangeRate(double? rate) => rate is { } number && double.IsFinite(number) ? SignedOneDecimal(number * 100) + Percent : Missing;

    /// <summary>An amount of money, rounded to the currency's decimals: ¥5,012, 5,012円.</summary>
    public string Money(decimal amount) => (amount < 0 ? "-" : "") + WithUnit(Digits(amount));

    /// <summary>A change of money with its sign.</summary>
    public string MoneyChange(decimal change) => Sign(change) + WithUnit(Digits(change));

    /// <summary>A count: 71,214.</summary>
    public static string Count(decimal count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A change of a count with its sign.</summary>
    public static string CountChange(decimal change) => Sign(change) + Math.Abs(change).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A fraction as a percentage with one decimal; a dash where it is missing.</summary>
    public string Percentage(double? fraction) => fraction is { } number && double.IsFinite(number)
        ? (number * 100).ToString("N1", CultureInfo.InvariantCulture) + Percent
        : Missing;

    /// <summary>A difference of two fractions in points, with its sign.</summary>
    public string Points(double difference) => SignedOneDecimal(difference * 100) + PointUnit;

    private static string TwoDecimals(double number) => (Math.Round(number, 2) + 0.0).ToString("N2", CultureInfo.InvariantCulture); // + 0.0: no minus before zero.

    private static decimal InRange(double number) => (decimal)Math.Clamp(number, -1e27, 1e27);

    private static string Sign(decimal change) => change > 0 ? "+" : change < 0 ? "-" : "";

    private static string SignedOneDecimal(double change)
    {
        var digits = Math.Abs(change).ToString("N1", CultureInfo.InvariantCulture);
        return digits is "0.0" ? digits : (change < 0 ? "-" : "+") + digits;
    }

    private string Digits(decimal amount) =>
        Math.Abs(Math.Round(amount, currency.Decimals)).ToString("N" + currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private string WithUnit(string digits) => CurrencyMark.Of(currency.Code, words.Language).On(digits);
}
