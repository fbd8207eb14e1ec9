using System.Collections.Frozen;
using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>One parser for each clause. What comes next is decided by one token, so nothing is parsed twice.</summary>
internal static partial class ClauseParsers
{
    private static readonly TokenListParser<TokenKind, Token> Equal = Tok.Of(TokenKind.Equal, Expectations.Equal);
    private static readonly TokenListParser<TokenKind, Token> Comma = Tok.Of(TokenKind.Comma, Expectations.Comma);
    private static readonly TokenListParser<TokenKind, ExpressionSyntax> Expression = ExpressionParser.Expression;
    private static readonly TokenListParser<TokenKind, TextsSyntax?> OptionalTexts = Texts.ByLanguage.Or0();
    private static readonly TokenListParser<TokenKind, SelectorSyntax?> OptionalSelector = ExpressionParser.Selector.Or0();

    private static readonly TokenListParser<TokenKind, PersistSyntax?> OptionalPersist =
        Tok.Of(TokenKind.For, Expectations.For).IgnoreThen(Persistences.Persistence).Or0();

    private static readonly FrozenDictionary<TokenKind, TokenListParser<TokenKind, ClauseSyntax>> ByKeyword = new Dictionary<TokenKind, TokenListParser<TokenKind, ClauseSyntax>>
    {
        [TokenKind.Title] = OfTexts(TextClauseKind.Title),
        [TokenKind.Doc] = OfTexts(TextClauseKind.Doc),
        [TokenKind.Owner] = OfTexts(TextClauseKind.Owner),
        [TokenKind.Message] = OfTexts(TextClauseKind.Message),
        [TokenKind.Tags] = Names.List.Select(names => (ClauseSyntax)new TagsClause(names)),
        [TokenKind.For] = Each(),
        [TokenKind.Param] = Parameter(),
        [TokenKind.Let] = Names.Name.Then(static name => Equal.IgnoreThen(Expression).Select(value => (ClauseSyntax)new LetClause(name, value))),
        [TokenKind.Needs] = Reasoned(ConditionClauseKind.Needs),
        [TokenKind.Unless] = Reasoned(ConditionClauseKind.Unless),
        [TokenKind.When] = Persistent(ConditionClauseKind.When),
        [TokenKind.Until] = Persistent(ConditionClauseKind.Until),
        [TokenKind.Severity] = Severity(),
        [TokenKind.Evidence] = Evidence(),
        [TokenKind.Because] = Because(),
        [TokenKind.Drill] = Drill(),
        [TokenKind.Cooldown] = Durations.Required.Select(static duration => (ClauseSyntax)new CooldownClause(duration)),
        [TokenKind.Remind] = Tok.Word("every", Expectations.Every).IgnoreThen(Durations.Required).Select(static duration => (ClauseSyntax)new RemindClause(duration)),
        [TokenKind.Set] = Set(),
        [TokenKind.Starting] = Starting(),
        [TokenKind.Given] = Given(),
        [TokenKind.Expect] = Expect(),
    }.ToFrozenDictionary();

    /// <summary>The parser of a clause, from the token behind its keyword.</summary>
    public static TokenListParser<TokenKind, ClauseSyntax> Of(TokenKind keyword) => ByKeyword[keyword];

    /// <summary>What a parser gives, or nothing where it does not begin.</summary>
    private static TokenListParser<TokenKind, T?> Or0<T>(this TokenListParser<TokenKind, T> parser)
        where T : class =>
        parser.Select(static value => (T?)value).OptionalOrDefault();

    private static TokenListParser<TokenKind, ClauseSyntax> OfTexts(TextClauseKind kind) =>
        Texts.ByLanguage.Select(texts => (ClauseSyntax)new TextClause(kind, texts));

    private static TokenListParser<TokenKind, ClauseSyntax> Each()
    {
        var dimensions = Tok.Of(TokenKind.Each, Expectations.Each).IgnoreThen(Names.List);
        var overall = Tok.Of(TokenKind.Overall, Expectations.Overall)
            .IgnoreThen(Tok.Of(TokenKind.And, Expectations.And).IgnoreThen(dimensions).OptionalOrDefault([]))
            .Select(static names => (ClauseSyntax)new EachClause(IncludesOverall: true, names));
        return dimensions.Select(static names => (ClauseSyntax)new EachClause(IncludesOverall: false, names)).Or(overall);
    }

    private static TokenListParser<TokenKind, ClauseSyntax> Reasoned(ConditionClauseKind kind) =>
        Expression.Then(condition => OptionalTexts.Select(texts => (ClauseSyntax)new ConditionClause(kind, condition, null, texts)));

    private static TokenListParser<TokenKind, ClauseSyntax> Persistent(ConditionClauseKind kind) =>
        Expression.Then(condition => OptionalPersist.Select(persist => (ClauseSyntax)new ConditionClause(kind, condition, persist, null)));

    private static TokenListParser<TokenKind, ClauseSyntax> Severity()
    {
        var condition = Tok.Of(TokenKind.If, Expectations.If).IgnoreThen(Expression).Or0();
        return Levels.Level.Then(level => condition.Select(found => (ClauseSyntax)new SeverityClause(level, found)));
    }

    private static TokenListParser<TokenKind, ClauseSyntax> Evidence()
    {
        var last = Tok.Word("last", Expectations.Last).IgnoreThen(Durations.Required).Or0();
        var label = Tok.Word("as", Expectations.As).IgnoreThen(Texts.ByLanguage).Or0();
        return Expression.Then(value => last.Then(length => label.Select(texts => (ClauseSyntax)new EvidenceClause(value, length, texts))));
    }

    private static TokenListParser<TokenKind, ClauseSyntax> Because()
    {
        var strength = Tok.Word("strength", Expectations.Strength).IgnoreThen(Expression).Or0();
        var within = Tok.Word("within", Expectations.Within).IgnoreThen(Durations.Required).Or0();
        return Expression.Then(condition => strength.Then(force => within.Then(length =>
            OptionalTexts.Select(texts => (ClauseSyntax)new BecauseClause(condition, force, length, texts)))));
    }

    private static TokenListParser<TokenKind, ClauseSyntax> Drill()
    {
        var by = Tok.Of(TokenKind.By, Expectations.By).IgnoreThen(Names.List);
        var top = Tok.Word("top", Expectations.Top).IgnoreThen(Counts.Count).Select(static count => (int?)count).OptionalOrDefault();
        return Expression.Then(value => by.Then(names => top.Select(count => (ClauseSyntax)new DrillClause(value, names, count))));
    }
}
