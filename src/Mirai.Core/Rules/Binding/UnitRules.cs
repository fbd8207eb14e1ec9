using Mirai.Model;

namespace Mirai.Rules.Binding;

/// <summary>What adding, multiplying and comparing does to types. <see langword="null"/> says that the operation has no meaning.</summary>
internal static class UnitRules
{
    /// <summary>The name of days in a product of units.</summary>
    public const string Days = "days";

    /// <summary>The type that a metric's unit text names: <c>%</c>, <c>pt</c>, <c>1</c>, <c>days</c>, or a product of names.</summary>
    public static ValueType TypeOf(string unit) => unit switch
    {
        "%" => new ValueType(ValueKind.Percentage),
        "pt" => new ValueType(ValueKind.Points),
        _ => TypeOf(UnitProduct.Parse(unit)),
    };

    /// <summary>The type of a sum: of like things, or of a percentage and points.</summary>
    public static ValueType? Sum(ValueType left, ValueType right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Unknown, _) or (_, ValueKind.Unknown) => Unknown,
        (ValueKind.Percentage, ValueKind.Points) => left,
        (ValueKind.Points, ValueKind.Percentage) => right,
        _ => Unified(left, right) is { } unified && IsNumeric(unified) ? unified : null,
    };

    /// <summary>The type of a difference: that of two percentages is in points.</summary>
    public static ValueType? Difference(ValueType left, ValueType right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Percentage, ValueKind.Percentage) => new ValueType(ValueKind.Points),
        (ValueKind.Date, ValueKind.Date) => new ValueType(ValueKind.Duration),
        _ => Sum(left, right),
    };

    /// <summary>The type of a product. A percentage or number of something is that thing.</summary>
    public static ValueType? Product(ValueType left, ValueType right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Unknown, _) or (_, ValueKind.Unknown) => Unknown,
        (ValueKind.Number, _) when IsNumeric(right) => right,
        (_, ValueKind.Number) when IsNumeric(left) => left,
        (ValueKind.Percentage, _) when IsNumeric(right) => right,
        (_, ValueKind.Percentage) when IsNumeric(left) => left,
        (ValueKind.Points, ValueKind.Quantity) => right,
        (ValueKind.Quantity, ValueKind.Points) => left,
        _ when IsProduct(left) && IsProduct(right) && left.Kind != right.Kind => TypeOf(UnitOf(left) * UnitOf(right)),
        (ValueKind.Quantity, ValueKind.Quantity) => TypeOf(UnitOf(left) * UnitOf(right)),
        _ => null,
    };

    /// <summary>The type of <c>x of y</c>: that of y.</summary>
    public static ValueType? Portion(ValueType left, ValueType right) => left.Kind switch
    {
        ValueKind.Unknown => Unknown,
        ValueKind.Percentage when IsNumeric(right) || right.Kind == ValueKind.Unknown => right,
        _ => null,
    };

    /// <summary>The type of a quotient. Like by like is a percentage; percentage by percentage a number.</summary>
    public static ValueType? Quotient(ValueType left, ValueType right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Unknown, _) or (_, ValueKind.Unknown) => Unknown,
        (ValueKind.Percentage, ValueKind.Percentage) or (ValueKind.Points, ValueKind.Points) => new ValueType(ValueKind.Number),
        (ValueKind.Points, ValueKind.Percentage) => right,
        (_, ValueKind.Number) when IsNumeric(left) => left,
        (ValueKind.Quantity or ValueKind.Number or ValueKind.Duration, ValueKind.Percentage) => left,
        (ValueKind.Number, _) when IsProduct(right) => TypeOf(UnitProduct.None / UnitOf(right)),
        _ when IsProduct(left) && IsProduct(right) => left == right
            ? new ValueType(ValueKind.Percentage)
            : TypeOf(UnitOf(left) / UnitOf(right)),
        _ => null,
    };

    /// <summary>The type that two values share, as the sides of a comparison or the branches of an <c>if</c>: a plain number fits a count.</summary>
    public static ValueType? Unified(ValueType left, ValueType right)
    {
        if (left.Kind == ValueKind.Unknown || right.Kind == ValueKind.Unknown) return Unknown;
        if (left == right) return left;
        if (left.Kind == ValueKind.Number && IsCount(right)) return right;
        return right.Kind == ValueKind.Number && IsCount(left) ? left : null;
    }

    /// <summary>The type of a constant beside another value: 0 is everything, an amount of money may be one per customer or purchase.</summary>
    public static ValueType? Adapted(ValueType constant, bool isZero, ValueType other)
    {
        if (isZero && constant.Kind == ValueKind.Number && IsNumeric(other)) return other;
        if (constant.Kind != ValueKind.Quantity || other.Kind != ValueKind.Quantity) return null;
        var above = UnitOf(other).Above.ToList();
        return above.Count == 1 && IsMoney(constant) && string.Equals(above[0], constant.Unit, StringComparison.Ordinal) ? other : null;
    }

    /// <summary>Points for a percentage: the type of a distance between two such values.</summary>
    public static ValueType Distance(ValueType type) => type.Kind == ValueKind.Percentage ? new ValueType(ValueKind.Points) : type;

    /// <summary>The type per day: of the slope of a line.</summary>
    public static ValueType PerDay(ValueType type) => IsProduct(type) ? TypeOf(UnitOf(type) / UnitProduct.Parse(Days)) : Distance(type);

    /// <summary>Whether it can be calculated with.</summary>
    public static bool IsNumeric(ValueType type) =>
        type.Kind is ValueKind.Quantity or ValueKind.Percentage or ValueKind.Points or ValueKind.Number or ValueKind.Duration;

    /// <summary>Whether a currency stands above the line of its unit.</summary>
    public static bool IsMoney(ValueType type) => type.Kind == ValueKind.Quantity && UnitOf(type).Above.Any(IsCurrency);

    /// <summary>Whether a name in a unit is a currency's code.</summary>
    public static bool IsCurrency(string name) => Currency.TryParse(name, out var known)
        ? string.Equals(known.Code, name, StringComparison.Ordinal)
        : name.Length == 3 && name.All(char.IsAsciiLetterUpper);

    /// <summary>The unit of a quantity or duration.</summary>
    public static UnitProduct UnitOf(ValueType type) => UnitProduct.Parse(type.Kind == ValueKind.Duration ? Days : type.Unit);

    private static ValueType Unknown => new(ValueKind.Unknown);

    private static bool IsProduct(ValueType type) => type.Kind is ValueKind.Quantity or ValueKind.Duration;

    private static bool IsCount(ValueType type) => type.Kind == ValueKind.Quantity && !IsMoney(type);

    private static ValueType TypeOf(UnitProduct unit)
    {
        if (unit.IsNone) return new ValueType(ValueKind.Number);
        var text = unit.ToString();
        return string.Equals(text, Days, StringComparison.Ordinal) ? new ValueType(ValueKind.Duration) : new ValueType(ValueKind.Quantity, text);
    }
}
