using Mirai.Rules.Syntax;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Formatting;

/// <summary>Decides before which tokens of a clause or declaration a new line begins. The decision depends on the tokens alone.</summary>
internal static class SectionLayout
{
    private const int MostColumns = 100;

    /// <summary>For each token, whether a line begins before it.</summary>
    public static bool[] Breaks(ReadOnlySpan<Token> tokens, TokenKind kind, TokenText text)
    {
        var breaks = new bool[tokens.Length];
        var texts = FirstText(tokens, kind);
        var isLong = Width(tokens[..(TextsApart(kind) ? texts : tokens.Length)], kind, text) > MostColumns;
        for (var i = texts; i < tokens.Length; i++)
        {
            var isLanguage = tokens[i].Kind == TokenKind.Name || (tokens[i].Kind == TokenKind.Text && tokens[i - 1].Kind != TokenKind.Name);
            breaks[i] = isLanguage && i > 1 && (TextsApart(kind) || isLong);
        }

        if (isLong) MarkLong(tokens[..texts], kind, breaks);
        return breaks;
    }

    // Titles and messages, and the reasons of conditions, have a line for each language.
    private static bool TextsApart(TokenKind kind) => kind is TokenKind.Title or TokenKind.Doc or TokenKind.Owner or TokenKind.Message
        or TokenKind.Because or TokenKind.Needs or TokenKind.Unless;

    // Texts stand at the end of a section: the place from which on there are only languages and texts.
    private static int FirstText(ReadOnlySpan<Token> tokens, TokenKind kind)
    {
        if (kind is TokenKind.Test or TokenKind.Expect || tokens.Length < 2 || tokens[^1].Kind != TokenKind.Text) return tokens.Length;
        var first = tokens.Length - 1;
        while (first - 1 > 0 && tokens[first].Kind == TokenKind.Text && tokens[first - 1].Kind == TokenKind.Name && IsLanguageAt(tokens, first - 1, kind))
        {
            first--;
            if (first - 1 > 0 && tokens[first - 1].Kind == TokenKind.Text) first--;
        }

        return tokens[first].Kind == TokenKind.Text && first + 1 < tokens.Length && tokens[first + 1].Kind == TokenKind.Name ? first + 1 : first;
    }

    // `as "…"` and `disable rule "…"` have a name before their text that is no language.
    private static bool IsLanguageAt(ReadOnlySpan<Token> tokens, int at, TokenKind kind)
    {
        if (kind == TokenKind.Evidence && tokens[at].IsWord("as")) return false;
        return kind != TokenKind.Disable || at > 1;
    }

    private static void MarkLong(ReadOnlySpan<Token> tokens, TokenKind kind, bool[] breaks)
    {
        var (depth, betweens) = (0, 0);
        var isList = kind is TokenKind.Given or TokenKind.Param or TokenKind.Tags;
        for (var i = 1; i < tokens.Length; i++)
        {
            var token = tokens[i].Kind;
            if (token is TokenKind.OpenParenthesis or TokenKind.OpenBracket) depth++;
            else if (token is TokenKind.CloseParenthesis or TokenKind.CloseBracket) depth--;
            if (depth > 0) continue;
            if (token == TokenKind.Between) betweens++;
            else if (token == TokenKind.And && betweens > 0) betweens--;
            else if (token is TokenKind.And or TokenKind.Or && i > 1 && kind != TokenKind.For) breaks[i] = true;
            else if (token == TokenKind.For && kind is TokenKind.When or TokenKind.Until) breaks[i] = i > 1;
            else if (isList && tokens[i - 1].Kind == TokenKind.Comma) breaks[i] = true;
        }
    }

    private static int Width(ReadOnlySpan<Token> tokens, TokenKind kind, TokenText text)
    {
        var isHead = Keywords.IsDeclaration(kind);
        var width = isHead ? 0 : LineWriter.Indent + LineWriter.KeywordWidth;
        for (var i = isHead ? 0 : 1; i < tokens.Length; i++)
        {
            width += DisplayWidth.Of(text.Of(tokens[i]));
            var before = i > 1 ? tokens[i - 2].Kind : TokenKind.None;
            if (i > 0 && TokenSpacing.HasSpace(before, tokens[i - 1].Kind, tokens[i].Kind, isClauseIf: true)) width++;
        }

        return width;
    }
}
