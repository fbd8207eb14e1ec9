using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class ExpressionBinder
{
    private const int DeepestChain = 32;

    private static readonly string[] CalendarNames = ["weekday", "month", "day_of_month", "is_holiday"];
    private static readonly string[] MessageNames = ["segment", "date", "since", "days"];

    /// <summary>Binds a <c>let</c> or parameter wherever it may be used, so that its mistakes are found even where it is not.</summary>
    public BoundNode BindName(LocalName local, BindingPlace place)
    {
        var key = place.Part.Key;
        if (local.Bound.TryGetValue(key, out var known)) return known;
        var bound = local.Parameter is { } parameter ? ParameterNode(parameter, place) : LetNode(local, place);
        local.Bound[key] = bound;
        return bound;
    }

    private BoundNode LetNode(LocalName local, BindingPlace place)
    {
        (local.IsOpen, var there) = (true, new BindingPlace(local.Source, place.Part));
        scope.Open.Add(local);
        var node = Bind(local.Let!, there);
        scope.Open.RemoveAt(scope.Open.Count - 1);
        local.IsOpen = false;
        return node;
    }

    private BoundNode Reference(ReferenceSyntax syntax, BindingPlace place)
    {
        var name = syntax.Name.Value;
        if (scope.Names.TryGetValue(name, out var local)) return Local(local, syntax, place);
        if (session.Metric(name) is { } metric) return Metric(metric, syntax, place);
        if (Calendar(name) is { } calendar) return calendar;
        if (Array.IndexOf(MessageNames, name) is var at and >= 0) return MessageValue((MessageValueKind)at, syntax, place);
        Report(session.Functions.TryFind(name, out _) ? ("MR3012", "MR3012") : ("MR3001", "MR3001"), syntax.Name, place);
        return Unknown;
    }

    private BoundNode Local(LocalName local, ReferenceSyntax syntax, BindingPlace place)
    {
        local.IsUsed = true;
        if (local.IsOpen)
        {
            var circle = scope.Open.SkipWhile(l => l != local).Append(local).Select(l => l.Syntax.Value);
            Report("MR3011", syntax.Span, place, [local.Syntax.Value], label: new DiagnosticText("closes.circle"),
                note: new DiagnosticText("plain", string.Join(" -> ", circle)), help: new DiagnosticText("MR3011.help"));
            return Unknown;
        }

        if (scope.Open.Count + local.Depth >= DeepestChain)
        {
            Report("MR9008", syntax.Span, place, [DeepestChain]);
            return Unknown;
        }

        var node = BindName(local, place);
        if (scope.Open.Count > 0) scope.Open[^1].Depth = Math.Max(scope.Open[^1].Depth, local.Depth + 1);
        return node;
    }

    private BoundNode Metric(RuleMetric metric, ReferenceSyntax syntax, BindingPlace place)
    {
        var part = place.Part;
        var readsSegments = part.Picks.Count > 0 || (!part.IsOverall && scope.Dimensions.Count > 0);
        if (!metric.IsSegmentable && readsSegments)
        {
            var isPicked = part.Picks.Count > 0;
            Report("MR3007", syntax.Span, place, [metric.Name, isPicked ? part.Picks[0].Dimension : scope.Dimensions[0]],
                key: isPicked ? "MR3007.picked" : "MR3007", fix: isPicked ? null : new RuleFix(syntax.Span, $"overall({Text(syntax, place)})"));
            return Unknown;
        }

        return new MetricNode(UnitRules.TypeOf(metric.Unit), metric, part.Picks, part.IsOverall);
    }

    private static CalendarNode? Calendar(string name)
    {
        var at = Array.IndexOf(CalendarNames, name);
        if (at < 0) return null;
        var kind = (CalendarKind)at;
        return new CalendarNode(new ValueType(kind == CalendarKind.IsHoliday ? ValueKind.Condition : ValueKind.Number), kind);
    }

    private BoundNode MessageValue(MessageValueKind kind, ReferenceSyntax syntax, BindingPlace place)
    {
        if (!place.IsText)
        {
            Report("MR3009", syntax.Span, place, [syntax.Name.Value]);
            return Unknown;
        }

        return new MessageValueNode(new ValueType(kind switch
        {
            MessageValueKind.Segment => ValueKind.Text,
            MessageValueKind.Days => ValueKind.Number,
            _ => ValueKind.Date,
        }), kind);
    }

    private void Report((string Code, string Key) what, NameSyntax name, BindingPlace place)
    {
        var candidates = scope.Names.Keys.Concat(session.MetricNames).Concat(CalendarNames);
        if (place.IsText) candidates = candidates.Concat(MessageNames);
        var nearest = string.Equals(what.Code, "MR3001", StringComparison.Ordinal) ? NearestName.Find(name.Value, candidates) : null;
        Report(what.Code, name.Span, place, [name.Value], key: what.Key, fix: nearest is null ? null : new RuleFix(name.Span, NameText.Written(nearest), IsGuess: true));
    }

    private BoundNode ParameterNode(Parameter parameter, BindingPlace place)
    {
        if (parameter.Clause.Table is not { } table) return parameter.Value is { } value ? Literal(value.Literal) : Unknown;
        if (session.Dimension(table.Dimension, parameter.Source) is not { } dimension) return Unknown;
        var type = parameter.First is { } first ? Literal(first).Type : Unknown.Type;
        double? other = parameter.Value is { } otherwise ? Number(Literal(otherwise.Literal)) : null;
        if (place.Part.Picks.FirstOrDefault(p => string.Equals(p.Dimension, dimension, StringComparison.Ordinal)) is { Values.Count: 1 } pick)
            return new ConstantNode(type, parameter.Rows.TryGetValue(pick.Values[0], out var row) ? Number(Literal(row.Literal)) : other ?? double.NaN);
        if (place.Part.IsOverall || !scope.Dimensions.Contains(dimension, StringComparer.Ordinal))
        {
            if (scope.Dimensions.Contains(dimension, StringComparer.Ordinal) && other is { } whole) return new ConstantNode(type, whole);
            if (!scope.HasUnknownDimension) Report("MR5008", table.Dimension.Span, place with { Source = parameter.Source }, [parameter.Name, dimension],
                help: new DiagnosticText("MR5008.help", dimension));
            return Unknown;
        }

        var rows = parameter.Rows.ToDictionary(r => r.Key, r => Number(Literal(r.Value.Literal)), StringComparer.Ordinal);
        return new TableNode(type, dimension, rows, other);
    }

    /// <summary>The number of a literal; of a duration, its days.</summary>
    private static double Number(BoundNode literal) => literal switch
    {
        ConstantNode constant => constant.Value,
        DurationNode duration => duration.Value.NominalDays,
        _ => double.NaN,
    };
}
