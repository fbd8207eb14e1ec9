namespace Mirai.Rules.Syntax;

internal sealed partial class Lexer
{
    private bool ReadOperator(char c)
    {
        var (kind, length) = c switch
        {
            '(' => (TokenKind.OpenParenthesis, 1),
            ')' => (TokenKind.CloseParenthesis, 1),
            '[' => (TokenKind.OpenBracket, 1),
            ']' => (TokenKind.CloseBracket, 1),
            ',' => (TokenKind.Comma, 1),
            ':' => (TokenKind.Colon, 1),
            '+' => (TokenKind.Plus, 1),
            '*' => (TokenKind.Star, 1),
            '/' => (TokenKind.Slash, 1),
            '-' => Peek(1) == '>' ? (TokenKind.Arrow, 2) : (TokenKind.Minus, 1),
            '<' when Peek(1) != '>' => Peek(1) == '=' ? (TokenKind.LessOrEqual, 2) : (TokenKind.Less, 1),
            '>' => Peek(1) == '=' ? (TokenKind.GreaterOrEqual, 2) : (TokenKind.Greater, 1),
            '=' when Peek(1) is not ('=' or '<' or '>') => (TokenKind.Equal, 1),
            '!' when Peek(1) == '=' && Peek(2) != '=' => (TokenKind.NotEqual, 2),
            '|' when Peek(1) != '|' => (TokenKind.Bar, 1),
            '.' when Peek(1) == '.' && Peek(2) != '.' => (TokenKind.Range, 2),
            _ => (TokenKind.None, 0),
        };
        if (kind == TokenKind.None) return ReadNearMiss(c);
        TakeOperator(kind, length);
        return true;
    }

    // Signs of other languages and of typesetting: an error, read as what was meant.
    private bool ReadNearMiss(char c)
    {
        var next = Peek(1);
        var (kind, length) = (c, next) switch
        {
            ('=', '=') => (TokenKind.Equal, Peek(2) == '=' ? 3 : 2),
            ('=', '<') => (TokenKind.LessOrEqual, 2),
            ('=', '>') => (TokenKind.GreaterOrEqual, 2),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('!', '=') => (TokenKind.NotEqual, 3),
            ('!', _) => (TokenKind.Not, 1),
            ('&', '&') => (TokenKind.And, 2),
            ('&', _) => (TokenKind.And, 1),
            ('|', '|') => (TokenKind.Or, 2),
            ('≦' or '≤', _) => (TokenKind.LessOrEqual, 1),
            ('≧' or '≥', _) => (TokenKind.GreaterOrEqual, 1),
            ('≠', _) => (TokenKind.NotEqual, 1),
            ('×', _) => (TokenKind.Star, 1),
            ('÷', _) => (TokenKind.Slash, 1),
            ('−' or '‐' or '‑' or '‒' or '–' or '—' or '―', _) => (TokenKind.Minus, 1),
            ('~' or '〜' or '…', _) => (TokenKind.Range, 1),
            ('.', '.') => (TokenKind.Range, 3),
            ('→', _) => (TokenKind.Arrow, 1),
            ('、', _) => (TokenKind.Comma, 1),
            _ => (TokenKind.None, 0),
        };
        if (kind == TokenKind.None) return false;
        var start = _at;
        TakeOperator(kind, length);
        var span = new SourceSpan(start, _at);
        if (kind == TokenKind.Comma) _bag.Add(source => SyntaxErrors.JapaneseComma(source, span));
        else _bag.Add(source => SyntaxErrors.OtherOperator(source, span, kind));
        return true;
    }

    private void TakeOperator(TokenKind kind, int length)
    {
        var start = _at;
        for (var i = 0; i < length; i++, _at++) MarkWideIf(_at);
        Add(kind, start);
    }
}
