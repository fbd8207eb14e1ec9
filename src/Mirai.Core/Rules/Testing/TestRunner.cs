using Mirai.Model;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Testing;

/// <summary>Runs one test: the rule and those that it refers to, on the figures of the test alone.</summary>
internal sealed class TestRunner(RuleSet set, BoundTest test, TestCoverage coverage, EvaluationOptions options, CancellationToken cancellationToken)
{
    /// <summary>What the test says.</summary>
    public RuleTestResult Run()
    {
        var binding = set.BindingFor(test);
        var index = binding.Session.RuleIndex[test.Rule];
        var rules = binding.Rules.Rules;
        if (rules[index].Disabled is not null) return Result(RuleTestOutcome.Skipped, []);

        var figures = new InMemoryFigures(new DayRange(test.Start, test.Start.AddDays(test.Days - 1)), set.Options.Vocabulary.Currency, test.Series)
        {
            PartsTakeAfterTheWhole = true,
        };
        var alone = Alone(rules, index, figures);
        var run = Execute(alone, figures, figures.Days.Last);
        coverage.Note(run);
        var failures = new List<RuleDiagnostic>(new ExpectationCheck(test, run, run.PlansOf(0)[index]!, alone).Failures());
        if (LookAhead(alone, figures, run, index) is { } looksAhead) failures.Add(looksAhead);
        return Result(failures.Count == 0 ? RuleTestOutcome.Passed : RuleTestOutcome.Failed, failures);
    }

    private RuleRun Execute(BoundRuleSet rules, InMemoryFigures figures, DateOnly until) =>
        RuleRun.Execute([rules], figures, until, options, set.Options.Limits, watcher: null, cancellationToken);

    /// <summary>The rule and those that its warnings depend on; the latter run for the whole where the test gives none of their segments.</summary>
    private static BoundRuleSet Alone(IReadOnlyList<BoundRule> rules, int index, InMemoryFigures figures)
    {
        var needed = new HashSet<int>();
        var open = new Stack<int>([index]);
        while (open.TryPop(out var next))
        {
            if (!needed.Add(next)) continue;
            foreach (var firing in RuleNodes.Below(RuleNodes.Deciding(rules[next])).OfType<FiringNode>()) open.Push(firing.RuleIndex);
        }

        return new BoundRuleSet([.. rules.Select((rule, place) => !needed.Contains(place)
            ? rule with { Disabled = BoundTexts.Empty }
            : place != index && rule.Dimensions.Count > 0 && figures.CombinationsOf(rule.Dimensions).Count == 0
                ? rule with { Dimensions = [], IncludesOverall = true }
                : rule)]);
    }

    /// <summary>Evaluates every day anew without the days after it.</summary>
    private RuleDiagnostic? LookAhead(BoundRuleSet rules, InMemoryFigures figures, RuleRun whole, int index)
    {
        for (var day = 0; day < test.Days - 1; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cut = Execute(rules, figures, figures.Days.First.AddDays(day)).PlansOf(0)[index]!;
            foreach (var outcome in whole.PlansOf(0)[index]!.Outcomes)
            {
                var (then, now) = (StateOn(cut.OutcomeOf(outcome.Part)!, day), StateOn(outcome, day));
                if (string.Equals(then, now, StringComparison.Ordinal)) continue;
                return TestFailures.At(test, test.Syntax.Name!.Span, "MR6103", day + 1, new DiagnosticText(then), new DiagnosticText(now));
            }
        }

        return null;
    }

    /// <summary>The key of the words for what a rule says on a day.</summary>
    internal static string StateOn(RuleOutcome outcome, int day)
    {
        if (outcome.WarningOn(day) is { } warning)
            return warning.Closed == day ? "state.closed" : $"state.{warning.LevelOn(day).ToString().ToLowerInvariant()}";
        if (outcome.BlockedOn(day) is not null) return "state.suppressed";
        return outcome.UndecidedOn(day) is not null ? "state.undecided" : "state.quiet";
    }

    private RuleTestResult Result(RuleTestOutcome outcome, IReadOnlyList<RuleDiagnostic> failures) => new()
    {
        RuleId = test.Rule, Title = test.Syntax.Text?.Value ?? "", Source = test.Source, Line = test.Source.PositionOf(test.Syntax.Span.Start).Line,
        Outcome = outcome, Days = test.Days, Failures = failures,
    };
}
