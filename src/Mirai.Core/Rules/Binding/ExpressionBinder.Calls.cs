using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class ExpressionBinder
{
    private const string Weekly = "weekly";
    private const string Yearly = "yearly";

    private BoundNode Call(CallSyntax syntax, BindingPlace place)
    {
        var name = syntax.Function.Value;
        if (!session.Functions.TryFind(name, out var function))
        {
            UnknownFunction(syntax, place);
            return Unknown;
        }

        if (Arranged(syntax, function, place) is not { } arguments)
        {
            foreach (var argument in syntax.Arguments) BindLoosely(argument.Value, place);
            return Unknown;
        }

        if (name is PartFunctions.Overall or PartFunctions.Share) return OfTheWhole(function, arguments[0], place);
        var nodes = new BoundNode[arguments.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = Argument(function, Math.Min(i, function.Parameters.Count - 1), arguments[i], place);
        if (Array.Exists(nodes, IsUnknown)) return Unknown;
        if (!Matches(function, nodes, arguments, place) || !SeasonFits(nodes, arguments, place)) return Unknown;
        if (string.Equals(name, ConditionFunctions.Firing, StringComparison.Ordinal)) return nodes[0];
        var by = arguments.SelectMany(a => a.By).Select(d => session.Dimension(d, place.Source)).ToList();
        if (by.Contains(null)) return Unknown;
        return Folded(function, nodes, by!);
    }

    private static BoundNode Folded(RuleFunction function, BoundNode[] nodes, IReadOnlyList<string> by)
    {
        if (!function.IsFolded || nodes.Length <= function.Parameters.Count) return Applied(function, nodes, by);
        var result = nodes[0];
        for (var i = 1; i < nodes.Length; i++) result = Applied(function, [result, nodes[i]], by);
        return result;
    }

    private static CallNode Applied(RuleFunction function, IReadOnlyList<BoundNode> nodes, IReadOnlyList<string> by) =>
        new(function.ResultType([.. nodes.Select(n => n.Type)]), function, nodes, by);

    private BoundNode OfTheWhole(RuleFunction function, ArgumentSyntax argument, BindingPlace place)
    {
        var whole = BindValue(argument.Value, place with { Part = place.Part with { IsOverall = true } });
        if (string.Equals(function.Name, PartFunctions.Overall, StringComparison.Ordinal)) return whole;
        var part = BindValue(argument.Value, place);
        if (IsUnknown(whole) || IsUnknown(part)) return Unknown;
        if (scope.Dimensions.Count > 0 || place.Part.Picks.Count > 0) return Quotient(part, whole);
        if (!scope.HasUnknownDimension) Report("MR5010", argument.Span, place, [Text(argument.Value, place)]);
        return Unknown;
    }

    private static BinaryNode Quotient(BoundNode part, BoundNode whole) =>
        new(new ValueType(ValueKind.Percentage), BinaryKind.Divide, part, whole);

    private void UnknownFunction(CallSyntax syntax, BindingPlace place)
    {
        var name = syntax.Function.Value;
        var nearest = session.Functions.Meant(name);
        Report("MR3002", syntax.Function.Span, place, [name], fix: nearest is null ? null : new RuleFix(syntax.Function.Span, nearest, IsGuess: true));
        foreach (var argument in syntax.Arguments) BindLoosely(argument.Value, place);
    }

    /// <summary>Looks for mistakes in the arguments of a call that itself is wrong; season words and rules' names could be meant.</summary>
    private void BindLoosely(ExpressionSyntax syntax, BindingPlace place)
    {
        if (syntax is ReferenceSyntax { Name.Value: Weekly or Yearly }) return;
        if (syntax is ReferenceSyntax reference && session.RuleIndex.ContainsKey(reference.Name.Value)) return;
        Bind(syntax, place);
    }

    /// <summary>The arguments in the order of the parameters; <see langword="null"/>, and reported, where they do not fit them.</summary>
    private List<ArgumentSyntax>? Arranged(CallSyntax syntax, RuleFunction function, BindingPlace place)
    {
        var parameters = function.Parameters;
        var signature = $"{function.Name}({string.Join(", ", parameters.Select(p => p.Kind == ParameterKind.ValueBy ? $"{p.Name} by dimension" : p.Name))})";
        var isCountRight = syntax.Arguments.Count == parameters.Count || (function.IsFolded && syntax.Arguments.Count > parameters.Count);
        if (!isCountRight)
        {
            Report("MR3008", syntax.Function.Span, place, [function.Name, parameters.Count, syntax.Arguments.Count],
                help: new DiagnosticText("MR3008.help", signature));
            return null;
        }

        var arranged = new ArgumentSyntax?[syntax.Arguments.Count];
        for (var i = 0; i < arranged.Length; i++)
        {
            var argument = syntax.Arguments[i];
            var at = argument.Label is null ? i : parameters.TakeWhile(p => !string.Equals(p.Name, argument.Label.Value, StringComparison.Ordinal)).Count();
            if (at >= arranged.Length || arranged[at] is not null)
            {
                Report("MR3008", (argument.Label ?? (SyntaxNode)argument).Span, place, [function.Name, argument.Label?.Value ?? ""], key: "MR3008.label",
                    help: new DiagnosticText("MR3008.help", signature));
                return null;
            }

            arranged[at] = argument;
        }

        return [.. arranged.Select(a => a!)];
    }

    private BoundNode Argument(RuleFunction function, int index, ArgumentSyntax argument, BindingPlace place)
    {
        var parameter = function.Parameters[index];
        if (parameter.Kind != ParameterKind.ValueBy && argument.By.Count > 0)
        {
            Report("MR3008", argument.By[0].Span, place, [function.Name], key: "MR3008.by");
            return Unknown;
        }

        return parameter.Kind switch
        {
            ParameterKind.Condition => BindCondition(argument.Value, place),
            ParameterKind.Duration => Duration(function, parameter, argument.Value, place),
            ParameterKind.Constant => Constant(function, parameter, argument.Value, place),
            ParameterKind.Season => Season(function, argument.Value, place),
            ParameterKind.Rule => Firing(argument.Value, place),
            ParameterKind.ValueBy => ValueBy(function, argument, place),
            _ => ValueArgument(function, parameter, argument.Value, place),
        };
    }

    private BoundNode ValueArgument(RuleFunction function, FunctionParameter parameter, ExpressionSyntax syntax, BindingPlace place)
    {
        var node = BindValue(syntax, place);
        if (IsUnknown(node) || !parameter.MustAddUp) return node;
        var behaviour = session.Shapes.Of(node).Behaviour;
        if (behaviour is not (DayBehaviour.Level or DayBehaviour.Rate)) return node;
        Report("MR4007", syntax.Span, place, [Text(syntax, place)], key: behaviour == DayBehaviour.Level ? "MR4007" : "MR4007.rate",
            help: new DiagnosticText("MR4007.help", Text(syntax, place), function.Name));
        return Unknown;
    }

    private BoundNode Duration(RuleFunction function, FunctionParameter parameter, ExpressionSyntax syntax, BindingPlace place)
    {
        var node = Bind(syntax, place);
        if (node is DurationNode duration)
        {
            if (parameter.IsWindow && duration.Value.NominalDays > session.Limits.WindowYears * 366L)
            {
                Report("MR9006", syntax.Span, place, [Text(syntax, place), session.Limits.WindowYears]);
                return Unknown;
            }

            if (duration.Value.Count > 0) return node;
            Report("MR4009", syntax.Span, place, [function.Name]);
            return Unknown;
        }

        if (IsUnknown(node)) return node;
        if (node.Type.Kind == ValueKind.Number && IsLiteral(syntax))
        {
            Report("MR2005", syntax.Span, place, [function.Name], key: "MR2005.argument",
                fix: new RuleFix(syntax.Span, WrittenForm.InType(place.Source.Slice(syntax.Span), new ValueType(ValueKind.Duration))!));
        }
        else
        {
            Report("MR2005", syntax.Span, place, [function.Name, Text(syntax, place)], key: "MR2005.other");
        }

        return Unknown;
    }

    private BoundNode Constant(RuleFunction function, FunctionParameter parameter, ExpressionSyntax syntax, BindingPlace place)
    {
        var node = Bind(syntax, place);
        if (IsUnknown(node)) return node;
        if (function.Host is not null && node is ConstantNode { Type.Kind: ValueKind.Percentage or ValueKind.Number }) return node;
        if (node is ConstantNode { Type.Kind: ValueKind.Percentage, Value: >= 0 and <= 1 } share && (share.Value is > 0 and < 1 || function.Name is "percentile")) return node;
        var fix = node.Type.Kind == ValueKind.Number && IsLiteral(syntax) ? new RuleFix(syntax.Span, WrittenForm.InType(place.Source.Slice(syntax.Span), new ValueType(ValueKind.Percentage))!) : null;
        Report("MR4010", syntax.Span, place, [function.Name, parameter.Name], fix: fix);
        return Unknown;
    }

    private BoundNode Season(RuleFunction function, ExpressionSyntax syntax, BindingPlace place)
    {
        if (syntax is ReferenceSyntax { Name.Value: Weekly or Yearly } word) return new TextNode(word.Name.Value);
        var nearest = syntax is ReferenceSyntax other ? NearestName.Find(other.Name.Value, [Weekly, Yearly]) : null;
        Report("MR3015", syntax.Span, place, [function.Name, Text(syntax, place)], fix: nearest is null ? null : new RuleFix(syntax.Span, nearest, IsGuess: true));
        return Unknown;
    }

    private BoundNode Firing(ExpressionSyntax syntax, BindingPlace place)
    {
        if (syntax is not ReferenceSyntax { Name: var name })
        {
            if (syntax is not UnreadableSyntax) Report("MR3005", syntax.Span, place, [Text(syntax, place)]);
            return Unknown;
        }

        if (session.RuleIndex.TryGetValue(name.Value, out var index)) return new FiringNode(index);
        var nearest = NearestName.Find(name.Value, session.RuleIndex.Keys);
        Report("MR3005", name.Span, place, [name.Value], fix: nearest is null ? null : new RuleFix(name.Span, NameText.Written(nearest), IsGuess: true));
        return Unknown;
    }

    private BoundNode ValueBy(RuleFunction function, ArgumentSyntax argument, BindingPlace place)
    {
        var node = BindValue(argument.Value, place);
        if (argument.By.Count != 1)
        {
            var at = argument.By.Count > 1 ? argument.By[1].Span : argument.Value.Span;
            Report("MR3008", at, place, [function.Name], key: argument.By.Count > 1 ? "MR3008.many" : "MR3008.noby", help: new DiagnosticText("MR3008.noby.help", function.Name, Text(argument.Value, place)));
            return Unknown;
        }

        if (IsUnknown(node)) return node;
        if (session.Shapes.Of(node).ReadsMetrics) return PartsAddUp(function, node, argument.Value, place);
        Report("MR3013", argument.Span, place, [Text(argument.Value, place)]);
        return Unknown;
    }

    private BoundNode PartsAddUp(RuleFunction function, BoundNode node, ExpressionSyntax syntax, BindingPlace place)
    {
        if (session.Shapes.Of(node).Behaviour != DayBehaviour.Rate || node.Type.Kind == ValueKind.Quantity) return node;
        Report("MR4011", syntax.Span, place, [Text(syntax, place), function.Name, TypeNames.Of(node.Type)]);
        return Unknown;
    }

    private bool Matches(RuleFunction function, BoundNode[] nodes, List<ArgumentSyntax> arguments, BindingPlace place)
    {
        for (var i = 1; i < nodes.Length; i++)
        {
            if (function.Parameters[Math.Min(i, function.Parameters.Count - 1)].SameAs is not { } other) continue;
            var (first, second) = Adapted(nodes[other], nodes[i]);
            if (UnitRules.Unified(first, second) is not null) continue;
            Report("MR4012", arguments[i].Value.Span, place, [function.Name, TypeNames.Of(nodes[other].Type), TypeNames.Of(nodes[i].Type)],
                label: TypeNames.Short(nodes[i].Type), related: [new RelatedSpan(arguments[other].Value.Span, TypeNames.Short(nodes[other].Type))]);
            return false;
        }

        return true;
    }

    /// <summary>Seasons come with a history in their own unit: weeks of weekdays, years of days.</summary>
    private bool SeasonFits(BoundNode[] nodes, List<ArgumentSyntax> arguments, BindingPlace place)
    {
        if (nodes is not [_, TextNode season, DurationNode history]) return true;
        var isWeekly = string.Equals(season.Value, Weekly, StringComparison.Ordinal);
        if (history.Value.Unit == (isWeekly ? DurationUnit.Week : DurationUnit.Year)) return true;
        Report("MR4013", arguments[2].Value.Span, place, [season.Value], key: isWeekly ? "MR4013" : "MR4013.yearly");
        return false;
    }
}
