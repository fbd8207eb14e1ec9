using System.Runtime.CompilerServices;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Gives the names of one rule's expressions their meaning and checks units. A mistake is reported once: what depends on it has an unknown type, which fits everywhere.</summary>
internal sealed partial class ExpressionBinder(BindingSession session, RuleScope scope)
{
    private static readonly BoundNode Unknown = new ConstantNode(new ValueType(ValueKind.Unknown), double.NaN);

    /// <summary>The session's findings.</summary>
    public DiagnosticLog Log => session.Log;

    /// <summary>Binds an expression of any kind.</summary>
    public BoundNode Bind(ExpressionSyntax syntax, BindingPlace place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Report("MR9005", syntax.Span, place, [NodesPerRule]);
            return Unknown;
        }

        var node = syntax switch
        {
            ParenthesisSyntax inner => Bind(inner.Inner, place),
            LiteralSyntax literal => Literal(literal),
            ReferenceSyntax reference => Reference(reference, place),
            CallSyntax call => Call(call, place),
            UnarySyntax unary => Unary(unary, place),
            BinarySyntax binary => Binary(binary, place),
            BetweenSyntax between => Between(between, place),
            IsMissingSyntax missing => IsMissing(missing, place),
            SelectSyntax select => Select(select, place),
            AgoSyntax ago => Ago(ago, place),
            _ => Unknown,
        };
        return Checked(node, syntax, place);
    }

    /// <summary>Binds an expression that must be a condition.</summary>
    public BoundNode BindCondition(ExpressionSyntax syntax, BindingPlace place)
    {
        var node = Bind(syntax, place);
        if (node.Type.Kind is ValueKind.Condition or ValueKind.Unknown) return node;
        Report("MR4006", syntax.Span, place, [Text(syntax, place), TypeNames.Of(node.Type)], help: new DiagnosticText("MR4006.help", Text(syntax, place)));
        return Unknown;
    }

    /// <summary>Binds an expression that must be a number of some kind.</summary>
    public BoundNode BindValue(ExpressionSyntax syntax, BindingPlace place)
    {
        var node = Value(Bind(syntax, place), syntax, place);
        if (IsUnknown(node) || UnitRules.IsNumeric(node.Type)) return node;
        Report("MR4006", syntax.Span, place, [Text(syntax, place), TypeNames.Of(node.Type)], key: "MR4006.value");
        return Unknown;
    }

    /// <summary>Binds an expression that a text shows: anything but a condition.</summary>
    public BoundNode BindShown(ExpressionSyntax syntax, BindingPlace place)
    {
        var node = Value(Bind(syntax, place), syntax, place);
        if (node.Type.Kind != ValueKind.Condition) return node;
        Report("MR4006", syntax.Span, place, [Text(syntax, place)], key: "MR4006.shown");
        return Unknown;
    }

    /// <summary>A literal as a node; a duration keeps its calendar unit.</summary>
    public static BoundNode Literal(LiteralSyntax literal) => literal.Kind switch
    {
        LiteralKind.Number => new ConstantNode(new ValueType(ValueKind.Number), (double)literal.Number),
        LiteralKind.Percentage => new ConstantNode(new ValueType(ValueKind.Percentage), (double)(literal.Number / 100)),
        LiteralKind.Points => new ConstantNode(new ValueType(ValueKind.Points), (double)(literal.Number / 100)),
        LiteralKind.Money => new ConstantNode(new ValueType(ValueKind.Quantity, literal.Currency ?? ""), (double)literal.Number),
        LiteralKind.Duration => new DurationNode(literal.Duration),
        LiteralKind.Date => new ConstantNode(new ValueType(ValueKind.Date), literal.Date.DayNumber),
        LiteralKind.Truth => new ConstantNode(new ValueType(ValueKind.Condition), literal.Truth ? 1 : 0),
        _ => new TextNode(literal.Text ?? ""),
    };

    private int NodesPerRule => session.Limits.NodesPerRule;

    private static bool IsUnknown(BoundNode node) => node.Type.Kind == ValueKind.Unknown;

    /// <summary>Keeps what grows by names within names from growing without bound: the node itself, or unknown where it is too large.</summary>
    private BoundNode Checked(BoundNode node, ExpressionSyntax syntax, BindingPlace place)
    {
        var shape = session.Shapes.Of(node);
        if (shape.Size > NodesPerRule) Report("MR9005", syntax.Span, place, [NodesPerRule]);
        else if (shape.LookBackDays > session.Limits.LookBackYears * 366L) Report("MR9007", syntax.Span, place, [session.Limits.LookBackYears]);
        else return node;
        return Unknown;
    }

    /// <summary>A duration used as a value is one of days.</summary>
    private BoundNode Value(BoundNode node, ExpressionSyntax syntax, BindingPlace place)
    {
        if (node is not DurationNode duration) return node;
        if (duration.Value.IsFixed) return new ConstantNode(node.Type, duration.Value.NominalDays);
        Report("MR4008", syntax.Span, place, [Text(syntax, place)], help: new DiagnosticText("MR4008.help"));
        return Unknown;
    }

    private static string Text(SyntaxNode syntax, BindingPlace place)
    {
        var text = place.Source.Slice(syntax.Span);
        return text.Length <= 60 ? text.ToString() : $"{text[..57]}…";
    }

    private void Report(
        string code, SourceSpan span, BindingPlace place, IReadOnlyList<object> arguments, string? key = null, DiagnosticText? label = null,
        IReadOnlyList<RelatedSpan>? related = null, DiagnosticText? note = null, DiagnosticText? help = null, RuleFix? fix = null) =>
        Log.Add(new RuleDiagnostic
        {
            Code = code, Source = place.Source, Span = span, Message = new DiagnosticText(key ?? code, arguments), Label = label,
            Related = related ?? [], Note = note, Help = help, Fix = fix,
        });
}
