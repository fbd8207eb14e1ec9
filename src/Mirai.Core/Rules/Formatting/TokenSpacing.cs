using Mirai.Rules.Syntax;

namespace Mirai.Rules.Formatting;

/// <summary>Which tokens stand close together.</summary>
internal static class TokenSpacing
{
    /// <summary>Whether a space stands between two neighbours of a clause.</summary>
    /// <param name="beforePrevious">The token before <paramref name="previous"/>, if there is one: it tells a sign from an operator.</param>
    /// <param name="previous">The token on the left.</param>
    /// <param name="next">The token on the right.</param>
    /// <param name="isClauseIf">Whether <paramref name="previous"/> is the <c>if</c> of a severity, not the function.</param>
    public static bool HasSpace(TokenKind beforePrevious, TokenKind previous, TokenKind next, bool isClauseIf) => next switch
    {
        TokenKind.Comma or TokenKind.Colon or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.OpenBracket or TokenKind.Range => false,
        TokenKind.OpenParenthesis when previous is TokenKind.Name or TokenKind.Overall => false,
        TokenKind.OpenParenthesis when previous == TokenKind.If => isClauseIf,
        _ => previous switch
        {
            TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.Range => false,
            TokenKind.Plus or TokenKind.Minus => EndsOperand(beforePrevious),
            _ => true,
        },
    };

    /// <summary>Whether an operator behind a token stands between two operands.</summary>
    private static bool EndsOperand(TokenKind kind) => kind is TokenKind.Name or TokenKind.Text or (>= TokenKind.Number and <= TokenKind.Date)
        or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.Ago or TokenKind.Missing or TokenKind.True or TokenKind.False;
}
