using Mirai.Rules;
using Mirai.Rules.Binding;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>Seeded rule sets over the figures of <see cref="FiguresForTests.Random"/>, in which every construct of the language comes up.</summary>
internal sealed class RandomTrees(Random random)
{
    private static readonly string[] Windows = ["avg", "avg", "sum", "min", "max", "median", "stdev", "slope", "coverage", "ewma", "diff", "change", "zscore", "trend"];

    /// <summary>Three rules: one for the whole, one by rank, one for both, each of which may ask whether those before it fire.</summary>
    public BoundRuleSet Rules()
    {
        var rules = new List<BoundRule>();
        foreach (var (overall, dimensions) in (ReadOnlySpan<(bool, string[])>)[(true, []), (false, ["rank"]), (true, ["rank"])])
        {
            rules.Add(Rule($"rule{rules.Count}", overall, dimensions, rules.Count));
        }

        return new BoundRuleSet(rules);
    }

    public BoundNode Value(int depth)
    {
        if (depth == 0) return Leaf();
        return random.Next(12) switch
        {
            0 => Trees.Binary((BinaryKind)random.Next(4), Value(depth - 1), Value(depth - 1)),
            1 => Trees.Ago(OfDays(Value(depth - 1)), Duration()),
            2 => Trees.Call(Pick("least", "greatest", "default"), Value(depth - 1), Value(depth - 1)),
            3 => Trees.Call("if", Condition(depth - 1, 0), Value(depth - 1), Value(depth - 1)),
            4 => Trees.Call(Pick("streak", "days_since"), Condition(depth - 1, 0)),
            5 => Trees.Call("count_days", Condition(depth - 1, 0), Duration()),
            6 => Trees.Expected(Pick("expected", "gap"), OfDays(Leaf()), "weekly", new RuleDuration(random.Next(2, 7), DurationUnit.Week)),
            7 => Trees.Call("percentile", OfDays(Value(depth - 1)), Trees.Number(random.Next(0, 5) / 4.0), new DurationNode(Duration())),
            8 => Trees.Call(Pick("wilson_low", "wilson_high"), Leaf(), Leaf(), Trees.Number(0.95)),
            9 => Trees.Call(Trees.Percentage, Pick("largest_share", "concentration"), ["rank"], Trees.Metric(Pick("a", "f"))),
            10 => Trees.Call(Pick("overall", "share", "abs"), Value(depth - 1)),
            _ => Trees.Call(Pick(Windows), OfDays(Value(depth - 1)), Duration()),
        };
    }

    public BoundNode Condition(int depth, int rules)
    {
        if (depth > 0 && random.Next(3) == 0) return Trees.Binary(random.Next(2) == 0 ? BinaryKind.And : BinaryKind.Or, Condition(depth - 1, rules), Condition(depth - 1, rules));
        return random.Next(10) switch
        {
            0 when rules > 0 => Trees.Firing(random.Next(rules)),
            1 => Trees.Not(Condition(Math.Max(0, depth - 1), rules)),
            2 => Trees.IsMissing(Value(depth)),
            3 => new CalendarNode(Trees.Condition, CalendarKind.IsHoliday),
            4 when depth > 0 => Trees.Ago(Condition(depth - 1, rules), Duration()),
            _ => Trees.Binary((BinaryKind)random.Next((int)BinaryKind.Less, (int)BinaryKind.And), Value(depth), Value(Math.Max(0, depth - 1))),
        };
    }

    private BoundRule Rule(string name, bool overall, string[] dimensions, int before) => Trees.Rule(name, Trees.When(Condition(2, before), Persist())) with
    {
        IncludesOverall = overall,
        Dimensions = dimensions,
        Needs = [.. Enumerable.Range(0, random.Next(2)).Select(_ => Trees.When(Trees.AtLeast(Trees.Metric("a"), random.Next(0, 10))))],
        Until = random.Next(2) == 0 ? null : Trees.When(Condition(1, before), Persist()),
        Unless = [.. Enumerable.Range(0, random.Next(2)).Select(_ => Trees.When(Condition(1, before)))],
        Severities =
        [
            new BoundSeverity(WarningLevel.Critical, Condition(1, 0), default),
            new BoundSeverity(WarningLevel.Warning, Condition(1, 0), default),
            new BoundSeverity(WarningLevel.Notice, Condition: null, default),
        ],
        Cooldown = random.Next(2) == 0 ? null : Duration(),
        Remind = random.Next(2) == 0 ? null : Duration(),
    };

    private Mirai.Rules.Syntax.PersistSyntax? Persist() => random.Next(4) switch
    {
        0 => null,
        1 => Trees.For(random.Next(2, 4), outOf: random.Next(4, 8)),
        _ => Trees.For(random.Next(1, 5)),
    };

    /// <summary>What has no days of its own is the same before the first day, too; the plain evaluator knows nothing of those days.</summary>
    private static BoundNode OfDays(BoundNode node) => Reads(node) ? node : Trees.Binary(BinaryKind.Add, node, Trees.Metric("a"));

    private static bool Reads(BoundNode node) => node is MetricNode || node.Children.Any(Reads);

    private BoundNode Leaf() => random.Next(12) switch
    {
        0 => Trees.Number(random.Next(-2, 30)),
        1 => Trees.Metric("a", Trees.Pick("rank", "New", "Gold")),
        2 => Trees.Metric("r", Trees.Pick("rank", "New", "none")),
        3 => Trees.Overall("b"),
        4 => Trees.Table("rank", random.Next(2) == 0 ? 5 : null, ("New", 12), ("Gold", 20)),
        5 => new CalendarNode(Trees.Quantity, (CalendarKind)random.Next(3)),
        _ => Trees.Metric(Pick("a", "b", "f", "r")),
    };

    private RuleDuration Duration() => random.Next(8) switch
    {
        0 => new RuleDuration(1, DurationUnit.Month),
        1 => new RuleDuration(random.Next(1, 4), DurationUnit.Week),
        _ => Trees.Days(random.Next(1, 12)),
    };

    private string Pick(params string[] names) => names[random.Next(names.Length)];
}
