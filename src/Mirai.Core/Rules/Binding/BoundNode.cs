namespace Mirai.Rules.Binding;

/// <summary>An expression whose names and units are resolved: a column over days in the scope it is evaluated for.</summary>
/// <remarks>Conditions are three-valued. Numbers are doubles in which <see cref="double.NaN"/> is missing. The planner makes equal nodes one.</remarks>
internal abstract record BoundNode(ValueType Type)
{
    /// <summary>The nodes directly below.</summary>
    internal virtual IReadOnlyList<BoundNode> Children => [];
}

/// <summary>The same value on every day; a duration in days, a date as its day number, a truth as 1 or 0.</summary>
internal sealed record ConstantNode(ValueType Type, double Value) : BoundNode(Type);

/// <summary>A text, such as a segment's value in a comparison.</summary>
internal sealed record TextNode(string Value) : BoundNode(new ValueType(ValueKind.Text));

/// <summary>A value that depends on the scope's segment in one dimension: a table parameter. Missing where neither a row nor <see cref="Else"/> fits.</summary>
internal sealed record TableNode(ValueType Type, string Dimension, IReadOnlyDictionary<string, double> Rows, double? Else) : BoundNode(Type);

/// <summary>
/// A metric: of the scope's own part, with every dimension of <see cref="Picks"/> replaced by its pick. <see cref="IsOverall"/> ignores the scope's part.
/// </summary>
internal sealed record MetricNode(ValueType Type, RuleMetric Metric, IReadOnlyList<SegmentPick> Picks, bool IsOverall) : BoundNode(Type);

/// <summary>The operand as it was.</summary>
internal sealed record AgoNode(BoundNode Operand, RuleDuration Duration) : BoundNode(Operand.Type)
{
    /// <inheritdoc/>
    internal override IReadOnlyList<BoundNode> Children => [Operand];
}

/// <summary>The operations on one value.</summary>
internal enum UnaryKind
{
    /// <summary>The negative.</summary>
    Negate,

    /// <summary>Three-valued not.</summary>
    Not,

    /// <summary>Whether the operand is missing; never missing itself.</summary>
    IsMissing,
}

/// <summary>An operation on one value.</summary>
internal sealed record UnaryNode(ValueType Type, UnaryKind Kind, BoundNode Operand) : BoundNode(Type)
{
    /// <inheritdoc/>
    internal override IReadOnlyList<BoundNode> Children => [Operand];
}

/// <summary>The operations on two values. <c>of</c> is a product; <c>between</c> two comparisons and an <see cref="And"/>.</summary>
internal enum BinaryKind
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The difference.</summary>
    Subtract,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The quotient; missing where the divisor is 0.</summary>
    Divide,

    /// <summary>Less, by more than the tolerance.</summary>
    Less,

    /// <summary>Less, or equal within the tolerance.</summary>
    LessOrEqual,

    /// <summary>Greater, by more than the tolerance.</summary>
    Greater,

    /// <summary>Greater, or equal within the tolerance.</summary>
    GreaterOrEqual,

    /// <summary>Equal within the tolerance.</summary>
    Equal,

    /// <summary>Not equal within the tolerance.</summary>
    NotEqual,

    /// <summary>Three-valued and.</summary>
    And,

    /// <summary>Three-valued or.</summary>
    Or,
}

/// <summary>An operation on two values.</summary>
internal sealed record BinaryNode(ValueType Type, BinaryKind Kind, BoundNode Left, BoundNode Right) : BoundNode(Type)
{
    /// <inheritdoc/>
    internal override IReadOnlyList<BoundNode> Children => [Left, Right];
}

/// <summary>
/// A function applied. Arguments stand in the order of the function's parameters; a duration argument is a <see cref="DurationNode"/>, a season a
/// <see cref="TextNode"/>; <see cref="By"/> holds the dimensions of <c>largest_share(x by d)</c>.
/// </summary>
internal sealed record CallNode(ValueType Type, RuleFunction Function, IReadOnlyList<BoundNode> Arguments, IReadOnlyList<string> By) : BoundNode(Type)
{
    /// <inheritdoc/>
    internal override IReadOnlyList<BoundNode> Children => Arguments;
}

/// <summary>A duration as an argument, its calendar unit kept.</summary>
internal sealed record DurationNode(RuleDuration Value) : BoundNode(new ValueType(ValueKind.Duration));

/// <summary>True while another rule warns. <see cref="RuleIndex"/> is its place in the bound set.</summary>
internal sealed record FiringNode(int RuleIndex) : BoundNode(new ValueType(ValueKind.Condition));

/// <summary>The values that every day has by itself.</summary>
internal enum CalendarKind
{
    /// <summary>1 = Monday to 7 = Sunday.</summary>
    Weekday,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>1 to 31.</summary>
    DayOfMonth,

    /// <summary>The host's calendar; a condition.</summary>
    IsHoliday,
}

/// <summary>A per-day value of the calendar.</summary>
internal sealed record CalendarNode(ValueType Type, CalendarKind Kind) : BoundNode(Type);

/// <summary>The values that only a message knows: <c>segment</c>, <c>date</c>, <c>since</c>, <c>days</c>.</summary>
internal enum MessageValueKind
{
    /// <summary>The segment's label.</summary>
    Segment,

    /// <summary>The day of the result.</summary>
    Date,

    /// <summary>The day on which the warning opened.</summary>
    Since,

    /// <summary>For how many days it has been open.</summary>
    Days,
}

/// <summary>A value of the warning itself, in a text.</summary>
internal sealed record MessageValueNode(ValueType Type, MessageValueKind Kind) : BoundNode(Type);
