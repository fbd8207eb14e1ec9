using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Html.Charts;

/// <summary>How the values of a chart are written: in its table here, on its axes and in its bubbles of help by the page's script.</summary>
/// <param name="Kind"><c>count</c>, <c>money</c>, <c>percent</c> or <c>number</c>.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Pattern">What stands around the digits: ¥{0}, {0}円.</param>
internal sealed record ChartUnit(string Kind, int Decimals, Bilingual Pattern)
{
    private const int MostDecimals = 6;

    /// <summary>Heads, purchases, contacts.</summary>
    public static ChartUnit Count { get; } = new("count", 0, "{0}");

    /// <summary>A fraction, shown as a percentage with one decimal.</summary>
    public static ChartUnit Percentage { get; } = new("percent", 1, new Bilingual("{0} %", "{0}%"));

    /// <summary>A number with two decimals.</summary>
    public static ChartUnit Number { get; } = new("number", 2, "{0}");

    /// <summary>Money of a currency.</summary>
    public static ChartUnit Money(PageTexts texts, Currency currency)
    {
        var zero = 0m.ToString("N" + currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new ChartUnit("money", currency.Decimals, texts.Both(language => language.Figures.Money(0).Replace(zero, "{0}", StringComparison.Ordinal)));
    }

    /// <summary>The unit of a measure.</summary>
    public static ChartUnit Of(MeasureUnit unit, ChartUnit money) => unit switch
    {
        MeasureUnit.Customers or MeasureUnit.Purchases or MeasureUnit.Contacts => Count,
        MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase => money,
        MeasureUnit.Percentage => Percentage,
        _ => Number,
    };

    /// <summary>A value as people read it.</summary>
    public Bilingual Text(double? value)
    {
        if (value is not { } number || !double.IsFinite(number)) return FigureFormat.Missing;
        var digits = Digits(number);
        var sign = digits.StartsWith('-') ? "-" : "";
        return new Bilingual(sign + Around(Pattern.English, digits), sign + Around(Pattern.Japanese, digits));
    }

    /// <summary>The digits alone, for columns that name their unit in the head.</summary>
    public string Digits(double value)
    {
        var shown = Kind is "percent" ? value * 100 : value;
        var digits = ((decimal)Math.Clamp(shown, -1e27, 1e27)).ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return digits.StartsWith('-') && digits.All(c => c is '-' or '0' or '.' or ',') ? digits[1..] : digits;
    }

    /// <summary>A value as the script reads it: no more digits than can be seen.</summary>
    public double Rounded(double value) => Math.Round(value, Math.Min(MostDecimals, Kind is "percent" ? Decimals + 3 : Decimals));

    private static string Around(string pattern, string digits) => pattern.Replace("{0}", digits.TrimStart('-'), StringComparison.Ordinal);
}
