using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Reads whole numbers that count something.</summary>
internal static class Counts
{
    private const int Most = 1_000_000;

    /// <summary>A whole number; one with a fraction, or too large, is reported and cut.</summary>
    public static TokenListParser<TokenKind, int> Count { get; } =
        Tok.Of(TokenKind.Number, Expectations.Number).Select(static token => Read(ParseLog.Current, token, Most));

    /// <summary>The whole number that a token is.</summary>
    public static int Read(ParseLog log, Token number, int most)
    {
        var value = LiteralText.Number(number.Characters());
        if (value == decimal.Truncate(value) && value <= most) return (int)value;
        var span = number.SourceSpan();
        log.Report(source => SyntaxErrors.NotAWholeNumber(source, span, most));
        return (int)Math.Min(value, most);
    }
}
