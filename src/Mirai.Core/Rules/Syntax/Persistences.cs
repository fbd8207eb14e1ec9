using Superpower;
using Superpower.Model;

namespace Mirai.Rules.Syntax;

/// <summary>Reads for how long a condition must hold: <c>7 days</c>, <c>5 of 7 days</c>.</summary>
internal static class Persistences
{
    private static readonly TokenListParser<TokenKind, PersistSyntax> Whole =
        Durations.Required.Select(static duration => new PersistSyntax(duration.Value, null) { Span = duration.Span });

    private static readonly TokenListParser<TokenKind, PersistSyntax> OfDays = Tok.Of(TokenKind.Number, Expectations.Number)
        .Then(static number => Tok.Of(TokenKind.Of, Expectations.Of).IgnoreThen(Durations.Required).Select(outOf =>
        {
            var log = ParseLog.Current;
            var required = new RuleDuration(Counts.Read(log, number, Durations.MostUnits), outOf.Value.Unit);
            var span = number.SourceSpan().To(outOf.Span);
            if (required.Count > outOf.Value.Count) log.Report(source => SyntaxErrors.MoreThanAll(source, span, required.Count, outOf.Value.Count));
            return new PersistSyntax(required, outOf.Value) { Span = span };
        }));

    /// <summary>What stands behind <c>for</c>.</summary>
    public static TokenListParser<TokenKind, PersistSyntax> Persistence { get; } = static input =>
    {
        var log = ParseLog.Current;
        var at = input.Position;
        var isPart = at + 1 < log.Tokens.Length && log.Tokens[at].Kind == TokenKind.Number && log.Tokens[at + 1].Kind == TokenKind.Of;
        return isPart ? OfDays(input) : Whole(input);
    };
}
