using System.Globalization;
using Mirai.Model;
using Mirai.Rules.Binding;
using ValueType = Mirai.Rules.Binding.ValueType;

namespace Mirai.Rules.Evaluation;

/// <summary>Writes values for people, in the language of the text around them and never in the culture of the thread.</summary>
internal sealed class FigureText(string language)
{
    private static readonly (double Size, string Mark)[] JapaneseSizes = [(1e12, "兆"), (1e8, "億"), (1e4, "万")];
    private static readonly (double Size, string Mark)[] EnglishSizes = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")];

    private const double LargestDecimal = 1e27;

    private readonly bool _isJapanese = string.Equals(language, "ja", StringComparison.Ordinal);

    /// <summary>What stands for a missing value.</summary>
    public string Missing => _isJapanese ? "データなし" : "no data";

    /// <summary>A value in a format of the language; the empty format is the one that the type suggests.</summary>
    public string Of(double value, ValueType type, string format, IReadOnlyList<string> arguments)
    {
        if (double.IsNaN(value)) return Missing;
        return format switch
        {
            "signed" => Signed(value, Plain(Math.Abs(value), type)),
            "number" => Negative(value, Digits(Math.Abs(value) * ScaleOf(type), DigitsOf(arguments))),
            "percent" => Negative(value, Digits(Math.Abs(value) * 100, DigitsOf(arguments)) + "%"),
            "short" => Negative(value, Money(type, Short(Math.Abs(value)))),
            "date" => Date(value, isLong: true),
            "plural" => $"{Negative(value, Plain(Math.Abs(value), new ValueType(ValueKind.Number)))} {arguments[Math.Abs(value).Equals(1.0) ? 0 : 1]}",
            _ => type.Kind switch
            {
                ValueKind.Date => Date(value, isLong: false),
                ValueKind.Condition => value.Equals(0.0) ? (_isJapanese ? "いいえ" : "no") : _isJapanese ? "はい" : "yes",
                _ => Negative(value, Plain(Math.Abs(value), type)),
            },
        };
    }

    /// <summary>A value with the word for what it counts: 1,234人, 1,234 customers.</summary>
    public string WithUnit(double value, ValueType type)
    {
        var text = Of(value, type, "", []);
        if (type.Kind != ValueKind.Quantity || UnitRules.IsMoney(type) || double.IsNaN(value)) return text;
        if (!_isJapanese) return type.Unit.Contains('/', StringComparison.Ordinal) ? text : $"{text} {type.Unit}";
        return text + type.Unit switch { "customers" => "人", "purchases" or "orders" => "件", "contacts" or "messages" => "通", _ => "" };
    }

    private string Plain(double magnitude, ValueType type) => type.Kind switch
    {
        ValueKind.Percentage => Digits(magnitude * 100, 1) + "%",
        ValueKind.Points => Digits(magnitude * 100, 1) + (_isJapanese ? "ポイント" : "pt"),
        ValueKind.Duration => Count(magnitude) + (_isJapanese ? "日" : magnitude.Equals(1.0) ? " day" : " days"),
        ValueKind.Quantity when UnitRules.IsMoney(type) => Money(type, Digits(magnitude, DecimalsOf(type))),
        ValueKind.Quantity when type.Unit.Contains('/', StringComparison.Ordinal) => Digits(magnitude, 2),
        ValueKind.Quantity => Count(magnitude),
        _ => magnitude >= 100 ? Digits(magnitude, 0) : Rounded(magnitude, 2).ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    private static string Count(double magnitude) => Digits(magnitude, magnitude >= 100 || Tolerance.IsZero(magnitude - Math.Round(magnitude)) ? 0 : 1);

    private static string Digits(double magnitude, int decimals)
    {
        var format = $"N{decimals.ToString(CultureInfo.InvariantCulture)}";
        if (magnitude >= LargestDecimal) return magnitude.ToString(format, CultureInfo.InvariantCulture);
        return Rounded(magnitude, decimals).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Rounded as people do, halves away from 0, of the 15 digits that a double is sure of.</summary>
    private static decimal Rounded(double magnitude, int decimals) =>
        Math.Round((decimal)Math.Min(magnitude, LargestDecimal), decimals, MidpointRounding.AwayFromZero);

    private static int DigitsOf(IReadOnlyList<string> arguments) =>
        arguments.Count > 0 && int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? Math.Min(digits, 15) : 0;

    private static double ScaleOf(ValueType type) => type.Kind is ValueKind.Percentage or ValueKind.Points ? 100 : 1;

    private static string Negative(double value, string text) => value < 0 && HasFigure(text) ? "-" + text : text;

    private static string Signed(double value, string text) => HasFigure(text) ? (value < 0 ? "-" : "+") + text : text;

    /// <summary>Whether a text holds a digit other than 0: what rounds to 0 has no sign.</summary>
    private static bool HasFigure(string text) => text.AsSpan().ContainsAnyInRange('1', '9');

    private string Short(double magnitude)
    {
        var sizes = _isJapanese ? JapaneseSizes : EnglishSizes;
        var unit = Array.FindIndex(sizes, s => magnitude >= s.Size);
        if (unit < 0) unit = sizes.Length;
        var text = Scaled(magnitude, unit, sizes, out var shown);
        if (unit > 0 && shown >= sizes[unit - 1].Size) text = Scaled(magnitude, unit - 1, sizes, out _); // Rounded up into the next unit.
        return text;
    }

    private static string Scaled(double magnitude, int unit, (double Size, string Mark)[] sizes, out double shown)
    {
        var (size, mark) = unit < sizes.Length ? sizes[unit] : (1, "");
        var rounded = Rounded(magnitude / size, magnitude / size < 9.95 ? 1 : 0);
        shown = (double)rounded * size;
        return rounded.ToString("#,0.#", CultureInfo.InvariantCulture) + mark;
    }

    private string Date(double value, bool isLong)
    {
        var date = DateOnly.FromDayNumber((int)Math.Clamp(value, 0, DateOnly.MaxValue.DayNumber));
        if (!_isJapanese) return date.ToString(isLong ? "dddd d MMMM yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);
        var text = string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
        return isLong ? $"{text}({"日月火水木金土"[(int)date.DayOfWeek]})" : text;
    }

    private static string CurrencyOf(ValueType type) => UnitRules.IsMoney(type) ? UnitRules.UnitOf(type).Above.First(UnitRules.IsCurrency) : "";

    private static int DecimalsOf(ValueType type) => Currency.TryParse(CurrencyOf(type), out var currency) ? currency.Decimals : 2;

    private string Money(ValueType type, string digits) => CurrencyOf(type) is { Length: > 0 } code ? CurrencyMark.Of(code, language).On(digits) : digits;
}
