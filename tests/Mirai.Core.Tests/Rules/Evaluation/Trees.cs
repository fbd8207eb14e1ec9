using Mirai.Measures;
using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;
using ValueType = Mirai.Rules.Binding.ValueType;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>Bound trees without a text: short names for the nodes that tests are made of.</summary>
internal static class Trees
{
    public static readonly ValueType Quantity = new(ValueKind.Quantity, "customers");
    public static readonly ValueType Percentage = new(ValueKind.Percentage);
    public static readonly ValueType Condition = new(ValueKind.Condition);

    public static RuleMetric MetricNamed(string name, MeasureKind kind = MeasureKind.Level) => new(name, name, kind == MeasureKind.Rate ? "%" : "customers", kind, IsSegmentable: true);

    public static BoundNode Metric(string name, params IReadOnlyList<SegmentPick> picks) => new MetricNode(Quantity, MetricNamed(name), picks, IsOverall: false);

    public static BoundNode Overall(string name) => new MetricNode(Quantity, MetricNamed(name), [], IsOverall: true);

    public static SegmentPick Pick(string dimension, params IReadOnlyList<string> values) => new(dimension, values);

    public static BoundNode Number(double value) => new ConstantNode(Quantity, value);

    public static BoundNode Table(string dimension, double? other, params IReadOnlyList<(string Value, double Number)> rows) =>
        new TableNode(Quantity, dimension, rows.ToDictionary(r => r.Value, r => r.Number, StringComparer.Ordinal), other);

    public static RuleDuration Days(int count) => new(count, DurationUnit.Day);

    public static BoundNode Ago(BoundNode operand, RuleDuration duration) => new AgoNode(operand, duration);

    public static BoundNode Binary(BinaryKind kind, BoundNode left, BoundNode right) =>
        new BinaryNode(kind >= BinaryKind.Less ? Condition : left.Type, kind, left, right);

    public static BoundNode Less(BoundNode left, double right) => Binary(BinaryKind.Less, left, Number(right));

    public static BoundNode AtLeast(BoundNode left, double right) => Binary(BinaryKind.GreaterOrEqual, left, Number(right));

    public static BoundNode And(BoundNode left, BoundNode right) => Binary(BinaryKind.And, left, right);

    public static BoundNode Not(BoundNode operand) => new UnaryNode(Condition, UnaryKind.Not, operand);

    public static BoundNode IsMissing(BoundNode operand) => new UnaryNode(Condition, UnaryKind.IsMissing, operand);

    public static BoundNode Call(string function, params IReadOnlyList<BoundNode> arguments) => Call(Quantity, function, [], arguments);

    public static BoundNode Call(string function, BoundNode value, RuleDuration duration) => Call(function, value, new DurationNode(duration));

    public static BoundNode Call(ValueType type, string function, IReadOnlyList<string> by, params IReadOnlyList<BoundNode> arguments) =>
        new CallNode(type, new RuleFunction(function, []) { English = "", Japanese = "", ResultType = types => types[0] }, arguments, by);

    public static BoundNode Expected(string function, BoundNode value, string season, RuleDuration history) =>
        Call(function, value, new TextNode(season), new DurationNode(history));

    public static BoundNode Firing(int rule) => new FiringNode(rule);

    public static BoundCondition When(BoundNode condition, PersistSyntax? persist = null) => new(condition, persist, BoundTexts.Empty, default);

    public static PersistSyntax For(int days) => new(Days(days), OutOf: null);

    public static PersistSyntax For(int days, int outOf) => new(Days(days), Days(outOf));

    public static BoundRule Rule(string name, BoundCondition when) => new()
    {
        Name = name, Syntax = new RuleSyntax(Name: null, []), Title = Texts(name), Message = Texts(name), Doc = BoundTexts.Empty, When = when,
        Severities = [new BoundSeverity(WarningLevel.Warning, Condition: null, default)],
    };

    public static BoundTexts Texts(params IReadOnlyList<BoundTextPart> parts) => new(new Dictionary<string, IReadOnlyList<BoundTextPart>>(StringComparer.Ordinal) { [""] = parts });

    public static BoundTexts Texts(string literal) => Texts(new BoundTextPart(literal, Value: null, "", []));

    public static BoundRuleSet Set(params IReadOnlyList<BoundRule> rules) => new(rules);
}
