using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Excel.Sheets;

/// <summary>The number formats of one language and currency.</summary>
internal sealed class NumberFormats
{
    private const int MostSymbol = 12;

    private readonly string _money;
    private readonly bool _isJapanese;

    /// <summary>The formats.</summary>
    /// <param name="words">The language.</param>
    /// <param name="currency">The currency of all money.</param>
    public NumberFormats(DiagnosisWords words, Currency currency)
    {
        _isJapanese = words.Language is "ja";
        var mark = CurrencyMark.Of(currency.Code, words.Language);
        _money = Quoted(mark.Before) + (currency.Decimals == 0 ? "#,##0" : "#,##0." + new string('0', currency.Decimals)) + Quoted(mark.After);
    }

    /// <summary>A share: 65.2%.</summary>
    public static string Percent => "0.0%";

    /// <summary>A share on an axis: 65%.</summary>
    public static string WholePercent => "0%";

    /// <summary>A change in percent, with its sign.</summary>
    public static string PercentChange => "+0.0%;-0.0%;0.0%";

    /// <summary>A difference of two shares, given in points: 2.1 is two points and a tenth.</summary>
    public string Points => Signed(_isJapanese ? "0.0\"pt\"" : "0.0\" pt\"");

    /// <summary>A whole number.</summary>
    public static string Count => "#,##0";

    /// <summary>A change of a whole number, with its sign.</summary>
    public static string CountChange => Signed("#,##0");

    /// <summary>A number with two decimals.</summary>
    public static string Fine => "#,##0.00";

    /// <summary>Customers: 1,299人.</summary>
    public string People => _isJapanese ? "#,##0\"人\"" : Count;

    /// <summary>A change of customers, with its sign.</summary>
    public string PeopleChange => Signed(People);

    /// <summary>Money with the decimals of its currency.</summary>
    public string Money => _money + ";-" + _money;

    /// <summary>A change of money, with its sign.</summary>
    public string MoneyChange => Signed(_money);

    /// <summary>The format of a measure's values.</summary>
    public string Of(Measure measure) => measure.Unit switch
    {
        MeasureUnit.Customers => People,
        MeasureUnit.Purchases or MeasureUnit.Contacts => Count,
        MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase => Money,
        MeasureUnit.Percentage => Percent,
        _ => Fine,
    };

    /// <summary>The format of changes of a measure's values.</summary>
    public string OfChange(Measure measure) => measure.Unit switch
    {
        MeasureUnit.Customers => PeopleChange,
        MeasureUnit.Purchases or MeasureUnit.Contacts => CountChange,
        MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase => MoneyChange,
        MeasureUnit.Percentage => Points,
        _ => Signed(Fine),
    };

    /// <summary>The format of a value of a rule, by the unit that the rule language gives it.</summary>
    public string OfUnit(string unit, Currency currency) => unit switch
    {
        "%" => Percent,
        "pt" => Points,
        "customers" => _isJapanese ? "#,##0.#\"人\"" : "#,##0.#",
        _ when IsMoney(unit, currency) => Money,
        "purchases" or "orders" or "contacts" or "messages" or "days" => "#,##0.#",
        _ => Fine,
    };

    /// <summary>A format with the mark of incomplete figures behind every number.</summary>
    public static string Marked(string format) =>
        string.Join(';', format.Split(';').Select(section => section + "\"" + FigureFormat.IncompleteMark + "\""));

    private static string Signed(string format) => $"+{format};-{format};{format}";

    private static bool IsMoney(string unit, Currency currency) =>
        string.Equals(unit, currency.Code, StringComparison.Ordinal) || unit.StartsWith(currency.Code + "/", StringComparison.Ordinal);

    /// <summary>A mark as text in a number format; a code of the caller's without what a format would read as its own.</summary>
    private static string Quoted(string mark)
    {
        if (mark.Length == 0) return "";
        var kept = new string([.. mark.Where(sign => char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol).Take(MostSymbol)]);
        return $"\"{(mark[0] is ' ' ? " " : "")}{kept}{(mark[^1] is ' ' ? " " : "")}\"";
    }
}
