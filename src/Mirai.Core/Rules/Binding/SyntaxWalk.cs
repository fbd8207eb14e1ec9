using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Finds expressions in clauses and within each other, without recursion.</summary>
internal static class SyntaxWalk
{
    /// <summary>The expressions that stand directly in a clause, those of placeholders included.</summary>
    public static IEnumerable<ExpressionSyntax> Roots(ClauseSyntax clause)
    {
        IEnumerable<ExpressionSyntax?> own = clause switch
        {
            LetClause let => [let.Value],
            ConditionClause condition => [condition.Condition],
            SeverityClause severity => [severity.Condition],
            EvidenceClause evidence => [evidence.Value],
            BecauseClause because => [because.Condition, because.Strength],
            DrillClause drill => [drill.Value],
            _ => [],
        };
        return own.OfType<ExpressionSyntax>().Concat(TextsOf(clause).SelectMany(Placeholders));
    }

    /// <summary>An expression and all within it, from left to right.</summary>
    public static IEnumerable<ExpressionSyntax> All(ExpressionSyntax root)
    {
        var open = new Stack<ExpressionSyntax>();
        open.Push(root);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next).Reverse()) open.Push(child);
        }
    }

    /// <summary>The texts of a clause.</summary>
    public static IEnumerable<TextsSyntax> TextsOf(ClauseSyntax clause)
    {
        IEnumerable<TextsSyntax?> texts = clause switch
        {
            TextClause text => [text.Texts],
            ConditionClause condition => [condition.Texts],
            EvidenceClause evidence => [evidence.Texts],
            BecauseClause because => [because.Texts],
            ParamClause parameter => [parameter.Texts],
            _ => [],
        };
        return texts.OfType<TextsSyntax>();
    }

    private static IEnumerable<ExpressionSyntax> Placeholders(TextsSyntax texts) =>
        texts.Texts.SelectMany(t => t.Text.Parts).OfType<PlaceholderPart>().Select(p => p.Value).OfType<ExpressionSyntax>();

    private static ExpressionSyntax[] Children(ExpressionSyntax expression) => expression switch
    {
        ParenthesisSyntax inner => [inner.Inner],
        CallSyntax call => [.. call.Arguments.Select(a => a.Value)],
        UnarySyntax unary => [unary.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        BetweenSyntax between => [between.Operand, between.Low, between.High],
        IsMissingSyntax missing => [missing.Operand],
        SelectSyntax select => [select.Operand],
        AgoSyntax ago => [ago.Operand],
        _ => [],
    };
}
