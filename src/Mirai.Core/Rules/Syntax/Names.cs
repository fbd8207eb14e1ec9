using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Reads names that are given or referred to outside expressions.</summary>
internal static class Names
{
    /// <summary>A name; one with hyphens and a word of the language are reported and read as the name that was meant.</summary>
    public static TokenListParser<TokenKind, NameSyntax> Name { get; } = static input =>
    {
        var log = ParseLog.Current;
        var next = input.ConsumeToken();
        if (!next.HasValue || !(next.Value.Kind == TokenKind.Name || Keywords.IsWord(next.Value.Kind)))
        {
            log.Expect(input.Position, Expectations.Name);
            return TokenListParserResult.Empty<TokenKind, NameSyntax>(input);
        }

        var first = next.Value;
        if (Keywords.IsWord(first.Kind))
        {
            var word = first.SourceSpan();
            log.Report(source => SyntaxErrors.WordAsName(source, word));
        }

        var remainder = WithHyphens(next.Remainder, first, out var span);
        if (span == first.SourceSpan()) return TokenListParserResult.Value(first.ToName(), input, remainder);
        log.Report(source => SyntaxErrors.HyphenInName(source, span));
        NameText.TryRead(log.Source.Slice(span).ToString().Replace('-', '_'), out var meant);
        return TokenListParserResult.Value(new NameSyntax(meant) { Span = span }, input, remainder);
    };

    /// <summary>Names with commas between them.</summary>
    public static TokenListParser<TokenKind, NameSyntax[]> List { get; } =
        Name.AtLeastOnceDelimitedBy(Tok.Of(TokenKind.Comma, Expectations.Comma));

    // Words and numbers that hang together by hyphens, without spaces.
    private static TokenList<TokenKind> WithHyphens(TokenList<TokenKind> rest, Token first, out SourceSpan span)
    {
        span = first.SourceSpan();
        while (true)
        {
            var hyphen = rest.ConsumeToken();
            if (!hyphen.HasValue || hyphen.Value.Kind != TokenKind.Minus || hyphen.Value.SourceSpan().Start != span.End) return rest;
            var word = hyphen.Remainder.ConsumeToken();
            if (!word.HasValue || word.Value.SourceSpan().Start != span.End + 1) return rest;
            if (word.Value.Kind is not (TokenKind.Name or TokenKind.Number) && !Keywords.IsWord(word.Value.Kind)) return rest;
            span = span.To(word.Value.SourceSpan());
            rest = word.Remainder;
        }
    }
}
