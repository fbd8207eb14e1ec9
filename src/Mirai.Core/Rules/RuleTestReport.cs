using Mirai.Rules.Syntax;

namespace Mirai.Rules;

/// <summary>What the tests of a rule set said.</summary>
/// <param name="Tests">The tests in the order of the texts.</param>
/// <param name="Untested">The clauses of tested rules that no test has brought into effect.</param>
/// <param name="UntestedRules">The names of the rules that no test is about.</param>
public sealed record RuleTestReport(IReadOnlyList<RuleTestResult> Tests, IReadOnlyList<UntestedClause> Untested, IReadOnlyList<string> UntestedRules)
{
    /// <summary>Whether no test failed.</summary>
    public bool Passed => Tests.All(t => t.Outcome != RuleTestOutcome.Failed);
}

/// <summary>How a test ended.</summary>
public enum RuleTestOutcome
{
    /// <summary>Everything expected happened, and no warning opened that was not expected.</summary>
    Passed,

    /// <summary>Something was otherwise.</summary>
    Failed,

    /// <summary>The rule is switched off by a <c>disable</c>.</summary>
    Skipped,
}

/// <summary>What one test said.</summary>
public sealed record RuleTestResult
{
    /// <summary>The rule that it tests.</summary>
    public required string RuleId { get; init; }

    /// <summary>The text behind the rule's name, which says what is tested.</summary>
    public required string Title { get; init; }

    /// <summary>The rule text that it stands in.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>How it ended.</summary>
    public required RuleTestOutcome Outcome { get; init; }

    /// <summary>For how many days the rule was run.</summary>
    public required int Days { get; init; }

    /// <summary>What was otherwise than expected: MR61xx, each at its line.</summary>
    public IReadOnlyList<RuleDiagnostic> Failures { get; init; } = [];
}

/// <summary>A clause that no test has brought into effect: a <c>when</c> that never opened a warning, an <c>until</c> that never closed one, an
/// <c>unless</c> that never held one back, a <c>severity</c> that never applied, a <c>because</c> that was never found.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Source">The text that it stands in; an override's where that replaced it.</param>
/// <param name="Span">Where it stands.</param>
public sealed record UntestedClause(string RuleId, RuleSource Source, SourceSpan Span)
{
    /// <summary>The line on which it begins.</summary>
    public int Line => Source.PositionOf(Span.Start).Line;

    /// <summary>The clause as it is written.</summary>
    public string Text => Source.Slice(Span).ToString();
}
