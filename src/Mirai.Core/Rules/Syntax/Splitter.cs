using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>
/// Cuts tokens where declarations and clauses begin. These words are reserved, so a mistake in one clause does not reach the next: every
/// clause is parsed on its own.
/// </summary>
internal static class Splitter
{
    private static readonly string[] Beginnings = [.. Keywords.Declarations, .. Keywords.Clauses];

    /// <summary>The sections of a text, in order; together they hold all tokens.</summary>
    public static List<Section> Split(Token[] tokens)
    {
        var sections = new List<Section>();
        var (start, depth) = (0, 0);
        var (kind, isMisspelt) = (TokenKind.None, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            var isFirst = i == 0 || tokens[i].Span.Position.Line != tokens[i - 1].Span.Position.Line;
            if (Begins(tokens, i, isFirst, depth, out var begun, out var begunMisspelt))
            {
                if (i > start) sections.Add(new Section(kind, start, i, isMisspelt));
                (start, depth, kind, isMisspelt) = (i, 0, begun, begunMisspelt);
            }

            if (tokens[i].Kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket) depth++;
            else if (tokens[i].Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket && depth > 0) depth--;
        }

        if (tokens.Length > start) sections.Add(new Section(kind, start, tokens.Length, isMisspelt));
        return sections;
    }

    private static bool Begins(Token[] tokens, int i, bool isFirst, int depth, out TokenKind begun, out bool isMisspelt)
    {
        (begun, isMisspelt) = (tokens[i].Kind, false);
        if (begun == TokenKind.Mirai) return i == 0 || (isFirst && depth == 0);
        if (Keywords.IsDeclaration(begun)) return !StandsForAName(tokens, i, isFirst);
        if (Keywords.IsClause(begun))
        {
            if (depth > 0 && !isFirst) return false;
            var next = i + 1 < tokens.Length ? tokens[i + 1].Kind : TokenKind.None;
            if (begun == TokenKind.For && next is not (TokenKind.Each or TokenKind.Overall)) return false;
            if (begun == TokenKind.Message && i > 0 && tokens[i - 1].Kind == TokenKind.Expect) return false;
            return !StandsForAName(tokens, i, isFirst);
        }

        if (begun != TokenKind.Name || !isFirst || depth > 0 || !IsMisspelt(tokens, i)) return false;
        isMisspelt = true;
        begun = Meant(tokens[i]);
        return true;
    }

    // `let title = …` gives a name, wrongly; `let` followed by a new clause does not.
    private static bool StandsForAName(Token[] tokens, int i, bool isFirst)
    {
        if (isFirst) return false;
        var next = i + 1 < tokens.Length ? tokens[i + 1].Kind : TokenKind.None;
        var isLast = i + 1 == tokens.Length || tokens[i + 1].Span.Position.Line != tokens[i].Span.Position.Line;
        return tokens[i - 1].Kind switch
        {
            TokenKind.Let or TokenKind.Param or TokenKind.Set or TokenKind.Given or TokenKind.Alias => next is TokenKind.Equal or TokenKind.OpenBracket or TokenKind.By,
            TokenKind.Rule or TokenKind.Override or TokenKind.Disable => isLast,
            TokenKind.Test => next == TokenKind.Text,
            _ => false,
        };
    }

    // A name that begins a line behind something complete can only be meant as the word of a clause.
    private static bool IsMisspelt(Token[] tokens, int i)
    {
        if (i > 0 && !EndsSomething(tokens, i)) return false;
        if (i + 1 == tokens.Length || tokens[i + 1].Kind != TokenKind.Text) return true;
        return tokens[i].Span.Length > 3 && Meant(tokens[i]) != TokenKind.None;
    }

    private static bool EndsSomething(Token[] tokens, int i)
    {
        var word = tokens[i].Characters();
        var before = tokens[i - 1];
        if (before.Kind is TokenKind.Number or TokenKind.Name && (DurationWords.TryRead(word, out _) || LiteralText.IsCurrency(word))) return false;
        if (Keywords.IsContextual(word)) return false;
        return before.Kind switch
        {
            TokenKind.Name => !Keywords.IsContextual(before.Characters()) || Levels.Read(before) is not null
                || before.IsWord("closed") || before.IsWord("nothing") || before.IsWord("undecided"),
            TokenKind.Number or TokenKind.Percentage or TokenKind.Points or TokenKind.Money or TokenKind.Date or TokenKind.Text
                or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.Missing or TokenKind.Ago or TokenKind.True or TokenKind.False
                or TokenKind.Unreadable => true,
            TokenKind.Overall => true,
            _ => false,
        };
    }

    /// <summary>The declaration or clause that a misspelt word was meant to begin.</summary>
    public static TokenKind Meant(Token token)
    {
        var word = token.ToName().Value.ToLowerInvariant();
        var nearest = NearestWord.Of(word, Beginnings);
        return nearest is null ? TokenKind.None : Keywords.KindOf(nearest);
    }
}
