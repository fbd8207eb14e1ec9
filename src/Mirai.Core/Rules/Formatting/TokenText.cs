using System.Text;
using Mirai.Rules.Syntax;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Formatting;

/// <summary>How a token is written: as it stands, its full-width characters outside texts as half-width ones.</summary>
internal sealed class TokenText
{
    private readonly Dictionary<int, TextSyntax> _texts = [];

    /// <summary>Knows the texts of a file that have placeholders, whose inside is rule text too.</summary>
    public TokenText(FileSyntax file)
    {
        foreach (var text in TextsOf(file))
        {
            if (text.Parts.Any(part => part is PlaceholderPart)) _texts[text.Span.Start] = text;
        }
    }

    /// <summary>The characters to write for a token.</summary>
    public string Of(Token token)
    {
        var characters = token.Characters();
        if (token.Kind == TokenKind.Comment) return string.Concat("#", characters[1..]);
        if (token.Kind == TokenKind.Text) return OfText(token, characters);
        if (token.Kind == TokenKind.Name && Lexer.Fold(characters[0]) == '`') return string.Concat("`", characters[1..^1], "`");
        return Folded(characters);
    }

    private string OfText(Token token, ReadOnlySpan<char> characters)
    {
        var span = token.SourceSpan();
        var inner = new StringBuilder();
        var at = span.Start + 1;
        if (_texts.TryGetValue(span.Start, out var text))
        {
            foreach (var part in text.Parts.OfType<PlaceholderPart>())
            {
                inner.Append(token.Span.Source, at, part.Span.Start - at);
                inner.Append(FullWidthText.Halved(token.Span.Source.AsSpan(part.Span.Start, part.Span.Length)));
                at = part.Span.End;
            }
        }

        inner.Append(token.Span.Source, at, span.End - 1 - at);
        if (characters[0] is '"' or '\'') return $"{characters[0]}{inner}{characters[0]}";
        // A full-width quote is closed by a half-width one too; one that does not occur inside needs no escapes.
        var written = inner.ToString();
        if (!written.Contains('"', StringComparison.Ordinal)) return $"\"{written}\"";
        return written.Contains('\'', StringComparison.Ordinal) ? $"\"{Escaped(written)}\"" : $"'{written}'";
    }

    private static string Escaped(string inner)
    {
        var result = new StringBuilder();
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '"') result.Append('\\');
            result.Append(inner[i]);
            if (inner[i] == '\\' && i + 1 < inner.Length) result.Append(inner[++i]);
        }

        return result.ToString();
    }

    private static string Folded(ReadOnlySpan<char> characters)
    {
        var isFolded = false;
        foreach (var c in characters) isFolded |= Lexer.Fold(c) != c;
        if (!isFolded) return characters.ToString();
        var result = new StringBuilder(characters.Length);
        foreach (var c in characters) result.Append(Lexer.Fold(c));
        return result.ToString();
    }

    private static IEnumerable<TextSyntax> TextsOf(FileSyntax file)
    {
        foreach (var declaration in file.Declarations)
        {
            var clauses = declaration switch
            {
                RuleSyntax rule => rule.Clauses,
                OverrideSyntax changed => changed.Clauses,
                SharedSyntax shared => [shared.Clause],
                _ => [],
            };
            var own = declaration switch { DisableSyntax disable => disable.Reason, SuppressSyntax suppress => suppress.Reason, _ => null };
            foreach (var texts in clauses.Select(TextsOf).Append(own))
            {
                foreach (var one in texts?.Texts ?? []) yield return one.Text;
            }
        }
    }

    private static TextsSyntax? TextsOf(ClauseSyntax clause) => clause switch
    {
        TextClause text => text.Texts,
        ParamClause param => param.Texts,
        ConditionClause condition => condition.Texts,
        EvidenceClause evidence => evidence.Texts,
        BecauseClause because => because.Texts,
        _ => null,
    };
}
