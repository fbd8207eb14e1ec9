using System.Runtime.CompilerServices;
using Mirai.Measures;

namespace Mirai.Rules.Binding;

/// <summary>How the values of an expression behave over days.</summary>
internal enum DayBehaviour
{
    /// <summary>The same on every day, or with no days of its own.</summary>
    Constant,

    /// <summary>Adds up over days.</summary>
    Flow,

    /// <summary>A state at the end of a day.</summary>
    Level,

    /// <summary>A ratio, or made of things that behave differently.</summary>
    Rate,
}

/// <summary>What is known of an expression without evaluating it.</summary>
/// <param name="Size">The nodes in it, each counted as often as it is used; at most <see cref="int.MaxValue"/>.</param>
/// <param name="Depth">The longest way down.</param>
/// <param name="LookBackDays">How many days before a day it looks at, in nominal days.</param>
/// <param name="Behaviour">Whether its days add up.</param>
/// <param name="ReadsMetrics">Whether a metric stands in it.</param>
internal readonly record struct NodeShape(long Size, int Depth, long LookBackDays, DayBehaviour Behaviour, bool ReadsMetrics);

/// <summary>The shapes of bound nodes, each computed once.</summary>
internal sealed class NodeShapes
{
    private readonly Dictionary<BoundNode, NodeShape> _known = new(ByReference.Instance);

    /// <summary>The shape of a node. Children are expected to be asked for before their parents, which keeps this from going deep.</summary>
    public NodeShape Of(BoundNode node)
    {
        if (_known.TryGetValue(node, out var known)) return known;
        var (size, depth, lookBack, reads) = (1L, 0, 0L, node is MetricNode);
        foreach (var child in node.Children)
        {
            var shape = Of(child);
            (size, depth) = (Math.Min(int.MaxValue, size + shape.Size), Math.Max(depth, shape.Depth));
            (lookBack, reads) = (Math.Max(lookBack, shape.LookBackDays), reads || shape.ReadsMetrics);
        }

        var result = new NodeShape(size, depth + 1, Math.Min(int.MaxValue, lookBack + OwnLookBack(node)), BehaviourOf(node), reads);
        _known.Add(node, result);
        return result;
    }

    private static long OwnLookBack(BoundNode node) => node switch
    {
        AgoNode ago => ago.Duration.NominalDays,
        CallNode call => call.Function.LookBack([.. call.Arguments.OfType<DurationNode>().Select(d => d.Value.NominalDays)]),
        _ => 0,
    };

    private DayBehaviour BehaviourOf(BoundNode node) => node switch
    {
        MetricNode metric => metric.Metric.Kind switch
        {
            MeasureKind.Flow => DayBehaviour.Flow,
            MeasureKind.Level => DayBehaviour.Level,
            _ => DayBehaviour.Rate,
        },
        AgoNode ago => Of(ago.Operand).Behaviour,
        UnaryNode { Kind: UnaryKind.Negate } negative => Of(negative.Operand).Behaviour,
        BinaryNode { Kind: BinaryKind.Add or BinaryKind.Subtract } sum => Together(Of(sum.Left).Behaviour, Of(sum.Right).Behaviour),
        BinaryNode { Kind: BinaryKind.Multiply } product => Scaled(Of(product.Left).Behaviour, Of(product.Right).Behaviour),
        BinaryNode { Kind: BinaryKind.Divide } quotient when Of(quotient.Right).Behaviour == DayBehaviour.Constant => Of(quotient.Left).Behaviour,
        CallNode { Function.KeepsBehaviour: true } call => Of(call.Arguments[0]).Behaviour,
        CallNode { Function.Name: "sum" } => DayBehaviour.Level,
        CallNode or BinaryNode or UnaryNode => DayBehaviour.Rate,
        _ => DayBehaviour.Constant,
    };

    private static DayBehaviour Together(DayBehaviour left, DayBehaviour right)
    {
        if (left == DayBehaviour.Constant) return right;
        return right == DayBehaviour.Constant || left == right ? left : DayBehaviour.Rate;
    }

    private static DayBehaviour Scaled(DayBehaviour left, DayBehaviour right)
    {
        if (left == DayBehaviour.Constant) return right;
        return right == DayBehaviour.Constant ? left : DayBehaviour.Rate;
    }

    /// <summary>Nodes are shared, so that comparing them by value could take for ever.</summary>
    private sealed class ByReference : IEqualityComparer<BoundNode>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals(BoundNode? x, BoundNode? y) => ReferenceEquals(x, y);

        public int GetHashCode(BoundNode obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
