using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class ExpressionBinder
{
    private BoundNode Select(SelectSyntax syntax, BindingPlace place)
    {
        var picks = Picks(syntax.Selector, place.Source);
        var node = Bind(syntax.Operand, place with { Part = place.Part.Picked(picks) });
        if (IsUnknown(node) || session.Shapes.Of(node).ReadsMetrics || node is ConstantNode && ReadsTable(syntax.Operand)) return node;
        Report("MR3013", syntax.Selector.Span, place, [Text(syntax.Operand, place)]);
        return Unknown;
    }

    /// <summary>The picks of a selector, dimensions and values checked; those of an unknown dimension are left out.</summary>
    public IReadOnlyList<SegmentPick> Picks(SelectorSyntax selector, RuleSource source)
    {
        var picks = new List<SegmentPick>();
        foreach (var pick in selector.Picks)
        {
            if (session.Dimension(pick.Dimension, source) is not { } dimension) continue;
            if (picks.Exists(p => string.Equals(p.Dimension, dimension, StringComparison.Ordinal)))
            {
                Report("MR3014", pick.Dimension.Span, new BindingPlace(source, PartOfCustomers.Own), [dimension]);
                continue;
            }

            picks.Add(new SegmentPick(dimension, [.. pick.Segments.Select(s => session.Value(dimension, s, source)).Distinct(StringComparer.Ordinal)]));
        }

        return picks;
    }

    private BoundNode Ago(AgoSyntax syntax, BindingPlace place)
    {
        var operand = Value(Bind(syntax.Operand, place), syntax.Operand, place);
        if (IsUnknown(operand) || IsConstant(operand)) return operand;
        return new AgoNode(operand, syntax.Duration.Value);
    }

    private bool ReadsTable(ExpressionSyntax syntax) =>
        syntax is ReferenceSyntax reference && scope.Names.TryGetValue(reference.Name.Value, out var local) && local.Parameter?.Clause.Table is not null;
}
