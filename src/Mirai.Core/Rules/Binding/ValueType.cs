namespace Mirai.Rules.Binding;

/// <summary>What kind of value an expression has.</summary>
internal enum ValueKind
{
    /// <summary>A count or an amount with a unit.</summary>
    Quantity,

    /// <summary>A percentage, stored as a fraction.</summary>
    Percentage,

    /// <summary>Percentage points, stored as a fraction.</summary>
    Points,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A duration; as a value, in days.</summary>
    Duration,

    /// <summary>True, false or missing.</summary>
    Condition,

    /// <summary>A calendar day, stored as its day number.</summary>
    Date,

    /// <summary>A text; constant.</summary>
    Text,

    /// <summary>Not known because of a mistake that is already reported; fits everything.</summary>
    Unknown,
}

/// <summary>The type of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">The unit of a quantity in its normal form, such as <c>JPY/customers</c>; else empty.</param>
internal readonly record struct ValueType(ValueKind Kind, string Unit = "");
