using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class ExpressionBinder
{
    private BoundNode Unary(UnarySyntax syntax, BindingPlace place)
    {
        if (syntax.Operator == UnaryOperator.Not)
        {
            var condition = BindCondition(syntax.Operand, place);
            return IsUnknown(condition) ? condition : new UnaryNode(condition.Type, UnaryKind.Not, condition);
        }

        var operand = BindValue(syntax.Operand, place);
        if (syntax.Operator == UnaryOperator.Plus || IsUnknown(operand)) return operand;
        if (operand is ConstantNode constant) return constant with { Value = -constant.Value };
        return new UnaryNode(operand.Type, UnaryKind.Negate, operand);
    }

    private BoundNode Binary(BinarySyntax syntax, BindingPlace place) => syntax.Operator switch
    {
        BinaryOperator.And or BinaryOperator.Or => Logical(syntax, place),
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Of => Arithmetic(syntax, place),
        _ => Comparison(syntax, place),
    };

    private BoundNode Logical(BinarySyntax syntax, BindingPlace place)
    {
        var (left, right) = (BindCondition(syntax.Left, place), BindCondition(syntax.Right, place));
        if (IsUnknown(left) || IsUnknown(right)) return Unknown;
        return new BinaryNode(left.Type, syntax.Operator == BinaryOperator.And ? BinaryKind.And : BinaryKind.Or, left, right);
    }

    private BoundNode Comparison(BinarySyntax syntax, BindingPlace place)
    {
        var left = Value(Bind(syntax.Left, place), syntax.Left, place);
        var right = Value(Bind(syntax.Right, place), syntax.Right, place);
        return Compared(KindOf(syntax.Operator), (left, syntax.Left), (right, syntax.Right), syntax.OperatorSpan, place);
    }

    private BoundNode Between(BetweenSyntax syntax, BindingPlace place)
    {
        var operand = BindValue(syntax.Operand, place);
        var (low, high) = (BindValue(syntax.Low, place), BindValue(syntax.High, place));
        var between = new SourceSpan(syntax.Operand.Span.End, syntax.Low.Span.Start);
        var atLeast = Compared(BinaryKind.GreaterOrEqual, (operand, syntax.Operand), (low, syntax.Low), between, place);
        var atMost = Compared(BinaryKind.LessOrEqual, (operand, syntax.Operand), (high, syntax.High), between, place);
        if (IsUnknown(atLeast) || IsUnknown(atMost)) return Unknown;
        var both = new BinaryNode(atLeast.Type, BinaryKind.And, atLeast, atMost);
        return syntax.IsNegated ? new UnaryNode(both.Type, UnaryKind.Not, both) : both;
    }

    private BoundNode IsMissing(IsMissingSyntax syntax, BindingPlace place)
    {
        var operand = Value(Bind(syntax.Operand, place), syntax.Operand, place);
        if (IsUnknown(operand)) return operand;
        var missing = new UnaryNode(new ValueType(ValueKind.Condition), UnaryKind.IsMissing, operand);
        return syntax.IsNegated ? new UnaryNode(missing.Type, UnaryKind.Not, missing) : missing;
    }

    private BoundNode Arithmetic(BinarySyntax syntax, BindingPlace place)
    {
        var (left, right) = (BindValue(syntax.Left, place), BindValue(syntax.Right, place));
        if (IsUnknown(left) || IsUnknown(right)) return Unknown;
        var (leftType, rightType) = (left.Type, right.Type);
        if (syntax.Operator is BinaryOperator.Add or BinaryOperator.Subtract) (leftType, rightType) = Adapted(left, right);
        var type = syntax.Operator switch
        {
            BinaryOperator.Add => UnitRules.Sum(leftType, rightType),
            BinaryOperator.Subtract => UnitRules.Difference(leftType, rightType),
            BinaryOperator.Multiply => UnitRules.Product(leftType, rightType),
            BinaryOperator.Of => UnitRules.Portion(leftType, rightType),
            _ => UnitRules.Quotient(leftType, rightType),
        };
        if (type is not { } result)
        {
            Report("MR4005", syntax.OperatorSpan, place, [TypeNames.Of(left.Type), TypeNames.Of(right.Type)],
                key: $"MR4005.{syntax.Operator.ToString().ToLowerInvariant()}", related: Both((left, syntax.Left), (right, syntax.Right)));
            return Unknown;
        }

        var kind = syntax.Operator switch
        {
            BinaryOperator.Add => BinaryKind.Add,
            BinaryOperator.Subtract => BinaryKind.Subtract,
            BinaryOperator.Divide => BinaryKind.Divide,
            _ => BinaryKind.Multiply,
        };
        return Folded(result, kind, left, right);
    }

    private static BoundNode Folded(ValueType type, BinaryKind kind, BoundNode left, BoundNode right)
    {
        if (left is not ConstantNode a || right is not ConstantNode b || (kind == BinaryKind.Divide && b.Value == 0)) return new BinaryNode(type, kind, left, right);
        return new ConstantNode(type, kind switch
        {
            BinaryKind.Add => a.Value + b.Value,
            BinaryKind.Subtract => a.Value - b.Value,
            BinaryKind.Multiply => a.Value * b.Value,
            _ => a.Value / b.Value,
        });
    }

    /// <summary>The types of two values side by side: a constant may take the type of the other.</summary>
    private static (ValueType Left, ValueType Right) Adapted(BoundNode left, BoundNode right)
    {
        if (IsConstant(left) && UnitRules.Adapted(left.Type, IsZero(left), right.Type) is { } adaptedLeft) return (adaptedLeft, right.Type);
        if (IsConstant(right) && UnitRules.Adapted(right.Type, IsZero(right), left.Type) is { } adaptedRight) return (left.Type, adaptedRight);
        return (left.Type, right.Type);
    }

    private static bool IsZero(BoundNode node) => node is ConstantNode { Value: 0 };

    private static bool IsConstant(BoundNode node) => node is ConstantNode or TableNode
        || (node is UnaryNode { Kind: UnaryKind.Negate } negative && IsConstant(negative.Operand));

    private static IReadOnlyList<RelatedSpan> Both((BoundNode Node, ExpressionSyntax Syntax) left, (BoundNode Node, ExpressionSyntax Syntax) right) =>
        [new RelatedSpan(left.Syntax.Span, TypeNames.Short(left.Node.Type)), new RelatedSpan(right.Syntax.Span, TypeNames.Short(right.Node.Type))];

    private static BinaryKind KindOf(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Less => BinaryKind.Less,
        BinaryOperator.LessOrEqual => BinaryKind.LessOrEqual,
        BinaryOperator.Greater => BinaryKind.Greater,
        BinaryOperator.GreaterOrEqual => BinaryKind.GreaterOrEqual,
        BinaryOperator.Equal => BinaryKind.Equal,
        _ => BinaryKind.NotEqual,
    };
}
