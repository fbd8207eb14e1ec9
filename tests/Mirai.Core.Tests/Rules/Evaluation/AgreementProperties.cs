using FsCheck.Xunit;
using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>Evaluation over all days equals evaluation of one day after the other that sees only the days before it.</summary>
public class AgreementProperties
{
    private const int Seeds = 1_000_000; // FsCheck draws integers up to the size.

    [Property(MaxTest = 250, StartSize = Seeds, EndSize = Seeds)]
    public void Rules_OnRandomFigures_AgreeWithTheReferenceCellByCell(int seed)
    {
        var random = new Random(seed);
        var figures = FiguresForTests.Random(random, days: 110, gaps: random.NextDouble() * 0.06);
        var rules = new RandomTrees(random).Rules();
        var reference = new ReferenceLifeCycle(rules, figures).Run();
        var seen = Run(rules, figures, figures.Days.Last, threads: 1);
        Assert.Equal(reference.Count, seen.Count);
        foreach (var (key, expected) in reference)
        {
            var (condition, lines) = seen[key];
            Assert.Equal(expected.Condition, condition);
            Assert.Equal(expected.Lines, lines);
        }
    }

    [Property(MaxTest = 60, StartSize = Seeds, EndSize = Seeds)]
    public void Rules_CutOffAfterADay_DecideTheSameUpToIt(int seed)
    {
        var random = new Random(seed);
        var figures = FiguresForTests.Random(random, days: 150, gaps: 0.03);
        var rules = new RandomTrees(random).Rules();
        var whole = Run(rules, figures, figures.Days.Last, threads: 1);
        var last = random.Next(1, 149);
        foreach (var (key, (condition, lines)) in Run(rules, figures, figures.Days[last], threads: 1))
        {
            Assert.Equal(whole[key].Condition[..(last + 1)], condition);
            Assert.Equal(whole[key].Lines.Where(line => int.Parse(line.Split(' ')[0]) <= last), lines, StringComparer.Ordinal);
        }
    }

    [Property(MaxTest = 30, StartSize = Seeds, EndSize = Seeds)]
    public void Rules_OnSeveralThreads_GiveTheSame(int seed)
    {
        var random = new Random(seed);
        var figures = FiguresForTests.Random(random, days: 90, gaps: 0.03);
        var rules = new RandomTrees(random).Rules();
        var one = Run(rules, figures, figures.Days.Last, threads: 1);
        foreach (var (key, (condition, lines)) in Run(rules, figures, figures.Days.Last, threads: 3))
        {
            Assert.Equal(one[key].Condition, condition);
            Assert.Equal(one[key].Lines, lines);
        }
    }

    [Property(MaxTest = 150, StartSize = Seeds, EndSize = Seeds)]
    public void MissingDays_WhereverTheyAre_NeitherOpenNorClose(int seed)
    {
        var random = new Random(seed);
        var figures = FiguresForTests.Random(random, days: 110, gaps: 0.15);
        var rules = new RandomTrees(random).Rules();
        foreach (var ((rule, _), (condition, lines)) in Run(rules, figures, figures.Days.Last, threads: 1))
        {
            foreach (var line in lines)
            {
                var day = int.Parse(line.Split(' ')[0]);
                if (line.Contains("opened", StringComparison.Ordinal) || line.Contains("blocked", StringComparison.Ordinal)) Assert.True(condition[day]);
                if (line.EndsWith("closed", StringComparison.Ordinal) && rules.Rules[rule].Until is null) Assert.False(condition[day]);
            }
        }
    }

    private static Dictionary<(int Rule, CustomerPart Part), (bool?[] Condition, List<string> Lines)> Run(
        BoundRuleSet rules, InMemoryFigures figures, DateOnly until, int threads)
    {
        var conditions = new Dictionary<(int, CustomerPart), bool?[]>();
        var run = RuleRun.Execute([rules], figures, until, new EvaluationOptions { MaxThreads = threads }, RuleLimits.Default, (plan, part, truths) =>
        {
            lock (conditions) conditions.Add((plan.Place, part), [.. truths.Select(t => t == Truth.Missing ? (bool?)null : t == Truth.True)]);
        });
        return run.Plans.SelectMany(plan => plan.Outcomes.Select(outcome => (plan.Place, outcome)))
            .ToDictionary(o => (o.Place, o.outcome.Part), o => (conditions[(o.Place, o.outcome.Part)], EventLines.Of(o.outcome)));
    }
}
