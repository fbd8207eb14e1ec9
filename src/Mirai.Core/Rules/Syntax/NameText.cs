using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>The form of names in which they are compared: NFKC, without backticks.</summary>
internal static class NameText
{
    private const char NoCharacter = '\uFFFE'; // A byte order mark the wrong way round: normalising refuses it.

    /// <summary>The name that a token's characters stand for; false where nothing or no name is in the backticks.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string name)
    {
        var isQuoted = text.Length >= 2 && Lexer.Fold(text[0]) == '`';
        var inner = isQuoted ? text[1..^1].Trim() : text;
        name = "";
        if (inner.IsEmpty) return false;
        name = inner.ToString();
        if (System.Text.Ascii.IsValid(inner)) return !isQuoted || IsQuotable(name);
        if (!IsWellFormed(inner) || inner.Contains(NoCharacter)) return false;
        name = name.Normalize(NormalizationForm.FormKC).Trim();
        return name.Length > 0 && IsQuotable(name);
    }

    /// <summary>The form in which texts are compared: NFKC. Halves of characters, which have no such form, become U+FFFD.</summary>
    public static string Compared(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        if (!IsWellFormed(text)) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Replace(NoCharacter, '\uFFFD').Normalize(NormalizationForm.FormKC);
    }

    /// <summary>A name as a rule writes it: in backticks where it must be.</summary>
    public static string Written(string name) => IsPlain(name) ? name : $"`{name}`";

    /// <summary>Whether a name needs no backticks.</summary>
    public static bool IsPlain(string name)
    {
        var bag = new DiagnosticBag(new RuleSource("", name), RuleLimits.Default);
        var lexed = Lexer.Read(bag);
        return bag.Count == 0 && lexed.Comments.Length == 0 && lexed.Tokens is [{ Kind: TokenKind.Name } token] && token.Span.Length == name.Length && name[0] != '`';
    }

    private static bool IsQuotable(string name)
    {
        foreach (var c in name)
        {
            if (char.IsControl(c) || c == '`') return false;
        }

        return true;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done) return false;
            text = text[consumed..];
        }

        return true;
    }
}
