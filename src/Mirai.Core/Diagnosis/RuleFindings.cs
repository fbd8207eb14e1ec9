using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Diagnosis;

/// <summary>What the rules say on the day.</summary>
public sealed record RuleFindings
{
    /// <summary>The open warnings: the gravest first; of equals those that no other open warning names as its cause, then those whose first cause is strongest.</summary>
    /// <remarks>Of equals in that too, warnings of all customers stand before those of a part, then the rules' order decides.</remarks>
    public required IReadOnlyList<RuleResult> Warnings { get; init; }

    /// <summary>Results in the order of <see cref="Warnings"/>.</summary>
    /// <param name="results">Open warnings of one day, in the rules' order.</param>
    public static IReadOnlyList<RuleResult> InOrder(IEnumerable<RuleResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. results.OrderByDescending(r => r.Severity)
                .ThenBy(r => r.ParentId is not null)
                .ThenByDescending(r => r.Causes.Count == 0 ? 0 : r.Causes[0].Strength)
                .ThenBy(r => !r.Part.IsWhole),
        ];
    }

    /// <summary>Warnings that closed on the day.</summary>
    public required IReadOnlyList<RuleResult> Closed { get; init; }

    /// <summary>Conditions that hold, and that a known circumstance keeps from warning.</summary>
    public required IReadOnlyList<RuleResult> Suppressed { get; init; }

    /// <summary>Rules and parts that could not be decided, each with the reason: never to be taken for well.</summary>
    public required IReadOnlyList<RuleResult> Undecided { get; init; }

    /// <summary>The rules that are switched off.</summary>
    public required IReadOnlyList<DisabledRule> Disabled { get; init; }

    /// <summary>How many times a rule was decided for a part, and had nothing to say.</summary>
    public required int QuietCount { get; init; }

    /// <summary>Errors in rule texts: of a text with errors no rule was used, all other texts were.</summary>
    public required IReadOnlyList<RuleDiagnostic> Errors { get; init; }

    /// <summary>How many figures of each metric were infinite, and therefore taken as missing.</summary>
    public required IReadOnlyDictionary<string, int> InfiniteFigures { get; init; }
}
