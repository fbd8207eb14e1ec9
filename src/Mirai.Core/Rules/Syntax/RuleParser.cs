using Superpower;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Parses a whole rule text: every declaration and clause on its own, so that one pass finds all mistakes.</summary>
internal sealed partial class RuleParser
{
    private readonly DiagnosticBag _bag;
    private readonly ParseLog _log;
    private readonly Token[] _tokens;
    private int _nodesOfDeclaration;

    private RuleParser(DiagnosticBag bag, Token[] tokens)
    {
        _bag = bag;
        _log = new ParseLog(bag);
        _tokens = tokens;
    }

    /// <summary>Parses a text. Never throws and always comes to an end, whatever the text; what cannot be read is missing from the tree or unreadable in it.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">The bounds of length, nesting and size.</param>
    /// <returns>The tree, and the findings by place.</returns>
    public static (FileSyntax File, IReadOnlyList<RuleDiagnostic> Diagnostics) Parse(RuleSource source, RuleLimits limits)
    {
        var bag = new DiagnosticBag(source, limits);
        if (source.Text.Length > limits.SourceLength)
        {
            bag.Add(text => SyntaxErrors.TooLong(text, limits.SourceLength));
            return (new FileSyntax(source, null, []), bag.ToList());
        }

        var tokens = Lexer.Read(bag).Tokens;
        var file = new RuleParser(bag, tokens).File(source);
        return (file, bag.ToList());
    }

    private FileSyntax File(RuleSource source)
    {
        var sections = Splitter.Split(_tokens);
        var declarations = new List<DeclarationSyntax>();
        var first = 0;
        int? version = null;
        if (sections.Count > 0 && sections[0].Kind == TokenKind.Mirai)
        {
            version = Version(sections[0]);
            first = 1;
        }
        else if (sections.Count > 0)
        {
            _bag.Add(SyntaxErrors.NoVersion);
        }

        while (first < sections.Count)
        {
            var end = first + 1;
            while (end < sections.Count && !Keywords.IsDeclaration(sections[end].Kind)) end++;
            if (Keywords.IsDeclaration(sections[first].Kind)) AddDeclaration(declarations, sections, first, end);
            else ReportHomeless(sections, first, end);
            first = end;
        }

        return new FileSyntax(source, version, declarations) { Span = new SourceSpan(0, source.Text.Length) };
    }

    private void AddDeclaration(List<DeclarationSyntax> declarations, List<Section> sections, int first, int end)
    {
        var head = sections[first];
        _nodesOfDeclaration = 0;
        var declaration = Head(head);
        var clauses = new List<ClauseSyntax>(end - first - 1);
        for (var i = first + 1; i < end; i++)
        {
            if (Clause(head.Kind, sections[i]) is { } clause) clauses.Add(clause);
        }

        if (head.Kind == TokenKind.Shared)
        {
            AddShared(declarations, head, clauses);
            return;
        }

        var span = SpanOf(new Section(head.Kind, head.Start, sections[end - 1].End, IsMisspelt: false));
        declarations.Add(declaration! switch
        {
            RuleSyntax rule => rule with { Clauses = clauses, Span = span },
            OverrideSyntax changed => changed with { Clauses = clauses, Span = span },
            TestSyntax test => test with { Clauses = clauses, Span = span },
            var other => other with { Span = span },
        });
    }

    private void AddShared(List<DeclarationSyntax> declarations, Section head, List<ClauseSyntax> clauses)
    {
        if (clauses.Count == 0 || head.End - head.Start > 1)
        {
            var at = SpanOf(head);
            if (!_bag.HasErrorIn(at)) _bag.Add(source => SyntaxErrors.SharedWhat(source, at));
        }

        foreach (var clause in clauses.Skip(1))
        {
            var at = clause.KeywordSpan;
            _bag.Add(source => SyntaxErrors.SharedWhat(source, at));
        }

        if (clauses.Count > 0) declarations.Add(new SharedSyntax(clauses[0]) { Span = SpanOf(head).To(clauses[0].Span) });
    }

    private DeclarationSyntax? Head(Section section)
    {
        var keyword = _tokens[section.Start].SourceSpan();
        if (section.IsMisspelt) _bag.Add(source => SyntaxErrors.NotADeclaration(source, keyword, Keywords.WordOf(section.Kind)));
        if (DeclarationParsers.Of(section.Kind) is not { } parser) return null;
        return Run(section, parser) ?? UnreadHead(section);
    }

    // A head that could not be read still names what it is about, where a name stands.
    private DeclarationSyntax UnreadHead(Section section)
    {
        var name = section.End - section.Start > 1 && _tokens[section.Start + 1].Kind == TokenKind.Name ? _tokens[section.Start + 1].ToName() : null;
        return section.Kind switch
        {
            TokenKind.Rule => new RuleSyntax(name, []),
            TokenKind.Override => new OverrideSyntax(name, []),
            TokenKind.Test => new TestSyntax(name, null, []),
            TokenKind.Alias => new UnreadableDeclaration(name),
            TokenKind.Disable => new DisableSyntax(name, null),
            _ => new UnreadableDeclaration(null),
        };
    }

    private T? Run<T>(Section section, TokenListParser<TokenKind, T> parser)
        where T : class
    {
        var tokens = BracketRepair.Repair(_bag, _tokens[section.Start..section.End]);
        if (tokens is null) return null;
        var before = ParseLog.Enter(_log, tokens);
        try
        {
            var result = parser(new TokenList<TokenKind>(tokens).ConsumeToken().Remainder);
            if (_log.HasFailed) return result.HasValue ? result.Value : null;
            if (!result.HasValue) ReportRest(_log.Farthest);
            else if (!result.Remainder.IsAtEnd) ReportRest(Math.Max(_log.Farthest, result.Remainder.Position));
            return result.HasValue ? result.Value : null;
        }
        finally
        {
            ParseLog.Leave(before);
            CountNodes();
        }
    }

    // What a parser leaves over: a misspelt clause, or something that does not fit.
    private void ReportRest(int at)
    {
        var tokens = _log.Tokens;
        var isFirst = at > 0 && at < tokens.Length && tokens[at].Kind == TokenKind.Name && tokens[at].Span.Position.Line != tokens[at - 1].Span.Position.Line;
        if (isFirst && Splitter.Meant(tokens[at]) is var meant and not TokenKind.None)
        {
            var span = tokens[at].SourceSpan();
            _bag.Add(source => SyntaxErrors.NotAClause(source, span, Keywords.WordOf(meant)));
            return;
        }

        _log.ReportUnexpected(at);
    }

    private void CountNodes()
    {
        var limit = _bag.Limits.NodesPerRule;
        var before = _nodesOfDeclaration;
        _nodesOfDeclaration += _log.TotalNodes;
        if (before > limit || _nodesOfDeclaration <= limit || _log.Tokens.Length == 0) return;
        var span = _log.Tokens[0].SourceSpan();
        _bag.Add(source => SyntaxErrors.TooManyNodesInRule(source, span, limit));
    }

    private SourceSpan SpanOf(Section section) => _tokens[section.Start].SourceSpan().To(_tokens[section.End - 1].SourceSpan());
}
