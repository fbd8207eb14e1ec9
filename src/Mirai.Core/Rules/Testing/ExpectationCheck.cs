using System.Globalization;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Testing;

/// <summary>Holds what became of a rule against what its test expects. Days count from 1, as tests count them.</summary>
internal sealed class ExpectationCheck(BoundTest test, RuleRun run, RulePlan plan, BoundRuleSet rules)
{
    private readonly ResultWriter _writer = new(run, 0, rule => string.Equals(rule.Name, plan.Rule.Name, StringComparison.Ordinal));
    private readonly HashSet<string> _told = new(StringComparer.Ordinal); // Openings that a failed expectation has shown already.

    private sealed record Opening(CustomerPart Part, WarningSpell Warning, int Day, WarningLevel Level)
    {
        public string Text { get; } = $"{Name(Level)}{Selector(Part)} on day {Written(Day)}";
    }

    /// <summary>What is otherwise than expected.</summary>
    public IEnumerable<RuleDiagnostic> Failures()
    {
        foreach (var expectation in test.Expectations)
        {
            if (Failure(expectation) is { } failure) yield return failure;
        }

        var unexpected = Openings(CustomerPart.Whole).Where(o => !_told.Contains(o.Text) && !test.Expectations.Any(e => Meets(e, o))).Select(o => o.Text).ToList();
        if (unexpected.Count == 0) yield break;
        yield return TestFailures.At(test, test.Syntax.Name!.Span, "MR6102", TestFailures.Listed(unexpected)) with
        {
            Help = new DiagnosticText("MR6102.help", unexpected[0]),
        };
    }

    private static bool Meets(BoundExpectation expectation, Opening opening) => expectation.Syntax.Outcome == OutcomeKind.Level
        && expectation.Syntax.Level == opening.Level && expectation.Covers(opening.Day) && opening.Part.LiesWithin(expectation.Part);

    private RuleDiagnostic? Failure(BoundExpectation expectation) => expectation.Syntax.Outcome switch
    {
        OutcomeKind.Nothing => OfNothing(expectation),
        OutcomeKind.Undecided => OfUndecided(expectation),
        OutcomeKind.Level => OfLevel(expectation),
        OutcomeKind.Closed => OfClosed(expectation),
        OutcomeKind.Cause => OfCause(expectation),
        _ => OfMessage(expectation),
    };

    private RuleDiagnostic? OfNothing(BoundExpectation expectation)
    {
        var open = Openings(expectation.Part)
            .Where(o => DaysOf(o.Warning).Any(expectation.Covers) && (expectation.Covers(o.Day) || o.Day == o.Warning.Opened + 1)).ToList();
        return open.Count == 0 ? null : Told(expectation, open);
    }

    /// <summary>Every day that is meant must be undecided, for every part that is.</summary>
    private RuleDiagnostic? OfUndecided(BoundExpectation expectation)
    {
        var outcomes = OutcomesOf(expectation.Part);
        if (outcomes.Count == 0) return Failed(expectation, new DiagnosticText("test.nothing"));
        foreach (var day in Enumerable.Range(0, run.Days.Count).Where(day => expectation.Covers(day + 1)))
        {
            if (outcomes.Find(o => o.UndecidedOn(day) is null) is not { } decided) continue;
            return Failed(expectation, new DiagnosticText("test.decided", new DiagnosticText(TestRunner.StateOn(decided, day)), day + 1));
        }

        return null;
    }

    private RuleDiagnostic? OfLevel(BoundExpectation expectation)
    {
        var openings = Openings(expectation.Part);
        return openings.Exists(o => Meets(expectation, o)) ? null : Told(expectation, openings);
    }

    private RuleDiagnostic? OfClosed(BoundExpectation expectation)
    {
        var outcomes = OutcomesOf(expectation.Part);
        var closed = outcomes.SelectMany(o => o.Warnings.Where(w => w.Closed >= 0), (o, w) => (o.Part, Day: w.Closed + 1)).OrderBy(c => c.Day).ToList();
        if (closed.Exists(c => expectation.Covers(c.Day))) return null;
        if (closed.Count > 0) return Failed(expectation, TestFailures.Listed([.. closed.Select(c => $"closed{Selector(c.Part)} on day {Written(c.Day)}")]));
        var stays = outcomes.SelectMany(o => o.Warnings).MinBy(w => w.Opened);
        return Failed(expectation, stays is null ? new DiagnosticText("test.no.warning") : new DiagnosticText("test.stays", stays.Opened + 1)) with
        {
            Note = stays is null ? WhyNot(expectation) : null,
        };
    }

    private RuleDiagnostic? OfCause(BoundExpectation expectation)
    {
        var causes = ResultsOf(expectation, withCloses: false).SelectMany(r => Below(r.Causes)).Select(c => c.RuleId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (causes.Contains(expectation.Syntax.Name!.Value, StringComparer.Ordinal)) return null;
        return Failed(expectation, TestFailures.Listed([.. causes.Select(c => $"cause {NameText.Written(c)}")]));
    }

    private RuleDiagnostic? OfMessage(BoundExpectation expectation)
    {
        var language = expectation.Syntax.Name!.Value;
        var messages = ResultsOf(expectation, withCloses: true).Select(r => r.Message[language]).Distinct(StringComparer.Ordinal).ToList();
        if (messages.Exists(m => m.Contains(expectation.Syntax.Text!, StringComparison.Ordinal))) return null;
        return Failed(expectation, messages.Count == 0
            ? new DiagnosticText("test.no.warning")
            : TestFailures.Listed([.. messages.Select(DiagnosticRenderer.Clipped)])) with
        {
            Note = messages.Count == 0 ? WhyNot(expectation) : null,
        };
    }

    private static IEnumerable<RuleCause> Below(IEnumerable<RuleCause> causes) => causes.SelectMany(c => Below(c.Causes).Prepend(c));

    /// <summary>The results of the day that is meant; where none is, of the days on which there was news.</summary>
    private IEnumerable<RuleResult> ResultsOf(BoundExpectation expectation, bool withCloses)
    {
        IEnumerable<int> days = expectation.Syntax.When == ExpectedDay.On
            ? [expectation.Syntax.Day]
            : OutcomesOf(expectation.Part).SelectMany(o => o.Warnings)
                .SelectMany(w => w.Levels.Select(l => l.Day).Concat(w.Reminders).Concat(withCloses && w.Closed >= 0 ? [w.Closed] : []))
                .Select(day => day + 1).Where(expectation.Covers).Distinct().Order();
        return days.SelectMany(day => _writer.On(day - 1, rules.Rules).Results)
            .Where(r => r.Part.LiesWithin(expectation.Part) && (r.IsOpen || (withCloses && r.State == RuleState.Closed)));
    }

    private IEnumerable<int> DaysOf(WarningSpell warning)
    {
        var end = warning.Closed < 0 ? run.Days.Count : warning.Closed;
        return Enumerable.Range(warning.Opened + 1, end - warning.Opened);
    }

    private List<RuleOutcome> OutcomesOf(CustomerPart part) => [.. plan.Outcomes.Where(o => o.Part.LiesWithin(part))];

    private List<Opening> Openings(CustomerPart part) =>
    [
        .. OutcomesOf(part).SelectMany(o => o.Warnings, (o, w) => w.Levels.Select(l => new Opening(o.Part, w, l.Day + 1, l.Level)))
            .SelectMany(openings => openings).OrderBy(o => o.Day),
    ];

    private RuleDiagnostic Told(BoundExpectation expectation, List<Opening> openings)
    {
        foreach (var opening in openings) _told.Add(opening.Text);
        return Failed(expectation, TestFailures.Listed([.. openings.Select(o => o.Text)])) with
        {
            Note = openings.Count == 0 ? WhyNot(expectation) : null,
        };
    }

    private RuleDiagnostic Failed(BoundExpectation expectation, DiagnosticText got)
    {
        var clause = expectation.Syntax;
        var written = test.Source.Slice(clause.Span)[clause.KeywordSpan.Length..].Trim().ToString();
        return TestFailures.At(test, clause.Span, "MR6101", DiagnosticRenderer.Clipped(written), got);
    }

    /// <summary>What kept a warning from opening: a circumstance, or days that could not be decided.</summary>
    private DiagnosticText? WhyNot(BoundExpectation expectation)
    {
        var outcomes = OutcomesOf(expectation.Part);
        if (outcomes.SelectMany(o => o.Blocked).MinBy(b => b.From) is { } blocked)
            return new DiagnosticText("test.blocked", blocked.From + 1, new DiagnosticText($"test.block.{blocked.Kind.ToString().ToLowerInvariant()}"));
        var undecided = outcomes.SelectMany(o => o.Undecided).OrderByDescending(u => u.End - u.From).Cast<UndecidedSpell?>().FirstOrDefault();
        if (undecided is not { } spell) return null;
        var days = spell.End - spell.From == 1 ? new DiagnosticText("test.day", spell.End) : new DiagnosticText("test.days", spell.From + 1, spell.End);
        return new DiagnosticText("test.undecided", days, new DiagnosticText($"undecided.{spell.Reason.ToString().ToLowerInvariant()}"));
    }

    private static string Name(WarningLevel level) => level.ToString().ToLowerInvariant();

    private static string Written(int day) => day.ToString(CultureInfo.InvariantCulture);

    private static string Selector(CustomerPart part) => part.IsWhole
        ? ""
        : $"[{string.Join(", ", part.Picks.Select(p => $"{NameText.Written(p.Dimension)}: {WrittenForm.OfSegment(p.Values[0])}"))}]";
}
