using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>A text cut into tokens.</summary>
/// <param name="Tokens">All tokens but comments, in order.</param>
/// <param name="Comments">The comments, in order.</param>
internal readonly record struct LexedText(Token[] Tokens, Token[] Comments);
