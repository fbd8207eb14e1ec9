using System.Globalization;

namespace Mirai.Rules.Syntax;

internal sealed partial class SyntaxPrinter
{
    private const decimal LargestWritten = 1_000_000_000_000_000m;

    private bool _isInText;

    private SyntaxPrinter Write(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralSyntax literal:
                return Write(literal);
            case ReferenceSyntax reference:
                return Write(reference.Name);
            case CallSyntax call:
                return Write(call.Function.Value is "if" or "overall" ? call.Function.Value : NameText.Written(call.Function.Value)).Write("(")
                    .WriteAll(call.Arguments, ", ", Write).Write(")");
            case UnarySyntax unary:
                return Write(unary.Operator switch { UnaryOperator.Not => "not ", UnaryOperator.Plus => "+", _ => "-" }).Write(unary.Operand);
            case BinarySyntax binary:
                return Write(binary.Left).Write($" {Sign(binary.Operator)} ").Write(binary.Right);
            case BetweenSyntax between:
                return Write(between.Operand).Write(between.IsNegated ? " not between " : " between ").Write(between.Low).Write(" and ").Write(between.High);
            case IsMissingSyntax missing:
                return Write(missing.Operand).Write(missing.IsNegated ? " is not missing" : " is missing");
            case SelectSyntax select:
                return Write(select.Operand).Write(select.Selector);
            case AgoSyntax ago:
                return Write(ago.Operand).Write(" ", ago.Duration).Write(" ago");
            case ParenthesisSyntax parenthesis:
                return Write("(").Write(parenthesis.Inner).Write(")");
            default:
                return Write("?");
        }
    }

    private void Write(ArgumentSyntax argument)
    {
        if (argument.Label is not null) Write(argument.Label).Write(": ");
        Write(argument.Value);
        if (argument.By.Count == 0) return;
        Write(" by ");
        WriteAll(argument.By, " and ", name => Write(name));
    }

    private SyntaxPrinter Write(SelectorSyntax? selector)
    {
        if (selector is null) return this;
        return Write("[").WriteAll(selector.Picks, ", ", pick =>
        {
            Write(pick.Dimension).Write(": ");
            WriteAll(pick.Segments, " | ", segment => WriteSegment(segment.Value));
        }).Write("]");
    }

    // A value that reads as a plain number is written as one; every other as a text.
    private void WriteSegment(string value)
    {
        var isNumber = value.Length is > 0 and <= Lexer.MostDigits && value.All(char.IsAsciiDigit) && (value.Length == 1 || value[0] != '0');
        if (isNumber) Write(value);
        else WriteQuoted(value);
    }

    private SyntaxPrinter Write(LiteralSyntax literal) => literal.Kind switch
    {
        LiteralKind.Number => Write(Number(literal)),
        LiteralKind.Percentage => Write(Number(literal)).Write("%"),
        LiteralKind.Points => Write(Number(literal)).Write("pt"),
        LiteralKind.Money => Write(Number(literal)).Write(" ").Write(literal.Currency ?? ""),
        LiteralKind.Duration => Write(literal.Duration.ToString()),
        LiteralKind.Date => Write(Day(literal.Date)),
        LiteralKind.Text => WriteQuoted(literal.Text ?? ""),
        _ => Write(literal.Truth ? "true" : "false"),
    };

    // More digits than a text may have come from 万 and 億 only.
    private static string Number(LiteralSyntax literal)
    {
        var (mark, value) = ("", literal.Number);
        if (Math.Abs(value) >= LargestWritten) (mark, value) = decimal.Remainder(value, 100_000_000m) == 0 ? ("億", value / 100_000_000m) : ("万", value / 10_000m);
        return value.ToString(CultureInfo.InvariantCulture) + mark;
    }

    private static string Sign(BinaryOperator kind) => kind switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Of => "of",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.And => "and",
        _ => "or",
    };
}
