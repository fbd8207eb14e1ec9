using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>
/// What the parsers of one clause share: its tokens, the farthest place at which something else was expected, and the mistakes that were read over.
/// </summary>
/// <remarks>
/// Superpower keeps one failure and forgets what an earlier alternative expected, so the parsers note it here. The log of the clause being
/// parsed is found through <see cref="Current"/>, because the combinators are static and take no context.
/// </remarks>
internal sealed class ParseLog(DiagnosticBag bag)
{
    [ThreadStatic]
    private static ParseLog? t_current;

    private int _farthest = -1;
    private Expectations _expected;

    /// <summary>The log of the clause that this thread is parsing.</summary>
    public static ParseLog Current => t_current!;

    /// <summary>Where findings go.</summary>
    public DiagnosticBag Bag { get; } = bag;

    /// <summary>The text.</summary>
    public RuleSource Source => Bag.Source;

    /// <summary>The tokens of the clause.</summary>
    public Token[] Tokens { get; private set; } = [];

    /// <summary>Values, operators and calls read so far in the expression at hand.</summary>
    public int Nodes { get; private set; }

    /// <summary>Those of all expressions of the clause.</summary>
    public int TotalNodes { get; private set; }

    /// <summary>The index of the token before which something else was expected, farthest into the clause; -1 where nothing was.</summary>
    public int Farthest => _farthest;

    /// <summary>Whether the clause has a mistake that is already reported and after which its rest is not read.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Makes a log the current one of this thread, over a clause's tokens, and returns the one before it.</summary>
    public static ParseLog? Enter(ParseLog log, Token[] tokens)
    {
        var before = t_current;
        t_current = log;
        log.Tokens = tokens;
        log._farthest = -1;
        log._expected = Expectations.None;
        log.Nodes = 0;
        log.TotalNodes = 0;
        log.HasFailed = false;
        return before;
    }

    /// <summary>Makes the log that <see cref="Enter"/> returned the current one again.</summary>
    public static void Leave(ParseLog? before) => t_current = before;

    /// <summary>Begins to count the nodes of an expression.</summary>
    public void BeginExpression() => Nodes = 0;

    /// <summary>Counts a node, and returns how many the expression now has.</summary>
    public int CountNode()
    {
        TotalNodes++;
        return ++Nodes;
    }

    /// <summary>Counts the nodes of an expression inside a text.</summary>
    public void CountNodes(int nodes) => TotalNodes += nodes;

    /// <summary>Notes that something would have fitted before the token of an index.</summary>
    public void Expect(int tokenIndex, Expectations expected)
    {
        if (tokenIndex > _farthest)
        {
            _farthest = tokenIndex;
            _expected = expected;
        }
        else if (tokenIndex == _farthest)
        {
            _expected |= expected;
        }
    }

    /// <summary>What would have fitted before a token.</summary>
    public Expectations ExpectedAt(int tokenIndex) => tokenIndex == _farthest ? _expected : Expectations.None;

    /// <summary>The stretch of a token; after the last one, the empty stretch behind it.</summary>
    public SourceSpan SpanAt(int tokenIndex)
    {
        if (tokenIndex < Tokens.Length) return Tokens[tokenIndex].SourceSpan();
        var end = Tokens.Length == 0 ? 0 : Tokens[^1].SourceSpan().End;
        return new SourceSpan(end, end);
    }

    /// <summary>Reports a mistake over which the parser reads.</summary>
    public void Report(Func<RuleSource, RuleDiagnostic> make) => Bag.Add(make);

    /// <summary>Reports that a token cannot stand where it does, unless its characters were already reported as unreadable.</summary>
    public void ReportUnexpected(int tokenIndex)
    {
        if (tokenIndex < Tokens.Length && Tokens[tokenIndex].Kind == TokenKind.Unreadable) return;
        var token = tokenIndex < Tokens.Length ? Tokens[tokenIndex] : default;
        var span = SpanAt(tokenIndex);
        var expected = ExpectedAt(tokenIndex);
        var first = Tokens.Length > 0 ? Tokens[0] : default;
        Bag.Add(source => SyntaxErrors.Unexpected(source, span, token.Kind, first, expected));
    }
}
