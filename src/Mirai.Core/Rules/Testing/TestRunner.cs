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
        if (TooShort(run.PlansOf(0)[index]!) is { } tooShort) failures.Add(tooShort);
        if (LookAhead(alone, figures, run, index) is { } looksAhead) failures.Add(looksAhead);
        return Result(failures.Count == 0 ? RuleTestOutcome.Passed : RuleTestOutcome.Failed, failures);
    }

    private RuleRun Execute(BoundRuleSet rules, InMemoryFigures figures, DateOnly until) =>
        RuleRun.Execute([rules], figures, until, options, set.Options.Limits, watcher: null, cancellationToken);

    /// <summary>The rule and those that its warnings depend on; the latter run for the whole where the test gives none of their segments.</summary>
    private static BoundRuleSet Alone(IReadOnlyList<BoundRule> rules, int index, InMemoryFigures figures)
    {
        var needed = RuleNodes.Needed(rules, rules[index]).ToHashSet<BoundRule>(ReferenceEqualityComparer.Instance);
        return new BoundRuleSet([.. rules.Select((rule, place) => !needed.Contains(rule)
            ? rule with { Disabled = BoundTexts.Empty }
            : place != index && rule.Dimensions.Count > 0 && figures.CombinationsOf(rule.Dimensions).Count == 0
                ? rule with { Dimensions = [], IncludesOverall = true }
                : rule)]);
    }

    /// <summary>A test whose days do not reach far enough back for the rule to be decided even once would pass whatever the rule says.</summary>
    private RuleDiagnostic? TooShort(RulePlan plan)
    {
        var isNeverDecided = Array.TrueForAll(plan.Outcomes, o => o.Undecided.Sum(u => u.End - u.From) == test.Days
            && o.Undecided.TrueForAll(u => u.Reason == UndecidedReason.NotEnoughHistory));
        if (!isNeverDecided) return null;
        return TestFailures.At(test, test.Syntax.Name!.Span, "MR6104", test.Rule, plan.LookBack, test.Days) with { Help = new DiagnosticText("MR6104.help") };
    }

    /// <summary>
    /// Evaluates days anew without the days after them: where a function of the host has a part in it every day, else, where only a fault of the language
    /// could show, the days on which something happened or is expected.
    /// </summary>
    private RuleDiagnostic? LookAhead(BoundRuleSet rules, InMemoryFigures figures, RuleRun whole, int index)
    {
        foreach (var day in UsesHost(rules) ? Enumerable.Range(0, test.Days - 1) : Eventful(whole.PlansOf(0)[index]!))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cut = Execute(rules, figures, figures.Days.First.AddDays(day)).PlansOf(0)[index]!;
            foreach (var outcome in whole.PlansOf(0)[index]!.Outcomes)
            {
                var (then, now) = (StateOn(cut.OutcomeOf(outcome.Part)!, day), StateOn(outcome, day));
                if (string.Equals(then, now, StringComparison.Ordinal)) continue;
                return TestFailures.At(test, test.Syntax.Name!.Span, "MR6103", day + 1, new DiagnosticText(then), new DiagnosticText(now)) with
                {
                    Help = new DiagnosticText("MR6103.help"),
                };
            }
        }

        return null;
    }

    private static bool UsesHost(BoundRuleSet rules) => rules.Rules.Where(r => r.Disabled is null)
        .SelectMany(r => RuleNodes.Below(RuleNodes.Deciding(r))).Any(n => n is CallNode { Function.Host: not null });

    private IEnumerable<int> Eventful(RulePlan plan)
    {
        var days = plan.Outcomes.SelectMany(o => o.Warnings.SelectMany(w => w.Levels.Select(l => l.Day).Append(w.Closed)).Concat(o.Blocked.Select(b => b.From)))
            .Concat(test.Expectations.Where(e => e.Syntax.When != ExpectedDay.Any).Select(e => e.Syntax.Day - 1));
        return days.SelectMany(day => (int[])[day - 1, day]).Where(day => day >= 0 && day < test.Days - 1).Distinct().Order();
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
