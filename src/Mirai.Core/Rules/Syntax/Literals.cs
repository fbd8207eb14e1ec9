using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Reads literals, which are one or two tokens: <c>5%</c>, <c>28 days</c>, <c>5000 JPY</c>.</summary>
internal static class Literals
{
    /// <summary>A literal with a sign, as parameters and tests take it: a number, percentage, points, money, duration or date.</summary>
    public static TokenListParser<TokenKind, LiteralSyntax> Signed { get; } = static input =>
    {
        var log = ParseLog.Current;
        var at = input.Position;
        var isNegative = at < log.Tokens.Length && log.Tokens[at].Kind == TokenKind.Minus;
        var start = log.SpanAt(at);
        if (isNegative) at++;
        if (Read(log, at) is not { } read || read.Literal.Kind == LiteralKind.Text || (isNegative && read.Literal.Kind is LiteralKind.Duration or LiteralKind.Date))
        {
            log.Expect(at, Expectations.Literal);
            return TokenListParserResult.Empty<TokenKind, LiteralSyntax>(input);
        }

        var literal = isNegative ? read.Literal with { Number = -read.Literal.Number, Span = start.To(read.Literal.Span) } : read.Literal;
        var remainder = input;
        for (var i = input.Position; i < at + read.Length; i++) remainder = remainder.ConsumeToken().Remainder;
        return TokenListParserResult.Value(literal, input, remainder);
    };

    /// <summary>The literal that begins at a token, and of how many tokens it is; <see langword="null"/> where none does.</summary>
    public static (LiteralSyntax Literal, int Length)? Read(ParseLog log, int at)
    {
        if (at >= log.Tokens.Length) return null;
        var token = log.Tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Name when token.IsArticle() && Durations.Read(log, at) is { } article:
                return (new LiteralSyntax(LiteralKind.Duration) { Duration = article.Value, Span = article.Span }, 2);
            case TokenKind.Number when Durations.Read(log, at) is { } duration:
                return (new LiteralSyntax(LiteralKind.Duration) { Duration = duration.Value, Span = duration.Span }, 2);
            case TokenKind.Number when at + 1 < log.Tokens.Length && IsCurrency(log.Tokens[at + 1]):
                var code = log.Tokens[at + 1];
                return (Numeric(LiteralKind.Money, token) with { Currency = code.ToName().Value, Span = token.SourceSpan().To(code.SourceSpan()) }, 2);
            case TokenKind.Number:
                return (Numeric(LiteralKind.Number, token), 1);
            case TokenKind.Percentage:
                return (Numeric(LiteralKind.Percentage, token), 1);
            case TokenKind.Points:
                return (Numeric(LiteralKind.Points, token), 1);
            case TokenKind.Money:
                return (Numeric(LiteralKind.Money, token) with { Currency = "JPY" }, 1);
            case TokenKind.Date:
                LiteralText.TryReadDate(token.Characters(), out var day);
                return (new LiteralSyntax(LiteralKind.Date) { Date = day, Span = token.SourceSpan() }, 1);
            case TokenKind.Text:
                return (new LiteralSyntax(LiteralKind.Text) { Text = Texts.Plain(log, token).Value, Span = token.SourceSpan() }, 1);
            default:
                return null;
        }
    }

    private static LiteralSyntax Numeric(LiteralKind kind, Token token) =>
        new(kind) { Number = LiteralText.Number(token.Characters()), Span = token.SourceSpan() };

    private static bool IsCurrency(Token token) => token.Kind == TokenKind.Name && LiteralText.IsCurrency(token.Characters());
}
