using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>The parsers of single tokens: as Superpower's own, but they allocate nothing and note in the log what they expected.</summary>
internal static class Tok
{
    /// <summary>A token of a kind.</summary>
    public static TokenListParser<TokenKind, Token> Of(TokenKind kind, Expectations expectation) => input =>
    {
        var next = input.ConsumeToken();
        if (next.HasValue && next.Value.Kind == kind) return next;
        ParseLog.Current.Expect(input.Position, expectation);
        return TokenListParserResult.Empty<TokenKind, Token>(input);
    };

    /// <summary>A name that stands for a word which means something in this place only.</summary>
    public static TokenListParser<TokenKind, Token> Word(string word, Expectations expectation) => input =>
    {
        var next = input.ConsumeToken();
        if (next.HasValue && next.Value.IsWord(word)) return next;
        ParseLog.Current.Expect(input.Position, expectation);
        return TokenListParserResult.Empty<TokenKind, Token>(input);
    };

    /// <summary>The stretch of a token in the text.</summary>
    public static SourceSpan SourceSpan(this Token token)
    {
        var start = token.Span.Position.Absolute;
        return new SourceSpan(start, start + token.Span.Length);
    }

    /// <summary>The characters of a token.</summary>
    public static ReadOnlySpan<char> Characters(this Token token) =>
        token.Span.Source.AsSpan(token.Span.Position.Absolute, token.Span.Length);

    /// <summary>Whether a token is a name that reads as a word, in half-width or full-width letters.</summary>
    public static bool IsWord(this Token token, string word)
    {
        if (token.Kind != TokenKind.Name || token.Span.Length != word.Length) return false;
        var characters = token.Characters();
        for (var i = 0; i < word.Length; i++)
        {
            if (Lexer.Fold(characters[i]) != word[i]) return false;
        }

        return true;
    }

    /// <summary>The name that a token stands for.</summary>
    public static NameSyntax ToName(this Token token)
    {
        NameText.TryRead(token.Characters(), out var name);
        return new NameSyntax(name) { Span = token.SourceSpan() };
    }
}
