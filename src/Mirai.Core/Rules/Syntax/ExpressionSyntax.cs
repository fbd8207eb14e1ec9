namespace Mirai.Rules.Syntax;

/// <summary>An expression: one value per day.</summary>
internal abstract record ExpressionSyntax : SyntaxNode;

/// <summary>What a literal is.</summary>
internal enum LiteralKind
{
    /// <summary>A plain number: <c>1_200</c>, <c>5万</c>.</summary>
    Number,

    /// <summary>A percentage; the value is that before the mark: 5 for <c>5%</c>.</summary>
    Percentage,

    /// <summary>Percentage points; the value is that before the mark.</summary>
    Points,

    /// <summary>Money in <see cref="LiteralSyntax.Currency"/>.</summary>
    Money,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,
}

/// <summary>A value as written. Only the members of its kind mean something.</summary>
internal sealed record LiteralSyntax(LiteralKind Kind) : ExpressionSyntax
{
    /// <summary>The number of a number, percentage, points or money, exactly as written (5 for <c>5%</c>), the sign included.</summary>
    public decimal Number { get; init; }

    /// <summary>The currency's code, such as JPY.</summary>
    public string? Currency { get; init; }

    /// <summary>The duration.</summary>
    public RuleDuration Duration { get; init; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>The truth.</summary>
    public bool Truth { get; init; }
}

/// <summary>A name used as a value: a metric, parameter, <c>let</c>, alias or per-day value.</summary>
internal sealed record ReferenceSyntax(NameSyntax Name) : ExpressionSyntax;

/// <summary>A function applied to arguments; also <c>if</c>, <c>overall</c> and <c>firing</c>.</summary>
internal sealed record CallSyntax(NameSyntax Function, IReadOnlyList<ArgumentSyntax> Arguments) : ExpressionSyntax;

/// <summary>An argument: <c>[label:] value [by dimensions]</c>.</summary>
internal sealed record ArgumentSyntax(NameSyntax? Label, ExpressionSyntax Value, IReadOnlyList<NameSyntax> By) : SyntaxNode;

/// <summary>Signs and <c>not</c>.</summary>
internal enum UnaryOperator
{
    /// <summary>A leading plus.</summary>
    Plus,

    /// <summary>A leading minus.</summary>
    Minus,

    /// <summary><c>not</c>.</summary>
    Not,
}

/// <summary>An operator before its operand.</summary>
internal sealed record UnarySyntax(UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax;

/// <summary>Operators between two operands.</summary>
internal enum BinaryOperator
{
    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>of</c>: 95% of x.</summary>
    Of,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,
}

/// <summary>An operator between two operands.</summary>
internal sealed record BinarySyntax(BinaryOperator Operator, SourceSpan OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right) : ExpressionSyntax;

/// <summary><c>x between low and high</c>, both ends included.</summary>
internal sealed record BetweenSyntax(ExpressionSyntax Operand, bool IsNegated, ExpressionSyntax Low, ExpressionSyntax High) : ExpressionSyntax;

/// <summary><c>x is missing</c>, <c>x is not missing</c>.</summary>
internal sealed record IsMissingSyntax(ExpressionSyntax Operand, bool IsNegated) : ExpressionSyntax;

/// <summary><c>x[dimension: value]</c>.</summary>
internal sealed record SelectSyntax(ExpressionSyntax Operand, SelectorSyntax Selector) : ExpressionSyntax;

/// <summary><c>x 28 days ago</c>.</summary>
internal sealed record AgoSyntax(ExpressionSyntax Operand, DurationSyntax Duration) : ExpressionSyntax;

/// <summary>An expression in brackets.</summary>
internal sealed record ParenthesisSyntax(ExpressionSyntax Inner) : ExpressionSyntax;

/// <summary>What stands where an expression could not be read; its mistake is already reported.</summary>
internal sealed record UnreadableSyntax : ExpressionSyntax;
