using Superpower;
using Superpower.Model;

namespace Mirai.Rules.Syntax;

internal static partial class ClauseParsers
{
    private static TokenListParser<TokenKind, ClauseSyntax> Parameter()
    {
        var range = Tok.Of(TokenKind.In, Expectations.In)
            .IgnoreThen(Literals.Signed)
            .Then(static low => Tok.Of(TokenKind.Range, Expectations.Range).IgnoreThen(Literals.Signed).Select(high => new Tuple<LiteralSyntax, LiteralSyntax>(low, high)))
            .Or0();
        var single = Equal.IgnoreThen(Literals.Signed);
        var table = Table();
        return Names.Name.Then(name =>
            table.Select(static rows => (Value: (LiteralSyntax?)null, Rows: (ParamTable?)rows))
                .Or(single.Select(static value => (Value: (LiteralSyntax?)value, Rows: (ParamTable?)null)))
                .Then(value => range.Then(bounds => OptionalTexts.Select(texts =>
                    (ClauseSyntax)new ParamClause(name, value.Value, value.Rows, bounds?.Item1, bounds?.Item2, texts)))));
    }

    // by dimension = 1: 65%, else: 86%
    private static TokenListParser<TokenKind, ParamTable> Table()
    {
        var colon = Tok.Of(TokenKind.Colon, Expectations.Colon);
        var other = Tok.Of(TokenKind.Else, Expectations.Else).Select(static token => (Segment: (SegmentSyntax?)null, Span: token.SourceSpan()));
        var segment = Segments.Segment.Select(static found => (Segment: (SegmentSyntax?)found, found.Span));
        var row = segment.Or(other).Then(key => colon.IgnoreThen(Literals.Signed)
            .Select(value => new ParamRow(key.Segment, value) { Span = key.Span.To(value.Span) }));
        return Tok.Of(TokenKind.By, Expectations.By)
            .Then(by => Names.Name.Then(dimension => Equal.IgnoreThen(row.AtLeastOnceDelimitedBy(Comma))
                .Select(rows => new ParamTable(dimension, rows) { Span = by.SourceSpan().To(rows[^1].Span) })));
    }

    private static TokenListParser<TokenKind, ClauseSyntax> Set() =>
        Names.Name.Then(static name => OptionalSelector.Then(selector =>
            Equal.IgnoreThen(Literals.Signed).Select(value => (ClauseSyntax)new SetClause(name, selector, value))));
}
