using System.Text;
using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Reads the inside of quotes: escapes, doubled braces and placeholders.</summary>
internal static partial class Texts
{
    /// <summary>A text without placeholders: braces are characters like others.</summary>
    public static TokenListParser<TokenKind, TextSyntax> Literal { get; } = static input =>
    {
        var next = input.ConsumeToken();
        if (next.HasValue && next.Value.Kind == TokenKind.Text)
            return TokenListParserResult.Value(Plain(ParseLog.Current, next.Value), input, next.Remainder);
        ParseLog.Current.Expect(input.Position, Expectations.Text);
        return TokenListParserResult.Empty<TokenKind, TextSyntax>(input);
    };

    /// <summary>Texts by language, or one for all: <c>ja "…" en "…"</c>.</summary>
    public static TokenListParser<TokenKind, TextsSyntax> ByLanguage { get; } = static input =>
    {
        var log = ParseLog.Current;
        var (tokens, start) = (log.Tokens, input.Position);
        var at = start;
        var texts = new List<LanguageText>(2);
        if (at < tokens.Length && tokens[at].Kind == TokenKind.Text)
        {
            texts.Add(new LanguageText(null, WithPlaceholders(log, tokens[at])) { Span = tokens[at].SourceSpan() });
            at++;
        }

        while (texts is not [{ Language: null }] && at + 1 < tokens.Length && IsLanguage(tokens[at]) && tokens[at + 1].Kind == TokenKind.Text)
        {
            texts.Add(new LanguageText(tokens[at].ToName(), WithPlaceholders(log, tokens[at + 1])) { Span = tokens[at].SourceSpan().To(tokens[at + 1].SourceSpan()) });
            at += 2;
        }

        if (at == start)
        {
            var isLanguage = at < tokens.Length && tokens[at].Kind == TokenKind.Name;
            log.Expect(at, Expectations.Text | Expectations.Language);
            if (isLanguage && tokens[at].Span.Length == 2) log.Expect(at + 1, Expectations.Text);
            return TokenListParserResult.Empty<TokenKind, TextsSyntax>(input);
        }

        var remainder = input;
        while (remainder.Position < at) remainder = remainder.ConsumeToken().Remainder;
        var span = texts[0].Span.To(texts[^1].Span);
        return TokenListParserResult.Value(new TextsSyntax(texts) { Span = span }, input, remainder);
    };

    /// <summary>The text of a token in which braces are characters like others.</summary>
    public static TextSyntax Plain(ParseLog log, Token token)
    {
        var (inner, span) = (Inner(token), token.SourceSpan());
        var value = Unescaped(log, inner);
        return new TextSyntax(value, value.Length == 0 ? [] : [new LiteralPart(value) { Span = inner }]) { Span = span };
    }

    // Languages go by two or three letters; a longer word at the beginning of a line would be a misspelt clause.
    private static bool IsLanguage(Token token) => token.Kind == TokenKind.Name && token.Span.Length is 2 or 3;

    private static SourceSpan Inner(Token token)
    {
        var span = token.SourceSpan();
        var characters = token.Characters();
        return new SourceSpan(span.Start + 1, IsClosed(characters) ? span.End - 1 : span.End);
    }

    /// <summary>Whether a text's token ends in its closing quote.</summary>
    public static bool IsClosed(ReadOnlySpan<char> characters)
    {
        if (characters.Length < 2 || !Lexer.Closes(characters[0], characters[^1])) return false;
        var backslashes = 0;
        while (backslashes < characters.Length - 2 && characters[^(backslashes + 2)] == '\\') backslashes++;
        return backslashes % 2 == 0;
    }

    private static string Unescaped(ParseLog log, SourceSpan span)
    {
        var raw = log.Source.Slice(span);
        if (!raw.Contains('\\')) return raw.ToString();
        var value = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++) value.Append(raw[i] == '\\' ? Escaped(log, span.Start, raw, ref i) : raw[i]);
        return value.ToString();
    }

    private static char Escaped(ParseLog log, int start, ReadOnlySpan<char> raw, ref int i)
    {
        if (i + 1 < raw.Length && raw[i + 1] is '"' or '\'' or '\\' or 'n')
        {
            i++;
            return raw[i] == 'n' ? '\n' : raw[i];
        }

        var at = start + i;
        var length = i + 1 < raw.Length ? 2 : 1;
        log.Report(source => SyntaxErrors.UnknownEscape(source, new SourceSpan(at, at + length)));
        return raw[i];
    }
}
