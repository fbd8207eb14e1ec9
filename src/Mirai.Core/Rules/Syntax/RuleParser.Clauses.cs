using Superpower.Model;

namespace Mirai.Rules.Syntax;

internal sealed partial class RuleParser
{
    private const int KnownVersion = 1;

    private ClauseSyntax? Clause(TokenKind declaration, Section section)
    {
        var keyword = _tokens[section.Start].SourceSpan();
        if (section.IsMisspelt || section.Kind == TokenKind.Mirai)
        {
            var nearest = section.IsMisspelt && section.Kind != TokenKind.None ? Keywords.WordOf(section.Kind) : null;
            _bag.Add(source => SyntaxErrors.NotAClause(source, keyword, nearest));
            if (nearest is null) return null;
        }

        if (!DeclarationParsers.Takes(declaration, section.Kind))
        {
            if (!section.IsMisspelt) _bag.Add(source => SyntaxErrors.MisplacedClause(source, keyword, section.Kind, declaration));
            return null;
        }

        var clause = Run(section, ClauseParsers.Of(section.Kind)) ?? Unread(section);
        return clause with { Span = SpanOf(section), KeywordSpan = keyword };
    }

    // A clause that could not be read stays in the tree as far as others depend on it, so that they do not report it again.
    private ClauseSyntax Unread(Section section)
    {
        var span = SpanOf(section);
        var unreadable = new UnreadableSyntax { Span = span };
        var hasName = section.End - section.Start > 1 && _tokens[section.Start + 1].Kind == TokenKind.Name;
        return section.Kind switch
        {
            TokenKind.Let when hasName => new LetClause(_tokens[section.Start + 1].ToName(), unreadable),
            TokenKind.Param when hasName => new ParamClause(_tokens[section.Start + 1].ToName(), null, null, null, null, null),
            TokenKind.Needs => new ConditionClause(ConditionClauseKind.Needs, unreadable, null, null),
            TokenKind.When => new ConditionClause(ConditionClauseKind.When, unreadable, null, null),
            TokenKind.Until => new ConditionClause(ConditionClauseKind.Until, unreadable, null, null),
            TokenKind.Unless => new ConditionClause(ConditionClauseKind.Unless, unreadable, null, null),
            TokenKind.Severity => new SeverityClause(null, null),
            _ => new UnreadableClause(Keywords.WordOf(section.Kind)),
        };
    }

    private int? Version(Section section)
    {
        var number = section.End - section.Start > 1 ? _tokens[section.Start + 1] : default;
        if (section.End - section.Start == 2 && number.Kind == TokenKind.Number && LiteralText.Number(number.Characters()) == KnownVersion) return KnownVersion;
        var span = section.End - section.Start > 1
            ? number.SourceSpan().To(_tokens[section.End - 1].SourceSpan())
            : _tokens[section.Start].SourceSpan();
        if (!_bag.HasErrorIn(span)) _bag.Add(source => SyntaxErrors.UnknownVersion(source, span));
        return KnownVersion;
    }

    // Clauses and other text before the first declaration.
    private void ReportHomeless(List<Section> sections, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var section = sections[i];
            var token = _tokens[section.Start];
            if (token.Kind == TokenKind.Unreadable) continue;
            var span = token.SourceSpan();
            if (Keywords.IsClause(token.Kind))
            {
                _bag.Add(source => SyntaxErrors.MisplacedClause(source, span, token.Kind, TokenKind.None));
                continue;
            }

            var nearest = section.IsMisspelt && section.Kind != TokenKind.None ? Keywords.WordOf(section.Kind) : null;
            _bag.Add(source => SyntaxErrors.NotADeclaration(source, span, nearest));
        }
    }
}
