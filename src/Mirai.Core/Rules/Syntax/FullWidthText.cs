using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>Full-width forms of ASCII, as Japanese input methods produce them.</summary>
internal static class FullWidthText
{
    /// <summary>A piece of rule text with half-width forms outside texts, names in backticks and comments.</summary>
    public static string Halved(ReadOnlySpan<char> written)
    {
        var result = new StringBuilder(written.Length);
        var (quote, isEscaped) = ('\0', false);
        foreach (var c in written)
        {
            var closes = quote != '\0' && !isEscaped && (quote == '`' ? Lexer.Fold(c) == '`' : quote != '\n' && Lexer.Closes(quote, c));
            result.Append(quote == '\0' || closes ? Lexer.Fold(c) : c);
            isEscaped = c == '\\' && !isEscaped && quote is not ('\0' or '`');
            if (closes) quote = '\0';
            else if (quote == '\0') quote = Opens(Lexer.Fold(c)) ? Quote(c) : '\0';
        }

        return result.ToString();
    }

    private static bool Opens(char folded) => folded is '"' or '\'' or '`' or '#';

    private static char Quote(char c) => Lexer.Fold(c) switch { '#' => '\n', '`' => '`', _ => c };
}
