namespace Mirai.Rules.Syntax;

/// <summary>A run of tokens that one parser reads: the head of a declaration, or a clause.</summary>
/// <param name="Kind">The word it begins with, as meant; <see cref="TokenKind.None"/> for a word that is none.</param>
/// <param name="Start">The index of its first token.</param>
/// <param name="End">The index behind its last token.</param>
/// <param name="IsMisspelt">Whether the first token is a name that stands where a clause or declaration begins.</param>
internal readonly record struct Section(TokenKind Kind, int Start, int End, bool IsMisspelt);
