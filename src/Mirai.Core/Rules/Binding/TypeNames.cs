using System.Globalization;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>What types and values are called in messages.</summary>
internal static class TypeNames
{
    /// <summary>The names of units that have words of their own in the texts; others stand as they are.</summary>
    private static readonly HashSet<string> Worded =
        new(["customers", "purchases", "orders", "messages", "contacts", UnitRules.Days], StringComparer.Ordinal);

    /// <summary>A type in the reader's words: a percentage, a number of customers, money (JPY).</summary>
    public static DiagnosticText Of(ValueType type) => type.Kind switch
    {
        ValueKind.Quantity => OfQuantity(UnitProduct.Parse(type.Unit), type.Unit),
        _ => new DiagnosticText($"type.{Lower(type.Kind)}"),
    };

    /// <summary>A type in two words, for the place beside a caret.</summary>
    public static DiagnosticText Short(ValueType type) => type.Kind == ValueKind.Quantity ? Of(type) : new DiagnosticText($"short.{Lower(type.Kind)}");

    /// <summary>A number of a type as a rule writes it: <c>5%</c>, <c>3pt</c>, <c>5000 JPY</c>.</summary>
    public static string Written(ValueType type, double value)
    {
        var scaled = type.Kind is ValueKind.Percentage or ValueKind.Points ? Math.Round(value * 100, 10) : value;
        var number = scaled.ToString("0.##########", CultureInfo.InvariantCulture);
        return type.Kind switch
        {
            ValueKind.Percentage => $"{number}%",
            ValueKind.Points => $"{number}pt",
            ValueKind.Duration => number is "1" ? "1 day" : $"{number} days",
            ValueKind.Quantity when UnitRules.IsCurrency(type.Unit) => $"{number} {type.Unit}",
            _ => number,
        };
    }

    private static DiagnosticText OfQuantity(UnitProduct unit, string text)
    {
        var (above, below) = (unit.Above.ToList(), unit.Below.ToList());
        if (above.Count != 1 || below.Count > 1) return new DiagnosticText("type.quantity", text);
        var isMoney = UnitRules.IsCurrency(above[0]);
        if (below.Count == 0) return isMoney ? new DiagnosticText("type.money", above[0]) : new DiagnosticText("type.count", Many(above[0]));
        return isMoney
            ? new DiagnosticText("type.money.per", above[0], One(below[0]))
            : new DiagnosticText("type.count.per", Many(above[0]), One(below[0]));
    }

    private static object Many(string name) => Worded.Contains(name) ? new DiagnosticText($"unit.{name}") : name;

    private static object One(string name) => Worded.Contains(name) ? new DiagnosticText($"unit.{name}.one") : name;

    private static string Lower(ValueKind kind) => kind.ToString().ToLowerInvariant();
}
