namespace Mirai.Rules;

/// <summary>What all rules of a set say on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Results">Everything but silence: warnings that are open or closed on the day, suppressed ones, rules that could not be decided; by rule, then by part.</param>
/// <param name="Disabled">The rules that are switched off, with the reason.</param>
/// <param name="QuietCount">How many times a rule was decided for a part, and had nothing to say.</param>
/// <param name="InfiniteFigures">How many figures of each metric were infinite, and therefore taken as missing.</param>
public sealed record RuleEvaluation(
    DateOnly Day, IReadOnlyList<RuleResult> Results, IReadOnlyList<DisabledRule> Disabled, int QuietCount, IReadOnlyDictionary<string, int> InfiniteFigures)
{
    /// <summary>The open warnings, the gravest first.</summary>
    public IEnumerable<RuleResult> Warnings => Results.Where(r => r.IsOpen).OrderByDescending(r => r.Severity);

    /// <summary>The rules and parts that could not be decided.</summary>
    public IEnumerable<RuleResult> Undecided => Results.Where(r => r.State == RuleState.NotEvaluated);
}

/// <summary>A rule that is switched off.</summary>
/// <param name="RuleId">The rule's name.</param>
/// <param name="Title">Its title, placeholders left empty.</param>
/// <param name="Reason">Why; empty where nobody said.</param>
public sealed record DisabledRule(string RuleId, LanguageTexts Title, LanguageTexts Reason);
