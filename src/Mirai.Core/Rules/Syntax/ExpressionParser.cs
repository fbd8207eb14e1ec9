using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>
/// Reads expressions by precedence climbing: one stack frame a bracket and level, loops for chains. It never fails: what cannot be read
/// becomes an <see cref="UnreadableSyntax"/>, is noted in the log, and the clause's parser finds it in its way.
/// </summary>
internal ref partial struct ExpressionParser
{
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;
    private const int ComparisonLevel = 4;
    private const int SumLevel = 5;
    private const int ProductLevel = 6;
    private const int NoLevel = 0;

    private readonly Token[] _tokens;
    private readonly ParseLog _log;
    private int _at;

    private ExpressionParser(ParseLog log, int at)
    {
        _log = log;
        _tokens = log.Tokens;
        _at = at;
    }

    /// <summary>The parser as Superpower sees it.</summary>
    public static TokenListParser<TokenKind, ExpressionSyntax> Expression { get; } = static input =>
    {
        var log = ParseLog.Current;
        var parser = new ExpressionParser(log, input.Position);
        log.BeginExpression();
        var expression = parser.Binary(OrLevel);
        return TokenListParserResult.Value(expression, input, parser.Remainder(input));
    };

    /// <summary>A selector in square brackets, as Superpower sees it.</summary>
    public static TokenListParser<TokenKind, SelectorSyntax> Selector { get; } = static input =>
    {
        var log = ParseLog.Current;
        var parser = new ExpressionParser(log, input.Position);
        if (parser.Kind() != TokenKind.OpenBracket)
        {
            log.Expect(input.Position, Expectations.Selector);
            return TokenListParserResult.Empty<TokenKind, SelectorSyntax>(input);
        }

        var selector = parser.ReadSelector();
        return TokenListParserResult.Value(selector, input, parser.Remainder(input));
    };

    private readonly TokenList<TokenKind> Remainder(TokenList<TokenKind> input)
    {
        while (input.Position < _at) input = input.ConsumeToken().Remainder;
        return input;
    }

    private readonly TokenKind Kind() => _at < _tokens.Length ? _tokens[_at].Kind : TokenKind.None;

    private readonly TokenKind KindAt(int ahead) => _at + ahead < _tokens.Length ? _tokens[_at + ahead].Kind : TokenKind.None;

    private readonly SourceSpan Span() => _log.SpanAt(_at);

    private readonly SourceSpan From(SourceSpan start) => new(start.Start, Math.Max(start.Start, _log.SpanAt(_at - 1).End));

    private ExpressionSyntax Binary(int lowest)
    {
        var left = Prefix(lowest);
        var reported = 0;
        while (true)
        {
            var kind = Kind();
            var level = LevelOf(kind);
            if (level == NoLevel || level < lowest) break;
            if (level == ComparisonLevel)
            {
                left = Comparison(left, kind, ref reported);
                continue;
            }

            var operatorSpan = Span();
            _at++;
            var right = Binary(level + 1);
            left = Combine(OperatorOf(kind), operatorSpan, left, right, ref reported);
        }

        _log.Expect(_at, Expectations.Operator);
        return left;
    }

    private ExpressionSyntax Combine(BinaryOperator kind, SourceSpan operatorSpan, ExpressionSyntax left, ExpressionSyntax right, ref int reported)
    {
        if (kind == BinaryOperator.Or && reported == 0) reported = CheckMixed(operatorSpan, left, right);
        if (kind is BinaryOperator.Multiply or BinaryOperator.Divide) CheckAgo(kind, left, right);
        return Counted(new BinarySyntax(kind, operatorSpan, left, right) { Span = left.Span.To(right.Span) });
    }

    private static int LevelOf(TokenKind kind) => kind switch
    {
        TokenKind.Or => OrLevel,
        TokenKind.And => AndLevel,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual or TokenKind.Equal or TokenKind.NotEqual
            or TokenKind.Is or TokenKind.Between or TokenKind.Not => ComparisonLevel,
        TokenKind.Plus or TokenKind.Minus => SumLevel,
        TokenKind.Star or TokenKind.Slash or TokenKind.Of => ProductLevel,
        _ => NoLevel,
    };

    private static BinaryOperator OperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.Or => BinaryOperator.Or,
        TokenKind.And => BinaryOperator.And,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        _ => BinaryOperator.Of,
    };

    private ExpressionSyntax Comparison(ExpressionSyntax left, TokenKind kind, ref int reported)
    {
        var operatorSpan = Span();
        if (left is BinarySyntax { Operator: >= BinaryOperator.Less and <= BinaryOperator.NotEqual } or BetweenSyntax or IsMissingSyntax)
        {
            var first = left.Span;
            if (reported++ == 0) _log.Report(source => SyntaxErrors.ChainedComparison(source, operatorSpan, first));
        }

        _at++;
        switch (kind)
        {
            case TokenKind.Is:
                var isNegated = Take(TokenKind.Not);
                if (!Take(TokenKind.Missing)) return Fail(Expectations.Missing);
                return Counted(new IsMissingSyntax(left, isNegated) { Span = From(left.Span) });
            case TokenKind.Not:
                if (Take(TokenKind.Between)) return Between(left, isNegated: true);
                return Fail(Expectations.Between);
            case TokenKind.Between:
                return Between(left, isNegated: false);
            default:
                var right = Binary(SumLevel);
                return Counted(new BinarySyntax(OperatorOf(kind), operatorSpan, left, right) { Span = left.Span.To(right.Span) });
        }
    }

    private ExpressionSyntax Between(ExpressionSyntax left, bool isNegated)
    {
        var low = Binary(SumLevel);
        if (!Take(TokenKind.And)) return Fail(Expectations.And);
        var high = Binary(SumLevel);
        return Counted(new BetweenSyntax(left, isNegated, low, high) { Span = left.Span.To(high.Span) });
    }

    // Signs and `not`s are collected in a loop and applied from the inside out.
    private ExpressionSyntax Prefix(int lowest)
    {
        var start = _at;
        var isNot = Kind() == TokenKind.Not && lowest <= NotLevel;
        while (isNot ? Kind() == TokenKind.Not : Kind() is TokenKind.Plus or TokenKind.Minus) _at++;
        var end = _at;
        var operand = isNot ? Binary(ComparisonLevel) : Postfix();
        for (var i = end - 1; i >= start; i--)
        {
            var sign = _tokens[i].Kind switch
            {
                TokenKind.Not => UnaryOperator.Not,
                TokenKind.Plus => UnaryOperator.Plus,
                _ => UnaryOperator.Minus,
            };
            operand = Counted(new UnarySyntax(sign, operand) { Span = _tokens[i].SourceSpan().To(operand.Span) });
        }

        return operand;
    }

    private bool Take(TokenKind kind)
    {
        if (Kind() != kind) return false;
        _at++;
        return true;
    }

    // Reports what stands here, once, and goes on behind the bracket that encloses it, or at the clause's end.
    private UnreadableSyntax Fail(Expectations expected)
    {
        _log.Expect(_at, expected);
        var span = Span();
        if (!_log.HasFailed) _log.ReportUnexpected(_at);
        var depth = 0;
        for (; _at < _tokens.Length; _at++)
        {
            var kind = _tokens[_at].Kind;
            if (kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket) depth++;
            else if (kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket && depth-- == 0) break;
        }

        _log.HasFailed |= _at == _tokens.Length;
        return new UnreadableSyntax { Span = span };
    }

    // Past the limit the tree does not grow, so that every later walk over it is bounded too.
    private readonly ExpressionSyntax Counted(ExpressionSyntax node)
    {
        var count = _log.CountNode();
        if (count <= _log.Bag.Limits.NodesPerExpression) return node;
        if (count == _log.Bag.Limits.NodesPerExpression + 1)
        {
            var (span, limit) = (node.Span, _log.Bag.Limits.NodesPerExpression);
            _log.Report(source => SyntaxErrors.TooManyNodes(source, span, limit));
        }

        return new UnreadableSyntax { Span = node.Span };
    }
}
