using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>
/// Makes the brackets of a clause match before it is parsed: what is missing is put where it was probably meant, what is too much is dropped,
/// each with an error. So an unclosed bracket costs one error, and the rest of the clause is still read.
/// </summary>
internal static class BracketRepair
{
    private static readonly string[] OfConditions = ["streak", "days_since", "count_days", "if"];

    /// <summary>The tokens with matching brackets; <see langword="null"/> where they are nested too deeply, which is reported.</summary>
    public static Token[]? Repair(DiagnosticBag bag, Token[] tokens)
    {
        var depth = 0;
        var isSound = true;
        Span<TokenKind> open = stackalloc TokenKind[Math.Min(bag.Limits.Nesting, 256)];
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = tokens[i].Kind;
            if (kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket)
            {
                if (depth == open.Length)
                {
                    var (span, limit) = (tokens[i].SourceSpan(), bag.Limits.Nesting);
                    bag.Add(source => SyntaxErrors.TooDeep(source, span, limit));
                    return null;
                }

                open[depth++] = kind + 1;
            }
            else if (kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket)
            {
                if (depth > 0 && open[depth - 1] == kind) depth--;
                else isSound = false;
            }
        }

        return isSound && depth == 0 ? tokens : Matched(bag, tokens);
    }

    private static Token[] Matched(DiagnosticBag bag, Token[] tokens)
    {
        // match[i]: where the bracket of token i closes, or before which token it is made to close (as the complement).
        var match = new int[tokens.Length];
        var open = new Stack<int>();
        var dropped = new HashSet<int>();
        var closes = new SortedDictionary<int, List<int>>();
        var isSilent = tokens.Any(token => token.Kind == TokenKind.Text && !Texts.IsClosed(token.Characters()));
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = tokens[i].Kind;
            if (kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket) open.Push(i);
            if (kind is not (TokenKind.CloseParenthesis or TokenKind.CloseBracket)) continue;
            if (open.All(at => tokens[at].Kind + 1 != kind))
            {
                dropped.Add(i);
                var span = tokens[i].SourceSpan();
                if (!isSilent) bag.Add(source => SyntaxErrors.BracketNotOpened(source, span));
                continue;
            }

            while (tokens[open.Peek()].Kind + 1 != kind) Close(open.Pop(), i);
            match[open.Pop()] = i;
        }

        while (open.Count > 0) Close(open.Pop(), tokens.Length);
        return Rebuilt(tokens, dropped, closes);

        void Close(int at, int bound)
        {
            var before = CloseBefore(tokens, match, at, bound);
            match[at] = ~before;
            if (!closes.TryGetValue(before, out var list)) closes[before] = list = [];
            list.Add(at);
            if (isSilent) return;
            var insertAt = tokens[before - 1].SourceSpan().End;
            var span = tokens[at].SourceSpan();
            SourceSpan? next = before < bound ? tokens[before].SourceSpan() : null;
            var close = tokens[at].Kind == TokenKind.OpenBracket ? "]" : ")";
            bag.Add(source => SyntaxErrors.BracketNotClosed(source, span, close, insertAt, next));
        }
    }

    private static Token[] Rebuilt(Token[] tokens, HashSet<int> dropped, SortedDictionary<int, List<int>> closes)
    {
        var result = new List<Token>(tokens.Length + closes.Count);
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (closes.TryGetValue(i, out var opened))
            {
                foreach (var at in opened)
                {
                    var last = tokens[i - 1].Span;
                    var end = new Position(last.Position.Absolute + last.Length, last.Position.Line, 1);
                    result.Add(new Token(tokens[at].Kind + 1, new TextSpan(last.Source!, end, 0)));
                }
            }

            if (i < tokens.Length && !dropped.Contains(i)) result.Add(tokens[i]);
        }

        return [.. result];
    }

    // The token before which an unclosed bracket was probably to be closed.
    private static int CloseBefore(Token[] tokens, int[] match, int open, int bound)
    {
        var isSelector = tokens[open].Kind == TokenKind.OpenBracket;
        var isCall = !isSelector && open > 0 && tokens[open - 1].Kind is TokenKind.Name or TokenKind.If or TokenKind.Overall;
        var takesConditions = !isSelector && (!isCall || OfConditions.Contains(tokens[open - 1].ToName().Value, StringComparer.Ordinal));
        var (hasBy, comparisons) = (false, 0);
        for (var i = open + 1; i < bound; i++)
        {
            var kind = tokens[i].Kind;
            if (kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket)
            {
                if (match[i] > 0) i = match[i];
                else if (match[i] < 0) i = Math.Max(i, ~match[i] - 1);
                continue;
            }

            hasBy |= kind == TokenKind.By;
            if (kind is TokenKind.And or TokenKind.Or or TokenKind.Comma) comparisons = 0;
            else if (IsComparison(kind) && ++comparisons == 2) return i;
            if (i > open + 1 && Stops(tokens, i, bound, isSelector, takesConditions, hasBy)) return i;
        }

        return bound;
    }

    private static bool Stops(Token[] tokens, int i, int bound, bool isSelector, bool takesConditions, bool hasBy)
    {
        var kind = tokens[i].Kind;
        if (kind is TokenKind.For or TokenKind.If && i + 1 < bound && tokens[i + 1].Kind != TokenKind.OpenParenthesis) return true;
        if (kind == TokenKind.Name)
        {
            var isLanguage = i + 1 < bound && tokens[i + 1].Kind == TokenKind.Text;
            return EndsValue(tokens[i - 1].Kind) && (isLanguage || Keywords.IsContextual(tokens[i].Characters()) && !tokens[i].IsArticle());
        }

        if (takesConditions) return false;
        if (kind == TokenKind.Or || IsComparison(kind)) return true;
        if (kind == TokenKind.And) return !hasBy;
        if (!isSelector) return false;
        return kind is >= TokenKind.Plus and <= TokenKind.Slash
            || (kind == TokenKind.Comma && !(i + 2 < bound && tokens[i + 1].Kind == TokenKind.Name && tokens[i + 2].Kind == TokenKind.Colon));
    }

    private static bool IsComparison(TokenKind kind) => kind is TokenKind.Is or TokenKind.Between or (>= TokenKind.Less and <= TokenKind.NotEqual);

    private static bool EndsValue(TokenKind kind) => kind is TokenKind.Name or TokenKind.Text or (>= TokenKind.Number and <= TokenKind.Date)
        or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.Ago or TokenKind.Missing;
}
