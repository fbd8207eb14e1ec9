using System.Runtime.CompilerServices;

namespace Mirai.Rules.Syntax;

internal ref partial struct ExpressionParser
{
    private ExpressionSyntax Postfix()
    {
        var operand = Primary();
        while (true)
        {
            if (Kind() == TokenKind.OpenBracket)
            {
                var selector = ReadSelector();
                operand = Counted(new SelectSyntax(operand, selector) { Span = From(operand.Span) });
            }
            else if (TryAgo() is { } duration)
            {
                operand = Counted(new AgoSyntax(operand, duration) { Span = From(operand.Span) });
            }
            else
            {
                break;
            }
        }

        _log.Expect(_at, Expectations.Ago);
        return operand;
    }

    // 28 days ago, a year ago; and 28 ago, which lacks its unit.
    private DurationSyntax? TryAgo()
    {
        if (Kind() == TokenKind.Number && KindAt(1) == TokenKind.Ago)
        {
            var missing = Durations.WithoutUnit(_log, _tokens[_at]);
            _at += 2;
            return missing;
        }

        if (KindAt(2) != TokenKind.Ago || Durations.Read(_log, _at) is not { } duration) return null;
        _at += 3;
        return duration;
    }

    private ExpressionSyntax Primary()
    {
        var kind = Kind();
        switch (kind)
        {
            case TokenKind.Name or TokenKind.If or TokenKind.Overall when KindAt(1) == TokenKind.OpenParenthesis:
                return Call();
            case TokenKind.Name when _tokens[_at].IsArticle() && Durations.Read(_log, _at) is not null:
            case TokenKind.Number or TokenKind.Percentage or TokenKind.Points or TokenKind.Money or TokenKind.Date or TokenKind.Text:
                var (literal, length) = Literals.Read(_log, _at)!.Value;
                _at += length;
                return Counted(literal);
            case TokenKind.Name:
                var name = _tokens[_at++].ToName();
                return Counted(new ReferenceSyntax(name) { Span = name.Span });
            case TokenKind.True or TokenKind.False:
                _at++;
                return Counted(new LiteralSyntax(LiteralKind.Truth) { Truth = kind == TokenKind.True, Span = From(_log.SpanAt(_at - 1)) });
            case TokenKind.OpenParenthesis:
                return Parenthesis();
            default:
                return Fail(Expectations.Value);
        }
    }

    private ExpressionSyntax Parenthesis()
    {
        var start = Span();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return TooDeep();
        _at++;
        var inner = Binary(OrLevel);
        if (Kind() != TokenKind.CloseParenthesis) Fail(Expectations.CloseParenthesis);
        Take(TokenKind.CloseParenthesis);
        return Counted(new ParenthesisSyntax(inner) { Span = From(start) });
    }

    private ExpressionSyntax Call()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return TooDeep();
        var function = _tokens[_at].ToName();
        _at += 2;
        var arguments = new List<ArgumentSyntax>(3);
        if (Kind() != TokenKind.CloseParenthesis)
        {
            do arguments.Add(Argument());
            while (Take(TokenKind.Comma));
        }

        if (Kind() != TokenKind.CloseParenthesis) Fail(Expectations.CloseParenthesis | Expectations.Comma);
        Take(TokenKind.CloseParenthesis);
        return Counted(new CallSyntax(function, arguments) { Span = From(function.Span) });
    }

    private ArgumentSyntax Argument()
    {
        var start = Span();
        NameSyntax? label = null;
        if (Kind() == TokenKind.Name && KindAt(1) == TokenKind.Colon)
        {
            label = _tokens[_at].ToName();
            _at += 2;
        }

        var value = Binary(OrLevel);
        if (!Take(TokenKind.By)) return new ArgumentSyntax(label, value, []) { Span = From(start) };
        var dimensions = new List<NameSyntax>(1);
        do
        {
            if (Kind() != TokenKind.Name)
            {
                Fail(Expectations.Name);
                break;
            }

            dimensions.Add(_tokens[_at++].ToName());
        }
        while (Take(TokenKind.And));
        return new ArgumentSyntax(label, value, dimensions) { Span = From(start) };
    }

    private SelectorSyntax ReadSelector()
    {
        var start = Span();
        _at++;
        var picks = new List<PickSyntax>(1);
        do
        {
            if (Pick() is { } pick) picks.Add(pick);
        }
        while (Take(TokenKind.Comma));
        if (Kind() != TokenKind.CloseBracket) Fail(Expectations.CloseBracket | Expectations.Comma | Expectations.Bar);
        Take(TokenKind.CloseBracket);
        return new SelectorSyntax(picks) { Span = From(start) };
    }

    private PickSyntax? Pick()
    {
        var start = Span();
        if (Kind() != TokenKind.Name)
        {
            Fail(Expectations.Name);
            return null;
        }

        var dimension = _tokens[_at++].ToName();
        if (!Take(TokenKind.Colon))
        {
            Fail(Expectations.Colon);
            return null;
        }

        var segments = new List<SegmentSyntax>(1);
        do
        {
            if (!Segments.IsSegment(Kind()))
            {
                Fail(Expectations.Segment);
                break;
            }

            segments.Add(Segments.Read(_log, _tokens[_at++]));
        }
        while (Take(TokenKind.Bar));
        return new PickSyntax(dimension, segments) { Span = From(start) };
    }

    private UnreadableSyntax TooDeep()
    {
        var span = Span();
        var limit = _log.Bag.Limits.Nesting;
        _log.Report(source => SyntaxErrors.TooDeep(source, span, limit));
        _log.HasFailed = true;
        _at = _tokens.Length;
        return new UnreadableSyntax { Span = span };
    }
}
