using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;
using Mirai.Rules.Testing;

namespace Mirai.Rules;

/// <content>Running the tests that stand in rule texts.</content>
public sealed partial class RuleSet
{
    /// <summary>Runs the <c>test</c> declarations of all texts on the rules as they are after all layers.</summary>
    /// <remarks>
    /// A test knows nothing but its own figures: what it does not give is missing, and rules named in <c>firing</c> are decided by those figures too.
    /// Every warning that opens or rises must be expected, and everything expected must happen. Days are evaluated a second time with those after
    /// them cut off, which shows a function of the host that looks ahead.
    /// </remarks>
    /// <param name="options">How to evaluate.</param>
    /// <param name="progress">Told the share of tests that have run.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="RuleLimitException">A test would make more work than the limits allow.</exception>
    public RuleTestReport Test(EvaluationOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var tests = _binding.Tests.Where(t => IsSelected(_binding.Rules.Rules[_binding.Session.RuleIndex[t.Rule]])).ToList();
        var coverage = new TestCoverage();
        var results = new List<RuleTestResult>();
        foreach (var test in tests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(new TestRunner(this, test, coverage, options ?? EvaluationOptions.Default, cancellationToken).Run());
            progress?.Report((double)results.Count / tests.Count);
        }

        var tested = tests.Select(t => t.Rule).ToHashSet(StringComparer.Ordinal);
        var rules = _binding.Layers.Rules.Values.Where(r => IsSelected(r) && r.Disabled is null).ToList();
        return new RuleTestReport(
            results, [.. rules.Where(r => tested.Contains(r.Name)).SelectMany(coverage.Untested)],
            [.. rules.Where(r => !tested.Contains(r.Name)).Select(r => r.Name)]);
    }

    /// <summary>The rules with the parameters that a test sets.</summary>
    internal BindingResult BindingFor(BoundTest test)
    {
        if (test.Sets.Count == 0) return _binding;
        var settings = test.Sets.Select(set => new RuleSetting(test.Source, new OverrideSyntax(test.Syntax.Name, [set]) { Span = set.Span }) { Rule = test.Rule });
        return RuleSetBinder.Bind(_files, Options with { Settings = [.. Options.Settings, .. settings] }, Options.Vocabulary);
    }
}
