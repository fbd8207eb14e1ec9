using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Reads lengths of time: <c>28 days</c>, <c>a year</c>.</summary>
internal static class Durations
{
    /// <summary>A length of time where the grammar wants one: a number without a unit is reported and read as days.</summary>
    public static TokenListParser<TokenKind, DurationSyntax> Required { get; } = static input =>
    {
        var log = ParseLog.Current;
        var at = input.Position;
        var duration = Read(log, at);
        var length = 2;
        if (duration is null && at < log.Tokens.Length && log.Tokens[at].Kind == TokenKind.Number)
        {
            duration = WithoutUnit(log, log.Tokens[at]);
            length = 1;
        }

        if (duration is null)
        {
            log.Expect(at, Expectations.Duration);
            return TokenListParserResult.Empty<TokenKind, DurationSyntax>(input);
        }

        var remainder = input;
        for (var i = 0; i < length; i++) remainder = remainder.ConsumeToken().Remainder;
        return TokenListParserResult.Value(duration, input, remainder);
    };

    /// <summary>Whether a token is the article of <c>a year</c>.</summary>
    public static bool IsArticle(this Token token) => token.IsWord("a");

    /// <summary>The length of time of two tokens at a place; <see langword="null"/> where none begins.</summary>
    public static DurationSyntax? Read(ParseLog log, int at)
    {
        if (at + 1 >= log.Tokens.Length || log.Tokens[at + 1].Kind != TokenKind.Name) return null;
        var (count, word) = (log.Tokens[at], log.Tokens[at + 1]);
        var isArticle = count.IsArticle();
        if (!isArticle && count.Kind != TokenKind.Number) return null;
        var span = count.SourceSpan().To(word.SourceSpan());
        if (!DurationWords.TryRead(word.Characters(), out var unit))
        {
            if (isArticle || NearestUnit(log, at) is not { } nearest) return null;
            var wrong = word.SourceSpan();
            log.Report(source => SyntaxErrors.UnknownUnit(source, wrong, nearest));
            DurationWords.TryRead(nearest, out unit);
        }

        return new DurationSyntax(new RuleDuration(isArticle ? 1 : Count(log, count), unit), isArticle) { Span = span };
    }

    /// <summary>Reports a number that lacks its unit, and reads it as days.</summary>
    public static DurationSyntax WithoutUnit(ParseLog log, Token number)
    {
        var span = number.SourceSpan();
        var count = Count(log, number);
        log.Report(source => SyntaxErrors.DurationWithoutUnit(source, span, count));
        return new DurationSyntax(new RuleDuration(count, DurationUnit.Day)) { Span = span };
    }

    private static int Count(ParseLog log, Token number) => Counts.Read(log, number, MostUnits);

    /// <summary>The most units of a length of time.</summary>
    public const int MostUnits = 100_000;

    // A name behind a number is a misspelt unit if it is close to one, and no language of a text.
    private static string? NearestUnit(ParseLog log, int at)
    {
        var word = log.Tokens[at + 1];
        var isLanguage = at + 2 < log.Tokens.Length && log.Tokens[at + 2].Kind == TokenKind.Text;
        if (isLanguage || word.Span.Length is < 3 or > 10) return null;
        var isOne = LiteralText.Number(log.Tokens[at].Characters()) == 1;
        return NearestWord.Of(word.ToName().Value, isOne ? DurationWords.All : DurationWords.Plurals);
    }
}
