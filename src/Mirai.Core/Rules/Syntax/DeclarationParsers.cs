using Superpower;
using Superpower.Model;

namespace Mirai.Rules.Syntax;

/// <summary>The parsers of the heads of declarations, from the token behind the keyword. Clauses are put in later.</summary>
internal static class DeclarationParsers
{
    private static readonly TokenListParser<TokenKind, TextsSyntax?> OptionalTexts =
        Texts.ByLanguage.Select(static texts => (TextsSyntax?)texts).OptionalOrDefault();

    private static readonly TokenListParser<TokenKind, DeclarationSyntax> Rule = Names.Name.Select(static name => (DeclarationSyntax)new RuleSyntax(name, []));

    private static readonly TokenListParser<TokenKind, DeclarationSyntax> Override = Names.Name.Select(static name => (DeclarationSyntax)new OverrideSyntax(name, []));

    private static readonly TokenListParser<TokenKind, DeclarationSyntax> Test =
        Names.Name.Then(static name => Texts.Literal.Select(text => (DeclarationSyntax)new TestSyntax(name, text, [])));

    private static readonly TokenListParser<TokenKind, DeclarationSyntax> Alias = Names.Name.Then(static name =>
        Tok.Of(TokenKind.Equal, Expectations.Equal).IgnoreThen(Names.Name).Select(target => (DeclarationSyntax)new AliasSyntax(name, target)));

    private static readonly TokenListParser<TokenKind, DeclarationSyntax> Disable =
        Names.Name.Then(static name => OptionalTexts.Select(reason => (DeclarationSyntax)new DisableSyntax(name, reason)));

    private static readonly TokenListParser<TokenKind, DateOnly> Date = Tok.Of(TokenKind.Date, Expectations.Date).Select(static token =>
    {
        LiteralText.TryReadDate(token.Characters(), out var day);
        return day;
    });

    private static readonly TokenListParser<TokenKind, DateOnly> From = Tok.Word("from", Expectations.From).IgnoreThen(Date);

    private static readonly TokenListParser<TokenKind, DateOnly> To = Tok.Word("to", Expectations.To).IgnoreThen(Date);

    private static readonly TokenListParser<TokenKind, DeclarationSyntax> Suppress = Names.Name.Then(static name =>
        ExpressionParser.Selector.Select(static selector => (SelectorSyntax?)selector).OptionalOrDefault().Then(selector =>
            From.Then(from => To.Then(to => OptionalTexts.Select(reason => (DeclarationSyntax)new SuppressSyntax(name, selector, from, to, reason))))));

    /// <summary>The parser of a declaration's head; <see langword="null"/> for <c>shared</c>, which has none.</summary>
    public static TokenListParser<TokenKind, DeclarationSyntax>? Of(TokenKind keyword) => keyword switch
    {
        TokenKind.Rule => Rule,
        TokenKind.Override => Override,
        TokenKind.Test => Test,
        TokenKind.Alias => Alias,
        TokenKind.Disable => Disable,
        TokenKind.Suppress => Suppress,
        _ => null,
    };

    /// <summary>Whether a clause belongs in a declaration.</summary>
    public static bool Takes(TokenKind declaration, TokenKind clause) => declaration switch
    {
        TokenKind.Rule => clause is not (TokenKind.Set or TokenKind.Given or TokenKind.Starting or TokenKind.Expect),
        TokenKind.Override => clause is not (TokenKind.Param or TokenKind.Let or TokenKind.Given or TokenKind.Starting or TokenKind.Expect),
        TokenKind.Test => clause is TokenKind.Set or TokenKind.Given or TokenKind.Starting or TokenKind.Expect,
        TokenKind.Shared => clause is TokenKind.Let or TokenKind.Param,
        _ => false,
    };
}
