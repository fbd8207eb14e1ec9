using System.Collections.Frozen;

namespace Mirai.Rules.Syntax;

/// <summary>The words of the language: lower-case ASCII, and names only in backticks.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, TokenKind> ByWord = Enum.GetValues<TokenKind>()
        .Where(kind => kind >= TokenKind.Mirai)
        .ToFrozenDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every reserved word, declarations first, then clauses, then the words of expressions.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByWord.OrderBy(word => word.Value).Select(word => word.Key)];

    /// <summary>The words that begin a declaration.</summary>
    public static IReadOnlyList<string> Declarations { get; } = [.. All.Where(word => IsDeclaration(ByWord[word]))];

    /// <summary>The words that begin a clause.</summary>
    public static IReadOnlyList<string> Clauses { get; } = [.. All.Where(word => IsClause(ByWord[word]))];

    /// <summary>Words that mean something in their place only, and are names elsewhere.</summary>
    public static IReadOnlyList<string> Contextual { get; } =
    [
        "a", "after", "as", "before", "cause", "closed", "contains", "critical", "day", "every", "from", "last", "nothing", "notice", "on",
        "over", "strength", "to", "top", "undecided", "warning", "within",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ContextualBySpan =
        Contextual.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word means something in its place only.</summary>
    public static bool IsContextual(ReadOnlySpan<char> word) => word.Length <= 9 && ContextualBySpan.Contains(word);

    /// <summary>The kind of a word; <see cref="TokenKind.Name"/> where it is not reserved.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 8 && BySpan.TryGetValue(word, out var kind) ? kind : TokenKind.Name;

    /// <summary>The word of a kind that is one.</summary>
    public static string WordOf(TokenKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether a kind begins a declaration.</summary>
    public static bool IsDeclaration(TokenKind kind) => kind is >= TokenKind.Rule and <= TokenKind.Suppress;

    /// <summary>Whether a kind begins a clause; <see cref="TokenKind.For"/> only before <c>each</c> or <c>overall</c>.</summary>
    public static bool IsClause(TokenKind kind) => kind is >= TokenKind.Title and <= TokenKind.Expect;

    /// <summary>Whether a kind is a word of the language.</summary>
    public static bool IsWord(TokenKind kind) => kind >= TokenKind.Mirai;
}
