using System.Text;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>How corrections write values.</summary>
internal static class WrittenForm
{
    /// <summary>A segment's value: a name or whole number as it is, else in quotes.</summary>
    public static string OfSegment(string value) => (value.Length > 0 && value.All(char.IsAsciiDigit)) || NameText.IsPlain(value)
        ? value
        : $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A number as it should have been written: half-width, its commas replaced by underscores.</summary>
    public static string OfNumber(ReadOnlySpan<char> written) => written.ToString().Normalize(NormalizationForm.FormKC).Replace(',', '_');

    /// <summary>What a plain number has to become to be of a type; <see langword="null"/> where no literal is.</summary>
    /// <param name="written">The number as it stands in the rule, a mark such as <c>%</c> included.</param>
    /// <param name="type">The type wanted.</param>
    public static string? InType(ReadOnlySpan<char> written, ValueType type)
    {
        var number = OfNumber(written).TrimEnd();
        var bare = number.EndsWith('%') ? number[..^1] : number.EndsWith("pt", StringComparison.Ordinal) ? number[..^2] : number;
        return type.Kind switch
        {
            ValueKind.Percentage => $"{bare}%",
            ValueKind.Points => $"{bare}pt",
            ValueKind.Number => bare,
            ValueKind.Duration => bare is "1" ? "1 day" : $"{bare} days",
            ValueKind.Quantity when UnitRules.IsMoney(type) => InCurrency(bare, UnitRules.UnitOf(type).Above.First(UnitRules.IsCurrency)),
            ValueKind.Quantity => bare,
            _ => null,
        };
    }

    private static string InCurrency(string number, string currency) =>
        number[^1] is '万' or '億' && string.Equals(currency, "JPY", StringComparison.Ordinal) ? $"{number}円" : $"{number} {currency}";
}
