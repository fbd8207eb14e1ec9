using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

internal static partial class ClauseParsers
{
    private static readonly TokenListParser<TokenKind, ExpectedMoment> OptionalDay = Tok.Word("on", Expectations.OnBeforeAfter).Value(ExpectedDay.On)
        .Or(Tok.Word("before", Expectations.OnBeforeAfter).Value(ExpectedDay.Before))
        .Or(Tok.Word("after", Expectations.OnBeforeAfter).Value(ExpectedDay.After))
        .Then(static when => Tok.Word("day", Expectations.Day).IgnoreThen(Counts.Count).Select(day => new ExpectedMoment(when, day)))
        .OptionalOrDefault();

    private readonly record struct ExpectedMoment(ExpectedDay When, int Day);

    private readonly record struct Outcome(OutcomeKind Kind, WarningLevel? Level = null, NameSyntax? Name = null, string? Text = null);

    private static TokenListParser<TokenKind, ClauseSyntax> Starting() =>
        Tok.Of(TokenKind.Date, Expectations.Date).Select(static token =>
        {
            LiteralText.TryReadDate(token.Characters(), out var day);
            return (ClauseSyntax)new StartingClause(day);
        });

    private static TokenListParser<TokenKind, ClauseSyntax> Given()
    {
        var missing = Tok.Of(TokenKind.Missing, Expectations.Missing).Select(static token => (Literal: (LiteralSyntax?)null, Span: token.SourceSpan()));
        var value = Literals.Signed.Select(static literal => (Literal: (LiteralSyntax?)literal, literal.Span)).Or(missing);
        var length = Tok.Of(TokenKind.For, Expectations.For).IgnoreThen(Durations.Required).Or0();
        var over = Tok.Word("over", Expectations.Over).IgnoreThen(Durations.Required);
        var part = value.Then(start => Tok.Of(TokenKind.Arrow, Expectations.Arrow).IgnoreThen(value)
            .Then(end => over.Select(duration => new GivenPart(start.Literal, end.Literal, duration) { Span = start.Span.To(duration.Span) }))
            .Or(length.Select(duration => new GivenPart(start.Literal, null, duration) { Span = start.Span.To(duration?.Span ?? start.Span) })));
        var parts = part.AtLeastOnceDelimitedBy(Comma);
        return Names.Name.Then(name => OptionalSelector.Then(selector =>
            Equal.IgnoreThen(parts).Select(given => (ClauseSyntax)new GivenClause(name, selector, given))));
    }

    private static TokenListParser<TokenKind, ClauseSyntax> Expect()
    {
        var nothing = Tok.Word("nothing", Expectations.Outcome).Value(new Outcome(OutcomeKind.Nothing));
        var undecided = Tok.Word("undecided", Expectations.Outcome).Value(new Outcome(OutcomeKind.Undecided));
        var closed = Tok.Word("closed", Expectations.Outcome).Value(new Outcome(OutcomeKind.Closed));
        var cause = Tok.Word("cause", Expectations.Outcome).IgnoreThen(Names.Name).Select(static name => new Outcome(OutcomeKind.Cause, Name: name));
        var contains = Tok.Word("contains", Expectations.Contains).IgnoreThen(Texts.Literal);
        var message = Tok.Of(TokenKind.Message, Expectations.Outcome).IgnoreThen(Names.Name)
            .Then(language => contains.Select(text => new Outcome(OutcomeKind.Message, Name: language, Text: text.Value)));
        var level = Levels.Level.Select(static found => new Outcome(OutcomeKind.Level, found));
        var outcome = nothing.Or(undecided).Or(closed).Or(cause).Or(message).Or(level);
        return outcome.Then(what => OptionalSelector.Then(selector => OptionalDay.Select(day =>
            (ClauseSyntax)new ExpectClause(what.Kind, what.Level, what.Name, what.Text, selector, day.When, day.Day))));
    }
}
