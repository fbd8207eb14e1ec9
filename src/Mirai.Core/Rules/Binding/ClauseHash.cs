using System.Security.Cryptography;
using System.Text;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Tells whether clauses still say what they said: eight hex digits of what is written, layout and comments left out.</summary>
internal static class ClauseHash
{
    /// <summary>The hash of some clauses in order.</summary>
    public static string Of(IEnumerable<PlacedClause> clauses)
    {
        var text = new StringBuilder();
        foreach (var placed in clauses)
        {
            Append(text, placed.Source.Slice(placed.Clause.Span));
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NameText.Compared(text.ToString()))).AsSpan(0, 4));
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> written)
    {
        var (quote, isComment) = ('\0', false);
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            if (isComment)
            {
                isComment = c != '\n';
            }
            else if (quote != '\0')
            {
                text.Append(c);
                if (c == '\\' && i + 1 < written.Length) text.Append(written[++i]);
                else if (c == quote || c == '\n') quote = '\0';
            }
            else if (c == '#')
            {
                isComment = true;
            }
            else if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
                if (c is '"' or '\'' or '`') quote = c;
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
    }
}
