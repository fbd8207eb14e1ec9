using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class ExpressionBinder
{
    private BoundNode Compared(
        BinaryKind kind, (BoundNode Node, ExpressionSyntax Syntax) left, (BoundNode Node, ExpressionSyntax Syntax) right, SourceSpan operatorSpan, BindingPlace place)
    {
        if (IsUnknown(left.Node) || IsUnknown(right.Node)) return Unknown;
        if (left.Node.Type.Kind == ValueKind.Condition || right.Node.Type.Kind == ValueKind.Condition)
        {
            var condition = left.Node.Type.Kind == ValueKind.Condition ? left.Syntax : right.Syntax;
            Report("MR4006", condition.Span, place, [Text(condition, place)], key: "MR4006.compared", help: new DiagnosticText("MR4006.compared.help", Text(condition, place)));
            return Unknown;
        }

        var (leftType, rightType) = Adapted(left.Node, right.Node);
        if (UnitRules.Unified(leftType, rightType) is not null)
            return new BinaryNode(new ValueType(ValueKind.Condition), kind, left.Node, right.Node);
        Incomparable(left, right, operatorSpan, place);
        return Unknown;
    }

    private void Incomparable((BoundNode Node, ExpressionSyntax Syntax) left, (BoundNode Node, ExpressionSyntax Syntax) right, SourceSpan operatorSpan, BindingPlace place)
    {
        var (leftKind, rightKind) = (left.Node.Type.Kind, right.Node.Type.Kind);
        if (leftKind == ValueKind.Number && rightKind is not (ValueKind.Text or ValueKind.Date)) PlainNumber(left, right, place);
        else if (rightKind == ValueKind.Number && leftKind is not (ValueKind.Text or ValueKind.Date)) PlainNumber(right, left, place);
        else if (leftKind == ValueKind.Percentage && rightKind == ValueKind.Points) PercentAndPoints(left, right, place);
        else if (leftKind == ValueKind.Points && rightKind == ValueKind.Percentage) PercentAndPoints(right, left, place);
        else Report("MR4001", operatorSpan, place, [TypeNames.Of(left.Node.Type), TypeNames.Of(right.Node.Type)], related: Both(left, right));
    }

    /// <summary>A plain number beside something that has a unit.</summary>
    private void PlainNumber((BoundNode Node, ExpressionSyntax Syntax) number, (BoundNode Node, ExpressionSyntax Syntax) other, BindingPlace place)
    {
        var type = other.Node.Type;
        var (name, span) = (Text(other.Syntax, place), number.Syntax.Span);
        var isLiteral = IsLiteral(number.Syntax);
        var fix = isLiteral && WrittenForm.InType(place.Source.Slice(span), type) is { } corrected
            ? new RuleFix(span, corrected, IsGuess: type.Kind is ValueKind.Percentage or ValueKind.Points && number.Node is ConstantNode { Value: > -1 and < 1 })
            : null;
        switch (type.Kind)
        {
            case ValueKind.Quantity:
                var currency = UnitRules.UnitOf(type).Above.FirstOrDefault(UnitRules.IsCurrency) ?? type.Unit;
                Report("MR4004", span, place, [name, TypeNames.Of(type), currency], fix: fix);
                break;
            case ValueKind.Duration:
                Report("MR2005", span, place, [name], key: "MR2005.compared", fix: fix);
                break;
            default:
                var shown = isLiteral ? (object)WrittenForm.OfNumber(place.Source.Slice(span)) : $"`{Text(number.Syntax, place)}`";
                Report("MR4002", span, place, [name, TypeNames.Of(type), shown], label: new DiagnosticText("short.number"), fix: fix);
                break;
        }
    }

    /// <summary>A percentage beside points.</summary>
    private void PercentAndPoints((BoundNode Node, ExpressionSyntax Syntax) percentage, (BoundNode Node, ExpressionSyntax Syntax) points, BindingPlace place)
    {
        var note = new DiagnosticText("MR4003.note");
        if (IsLiteral(points.Syntax) && !IsLiteral(percentage.Syntax))
        {
            var span = points.Syntax.Span;
            Report("MR4003", span, place, [Text(percentage.Syntax, place)], key: "MR4003.percentage", label: new DiagnosticText("short.points"),
                related: [new RelatedSpan(percentage.Syntax.Span, new DiagnosticText("short.percentage"))],
                fix: new RuleFix(span, WrittenForm.InType(place.Source.Slice(span), percentage.Node.Type)!));
            return;
        }

        var percent = percentage.Syntax.Span;
        Report("MR4003", percent, place, [Text(points.Syntax, place)], key: IsDifference(points.Syntax) ? "MR4003" : "MR4003.points", label: new DiagnosticText("short.percentage"),
            related: [new RelatedSpan(points.Syntax.Span, new DiagnosticText("short.points"))], note: note,
            fix: IsLiteral(percentage.Syntax) ? new RuleFix(percent, WrittenForm.InType(place.Source.Slice(percent), points.Node.Type)!) : null);
    }

    private static bool IsDifference(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesisSyntax inner => IsDifference(inner.Inner),
        BinarySyntax { Operator: BinaryOperator.Subtract } => true,
        CallSyntax { Function.Value: "diff" } => true,
        _ => false,
    };

    /// <summary>Whether the text of an expression is a literal with its sign, so that the correction can be written in its place.</summary>
    private static bool IsLiteral(ExpressionSyntax syntax) => syntax is LiteralSyntax or UnarySyntax { Operator: not UnaryOperator.Not, Operand: LiteralSyntax };
}
