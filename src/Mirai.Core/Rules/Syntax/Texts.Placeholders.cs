using System.Text;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

internal static partial class Texts
{
    /// <summary>The text of a token, its placeholders parsed where they stand.</summary>
    public static TextSyntax WithPlaceholders(ParseLog log, Token token)
    {
        var inner = Inner(token);
        var source = log.Source.Text;
        var parts = new List<TextPart>();
        var literal = new StringBuilder();
        var (at, literalStart) = (inner.Start, inner.Start);
        while (at < inner.End)
        {
            var c = source[at];
            if (c is '{' or '}' && at + 1 < inner.End && source[at + 1] == c)
            {
                literal.Append(c);
                at += 2;
            }
            else if (c == '{')
            {
                FinishLiteral(parts, literal, new SourceSpan(literalStart, at));
                at = ReadPlaceholder(log, token, new SourceSpan(at, inner.End), parts);
                literalStart = at;
            }
            else if (c == '\\')
            {
                var i = at - inner.Start;
                literal.Append(Escaped(log, inner.Start, log.Source.Slice(inner), ref i));
                at = inner.Start + i + 1;
            }
            else
            {
                if (c == '}')
                {
                    var brace = new SourceSpan(at, at + 1);
                    log.Report(text => SyntaxErrors.LoneBrace(text, brace));
                }

                literal.Append(c);
                at++;
            }
        }

        FinishLiteral(parts, literal, new SourceSpan(literalStart, at));
        return new TextSyntax(ValueOf(log.Source, parts), parts) { Span = token.SourceSpan() };
    }

    private static void FinishLiteral(List<TextPart> parts, StringBuilder literal, SourceSpan span)
    {
        if (literal.Length > 0) parts.Add(new LiteralPart(literal.ToString()) { Span = span });
        literal.Clear();
    }

    private static string ValueOf(RuleSource source, List<TextPart> parts) => parts switch
    {
        [] => "",
        [LiteralPart one] => one.Text,
        _ => string.Concat(parts.Select(part => part is LiteralPart literal ? literal.Text : source.Slice(part.Span).ToString())),
    };

    // Returns the place behind the placeholder; where its brace is never closed, the text's end.
    private static int ReadPlaceholder(ParseLog log, Token token, SourceSpan span, List<TextPart> parts)
    {
        var brace = new SourceSpan(span.Start, span.Start + 1);
        var line = token.Position.Line;
        var (tokens, end) = Lexer.ReadPlaceholder(new SourceSpan(brace.End, span.End), line, log.Bag);
        Token[] format = [];
        var ofFormat = new DiagnosticBag(log.Source, log.Bag.Limits);
        var isFormatted = end < span.End && Lexer.Fold(log.Source.Text[end]) == ':';
        var colon = end;
        if (isFormatted) (format, end) = Lexer.ReadPlaceholder(new SourceSpan(end + 1, span.End), line, ofFormat);
        if (end >= span.End || Lexer.Fold(log.Source.Text[end]) != '}')
        {
            log.Report(source => SyntaxErrors.PlaceholderNotClosed(source, brace));
            parts.Add(new LiteralPart(log.Source.Slice(span).ToString()) { Span = span });
            return span.End;
        }

        var whole = new SourceSpan(span.Start, end + 1);
        var value = tokens.Length == 0 ? null : ReadValue(log, tokens);
        if (tokens.Length == 0) log.Report(source => SyntaxErrors.EmptyPlaceholder(source, whole));
        var (name, arguments) = isFormatted ? ReadFormat(log, format, new SourceSpan(colon, end)) : default;
        parts.Add(new PlaceholderPart(value, name, arguments ?? []) { Span = whole });
        return end + 1;
    }

    private static ExpressionSyntax ReadValue(ParseLog outer, Token[] tokens)
    {
        var log = new ParseLog(outer.Bag);
        var repaired = BracketRepair.Repair(outer.Bag, tokens);
        if (repaired is null) return new UnreadableSyntax { Span = tokens[0].SourceSpan() };
        var before = ParseLog.Enter(log, repaired);
        try
        {
            var result = ExpressionParser.Expression(new TokenList<TokenKind>(repaired));
            if (!result.Remainder.IsAtEnd && !log.HasFailed) log.ReportUnexpected(result.Remainder.Position);
            return result.Value;
        }
        finally
        {
            outer.CountNodes(log.TotalNodes);
            ParseLog.Leave(before);
        }
    }

    // A format is a name, and words or numbers in its brackets.
    private static (NameSyntax? Name, List<string>? Arguments) ReadFormat(ParseLog log, Token[] tokens, SourceSpan span)
    {
        if (tokens is [{ Kind: TokenKind.Name } plain]) return (plain.ToName(), null);
        if (tokens is [{ Kind: TokenKind.Name } name, { Kind: TokenKind.OpenParenthesis }, .., { Kind: TokenKind.CloseParenthesis }])
        {
            var arguments = new List<string>();
            var isWhole = tokens.Length % 2 == 0;
            for (var i = 2; i < tokens.Length - 1 && isWhole; i++)
            {
                if (i % 2 == 1) isWhole = tokens[i].Kind == TokenKind.Comma;
                else if (Segments.IsSegment(tokens[i].Kind)) arguments.Add(Segments.Read(log, tokens[i]).Value);
                else if (Keywords.IsWord(tokens[i].Kind)) arguments.Add(Keywords.WordOf(tokens[i].Kind));
                else isWhole = false;
            }

            if (isWhole) return (name.ToName(), arguments);
        }

        log.Report(source => SyntaxErrors.UnknownFormatShape(source, span));
        return default;
    }
}
