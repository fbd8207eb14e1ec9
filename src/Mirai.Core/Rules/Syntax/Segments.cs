using System.Globalization;
using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Reads the values of segments, which are names, texts or numbers.</summary>
internal static class Segments
{
    /// <summary>One value.</summary>
    public static TokenListParser<TokenKind, SegmentSyntax> Segment { get; } = static input =>
    {
        var next = input.ConsumeToken();
        if (next.HasValue && IsSegment(next.Value.Kind))
            return TokenListParserResult.Value(Read(ParseLog.Current, next.Value), input, next.Remainder);
        ParseLog.Current.Expect(input.Position, Expectations.Segment);
        return TokenListParserResult.Empty<TokenKind, SegmentSyntax>(input);
    };

    /// <summary>Whether a token can be a segment's value.</summary>
    public static bool IsSegment(TokenKind kind) => kind is TokenKind.Name or TokenKind.Text or TokenKind.Number;

    /// <summary>The value that a token is.</summary>
    public static SegmentSyntax Read(ParseLog log, Token token) => new(token.Kind switch
    {
        TokenKind.Text => Texts.Plain(log, token).Value,
        TokenKind.Number => LiteralText.Number(token.Characters()).ToString(CultureInfo.InvariantCulture),
        _ => token.ToName().Value,
    }) { Span = token.SourceSpan() };
}
