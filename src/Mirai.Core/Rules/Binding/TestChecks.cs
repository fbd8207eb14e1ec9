using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Finds tests that cannot mean what they say: of unknown rules, without data, without expectations.</summary>
internal static class TestChecks
{
    /// <summary>Checks all tests of a set.</summary>
    /// <returns>Those that can be run.</returns>
    public static IReadOnlyList<BoundTest> Run(BindingSession session, BindingResult bound)
    {
        var runnable = new List<BoundTest>();
        foreach (var (test, source) in bound.Layers.Tests)
        {
            if (test.Name is null) continue;
            if (!session.RuleIndex.TryGetValue(test.Name.Value, out var index))
            {
                var nearest = NearestName.Find(test.Name.Value, session.RuleIndex.Keys);
                Report(session, "MR6001", test.Name.Span, source, [test.Name.Value],
                    fix: nearest is null ? null : new RuleFix(test.Name.Span, NameText.Written(nearest), IsGuess: true));
                continue;
            }

            var rule = bound.Rules.Rules[index];
            var errors = session.Log.ErrorCount;
            Check(session, test, source, rule, bound);
            var bindable = new TestBinder(session, test, source, rule).Bind();
            if (session.Log.ErrorCount == errors && bindable is not null) runnable.Add(bindable);
        }

        return runnable;
    }

    private static void Check(BindingSession session, TestSyntax test, RuleSource source, BoundRule rule, BindingResult bound)
    {
        var (read, layers) = (Metrics(rule), bound.Layers);
        var useful = RuleNodes.Needed(bound.Rules.Rules, rule).SelectMany(Metrics).ToHashSet(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clause in test.Clauses.OfType<GivenClause>())
        {
            if (Given(session, clause, source) is { } metric && given.Add(metric) && !useful.Contains(metric))
                Report(session, "MR6004", clause.Name.Span, source, [rule.Name, metric], severity: DiagnosticSeverity.Warning);
        }

        var missing = read.Where(m => !given.Contains(m)).ToList();
        if (missing.Count > 0)
        {
            Report(session, "MR6003", test.Name!.Span, source, [string.Join("`, `", missing), rule.Name],
                help: new DiagnosticText("MR6003.help", NameText.Written(missing[0])));
        }

        foreach (var clause in test.Clauses)
        {
            if (clause is SetClause set) layers.Check(layers.Rules[rule.Name], set, source);
            if (clause is ExpectClause expect) Expectation(session, expect, source, rule);
        }

        var starts = test.Clauses.OfType<StartingClause>().ToList();
        if (starts.Count == 0) Report(session, "MR6002", test.Name!.Span, source, [], help: new DiagnosticText("MR6002.help"));
        foreach (var again in starts.Skip(1)) Report(session, "MR5002", again.KeywordSpan, source, ["starting"]);
        if (!test.Clauses.OfType<ExpectClause>().Any()) Report(session, "MR6005", test.Name!.Span, source, [], help: new DiagnosticText("MR6005.help"));
    }

    /// <summary>The metrics that decide about a rule's warnings and what it says; drill-downs and evidence are not needed for a test.</summary>
    public static IReadOnlySet<string> Metrics(BoundRule rule) => new SortedSet<string>(
        RuleNodes.Below(RuleNodes.Deciding(rule)).OfType<MetricNode>().Select(m => m.Metric.Name), StringComparer.Ordinal);

    private static string? Given(BindingSession session, GivenClause clause, RuleSource source)
    {
        if (session.Metric(clause.Name.Value) is not { } metric)
        {
            var nearest = NearestName.Find(clause.Name.Value, session.MetricNames);
            Report(session, "MR3001", clause.Name.Span, source, [clause.Name.Value],
                fix: nearest is null ? null : new RuleFix(clause.Name.Span, NameText.Written(nearest), IsGuess: true));
            return null;
        }

        foreach (var pick in clause.Selector?.Picks ?? []) session.Dimension(pick.Dimension, source);
        var type = UnitRules.TypeOf(metric.Unit);
        foreach (var literal in clause.Parts.SelectMany(p => new[] { p.Start, p.End }).OfType<LiteralSyntax>())
        {
            var found = ExpressionBinder.Literal(literal).Type;
            var isZero = literal is { Kind: LiteralKind.Number, Number: 0 };
            if (UnitRules.Unified(found, type) is not null || UnitRules.Adapted(found, isZero, type) is not null) continue;
            var correction = found.Kind == ValueKind.Number ? WrittenForm.InType(source.Slice(literal.Span), type) : null;
            Report(session, "MR6006", literal.Span, source, [metric.Name, TypeNames.Of(type), TypeNames.Of(found)],
                fix: correction is null ? null : new RuleFix(literal.Span, correction));
        }

        return metric.Name;
    }

    private static void Expectation(BindingSession session, ExpectClause expect, RuleSource source, BoundRule rule)
    {
        if (expect is { Outcome: OutcomeKind.Cause, Name: { } cause } && !session.RuleIndex.ContainsKey(cause.Value))
        {
            var nearest = NearestName.Find(cause.Value, session.RuleIndex.Keys);
            Report(session, "MR3005", cause.Span, source, [cause.Value], fix: nearest is null ? null : new RuleFix(cause.Span, NameText.Written(nearest), IsGuess: true));
        }

        foreach (var pick in expect.Selector?.Picks ?? [])
        {
            if (session.Dimension(pick.Dimension, source) is { } dimension && !rule.Dimensions.Contains(dimension, StringComparer.Ordinal))
                Report(session, "MR6007", pick.Dimension.Span, source, [rule.Name, dimension]);
        }
    }

    private static void Report(
        BindingSession session, string code, SourceSpan span, RuleSource source, IReadOnlyList<object> arguments, DiagnosticText? help = null, RuleFix? fix = null,
        DiagnosticSeverity severity = DiagnosticSeverity.Error) => session.Log.Add(new RuleDiagnostic
        {
            Code = code, Source = source, Span = span, Message = new DiagnosticText(code, arguments), Help = help, Fix = fix, Severity = severity,
        });
}
