namespace Mirai.Rules.Syntax;

internal ref partial struct ExpressionParser
{
    // `and` beside `or` without parentheses: people disagree on which is tested first.
    private readonly int CheckMixed(SourceSpan operatorSpan, ExpressionSyntax left, ExpressionSyntax right)
    {
        if (left is BinarySyntax { Operator: BinaryOperator.And } before)
        {
            var first = before.OperatorSpan;
            _log.Report(source => SyntaxErrors.MixedAndOr(source, operatorSpan, first));
            return 1;
        }

        if (right is not BinarySyntax { Operator: BinaryOperator.And } after) return 0;
        var second = after.OperatorSpan;
        _log.Report(source => SyntaxErrors.MixedAndOr(source, second, operatorSpan));
        return 1;
    }

    // `a / b 28 days ago` is read both ways; a constant on the left is the same on every day.
    private readonly void CheckAgo(BinaryOperator kind, ExpressionSyntax left, ExpressionSyntax right)
    {
        if (right is not AgoSyntax shifted || IsShiftedOrConstant(left)) return;
        _log.Report(source => SyntaxErrors.UnclearAgo(source, kind, left.Span, shifted));
    }

    private static bool IsShiftedOrConstant(ExpressionSyntax expression)
    {
        while (expression is BinarySyntax { Operator: BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Of } product)
        {
            if (!IsShiftedOrConstant(product.Right)) return false;
            expression = product.Left;
        }

        return expression switch
        {
            AgoSyntax or LiteralSyntax or UnreadableSyntax => true,
            UnarySyntax unary => IsShiftedOrConstant(unary.Operand),
            ParenthesisSyntax parenthesis => IsShiftedOrConstant(parenthesis.Inner),
            _ => false,
        };
    }
}
