using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>The words for levels of severity.</summary>
internal static class Levels
{
    /// <summary>The words, from the least to the gravest.</summary>
    public static IReadOnlyList<string> Words { get; } = ["notice", "warning", "critical"];

    /// <summary>A level; a name that is none is reported and read as an unknown level.</summary>
    public static TokenListParser<TokenKind, WarningLevel?> Level { get; } = static input =>
    {
        var log = ParseLog.Current;
        var next = input.ConsumeToken();
        if (!next.HasValue || next.Value.Kind != TokenKind.Name)
        {
            log.Expect(input.Position, Expectations.Level);
            return TokenListParserResult.Empty<TokenKind, WarningLevel?>(input);
        }

        var level = Read(next.Value);
        var span = next.Value.SourceSpan();
        if (level is null) log.Report(source => SyntaxErrors.NotASeverity(source, span));
        return TokenListParserResult.Value(level, input, next.Remainder);
    };

    /// <summary>The level that a token names, if it does.</summary>
    public static WarningLevel? Read(Token token) =>
        token.IsWord("notice") ? WarningLevel.Notice
        : token.IsWord("warning") ? WarningLevel.Warning
        : token.IsWord("critical") ? WarningLevel.Critical
        : null;
}
