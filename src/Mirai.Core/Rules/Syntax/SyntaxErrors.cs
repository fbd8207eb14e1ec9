using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>The findings about syntax, MR2xxx, and limits, MR9xxx: one method each.</summary>
internal static partial class SyntaxErrors
{
    /// <summary>The code of the finding that counts those not shown.</summary>
    public const string MoreCode = "MR9100";

    /// <summary>MR2001: a word at the beginning of a line that is no clause.</summary>
    public static RuleDiagnostic NotAClause(RuleSource source, SourceSpan span, string? nearest) =>
        Error("MR2001", source, span, source.Slice(span).ToString()) with { Fix = nearest is null ? null : new RuleFix(span, nearest, IsGuess: true) };

    /// <summary>MR2002: something that cannot stand where it does.</summary>
    public static RuleDiagnostic Unexpected(RuleSource source, SourceSpan span, TokenKind found, Token first, Expectations expected)
    {
        var (key, argument) = found == TokenKind.None && span.Length == 0
            ? ("MR2002.end", Keywords.IsWord(first.Kind) ? Keywords.WordOf(first.Kind) : "{")
            : ("MR2002", DiagnosticRenderer.Clipped(source.Slice(span).ToString()));
        return Error(key, source, span, argument, ExpectationTexts.Of(expected)) with
        {
            Code = "MR2002",
            Note = Keywords.IsWord(found) && !JoinsOthers(found) && (expected & (Expectations.Name | Expectations.Value)) != 0
                ? new DiagnosticText("MR2002.word", Keywords.WordOf(found))
                : null,
        };
    }

    /// <summary>MR2003: a bracket that is never closed.</summary>
    public static RuleDiagnostic BracketNotClosed(RuleSource source, SourceSpan open, string close, int insertAt, SourceSpan? before) => Error(
        "MR2003", source, open, source.Slice(open).ToString()) with
    {
        Label = new DiagnosticText("label.opened-here"),
        Related = before is { } next ? [new RelatedSpan(next, new DiagnosticText("MR2003.before"))] : [],
        Fix = new RuleFix(new SourceSpan(insertAt, insertAt), close),
    };

    /// <summary>MR2004: a closing bracket that nothing opened.</summary>
    public static RuleDiagnostic BracketNotOpened(RuleSource source, SourceSpan span) =>
        Error("MR2004", source, span, source.Slice(span).ToString()) with { Fix = new RuleFix(span, "") };

    /// <summary>MR2005: a duration without its unit.</summary>
    public static RuleDiagnostic DurationWithoutUnit(RuleSource source, SourceSpan span, int count) => Error("MR2005", source, span) with
    {
        Fix = new RuleFix(new SourceSpan(span.End, span.End), count == 1 ? " day" : " days"),
    };

    /// <summary>MR2006: <c>and</c> and <c>or</c> without parentheses.</summary>
    public static RuleDiagnostic MixedAndOr(RuleSource source, SourceSpan second, SourceSpan first) => Error("MR2006", source, second) with
    {
        Label = new DiagnosticText("MR2006.label"),
        Related = [new RelatedSpan(first, new DiagnosticText("none"))],
        Help = new DiagnosticText("MR2006.help"),
    };

    /// <summary>MR2007: a comparison of a comparison.</summary>
    public static RuleDiagnostic ChainedComparison(RuleSource source, SourceSpan span, SourceSpan first) => Error("MR2007", source, span) with
    {
        Related = [new RelatedSpan(first, new DiagnosticText("MR2007.first"))],
        Help = new DiagnosticText("MR2007.help"),
    };

    /// <summary>MR2008: an <c>ago</c> behind a product.</summary>
    public static RuleDiagnostic UnclearAgo(RuleSource source, BinaryOperator kind, SourceSpan left, AgoSyntax right)
    {
        var sign = kind == BinaryOperator.Multiply ? "*" : "/";
        var (whole, shifted) = (Short(left), Short(right.Operand.Span));
        var ago = Short(new SourceSpan(right.Duration.Span.Start, right.Span.End));
        return Error("MR2008", source, right.Span) with
        {
            Label = new DiagnosticText("MR2008.right", ago),
            Related = [new RelatedSpan(left, new DiagnosticText("MR2008.left"))],
            Help = new DiagnosticText("MR2008.help", $"{sign} ({shifted} {ago})", $"({whole} {sign} {shifted}) {ago}"),
        };

        string Short(SourceSpan span) => DiagnosticRenderer.Clipped(source.Slice(span).ToString());
    }

    /// <summary>MR2009: a word of the language used as a name.</summary>
    public static RuleDiagnostic WordAsName(RuleSource source, SourceSpan span)
    {
        var word = source.Slice(span).ToString();
        return Error("MR2009", source, span, word) with { Fix = new RuleFix(span, $"`{word}`") };
    }

    /// <summary>MR2010: no level of severity.</summary>
    public static RuleDiagnostic NotASeverity(RuleSource source, SourceSpan span)
    {
        var word = source.Slice(span).ToString();
        var nearest = NearestWord.Of(word.ToLowerInvariant(), Levels.Words);
        return Error("MR2010", source, span, DiagnosticRenderer.Clipped(word)) with
        {
            Fix = nearest is null ? null : new RuleFix(span, nearest, IsGuess: true),
            Help = nearest is null ? new DiagnosticText("MR2010.help") : null,
        };
    }

    /// <summary>MR2011: a clause in a declaration that does not take it.</summary>
    public static RuleDiagnostic MisplacedClause(RuleSource source, SourceSpan span, TokenKind clause, TokenKind declaration)
    {
        var place = clause switch
        {
            TokenKind.Given or TokenKind.Starting or TokenKind.Expect => "place.test",
            TokenKind.Set => "place.override-or-test",
            _ => "place.rule",
        };
        var help = declaration == TokenKind.Override && clause == TokenKind.Param ? new DiagnosticText("MR2011.set") : null;
        return Error(
            declaration == TokenKind.None ? "MR2011.nowhere" : "MR2011", source, span, Keywords.WordOf(clause), new DiagnosticText(place), Keywords.WordOf(declaration)) with
        {
            Code = "MR2011",
            Help = help,
        };
    }

    /// <summary>MR2012: text before the first declaration.</summary>
    public static RuleDiagnostic NotADeclaration(RuleSource source, SourceSpan span, string? nearest) =>
        Error("MR2012", source, span, DiagnosticRenderer.Clipped(source.Slice(span).ToString())) with
        {
            Fix = nearest is null ? null : new RuleFix(span, nearest, IsGuess: true),
            Help = nearest is null ? new DiagnosticText("MR2012.help", string.Join(", ", Keywords.Declarations.Select(word => $"`{word}`"))) : null,
        };

    /// <summary>MR2013: what <c>shared</c> is about is missing or too much.</summary>
    public static RuleDiagnostic SharedWhat(RuleSource source, SourceSpan span) => Error("MR2013", source, span);

    /// <summary>MR2014: a placeholder that is never closed.</summary>
    public static RuleDiagnostic PlaceholderNotClosed(RuleSource source, SourceSpan brace) =>
        Error("MR2014", source, brace) with { Label = new DiagnosticText("label.opened-here"), Help = new DiagnosticText("MR2014.help", "{{") };

    /// <summary>MR2014: a closing brace that nothing opened.</summary>
    public static RuleDiagnostic LoneBrace(RuleSource source, SourceSpan brace) =>
        Error("MR2014.lone", source, brace) with { Code = "MR2014", Help = new DiagnosticText("MR2014.help", "}}") };

    /// <summary>MR2014: braces around nothing.</summary>
    public static RuleDiagnostic EmptyPlaceholder(RuleSource source, SourceSpan span) =>
        Error("MR2014.empty", source, span) with { Code = "MR2014", Help = new DiagnosticText("MR2014.help", "{{}}") };

    /// <summary>MR2015: a name with hyphens.</summary>
    public static RuleDiagnostic HyphenInName(RuleSource source, SourceSpan span) =>
        Error("MR2015", source, span) with { Fix = new RuleFix(span, source.Slice(span).ToString().Replace('-', '_').Replace('－', '_')) };

    /// <summary>MR2016: something after a placeholder's colon that is no format.</summary>
    public static RuleDiagnostic UnknownFormatShape(RuleSource source, SourceSpan span) =>
        Error("MR2016", source, span) with { Help = new DiagnosticText("MR2016.help") };

    /// <summary>MR2017: the days required are more than the days looked at.</summary>
    public static RuleDiagnostic MoreThanAll(RuleSource source, SourceSpan span, int required, int all) => Error("MR2017", source, span, required, all);

    /// <summary>MR2018: a number that must be whole and in bounds.</summary>
    public static RuleDiagnostic NotAWholeNumber(RuleSource source, SourceSpan span, int most) =>
        Error("MR2018", source, span, source.Slice(span).ToString(), most);

    /// <summary>MR2019: a unit of time that there is not.</summary>
    public static RuleDiagnostic UnknownUnit(RuleSource source, SourceSpan span, string nearest) =>
        Error("MR2019", source, span, source.Slice(span).ToString()) with { Fix = new RuleFix(span, nearest, IsGuess: true) };

    /// <summary>MR2020: a language version that there is not.</summary>
    public static RuleDiagnostic UnknownVersion(RuleSource source, SourceSpan span) => Error("MR2020", source, span, source.Slice(span).ToString());

    /// <summary>MR2021, a warning: no language version.</summary>
    public static RuleDiagnostic NoVersion(RuleSource source) => Error("MR2021", source, default) with
    {
        Severity = DiagnosticSeverity.Warning,
        Help = new DiagnosticText("MR2021.help"),
    };

    /// <summary>MR9001: a text that is too long.</summary>
    public static RuleDiagnostic TooLong(RuleSource source, int limit) => Error("MR9001", source, default, source.Text.Length, limit);

    /// <summary>MR9002: brackets nested too deeply.</summary>
    public static RuleDiagnostic TooDeep(RuleSource source, SourceSpan span, int limit) => Error("MR9002", source, span, limit);

    /// <summary>MR9003: an expression with too many parts.</summary>
    public static RuleDiagnostic TooManyNodes(RuleSource source, SourceSpan span, int limit) =>
        Error("MR9003", source, span, limit) with { Help = new DiagnosticText("MR9003.help") };

    /// <summary>MR9004: a rule with too many parts.</summary>
    public static RuleDiagnostic TooManyNodesInRule(RuleSource source, SourceSpan span, int limit) => Error("MR9004", source, span, limit);

    /// <summary>MR9100: findings that are counted only.</summary>
    public static RuleDiagnostic More(RuleSource source, SourceSpan span, int count) => Error("MR9100", source, span, count);

    private static RuleDiagnostic Error(string key, RuleSource source, SourceSpan span, params object[] arguments) =>
        new() { Code = key, Source = source, Span = span, Message = new DiagnosticText(key, arguments) };

    // Words that nobody means as names.
    private static bool JoinsOthers(TokenKind word) => word is TokenKind.For or TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.Is
        or TokenKind.Between or TokenKind.Of or TokenKind.Ago or TokenKind.If or TokenKind.By or TokenKind.In;

    private static string Spelling(TokenKind kind) => kind switch
    {
        TokenKind.Equal => "=",
        TokenKind.NotEqual => "!=",
        TokenKind.LessOrEqual => "<=",
        TokenKind.GreaterOrEqual => ">=",
        TokenKind.Star => "*",
        TokenKind.Slash => "/",
        TokenKind.Minus => "-",
        TokenKind.Range => "..",
        TokenKind.Arrow => "->",
        _ => Keywords.WordOf(kind),
    };
}
