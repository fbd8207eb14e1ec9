using System.Diagnostics;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Turns the bound trees of one rule set into terms of a graph that several sets may share.</summary>
/// <param name="graph">Where the terms are made.</param>
/// <param name="placeOfRule">The place in the run of each rule of the set; -1 for one that does not run.</param>
internal sealed class Lowering(TermGraph graph, IReadOnlyList<int> placeOfRule)
{
    // By reference: a `let` that is used twice is one object, and comparing such trees by value could take for ever.
    private readonly Dictionary<(BoundNode Node, Reach Reach), Term> _known = new(new SameNode());

    /// <summary>The term of an expression.</summary>
    public Term Of(BoundNode node) => Of(node, Reach.AsWritten);

    private Term Of(BoundNode node, Reach reach)
    {
        if (_known.TryGetValue((node, reach), out var known)) return known;
        StackCheck.Ensure();
        var term = Make(node, reach);
        _known.Add((node, reach), term);
        return term;
    }

    private Term Make(BoundNode node, Reach reach) => node switch
    {
        ConstantNode { Type.Kind: ValueKind.Condition } truth => graph.Constant(truth.Value != 0),
        ConstantNode constant => graph.Constant(constant.Value),
        DurationNode duration => graph.Constant(duration.Value.NominalDays),
        TableNode table => reach == Reach.Whole ? graph.Constant(table.Else ?? double.NaN) : graph.OfTable(table),
        MetricNode metric => graph.OfMetric(TermKind.Metric, reach == Reach.AsWritten ? metric : metric with { IsOverall = reach == Reach.Whole }),
        AgoNode ago => graph.Of(TermKind.Ago, ago.Duration, 0, Of(ago.Operand, reach)),
        UnaryNode unary => OfUnary(unary, reach),
        BinaryNode binary => graph.Of(KindOf(binary.Kind), Of(binary.Left, reach), Of(binary.Right, reach)),
        CallNode call => OfCall(call, reach),
        FiringNode firing => placeOfRule[firing.RuleIndex] is >= 0 and var place ? graph.OfFiring(place, reach == Reach.Whole) : graph.Constant(truth: false),
        CalendarNode calendar => graph.OfCalendar(calendar.Kind switch
        {
            CalendarKind.Weekday => TermKind.Weekday,
            CalendarKind.Month => TermKind.Month,
            CalendarKind.DayOfMonth => TermKind.DayOfMonth,
            _ => TermKind.IsHoliday,
        }),
        _ => throw new UnreachableException($"{node.GetType().Name} is no expression of days."),
    };

    private Term OfUnary(UnaryNode unary, Reach reach)
    {
        var operand = Of(unary.Operand, reach);
        return unary.Kind switch
        {
            UnaryKind.Negate => graph.Of(TermKind.Subtract, graph.Constant(0.0), operand),
            UnaryKind.Not => graph.Of(TermKind.Not, operand),
            _ => graph.Of(TermKind.IsMissing, operand),
        };
    }

    private static TermKind KindOf(BinaryKind kind) => kind switch
    {
        BinaryKind.Add => TermKind.Add,
        BinaryKind.Subtract => TermKind.Subtract,
        BinaryKind.Multiply => TermKind.Multiply,
        BinaryKind.Divide => TermKind.Divide,
        BinaryKind.Less => TermKind.Less,
        BinaryKind.LessOrEqual => TermKind.LessOrEqual,
        BinaryKind.Greater => TermKind.Greater,
        BinaryKind.GreaterOrEqual => TermKind.GreaterOrEqual,
        BinaryKind.Equal => TermKind.Equal,
        BinaryKind.NotEqual => TermKind.NotEqual,
        BinaryKind.And => TermKind.And,
        _ => TermKind.Or,
    };

    private Term OfCall(CallNode call, Reach reach)
    {
        if (call.Function.Host is not null)
        {
            return graph.OfHost(call.Function, [.. call.Arguments.Select(a => Of(a, reach))], call.Type.Kind == ValueKind.Condition);
        }

        Term Argument(int place) => Of(call.Arguments[place], reach);
        var duration = call.Arguments.OfType<DurationNode>().FirstOrDefault()?.Value ?? default;
        Term Over(TermKind kind) => graph.Of(kind, duration, 0, Argument(0));
        return call.Function.Name switch
        {
            "avg" => Over(TermKind.Average),
            "sum" => Over(TermKind.Sum),
            "coverage" => Over(TermKind.Coverage),
            "stdev" => Over(TermKind.Deviation),
            "zscore" => Over(TermKind.Score),
            "slope" => Over(TermKind.Slope),
            "trend" => Over(TermKind.Trend),
            "min" => Over(TermKind.Minimum),
            "max" => Over(TermKind.Maximum),
            "ewma" => Over(TermKind.FadingMean),
            "count_days" => Over(TermKind.CountDays),
            "median" => graph.Of(TermKind.Percentile, duration, 0, Argument(0), graph.Constant(0.5)),
            "percentile" => graph.Of(TermKind.Percentile, duration, 0, Argument(0), Argument(1)),
            "change" => graph.Of(TermKind.RelativeChange, Argument(0), Over(TermKind.Ago)),
            "diff" => graph.Of(TermKind.Subtract, Argument(0), Over(TermKind.Ago)),
            "expected" => Expected(call, Argument(0), duration),
            "gap" => graph.Of(TermKind.RelativeChange, Argument(0), Expected(call, Argument(0), duration)),
            "streak" => graph.Of(TermKind.Streak, Argument(0)),
            "days_since" => graph.Of(TermKind.DaysSince, Argument(0)),
            "abs" => graph.Of(TermKind.Absolute, Argument(0)),
            "least" => Fold(call, TermKind.Least, reach),
            "greatest" => Fold(call, TermKind.Greatest, reach),
            "default" => graph.Of(TermKind.Default, Argument(0), Argument(1)),
            "if" => graph.Of(TermKind.If, Argument(0), Argument(1), Argument(2)),
            "wilson_low" => graph.Of(TermKind.WilsonLow, Argument(0), Argument(1), Argument(2)),
            "wilson_high" => graph.Of(TermKind.WilsonHigh, Argument(0), Argument(1), Argument(2)),
            "overall" => Of(call.Arguments[0], Reach.Whole),
            "share" => graph.Of(TermKind.Divide, Argument(0), Of(call.Arguments[0], Reach.Whole)),
            "largest_share" => OverParts(TermKind.LargestShare, call, reach),
            "concentration" => OverParts(TermKind.Concentration, call, reach),
            _ => throw new UnreachableException($"Nothing computes `{call.Function.Name}`."),
        };
    }

    private Term Fold(CallNode call, TermKind kind, Reach reach) =>
        call.Arguments.Select(a => Of(a, reach)).Aggregate((left, right) => graph.Of(kind, left, right));

    /// <summary>A term over parts: of the scope's part, or of the whole. A value that is the whole's everywhere would be the same in all parts, so then the parts are those of the whole.</summary>
    private Term OverParts(TermKind kind, CallNode call, Reach reach)
    {
        var (isRead, isWhole) = (false, true);
        Look(call.Arguments[0]);
        var ofWhole = isRead && isWhole;
        return graph.OverParts(kind, Of(call.Arguments[0], ofWhole ? Reach.Part : Reach.AsWritten), call.By, reach == Reach.Whole || ofWhole);

        void Look(BoundNode node)
        {
            if (node is MetricNode metric) (isRead, isWhole) = (true, isWhole && metric.IsOverall);
            foreach (var child in node.Children) Look(child);
        }
    }

    private Term Expected(CallNode call, Term value, RuleDuration history)
    {
        var isWeekly = string.Equals(call.Arguments.OfType<TextNode>().First().Value, "weekly", StringComparison.Ordinal);
        return isWeekly
            ? graph.Of(TermKind.ExpectedWeekly, default, Math.Max(1, history.NominalDays / 7), value)
            : graph.Of(TermKind.ExpectedYearly, default, Math.Max(1, history.IsFixed ? history.NominalDays / 364 : history.Months / 12), value);
    }

    /// <summary>For which customers an expression's metrics are meant.</summary>
    private enum Reach
    {
        /// <summary>As each metric says.</summary>
        AsWritten,

        /// <summary>All customers.</summary>
        Whole,

        /// <summary>Those of the part, whatever the metric says.</summary>
        Part,
    }

    private sealed class SameNode : IEqualityComparer<(BoundNode Node, Reach Reach)>
    {
        public bool Equals((BoundNode Node, Reach Reach) x, (BoundNode Node, Reach Reach) y) =>
            ReferenceEquals(x.Node, y.Node) && x.Reach == y.Reach;

        public int GetHashCode((BoundNode Node, Reach Reach) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Node), obj.Reach);
    }
}
