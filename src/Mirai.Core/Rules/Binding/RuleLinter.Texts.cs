using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class RuleLinter
{
    /// <summary>MRL007: a number in a condition of the shipped pack that integrators cannot set.</summary>
    private void Thresholds(RuleDefinition definition)
    {
        foreach (var (clause, source) in definition.Of<ConditionClause>().Where(c => c.Clause.Kind is ConditionClauseKind.When or ConditionClauseKind.Until))
        {
            foreach (var comparison in SyntaxWalk.All(clause.Condition).OfType<BinarySyntax>().Where(b => b.Operator is >= BinaryOperator.Less and <= BinaryOperator.NotEqual))
            {
                foreach (var side in new[] { comparison.Left, comparison.Right })
                {
                    if (ThresholdIn(side) is { } literal) Advise("MRL007", side.Span, source, [source.Slice(literal.Span).ToString(), definition.Name]);
                }
            }
        }
    }

    private static LiteralSyntax? ThresholdIn(ExpressionSyntax side) => side switch
    {
        LiteralSyntax literal when literal.Kind is not (LiteralKind.Text or LiteralKind.Truth) && !IsZero(literal) => literal,
        UnarySyntax unary => ThresholdIn(unary.Operand),
        ParenthesisSyntax inner => ThresholdIn(inner.Inner),
        BinarySyntax { Operator: BinaryOperator.Of, Left: LiteralSyntax literal } => literal,
        _ => null,
    };

    private static bool IsZero(LiteralSyntax literal) =>
        literal.Kind is LiteralKind.Number or LiteralKind.Percentage or LiteralKind.Points or LiteralKind.Money && literal.Number == 0;

    /// <summary>MRL008: a text that lacks a language which the rule's other texts have.</summary>
    private void Languages(RuleDefinition definition)
    {
        var texts = definition.Clauses.SelectMany(c => SyntaxWalk.TextsOf(c.Clause).Select(t => (Texts: t, c.Clause, c.Source))).ToList();
        var languages = texts.SelectMany(t => LanguagesOf(t.Texts)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var (text, clause, source) in texts.Where(t => t.Clause is TextClause { Kind: TextClauseKind.Title or TextClauseKind.Message }))
        {
            var own = LanguagesOf(text).ToList();
            if (own.Count == 0) continue;
            foreach (var missing in languages.Except(own, StringComparer.Ordinal)) Advise("MRL008", clause.KeywordSpan, source, [definition.Name, missing]);
        }
    }

    private static IEnumerable<string> LanguagesOf(TextsSyntax texts) => texts.Texts.Select(t => t.Language?.Value).OfType<string>();

    /// <summary>MRL009: one name in two spellings, which are the same name to the language but not to a search.</summary>
    private void Spellings(FileSyntax file)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in file.Declarations.SelectMany(NamesOf))
        {
            var written = file.Source.Slice(name.Span).Trim('`').ToString();
            if (!first.TryAdd(name.Value, written) && !string.Equals(first[name.Value], written, StringComparison.Ordinal))
                Advise("MRL009", name.Span, file.Source, [written, first[name.Value]], fix: new RuleFix(name.Span, NameText.Written(first[name.Value])));
        }
    }

    private static IEnumerable<NameSyntax> NamesOf(DeclarationSyntax declaration)
    {
        IEnumerable<ClauseSyntax> clauses = declaration switch
        {
            RuleSyntax rule => rule.Clauses,
            OverrideSyntax over => over.Clauses,
            SharedSyntax shared => [shared.Clause],
            _ => [],
        };
        return new[] { declaration.Name }.OfType<NameSyntax>().Concat(clauses.SelectMany(NamesOf));
    }

    private static IEnumerable<NameSyntax> NamesOf(ClauseSyntax clause)
    {
        IEnumerable<NameSyntax> own = clause switch
        {
            LetClause let => [let.Name],
            ParamClause parameter => [parameter.Name],
            SetClause set => [set.Name],
            EachClause each => each.Dimensions,
            DrillClause drill => drill.Dimensions,
            _ => [],
        };
        return own.Concat(SyntaxWalk.Roots(clause).SelectMany(SyntaxWalk.All).OfType<ReferenceSyntax>().Select(r => r.Name));
    }

    /// <summary>MRL011: an override of another layer's clause that does not keep what it replaced, so that nobody hears when the original moves on.</summary>
    private void Overrides()
    {
        foreach (var replacement in _bound.Layers.Replacements)
        {
            if (replacement.Mark is not null || replacement.Replaced.Count == 0 || replacement.Replaced[0].Layer == replacement.Layer) continue;
            var (source, at) = (replacement.Source, replacement.First.KeywordSpan.Start);
            var column = source.PositionOf(at).Column - 1;
            Advise("MRL011", replacement.First.KeywordSpan, source, [ClauseKinds.Keyword(replacement.Kind), replacement.MarkText],
                fix: new RuleFix(new SourceSpan(at, at), $"{replacement.MarkText}\n{new string(' ', column)}"));
        }
    }
}
